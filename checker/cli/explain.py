"""`factcheck explain`: show the page of a rule."""

from __future__ import annotations

import sys

from checker.cli.pages import known_files, read_page
from checker.cli.parser import Parser
from checker.cli.streams import complain


def run(words: list[str]) -> int:
    """Print the page of a rule, by its code or its name; return 2 where there is no such rule."""
    parser = Parser("explain", "Show what a rule checks, why, and what to do.", "factcheck explain FC101")
    parser.add_argument("rule", metavar="RULE", help="a code or a name: FC101 or pair-disagrees")
    wanted: str = parser.parse_args(words).rule
    files = known_files()
    names = {path.stem[len(code) + 1 :].replace("_", "-"): code for code, path in files.items()}
    code = wanted.upper() if wanted.upper() in files else names.get(wanted.lower().replace("_", "-"))
    if code is None:
        from checker.cli.nearest import unknown

        known = files if wanted.upper().startswith("FC") else names
        complain(f"factcheck: {unknown('rule', wanted, known)}")
        return 2
    page = read_page(files[code])
    off = "" if page.default else ", off unless asked for"
    sys.stdout.write(f"{page.code} {page.name} ({page.severity}{off})\n\n{page.text.rstrip()}\n")
    return 0
