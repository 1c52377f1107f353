"""YAML front matter: what a draft says of itself between two lines of three hyphens."""

from __future__ import annotations

import datetime
import re
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from checker.frozen import dataclass
from checker.readers.settings import read_settings
from checker.settings.values import Settings
from checker.source import Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from yaml import MappingNode, Node

    from checker.readers.settings import Place
    from checker.source import Source

_OPEN = re.compile(r"---[ \t]*+(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter says; `published` is an ISO date, `settings` what it asks for under `factcheck`.

    `issued` is the moment of publication in UTC where the hour is given, for telling two statements of a day apart.
    """

    title: str | None = None
    published: str | None = None
    issued: str | None = None
    language: str | None = None
    source: str | None = None
    sources: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)

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
        node, data = _loaded(source.text[start:end])
    except yaml.MarkedYAMLError as trouble:
        line = source.position(start + (trouble.problem_mark.index if trouble.problem_mark else 0)).line
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
    spans = _spans(node, source, _spanned(source, start))
    return replace(
        _metadata(data, f"{source.name}:{first_line}"),
        settings=_settings(data.get("factcheck"), source, spans),
    )


def _loaded(text: str) -> tuple[Any, Any]:
    """Return the nodes of a YAML text, for their lines, and what they say."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _spanned(source: Source, start: int) -> Callable[[Node], Span]:
    """Return what finds the span of a node of front matter that starts at an offset."""

    def at(mark: Any) -> int:
        # Not by its line: YAML ends lines in a few more places than we do.
        return min(start + int(mark.index), len(source.text))

    return lambda node: Span(at(node.start_mark), at(node.end_mark))


def _spans(node: MappingNode, source: Source, span_of: Callable[[Node], Span]) -> dict[Place, Span]:
    """Return the span of each key under `factcheck`, and of what it says; InputError for a key that stands twice."""
    found: dict[Place, Span] = {}
    for key, value in _once(node, source, span_of):
        if key.value == "factcheck":
            found[()] = span_of(key)
            if isinstance(value.value, list):
                found |= _spans_of_settings(value, source, span_of)
    return found


def _once(node: MappingNode, source: Source, span_of: Callable[[Node], Span]) -> Iterator[tuple[Any, Any]]:
    """Yield the keys and values of a mapping; InputError for a key that stands in it twice."""
    seen: set[str] = set()
    for key, value in node.value:
        if str(key.value) in seen:
            line = source.position(span_of(key).start).line
            raise InputError(f"{source.name}:{line}", f"the key {key.value} stands here twice", "keep one of them")
        seen.add(str(key.value))
        yield key, value


def _spans_of_settings(
    node: MappingNode, source: Source, span_of: Callable[[Node], Span]
) -> Iterator[tuple[Place, Span]]:
    if not all(isinstance(entry, tuple) for entry in node.value):
        return
    for key, value in _once(node, source, span_of):
        name = str(key.value)
        yield (name,), span_of(key)
        if not isinstance(value.value, list):
            continue
        if all(isinstance(item, tuple) for item in value.value):
            yield from (((name, str(inner.value)), span_of(inner)) for inner, _ in _once(value, source, span_of))
        else:
            yield from (((name, index), span_of(item)) for index, item in enumerate(value.value))


def _settings(values: Any, source: Source, spans: Mapping[Place, Span]) -> Settings:
    if not values and not isinstance(values, (bool, int)):
        return Settings()
    if not isinstance(values, dict):
        place = f"{source.name}:{source.position(spans[()].start).line}"
        raise InputError(place, "`factcheck` is not a list of settings", "write `key: value` lines under it")
    plain = {str(key): _named(value) for key, value in values.items()}
    return read_settings(plain, source, spans)


def _named(value: Any) -> Any:
    """Return a mapping with its keys as text: YAML may have read them as something else."""
    return {str(key): inner for key, inner in value.items()} if isinstance(value, dict) else value


def _metadata(data: dict[Any, Any], place: str) -> Metadata:
    sources = data.get("sources") or ()
    sources = (sources,) if isinstance(sources, str) else sources
    if not isinstance(sources, (list, tuple)) or not all(isinstance(item, str) for item in sources):
        raise InputError(place, "`sources` is not a list of paths", "write one path a line, each after a hyphen")
    published = data.get("published", data.get("date"))
    return Metadata(
        title=_text(data.get("title")),
        published=None if published is None else iso_date(published, place),
        issued=None if published is None else _moment(published),
        language=_text(data.get("language", data.get("lang"))),
        source=_text(data.get("source")),
        sources=tuple(sources),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _moment(value: object) -> str | None:
    """Return a date with its hour in UTC, None for a day alone; an hour without a zone is taken as UTC's."""
    try:
        moment = value if isinstance(value, datetime.datetime) else datetime.datetime.fromisoformat(str(value).strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=datetime.UTC)
    has_hour = isinstance(value, datetime.datetime) or ":" in str(value)
    return moment.astimezone(datetime.UTC).isoformat() if has_hour else None


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
