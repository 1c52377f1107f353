"""The room of the record: looking up, joining a draft's launch, a desk's own files, the command."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from checker import check_file, check_text, data
from checker.cli import main
from checker.record.files import COLUMNS, own
from checker.record.lookup import Record, record
from checker.trouble import InputError

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = data.folder("seeds") / "cases" / "2024-01-14" / "article.txt"
HEADER = ",".join(COLUMNS)
DESK = f"""{HEADER}
kp-2026-02-03,zone,Asia/Seoul,,2026-02-03,,our wire of Feb. 3,
kp-2026-02-03,range,~450,South Korea JCS,2026-02-03,,our wire of Feb. 3,
kp-2024-01-14,range,~1500,,2024-01-20,,our notebook,
"""


def joined(text: str, published: str = "2024-01-20", **more: object) -> list[str | None]:
    report = check_text(text, published=published, **more)  # type: ignore[arg-type]
    return [event.record for event in report.documents[0].events]


def found(text: str, published: str = "2024-01-20", records: tuple[str | Path, ...] = ()) -> list[tuple[str, str]]:
    report = check_text(text, published=published, records=records)
    return [(finding.code, finding.words) for finding in report.findings if finding.code.startswith("FC6")]


def test_a_launch_is_found_by_its_day() -> None:
    (entry,) = record().on("2024-01-14", "PRK")
    assert (entry.id, entry.country, entry.zone) == ("kp-2024-01-14", "PRK", "Asia/Seoul")
    assert [value.words for value in entry.of("range")] == ["about 1,000 km", "about 1,000 km", "at least 500 km"]
    assert [f"{instant:%H:%M %z}" for instant in entry.instants] == ["14:55 +0900", "14:53 +0900"]
    assert record().on("2024-01-14", "IRN") == ()
    assert record().on("2024-01-15") == ()


def test_a_value_that_was_revised_is_kept() -> None:
    (entry,) = record().on("2021-09-15")
    assert [value.text for value in entry.of("eez")] == ["inside"]
    assert [(value.text, value.until) for value in entry.of("eez", past=True)] == [
        ("outside", "2021-09-15"),
        ("inside", ""),
    ]


def test_launches_are_found_by_what_they_had() -> None:
    assert [entry.date for entry in record().having("missile", "hwasong-15")] == [
        "2017-11-29",
        "2022-03-24",
        "2023-02-18",
    ]
    assert len(list(record().by("PRK"))) + len(list(record().by("IND"))) > 150


def test_it_knows_how_far_it_can_know() -> None:
    assert record().knows("PRK", "ballistic", "2020-01-01", "2023-12-31")
    assert record().knows("PRK", "ballistic", "2010-01-01", "2023-12-31") is None
    assert record().knows("IND", "ballistic", "2020-01-01", "2023-12-31") is None


def test_a_look_up_takes_less_than_five_milliseconds() -> None:
    own()  # the file's bytes, which the system may have to fetch
    taken = []
    for _ in range(9):
        own.cache_clear()
        begun = time.perf_counter()
        assert Record((own(),)).on("2024-01-14", "PRK")[0].of("range")
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.005


def test_a_draft_without_a_launch_does_not_load_the_record() -> None:
    code = (
        "import sys, checker; checker.check_text('The road is 300 km (500 miles) long.');"
        "print({'checker.record.lookup', 'checker.record.files'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea fired a missile on Sunday that flew 1,000 km.", ["kp-2024-01-14"]),
        ("Sunday's missile launch by North Korea covered 1,000 km.", ["kp-2024-01-14"]),
        ("North Korea fired a Hwasong-17 on Nov. 3, 2022, that flew 760 km.", ["kp-2022-11-03-1"]),
        ("North Korea fired a missile from Sunan on Nov. 3, 2022.", ["kp-2022-11-03-1"]),
        (
            "North Korea fired missiles on July 1, 2024.",
            ["kp-2024-07-01-1;kp-2024-07-01-2"],
        ),
        ("Iran fired a missile on Jan. 14, 2024, that flew 1,000 km.", [None]),
        ("North Korea fired a missile on Jan. 16, 2024, that flew 1,000 km.", [None]),
        ("North Korea fired a missile that flew 1,000 km.", [None]),
    ],
)
def test_a_draft_s_launch_is_joined(text: str, expected: list[str | None]) -> None:
    assert joined(text, "2024-01-20" if "2024-07" not in text and "July" not in text else "2024-07-02") == expected


def test_a_launch_that_is_not_in_the_record_gets_no_finding() -> None:
    text = (
        "North Korea fired three intercontinental missiles from Wonsan at 3 a.m. on March 3, 2021, which flew 9,000 km "
        "at an altitude of 10 km and fell inside Japan's exclusive economic zone."
    )
    assert found(text, "2021-03-04") == []


def test_the_report_states_the_record_and_the_join() -> None:
    report = check_text("North Korea fired a missile on Sunday that flew 1,000 km.", published="2024-01-14").to_dict()
    assert report["tool"] == {"name": "factcheck", "version": "0.1.0", "record": data.record_version()}
    assert report["documents"][0]["events"][0]["record"] == "kp-2024-01-14"  # type: ignore[index]


def test_a_finding_names_the_entry_and_its_sources() -> None:
    report = check_text("On Jan. 30, 2022, North Korea fired a missile that flew 1,800 km.")
    (finding,) = report.findings
    assert finding.code == "FC601"
    assert "the record has" in finding.message
    assert finding.evidence["entry"] == "kp-2022-01-30"
    assert finding.sources == ("record kp-2022-01-30: CNS, CSIS-BP, DDEF-17515280",)


def test_a_desk_adds_launches_and_values(tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text(DESK, encoding="utf-8")
    new = "North Korea fired a missile on Feb. 3, 2026, that flew 900 km."
    old = "North Korea fired a missile on Jan. 14, 2024, that flew 1,500 km."

    assert found(new, "2026-02-04") == []
    assert found(new, "2026-02-04", (file,)) == [("FC601", "900 km")]
    assert found(old) == [("FC601", "1,500 km")]
    assert found(old, records=(file,)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("launch,field\n", "ours.csv:1: is no header of a record file"),
        (f"{HEADER}\nkp-2026-02-03,range,~450,,2026-02-03,,,\n", "ours.csv:2: names no source"),
        (f"{HEADER}\nkp-2026-02-30,range,~450,,2026-02-03,,x,\n", "ours.csv:2: has 'kp-2026-02-30' for a launch"),
        (f"{HEADER}\nkp-2026-02-03,reach,~450,,2026-02-03,,x,\n", "ours.csv:2: has 'reach' for a field"),
        (f"{HEADER}\nkp-2026-02-03,range,far,,2026-02-03,,x,\n", "ours.csv:2: has 'far' for range"),
        (f"{HEADER}\nkp-2026-02-03,range,450,,yesterday,,x,\n", "ours.csv:2: does not give the day"),
        (f"{HEADER}\nkp-2026-02-03,range,450\n", "ours.csv:2: has 3 fields, not 8"),
    ],
)
def test_a_desk_s_file_that_is_not_sound_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "ours.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        check_text("No launch.", records=(file,))
    assert str(refused.value).startswith(str(tmp_path / problem)[: len(str(tmp_path)) + 1] + problem)


def test_a_desk_s_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("No launch.\n", encoding="utf-8")
    assert main(["check", str(draft), "--record", str(tmp_path / "none.csv")]) == 2
    assert "none.csv: cannot be read (No such file or directory)" in capsys.readouterr().err


def test_the_command_shows_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["record", "2021-09-15"]) == 0
    shown = capsys.readouterr().out
    assert "kp-2021-09-15  PRK  2021-09-15" in shown
    assert "eez          outside  Japan MOD, until 2021-09-15  (corrected the same evening)" in shown
    assert "1 launch. Record of 2026-11-25." in shown


def test_the_command_finds_by_missile_site_and_day(capsys: pytest.CaptureFixture[str]) -> None:
    def ids(*words: str) -> list[str]:
        assert main(["record", *words, "--format", "csv"]) == 0
        table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        return list(dict.fromkeys(row["launch"] for row in table))

    assert ids("--missile", "KN-22") == ["kp-2017-11-29", "kp-2022-03-24", "kp-2023-02-18"]
    assert ids("--missile", "Hwasong-15", "--since", "2022-01-01") == ["kp-2022-03-24", "kp-2023-02-18"]
    assert ids("--missile", "Hwasong-15", "--site", "Sunan", "2023") == ["kp-2023-02-18"]
    assert ids("--since", "2025-12-01") == ["kp-2025-12-28"]
    assert len(ids("2024-01")) == 4


def test_the_command_s_csv_is_a_record_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["record", "2024-01-14", "--format", "csv"])
    file = tmp_path / "ours.csv"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["record", "2024-01-14", "--record", str(file), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["record"] == "2026-11-25"
    assert [launch["id"] for launch in answer["launches"]] == ["kp-2024-01-14"]
    assert [fact["id"] for fact in answer["facts"]] == ["irbm-jan-2024"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["2024-13"], "factcheck record: DATE: '2024-13' is no day; write it as 2024-01-14, 2024-01 or 2024"),
        (
            ["--missile", "Hwason-15"],
            "factcheck: Hwason-15: there is no such missile in the record's lists; did you mean Hwasong-15?",
        ),
        (
            ["--site", "Sunann"],
            "factcheck: Sunann: there is no such site in the record's lists; did you mean Sunan?",
        ),
    ],
)
def test_the_command_says_what_it_does_not_know(
    words: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", *words]) == 2
    assert problem in capsys.readouterr().err


def test_the_article_s_acts_are_held_against_the_record() -> None:
    report = check_file(ARTICLE)
    mine = {finding.code: finding for finding in report.findings if finding.code.startswith("FC6")}

    assert sorted(mine) == ["FC604", "FC605"]
    assert mine["FC604"].words == "South Korean soldiers"
    assert [report.documents[0].source.words(other.span) for other in mine["FC604"].related] == [
        "reintroduced heavy weapons",
        "rebuilt guard posts",
    ]
    assert mine["FC604"].evidence["record"] == "North Korea"
    assert mine["FC604"].evidence["entry"] == "gp-restored-north;gp-weapons-north"
    assert mine["FC605"].words == "military accord that Seoul suspended"
    assert mine["FC605"].evidence["entry"] == "cma-partial"
    assert all(finding.sources for finding in mine.values())
    assert {finding.severity for finding in report.findings} <= {"warning", "note"}


def test_the_article_with_its_one_word_set_right_has_no_swapped_actor(tmp_path: Path) -> None:
    right = tmp_path / "article.txt"
    right.write_text(
        ARTICLE.read_text(encoding="utf-8").replace("South Korean soldiers", "North Korean soldiers"), "utf-8"
    )

    assert [finding.code for finding in check_file(right).findings if finding.code.startswith("FC6")] == ["FC605"]


def test_acts_are_not_looked_for_without_a_day_of_publication_or_before_they_were() -> None:
    text = "North Korea fired a missile on Sunday. South Korean troops rebuilt guard posts."
    assert found(text, "2023-11-01") == []
    assert found(text, "2023-12-01") == [("FC604", "South Korean troops")]
    assert found(text, "2024-02-02") == []
