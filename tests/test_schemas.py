"""The published schemas: well-formed, described, true to the report contract, and read from this checkout."""

from __future__ import annotations

import copy
import json
import socket
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from checker import schemata
from checker.claims import KINDS, MODALITIES
from checker.figures import QUALIFIERS
from checker.findings import SEVERITIES
from checker.trouble import InputError
from checker.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = schemata.schema_names()


def records(part: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each part of a schema that describes a record."""
    if isinstance(part, dict):
        if part.get("type") == "object":
            yield path, part
        for key, inner in part.items():
            if key not in {"examples", "default"}:
                yield from records(inner, f"{path}/{key}")
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from records(inner, f"{path}/{index}")


RECORDS = [(name, path, part) for name in NAMES for path, part in records(schemata.schema(name), "")]
PROPERTIES = [
    (name, f"{path}/properties/{key}", inner)
    for name, path, part in RECORDS
    for key, inner in part.get("properties", {}).items()
]


def target(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """Return what a part says itself and by what it refers to."""
    if "$ref" not in part:
        return part
    home, _, pointer = part["$ref"].partition("#")
    found = schemata.schema(home.split(":")[3] if home else name)
    for key in pointer.split("/")[1:]:
        found = found[key]
    return {**found, **part}


def test_there_is_a_schema_of_every_published_name() -> None:
    assert NAMES == ("bounds", "claim", "event", "fact", "finding", "record", "report", "settings", "statement")


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_accepts_its_examples(name: str) -> None:
    schema = schemata.schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:factcheck:schema:{name}:1"
    assert schema["examples"]
    for example in schema["examples"]:
        assert list(schemata.validator(name).iter_errors(example)) == []


@pytest.mark.parametrize(("name", "path", "part"), PROPERTIES, ids=[name + path for name, path, _ in PROPERTIES])
def test_a_property_is_described_with_examples_that_fit(name: str, path: str, part: dict[str, Any]) -> None:
    whole = target(name, part)
    assert whole.get("description"), path
    assert whole.get("examples"), path
    for example in whole["examples"]:
        assert list(schemata.validator(name, path).iter_errors(example)) == [], (path, example)


@pytest.mark.parametrize(("name", "path", "part"), RECORDS, ids=[name + path for name, path, _ in RECORDS])
def test_a_record_says_which_keys_it_takes(name: str, path: str, part: dict[str, Any]) -> None:
    if path.endswith("/then/properties/interval"):  # a condition on a record described elsewhere
        return
    extra = part.get("additionalProperties")
    if isinstance(extra, dict) and name == "settings":  # a table by rule or by pattern: its values are described
        assert extra.get("examples") or "$ref" in extra, path
        return
    assert extra is False or (name == "finding" and path == "/properties/evidence"), path


def test_the_schemas_know_the_program_s_words() -> None:
    parts = schemata.schema("claim")["$defs"]
    assert tuple(parts["kind"]["enum"]) == KINDS
    assert tuple(parts["unit"]["enum"]) == tuple(UNITS)
    assert tuple(parts["qualifier"]["enum"]) == QUALIFIERS
    assert tuple(parts["modality"]["enum"]) == MODALITIES
    assert tuple(schemata.schema("finding")["$defs"]["severity"]["enum"]) == SEVERITIES


def contract_example() -> dict[str, Any]:
    """Return a report with every field of the report contract and none beyond."""
    [claim, _] = copy.deepcopy(schemata.schema("claim")["examples"])
    [finding] = copy.deepcopy(schemata.schema("finding")["examples"])
    [agreement] = copy.deepcopy(schemata.schema("report")["$defs"]["agreement"]["examples"])
    return {
        "schema_version": "1",
        "tool": {"name": "factcheck", "version": "0.1.0", "record": "2026-11-25"},
        "documents": [
            {
                "path": "article.txt",
                "role": "draft",
                "media_type": "text/plain",
                "language": "en",
                "published": "2024-01-14",
                "coverage": {"figures": 7, "claims": 12, "checked": 9},
                "claims": [claim],
                "events": [
                    {
                        "id": "e1",
                        "date": "2024-01-14",
                        "country": "PRK",
                        "claims": ["c1", "c2", "c3"],
                        "record": None,
                    }
                ],
                "findings": [finding],
            }
        ],
        "agreement": [agreement],
        "suppressed": [
            {
                "path": "draft.md",
                "code": "FC101",
                "span": {"start": 60, "end": 90},
                "reason": "checked by phone",
                "by": "comment",
            }
        ],
        "summary": {"documents": 1, "claims": 12, "findings": {"error": 0, "warning": 0, "note": 1}},
    }


def test_the_report_of_the_contract_is_accepted() -> None:
    assert list(schemata.validator("report").iter_errors(contract_example())) == []


def test_no_field_of_the_contract_may_be_missing() -> None:
    whole = contract_example()
    evidence = whole["documents"][0]["findings"][0]["evidence"]  # its keys depend on the rule

    def holders(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield value, key
                yield from holders(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from holders(inner)

    for holder, key in list(holders(whole)):
        kept = dict(holder)
        del holder[key]
        assert schemata.validator("report").is_valid(whole) == (holder is evidence), key
        holder.clear()
        holder.update(kept)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"value": "1000"}, "'1000' is not of type"),
        ({"unit": "klick"}, "'klick' is not one of"),
        ({"kind": "date", "unit": None, "interval": None}, "1000 is not of type 'string'"),
        ({"kind": "eez", "unit": None, "interval": None, "value": "no"}, "'no' is not of type 'boolean'"),
        (
            {"kind": "missile_class", "unit": None, "interval": None, "value": "rocket"},
            "'rocket' is not one of",
        ),
        ({"kind": "count", "unit": None, "interval": None, "value": 2.5}, "2.5 is not of type 'integer'"),
        ({"kind": "site", "unit": "km", "interval": None, "value": "Sunan"}, "'km' is not of type 'null'"),
        ({"interval": None}, "None is not of type 'object'"),
        ({"span": {"start": -1, "end": 5}}, "-1 is less than the minimum"),
    ],
)
def test_a_claim_of_the_wrong_shape_is_refused(change: dict[str, Any], problem: str) -> None:
    claim = {**schemata.schema("claim")["examples"][0], **change}
    messages = [error.message for error in schemata.validator("claim").iter_errors(claim)]
    assert any(problem in message for message in messages), messages


def test_a_name_that_no_schema_has_is_refused_with_the_names() -> None:
    with pytest.raises(InputError, match="claim, event, fact, finding, record, report, settings, statement"):
        schemata.schema_text("clame")
    with pytest.raises(InputError):
        schemata.schema_text("../pyproject")
    assert json.loads(schemata.schema_text("claim")) == schemata.schema("claim")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a schema was looked for on the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for name in NAMES:
        schemata.validator.__wrapped__(name).is_valid({})
