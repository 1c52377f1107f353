"""`factcheck schema`: print a JSON Schema."""

from __future__ import annotations

import sys

from checker.cli.nearest import unknown
from checker.cli.parser import Parser
from checker.cli.streams import complain


def run(words: list[str]) -> int:
    """Print a schema by its name; return 2 where there is no such schema."""
    from checker.schemata import bundle_text, schema_names, schema_text

    names = schema_names()
    parser = Parser("schema", "Print a JSON Schema.", "factcheck schema report")
    parser.add_argument("name", metavar="NAME", help=f"one of {', '.join(names)}")
    parser.add_argument(
        "--bundle", action="store_true", help="with the schemas that it refers to, so that it can stand alone"
    )
    options = parser.parse_args(words)
    name: str = options.name
    if name not in names:
        complain(f"factcheck: {unknown('schema', name, names)}")
        return 2
    text = bundle_text(name) if options.bundle else schema_text(name)
    sys.stdout.write(text.rstrip("\n") + "\n")
    return 0
