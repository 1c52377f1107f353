"""What an HTML page says of itself: its title, its day of publication, its language."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from checker.readers.tags import values

if TYPE_CHECKING:
    from checker.readers.tags import Tag

# From the surest to the least sure; `time` and `meta` with itemprop="datePublished" come under that name.
_DATES = (
    "article:published_time",
    "datepublished",
    "json-ld",
    "og:published_time",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
)
_PUBLISHED = re.compile(r'"datePublished"\s*+:\s*+"([^"]{8,40})"')


class About:
    """Collect what tags and scripts say of the page."""

    def __init__(self, text: str) -> None:
        """Begin with nothing."""
        self._text = text
        self._found: dict[str, str] = {}
        self.language: str | None = None

    @property
    def published(self) -> str | None:
        """The day of publication as an ISO date, on the clock that the page gives it by."""
        return next((self._found[name] for name in _DATES if name in self._found), None)

    def tag(self, tag: Tag) -> None:
        """Take what a tag says."""
        if tag.name == "html":
            self.language = values(self._text, tag).get("lang") or self.language
        elif tag.name in {"meta", "time"}:
            said = values(self._text, tag)
            name = said.get("property") or said.get("name") or said.get("itemprop") or ""
            if tag.name == "time":
                name = "pubdate" if "pubdate" in said else said.get("itemprop", "")
            self._date(name.lower(), said.get("content") or said.get("datetime") or "")

    def script(self, text: str) -> None:
        """Take what the data for search engines say, in a script."""
        if found := _PUBLISHED.search(text):
            self._date("json-ld", found[1])

    def _date(self, name: str, value: str) -> None:
        if name not in _DATES:
            return
        try:
            day = datetime.datetime.fromisoformat(value.strip()).date().isoformat()
        except ValueError:
            return
        self._found.setdefault(name, day)
