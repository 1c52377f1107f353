"""Settings files: found, read, refused, laid over one another, and explained."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checker import InputError, check_file, check_text
from checker.api import check_paths
from checker.cli import main
from checker.drafts import Asked
from checker.schemata import schema, schema_text
from checker.settings import Desks, Settings, Why
from checker.settings.desk import load

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG = "The missile flew 1,000 km (900 miles).\n"
COARSE = "The missile flew 1,000 km (600 miles).\n"


def codes(path: str, asked: Asked | None = None) -> list[str]:
    report, troubles = check_paths([path], asked or Asked(reads_settings=True))
    assert troubles == ()
    return [finding.code for finding in report.findings]


def trouble(path: str) -> str:
    report, (found,) = check_paths([path], Asked(reads_settings=True))
    assert report.documents == ()
    return str(found)


@pytest.mark.parametrize(
    ("name", "head"), [("factcheck.toml", ""), ("pyproject.toml", "[project]\nname = 'x'\n\n[tool.factcheck]\n")]
)
def test_the_nearest_settings_file_upwards_holds(put: Callable[[str, str], Path], name: str, head: str) -> None:
    put(name, f"{head}ignore = ['FC101']\n")
    put("desk/today/draft.txt", WRONG)
    put("other/pyproject.toml", "[tool.ruff]\nline-length = 100\n# not of factcheck\n")
    put("other/draft.txt", WRONG)
    assert codes("desk/today/draft.txt") == []
    assert codes("other/draft.txt") == []  # a project file without our table is passed over
    put("desk/factcheck.toml", "select = ['FC1']\n")
    assert codes("desk/today/draft.txt") == ["FC101"]


def test_our_own_file_goes_before_the_project_s(put: Callable[[str, str], Path]) -> None:
    put("pyproject.toml", "[tool.factcheck]\nignore = ['FC101']\n")
    put("factcheck.toml", "fail_on = 'note'\n")
    put("draft.txt", WRONG)
    assert codes("draft.txt") == ["FC101"]


def test_a_library_reads_no_settings_unless_asked(put: Callable[[str, str], Path]) -> None:
    path = put("factcheck.toml", "ignore = ['FC101']\n")
    draft = put("draft.txt", WRONG)
    assert [finding.code for finding in check_file(draft).findings] == ["FC101"]
    assert [finding.code for finding in check_text(WRONG, name="draft.txt").findings] == ["FC101"]
    assert check_file(draft, settings=path).findings == ()
    assert check_text(WRONG, name="draft.txt", settings=path).findings == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\nselct = ['FC101']\n", 'factcheck.toml:2: the key "selct" is not known; did you mean select?'),
        (
            '[files."a/**"]\nfail_om = "note"\n',
            'factcheck.toml:2: the key "fail_om" is not known; did you mean fail_on?',
        ),
        ("fail_on = 'fatal'\n", 'factcheck.toml:1: fail_on is "fatal"; write '),
        ("fail-on = 'note'\n", 'factcheck.toml:1: the key "fail-on" is not known; did you mean fail_on?'),
        ("timezone = 'Asia/Soul'\n", 'factcheck.toml:1: timezone is "Asia/Soul", no time zone in the IANA list; '),
        ("\n\nignore = ['pair-corse']\n", "factcheck.toml:3: there is no rule pair-corse; did you mean pair-coarse?"),
        ("select = ['FC799']\n", "factcheck.toml:1: there is no rule FC799; "),
        ("[severity]\nFC101 = 'loud'\n", 'factcheck.toml:2: FC101 of severity is "loud"; write '),
        ("[tolerance]\nFC104 = 0.1\n", "factcheck.toml:1: FC104 measures no difference; these do: "),
        (
            "fail_on = 'note'\nexclude = ['a', '[z-a]']\n",
            "factcheck.toml:2: '[z-a]' is no pattern of files; write it as ",
        ),
        ("include = ['[']\n", "factcheck.toml:1: '[' is no pattern of files; write it as in .gitignore, such as "),
        ("include = ['']\n", "factcheck.toml:1: include is empty"),
        ("[files.'# all']\n", "factcheck.toml:1: '# all' is no pattern of files; write it as in .gitignore, such as "),
        ("select = [\n", "factcheck.toml: cannot be read as TOML ("),
        ("extend = 'gone.toml'\n", "factcheck.toml:1: there is no settings file gone.toml; check the path"),
        ("extend = 'factcheck.toml'\n", "factcheck.toml:1: extends factcheck.toml, which comes back to it; "),
        ("rule_folders = ['mine']\n", "mine: there is no rule in this folder; "),
        ("plugins = ['nobody']\n", "nobody: no package of rules of that name is installed; "),
        ("baseline = 'gone.json'\n", "gone.json: there is no such baseline; factcheck baseline write makes one"),
    ],
)
def test_settings_that_cannot_be_applied_are_refused(put: Callable[[str, str], Path], text: str, sentence: str) -> None:
    put("factcheck.toml", text)
    put("draft.txt", WRONG)
    assert trouble("draft.txt")[: len(sentence)] == sentence


def test_a_fault_in_the_settings_is_said_once_and_is_status_2(
    put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put("factcheck.toml", "ignroe = []\n")
    for name in "abc":
        put(f"{name}.txt", WRONG)
    assert main(["check", "a.txt", "b.txt", "c.txt"]) == 2
    assert capsys.readouterr() == (
        "",
        'factcheck: factcheck.toml:1: the key "ignroe" is not known; did you mean ignore?\n',
    )
    assert main(["check", "a.txt", "--isolated"]) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\n[t]\nignroe = []", 'factcheck.toml:1: the key "a" '),
        (
            "[files]\n'x/**' = { fail_on = 'note' }\n\n[files.'y'] # here\n  sources = [\n 'a = b',\n 3]\n",
            "factcheck.toml:5: ",
        ),
        ('tolerance."sources-disagree" = 2\n', "factcheck.toml:1: sources-disagree of tolerance"),
        ("# a\u2028b\u0085c\r\npublished = '2024-01-14' # \u2028\r\nignroe = []\r\n", "factcheck.toml:3: "),
    ],
)
def test_the_line_of_what_is_wrong_is_said(put: Callable[[str, str], Path], text: str, place: str) -> None:
    put("factcheck.toml", text)
    put("draft.txt", WRONG)
    assert trouble("draft.txt").startswith(place)


def test_a_file_goes_before_what_it_extends_and_a_pattern_before_its_file(put: Callable[[str, str], Path]) -> None:
    put("house.toml", "fail_on = 'note'\ntimezone = 'Asia/Tokyo'\nignore = {FC102 = 'round'}\nsources = ['seoul.md']\n")
    put(
        "desk/factcheck.toml",
        "extend = '../house.toml'\nfail_on = 'warning'\nignore = ['FC103']\nselect = ['FC1']\n"
        "severity = {FC101 = 'note', FC104 = 'note'}\n"
        "[files.'opinion/**']\nselect = ['FC5']\nseverity = {FC101 = 'warning'}\n"
        "[files.'*.md']\nfail_on = 'error'\n",
    )
    desk = load(Path("desk/factcheck.toml"))
    plain, opinion = desk.for_file("desk/a.txt"), desk.for_file("desk/opinion/b.md")

    assert (plain.fail_on, plain.timezone, plain.select) == ("warning", "Asia/Tokyo", ("FC1",))
    assert plain.ignore == {"FC102": Why("round", "settings"), "FC103": Why(None, "settings")}
    assert plain.sources == ("seoul.md",)
    assert plain.places["FC102"] == "house.toml:3"
    assert (opinion.fail_on, opinion.select) == ("error", ("FC5",))
    assert opinion.severity == {"FC101": "warning", "FC104": "note"}
    assert opinion.places["FC5"] == "desk/factcheck.toml:7"
    assert desk.for_file("elsewhere/c.md").fail_on == "warning"  # a pattern starts from its file's folder


def test_the_command_goes_before_the_draft_and_the_draft_before_the_desk(put: Callable[[str, str], Path]) -> None:
    put("factcheck.toml", "select = ['FC501']\nfail_on = 'note'\ntimezone = 'Asia/Tokyo'\n")
    put("draft.md", f"---\nfactcheck: {{select: [FC101], fail_on: warning}}\n---\n{WRONG}")
    put("plain.md", WRONG)
    assert codes("plain.md") == []
    assert codes("draft.md") == ["FC101"]
    asked = Asked(settings=Settings(select=("FC104",), places={"FC104": "--select"}), reads_settings=True)
    assert codes("draft.md", asked) == []
    report, _ = check_paths(["draft.md", "plain.md"], Asked(reads_settings=True))
    assert [document.fail_on for document in report.documents] == ["warning", "note"]


def test_the_desk_s_zone_and_day_hold_where_a_draft_gives_none(put: Callable[[str, str], Path]) -> None:
    put("factcheck.toml", "timezone = 'Asia/Yekaterinburg'\npublished = '2024-01-15'\n")
    text = "A missile was fired at 2:55 p.m. local time on Sunday, Jan. 14."
    put("draft.txt", text)
    put("dated.md", f"---\npublished: 2023-01-15\nfactcheck: {{timezone: Asia/Seoul}}\n---\n{text}")

    def times(path: str) -> list[str | None]:
        report, _ = check_paths([path], Asked(reads_settings=True))
        return [claim.resolved for claim in report.claims if claim.kind == "time"]

    assert times("draft.txt") == ["2024-01-14T09:55:00Z"]
    assert times("dated.md") == ["2023-01-14T05:55:00Z"]


def test_severity_of_the_desk(put: Callable[[str, str], Path]) -> None:
    put("factcheck.toml", "[severity]\nFC1 = 'note'\npair-coarse = 'error'\n")
    put("draft.txt", WRONG + "\n" + COARSE)
    report, _ = check_paths(["draft.txt"], Asked(reads_settings=True))
    assert [(one.code, one.severity) for one in report.findings] == [("FC101", "note"), ("FC102", "error")]


def test_what_is_within_the_tolerance_is_set_aside_and_said(put: Callable[[str, str], Path]) -> None:
    put("factcheck.toml", "tolerance = {sources-disagree = 0.2, FC1 = 0.05}\nsources = ['seoul.md']\n")
    put("seoul.md", "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km on Jan. 14, 2024.\n")
    put("draft.txt", "The missile flew about 1,000 km (600 miles) on Jan. 14, 2024.\n")
    report, _ = check_paths(["draft.txt"], Asked(reads_settings=True))
    assert report.findings == ()
    assert {(one.code, one.by, one.reason) for one in report.suppressed} == {
        ("FC401", "settings", "within the tolerance of 20 percent"),
        ("FC102", "settings", "within the tolerance of 5 percent"),
    }
    put("factcheck.toml", "tolerance = {FC4 = 0.1}\nsources = ['seoul.md']\n")
    assert codes("draft.txt") == ["FC102", "FC401"]


@pytest.mark.parametrize(
    ("style", "found"), [("ap", ["FC117"]), ("metric", ["FC116"]), (None, [])], ids=["ap", "metric", "none"]
)
def test_the_house_style(put: Callable[[str, str], Path], style: str | None, found: list[str]) -> None:
    put("factcheck.toml", f"style = '{style}'\n" if style else "fail_on = 'note'\n")
    put("draft.txt", "It flew 1,000 km (620 miles).\n" if style == "ap" else "It flew 620 miles (1,000 km).\n")
    assert codes("draft.txt") == found


def test_the_sources_of_the_desk_are_no_drafts_and_start_from_its_folder(
    put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("factcheck.toml", "sources = ['wires/seoul.md']\n")
    put("wires/seoul.md", "---\nsource: South Korea JCS\n---\nThe missile flew about 800 km on Jan. 14, 2024.\n")
    put("today/draft.txt", "The missile flew about 1,000 km on Jan. 14, 2024.\n")
    report, troubles = check_paths(["."], Asked(reads_settings=True))
    assert troubles == ()
    assert [(one.path, one.role) for one in report.documents] == [
        ("today/draft.txt", "draft"),
        ("wires/seoul.md", "source"),
    ]
    assert [finding.code for finding in report.findings] == ["FC401"]
    monkeypatch.chdir("today")
    assert codes("draft.txt") == ["FC401"]
    # Checked by itself, a source is not held against itself, and nobody need be told.
    report, troubles = check_paths(["../wires/seoul.md"], Asked(reads_settings=True))
    assert ([one.role for one in report.documents], troubles) == (["draft"], ())


def test_standard_input_has_the_settings_of_its_name(put: Callable[[str, str], Path]) -> None:
    put("desk/factcheck.toml", "ignore = ['FC101']\n")
    stdin = Asked(reads_settings=True, stdin=WRONG.encode(), stdin_name="desk/draft.txt")
    assert codes("-", stdin) == []
    assert codes("-", Asked(reads_settings=True, stdin=WRONG.encode())) == ["FC101"]


def test_desks_are_read_once(put: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    put("factcheck.toml", "fail_on = 'note'\n")
    put("a/b/c/draft.txt", "")
    desks = Desks()
    first = desks.of("a/b/c/draft.txt")
    monkeypatch.setattr("checker.settings.finding.settings_file", lambda _: pytest.fail("asked again"))
    assert desks.of("a/b/other.txt") is first
    assert desks.of("a/b/c") is first


# What is shown of settings.


def test_config_says_what_holds_and_why(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("house.toml", "fail_on = 'note'\nignore = ['FC102']\n")
    put(
        "factcheck.toml",
        "extend = 'house.toml'\n\n[files.'opinion/**']\nignore = {FC103 = 'as the wire has it'}\nstyle = 'ap'\n",
    )
    assert main(["config", "opinion/draft.md"]) == 0
    plain = capsys.readouterr().out
    assert plain == 'fail_on = "note"\nstyle = "ap"\nignore = { "FC102" = "", "FC103" = "as the wire has it" }\n'
    assert main(["config", "--explain", "opinion/draft.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "# factcheck.toml extends house.toml"
    assert 'fail_on = "note"  # house.toml:1' in lines
    assert 'style = "ap"  # factcheck.toml:5 [files."opinion/**"]' in lines
    assert any(line.endswith('# house.toml:2, factcheck.toml:4 [files."opinion/**"]') for line in lines)
    assert "# gitignore = true  # default" in lines
    assert "# timezone is not set" in lines
    assert main(["config", "--explain", "--isolated"]) == 0
    assert capsys.readouterr().out.startswith("# no settings file: all is as it comes\n# fail_on = ")


def test_every_setting_is_explained(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("factcheck.toml", "")
    assert main(["config", "--explain"]) == 0
    out = capsys.readouterr().out
    missing = [key for key in schema("settings")["properties"] if not re.search(rf"^# {key}[ .]", out, re.MULTILINE)]
    assert missing == ["extend", "files"]


def test_config_refuses_what_check_refuses(put: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    put("factcheck.toml", "ignroe = []\n")
    assert main(["config"]) == 2
    assert capsys.readouterr().err.startswith('factcheck: factcheck.toml:1: the key "ignroe" is not known; ')


@pytest.mark.parametrize(
    ("text", "status"),
    [("fail_on = 'warning'\nignore = {FC102 = 'round'}\n[files.'a/**']\nstyle = 'ap'\n", 0), ("fail-on = 'note'\n", 1)],
)
def test_an_editor_s_validator_reads_the_published_schema(
    put: Callable[[str, str], Path], text: str, status: int
) -> None:
    published = put("settings.schema.json", schema_text("settings"))
    settings = put("factcheck.toml", text)
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(published), str(settings)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr


def test_the_schema_needs_no_other() -> None:
    assert "urn:factcheck:schema:" not in json.dumps(schema("settings")["properties"])


# Rules of the desk's own.

RULE = '''"""A missile is called by a name that the house does not use.

## What it checks
The name.
"""

from checker.claims import Claim
from checker.rulebook import Rule

RULE = Rule(code="FC801", name="house-name", severity="warning", looks_at=Claim, since="1.0")


def check(claim):
    if claim.kind == "missile_name":
        yield RULE.finding(claim.span, "the house writes the name in full")
'''


def test_a_rule_of_the_desk_s_own_runs_as_ours_do(put: Callable[[str, str], Path]) -> None:
    put("newsroom/fc801_house_name.py", RULE)
    put("factcheck.toml", "rule_folders = ['newsroom']\n[files.'b.txt']\nignore = {house-name = 'a quotation'}\n")
    text = "North Korea fired a Hwasong-15 missile on Sunday.\n"
    put("a.txt", text)
    put("b.txt", text)
    assert codes("a.txt") == ["FC801"]
    assert codes("b.txt") == []
    put("c.txt", f"{text.strip()} <!-- factcheck: ignore[house-name] in the headline too -->\n")
    assert codes("c.txt") == []
    assert codes("a.txt", Asked()) == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("fc101_pair_disagrees.py", RULE, "newsroom/fc101_pair_disagrees.py: the code FC101 is not a desk's to give; "),
        ("fc802_house_name.py", RULE, "newsroom/fc802_house_name.py: its card says FC801; "),
        ("fc801_house_name.py", "RULE = None\n", "newsroom/fc801_house_name.py: the rule cannot be loaded ("),
        ("fc801_house_name.py", "import nowhere\n", "newsroom/fc801_house_name.py: the rule cannot be loaded (Module"),
        ("house_name.py", RULE, "newsroom: there is no rule in this folder; "),
    ],
)
def test_a_rule_that_cannot_be_used_is_named(
    put: Callable[[str, str], Path], name: str, text: str, sentence: str
) -> None:
    put(f"newsroom/{name}", text)
    put("factcheck.toml", "rule_folders = ['newsroom']\n")
    put("draft.txt", WRONG)
    assert trouble("draft.txt")[: len(sentence)] == sentence


def test_a_settings_file_that_is_not_there(put: Callable[[str, str], Path]) -> None:
    put("draft.txt", WRONG)
    with pytest.raises(InputError, match=r"gone.toml: there is no such settings file; check the path"):
        check_file("draft.txt", settings="gone.toml")
