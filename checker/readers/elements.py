"""The elements of HTML, by what they do to the words in them."""

from __future__ import annotations


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = _named("h1 h2 h3 h4 h5 h6 title")
CELLS = _named("td th")
ROWS = _named("table tbody td tfoot th thead tr")
BLOCKS = (
    _named("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption")
    | _named("figure footer head header hgroup hr html legend li main ol p pre search section summary ul")
    | HEADINGS
    | CELLS
    | ROWS
)
# Their words are no prose of the page.
SILENT_BLOCKS = _named("audio form iframe menu nav video")
STRUCK = _named("del s strike")
CODE = _named("code kbd samp tt")
SILENT = (
    _named("button canvas datalist map math noembed noframes noscript object script select style svg template textarea")
    | SILENT_BLOCKS
    | STRUCK
    | CODE
)
SILENT_ROLES = _named("banner contentinfo menu menubar navigation search")
# Around an article or a main they hold the page's furniture, inside it words of the article.
AROUND = _named("aside footer header")
INNER = _named("article main")
VOID = _named("area base br col embed hr img input link meta param source track wbr")
# Their end tags may be left out: another of them ends them.
OPEN_ENDED = _named("dd dt li option p td th tr")
# Emphasis: it may go when its words are replaced.
LIGHT = _named("b em i strong u")
