"""YAML front matter: what a draft says of itself between two lines of three hyphens."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.source import Source

_OPEN = re.compile(r"---[ \t]*+(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter says; `published` is an ISO date, `settings` the unread mapping under `factcheck`."""

    title: str | None = None
    published: str | None = None
    language: str | None = None
    source: str | None = None
    sources: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)

    def published_on(self, date: str) -> Metadata:
        """Return the same with a publication date."""
        return replace(self, published=date)


def split_front_matter(source: Source) -> tuple[int, Metadata]:
    """Return where the body begins, and the metadata; InputError where the front matter cannot be read."""
    text = source.text
    opened = _OPEN.match(text)
    if not opened:
        return 0, Metadata()
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        # A thematic break may open a file; front matter would say something before the next blank line.
        first = text[opened.end() : opened.end() + 200].lstrip("\r\n").splitlines()[:1]
        if first and re.match(r"[A-Za-z_]+:(?:\s|$)", first[0]):
            raise InputError(f"{source.name}:1", "the front matter is not closed", "end it with a line of ---")
        return 0, Metadata()
    return closed.end(), _parse(source, opened.end(), closed.start())


def _parse(source: Source, start: int, end: int) -> Metadata:
    import yaml

    first_line = source.position(start).line
    try:
        data = yaml.load(source.text[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.MarkedYAMLError as trouble:
        line = first_line + (trouble.problem_mark.line if trouble.problem_mark else 0)
        reason = trouble.problem or "it is not YAML"
        raise InputError(
            f"{source.name}:{line}", f"the front matter cannot be read ({reason})", "correct the YAML"
        ) from None
    except (yaml.YAMLError, ValueError) as trouble:
        reason = str(trouble).splitlines()[0]
        raise InputError(
            f"{source.name}:{first_line}", f"the front matter cannot be read ({reason})", "correct the YAML"
        ) from None
    if data is None:
        return Metadata()
    if not isinstance(data, dict):
        raise InputError(
            f"{source.name}:{first_line}",
            "the front matter is not a list of keys",
            "write it as `key: value` lines",
        )
    return _metadata(data, f"{source.name}:{first_line}")


def _metadata(data: dict[Any, Any], place: str) -> Metadata:
    sources = data.get("sources") or ()
    sources = (sources,) if isinstance(sources, str) else sources
    if not isinstance(sources, (list, tuple)) or not all(isinstance(item, str) for item in sources):
        raise InputError(place, "`sources` is not a list of paths", "write one path a line, each after a hyphen")
    settings = data.get("factcheck") or {}
    if not isinstance(settings, dict):
        raise InputError(place, "`factcheck` is not a list of settings", "write `key: value` lines under it")
    published = data.get("published", data.get("date"))
    return Metadata(
        title=_text(data.get("title")),
        published=None if published is None else iso_date(published, place),
        language=_text(data.get("language", data.get("lang"))),
        source=_text(data.get("source")),
        sources=tuple(sources),
        settings=settings,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def iso_date(value: object, place: str) -> str:
    """Return a publication date as an ISO date; InputError for anything else."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    try:
        return datetime.datetime.fromisoformat(str(value).strip()).date().isoformat()
    except ValueError:
        raise InputError(
            place, f"the publication date {str(value)!r} is not a date", "write it as YYYY-MM-DD"
        ) from None
