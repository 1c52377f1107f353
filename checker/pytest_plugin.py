"""A plugin of pytest: the cases of a desk's own rules are tests, each in every layout.

pytest --factcheck-rules newsroom/rules newsroom/cases
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.testing.cases import Case, CasesFile
    from checker.testing.layouts import Variant

_NAME = re.compile(r"fc\d{3}_[a-z0-9_]+\.md")
_OPTION = "factcheck_rules"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that turns the plugin on."""
    parser.addoption(
        "--factcheck-rules",
        action="append",
        default=[],
        metavar="FOLDER",
        dest=_OPTION,
        help="collect the cases (fc801_house_name.md) of the rules in this folder; may be given again",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of cases, if there are folders of rules to try them on."""
    if not parent.config.getoption(_OPTION) or not _NAME.fullmatch(file_path.name):
        return None
    made: CasesCollector = CasesCollector.from_parent(parent, path=file_path)
    return made


class CasesCollector(pytest.File):
    """A file of cases: one test a case and layout, and one on the file as a whole."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the tests; CaseError where the file is not written as it must be."""
        from checker.testing import VARIANTS, read_cases

        file = read_cases(self.path)
        folders = tuple(str(Path(each).resolve()) for each in self.config.getoption(_OPTION))
        yield FileItem.from_parent(self, name="the file", file=file)
        for case in file.cases:
            tried = replace(case, rule_folders=folders)
            for variant in VARIANTS:
                if variant.applies(case):
                    yield CaseItem.from_parent(self, name=f"{case.title} ({variant.name})", case=tried, variant=variant)


class CaseItem(pytest.Item):
    """A case in one layout."""

    def __init__(self, *, case: Case, variant: Variant, **rest: object) -> None:
        """Keep the case and its layout."""
        super().__init__(**rest)  # type: ignore[arg-type]
        self._case = case
        self._variant = variant

    def runtest(self) -> None:
        """Hold the case to its marks."""
        from checker.testing import verify

        verify(self._case, self._variant)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: object) -> str:
        """Say what is not as it should be, without a traceback."""
        return f"line {self._case.line}: {excinfo.value}"

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the file, the line and the case."""
        return self.path, self._case.line - 1, self.name


class FileItem(pytest.Item):
    """That a file is named as its rule, and has it fire and has it silent."""

    def __init__(self, *, file: CasesFile, **rest: object) -> None:
        """Keep the cases."""
        super().__init__(**rest)  # type: ignore[arg-type]
        self._file = file

    def runtest(self) -> None:
        """Hold the file to that."""
        file = self._file
        wanted = f"{file.code.lower()}_{file.name.replace('-', '_')}"
        fires = [any(mark.code == file.code for mark in case.draft.marks) for case in file.cases]
        assert self.path.stem == wanted, f"the file should be called {wanted}.md"  # noqa: S101 -- pytest asserts
        assert any(fires), f"there is no case in which {file.code} fires"  # noqa: S101
        assert not all(fires), f"there is no case in which {file.code} is silent"  # noqa: S101

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: object) -> str:
        """Say what is not as it should be, without a traceback."""
        return str(excinfo.value)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Name the file."""
        return self.path, 0, self.name
