"""The report in its several dresses: text for a terminal, JSON for tools."""
