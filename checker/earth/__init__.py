"""Earth: where a missile can have come down, and where a printed place, sea or zone is.

A point is (latitude, longitude) in degrees; distances are kilometres, directions degrees from north. The data is
`seeds/zones/`; nothing of it, nor geographiclib, is loaded before a claim asks for it.
"""
