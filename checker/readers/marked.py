"""YAML or JSON as plain values, each knowing where in the file it stands.

YAML is read by its grammar alone. What a plain scalar means is decided as in JSON: 14:53 is text and no
number of seconds, `no` is text, a date is text.
"""

from __future__ import annotations

import math
import re
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from checker.frozen import dataclass
from checker.source import Span
from checker.trouble import InputError

if TYPE_CHECKING:
    from yaml import MappingNode, Node

    from checker.source import Source

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<fraction>\.[0-9]+)?(?P<power>[eE][-+]?[0-9]+)?")
_PLAIN_TAG = re.compile(r"tag:yaml\.org,2002:[a-z]+")
_WORDS: dict[str, object] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST = 1_000_000
_LONGEST_NUMBER = 40
_DEEPEST = 20

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of dicts, lists and scalars, with the span and the words of each part by its path."""

    value: object
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    written: dict[Path, str] = field(default_factory=dict)


def read_marked(source: Source) -> Marked:
    """Read a file; InputError where it is neither YAML nor JSON, or uses more of YAML than a desk needs."""
    reader = _Reader(source)
    return Marked(reader.build(_compose(source), ()), reader.spans, reader.keys, reader.written)


def trouble(source: Source, offset: int, problem: str, remedy: str) -> InputError:
    """Return an error that names the line of an offset."""
    return InputError(f"{source.name}:{source.position(offset).line}", problem, remedy)


def _compose(source: Source) -> Node:
    import yaml

    text = source.text
    if len(text) > _LONGEST:
        raise trouble(source, 0, "is too long for a statement", "give a file of less than a million characters")
    if text.lstrip()[:1] in {"{", "["}:
        # JSON may be indented with tabs, YAML may not; JSON has no tab inside a text, so none is changed.
        text = text.replace("\t", " ")
    try:
        node: Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        tab = "a tab where YAML takes spaces" if "\\t" in (error.problem or "") else error.problem
        remedy = "indent with spaces" if tab != error.problem else "check the colons, quotation marks and indents"
        at = min(mark.index, len(text)) if mark else 0
        raise trouble(source, at, f"cannot be read as YAML or JSON ({tab})", remedy) from None
    except yaml.reader.ReaderError as error:
        problem = f"the character U+{int(error.character):04X} has no place in it"
        raise trouble(source, error.position, problem, "take it out") from None
    except RecursionError:
        raise trouble(source, 0, "is nested too deeply", "write it as in the schema's example") from None
    if node is None:
        raise trouble(source, 0, "says nothing", "write at least source, published and launches")
    return node


class _Reader:
    """Build values from nodes and keep where they stand."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spans: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.written: dict[Path, str] = {}
        self._seen: set[int] = set()

    def build(self, node: Node, path: Path) -> object:
        import yaml

        if len(path) > _DEEPEST:
            raise self._refused(node, "is nested too deeply", "write it as in the schema's example")
        if id(node) in self._seen:
            raise self._refused(node, "refers to another place by *name", "write the value out")
        if not _PLAIN_TAG.fullmatch(node.tag):
            raise self._refused(node, f"has the tag {node.tag}", "leave the tag out")
        self._seen.add(id(node))
        self.spans[path] = self._span(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        self.written[path] = node.value
        return _scalar(node.value, node.style if isinstance(node, yaml.ScalarNode) else None)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        import yaml

        made: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._refused(key, "a key is no word", "write keys as words")
            name = _text(key.value)
            if name in made:
                raise self._refused(key, f"the key {name} stands here twice", "keep one of them")
            self.keys[*path, name] = self._span(key)
            made[name] = self.build(value, (*path, name))
        return made

    def _refused(self, node: Node, problem: str, remedy: str) -> InputError:
        return trouble(self.source, node.start_mark.index, problem, remedy)

    def _span(self, node: Node) -> Span:
        """Return a node's span; a block ends where its last part ends, not at the next token."""
        import yaml

        start, end = node.start_mark.index, node.end_mark.index
        last = node
        while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
            last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
            if last.start_mark.index < start:  # an alias: it stands elsewhere
                break
            end = last.end_mark.index
        end = min(end, len(self.source.text))
        return Span(start, start + len(self.source.text[start:end].rstrip()))


def _scalar(written: str, style: str | None) -> object:
    if style is not None:
        return _text(written.rstrip("\n") if style in "|>" else written)
    if written in _WORDS:
        return _WORDS[written]
    number = _NUMBER.fullmatch(written)
    if not number or len(written) > _LONGEST_NUMBER:
        return _text(written)
    if not number["fraction"] and not number["power"]:
        return int(written)
    value = float(written)
    return value if math.isfinite(value) else written


def _text(value: str) -> str:
    """Join the two halves that JSON escapes make of a character beyond U+FFFF."""
    if value.isascii():
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
