"""The cards and pages of the rules, read from their files without running them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Page(NamedTuple):
    """What the file of a rule says of it; `default` is false for a rule that runs only when asked for."""

    code: str
    name: str
    severity: str
    default: bool
    text: str

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.text.split("\n", 1)[0].rstrip(".")


def known_files() -> dict[str, Path]:
    """Return the file of each rule by its code: ours, and those of the desk whose settings hold in this folder."""
    from checker.rulebook import plugin_folders, rule_files
    from checker.settings.finding import Desks

    desk = Desks().settings(None)
    return rule_files((*desk.rule_folders, *(plugin_folders(desk.plugins) if desk.plugins else ())))


def read_page(path: Path) -> Page:
    """Return the page of a rule's file."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    card: dict[str, object] = {}
    for statement in module.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call):
            names = [target.id for target in statement.targets if isinstance(target, ast.Name)]
            if names == ["RULE"]:
                card = {
                    str(word.arg): word.value.value
                    for word in statement.value.keywords
                    if isinstance(word.value, ast.Constant)
                }
    return Page(
        str(card["code"]),
        str(card["name"]),
        str(card["severity"]),
        bool(card.get("default", True)),
        ast.get_docstring(module) or "",
    )
