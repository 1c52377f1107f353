"""`factcheck schema`: print a JSON Schema."""

from __future__ import annotations

import sys

from checker.cli.nearest import unknown
from checker.cli.parser import Parser
from checker.cli.streams import complain


def run(words: list[str]) -> int:
    """Print a schema by its name; return 2 where there is no such schema."""
    from checker.schemata import schema_names, schema_text

    names = schema_names()
    parser = Parser("schema", "Print a JSON Schema.", "factcheck schema report")
    parser.add_argument("name", metavar="NAME", help=f"one of {', '.join(names)}")
    name: str = parser.parse_args(words).name
    if name not in names:
        complain(f"factcheck: {unknown('schema', name, names)}")
        return 2
    sys.stdout.write(schema_text(name).rstrip("\n") + "\n")
    return 0
