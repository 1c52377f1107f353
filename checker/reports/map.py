"""A flight on a map, as SVG: fit for print in black and white, told to a screen reader, nothing fetched."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zlib import crc32

from checker.earth.picture import Plane
from checker.earth.shapes import land, zones
from checker.earth.wording import directions, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.earth.geodesy import Point
    from checker.earth.picture import Picture

    Place = tuple[float, float]

_WIDTH = 760
_MARGIN = 24
_HEAD = 58
_TALLEST = 760.0
_AROUND = 230.0
_FONT = "font-family='Helvetica, Arial, sans-serif'"
_HALO = "paint-order='stroke' stroke='#ffffff' stroke-width='3.5' stroke-linejoin='round'"
_SEA, _LAND, _SHORE, _ZONE, _INK = "#edf3f8", "#e3ddd0", "#8a8375", "#2b5d8a", "#111111"
_FITS = "fill='#1f6b3a' fill-opacity='0.6' stroke='#1f6b3a' stroke-width='1.6'"
_AGAINST = "fill='#b3261e' fill-opacity='0.22' stroke='#b3261e' stroke-width='1.4' stroke-dasharray='3 4'"
_LANDING = "fill='#5b3a8c' fill-opacity='0.45' stroke='#5b3a8c' stroke-width='1.6'"
_END = "fill='#444444' fill-opacity='0.4' stroke='#444444' stroke-width='1.4'"
_SEAS = (
    ("Sea of Japan", "(East Sea)", 39.6, 131.2), ("Sea of Japan", "(East Sea)", 40.3, 137.5),
    ("Sea of Japan", "(East Sea)", 42.2, 136.0), ("Yellow Sea", "(West Sea)", 35.6, 123.6),
    ("East China Sea", "", 29.2, 125.4), ("Pacific Ocean", "", 36.0, 146.5), ("Pacific Ocean", "", 33.0, 140.5),
    ("Pacific Ocean", "", 30.5, 134.5), ("Sea of Okhotsk", "", 46.5, 146.0),
)  # fmt: skip
_LANDS = (
    ("NORTH KOREA", "", 40.6, 127.0), ("SOUTH KOREA", "", 36.4, 127.9), ("JAPAN", "", 36.2, 138.2),
    ("JAPAN", "", 40.2, 140.8), ("CHINA", "", 43.5, 125.5), ("RUSSIA", "", 45.6, 135.6), ("RUSSIA", "", 47.0, 142.8),
)  # fmt: skip
_DISPUTED = (("Takeshima/Dokdo", 37.242, 131.867), ("Senkaku/Diaoyu", 25.75, 123.5))


class _Sheet:
    """The lines of a picture, and where words stand already."""

    def __init__(self, picture: Picture) -> None:
        self.plane = Plane(picture.centre)
        seen = [self.plane(point) for outline in picture.outlines() for point in outline]
        if picture.reach:
            far = picture.reach.distance.high + picture.reach.site.radius
            seen += [self.plane.at(angle, far) for band in picture.bands for angle in band]
            seen += [self.plane.at(sum(band) / 2, far) for band in picture.bands]
        seen.append((0.0, 0.0))
        left, right = min(x for x, _ in seen) - _AROUND, max(x for x, _ in seen) + _AROUND
        low, high = min(y for _, y in seen) - _AROUND, max(y for _, y in seen) + _AROUND
        self.scale = min((_WIDTH - 2 * _MARGIN) / (right - left), _TALLEST / (high - low))
        self.wide = _WIDTH - 2 * _MARGIN
        spare = (self.wide / self.scale - (right - left)) / 2
        self.left, self.high = left - spare, high
        self.tall = (high - low) * self.scale
        self.lines: list[str] = []
        self._taken: list[tuple[float, float, float, float]] = []

    def place(self, flat: Place) -> Place:
        return _MARGIN + (flat[0] - self.left) * self.scale, _HEAD + (self.high - flat[1]) * self.scale

    def path(self, flats: Iterable[Place], style: str, *, closed: bool = False) -> None:
        steps = " ".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(map(self.place, flats)))
        self.lines.append(f"<path d='{steps}{' Z' if closed else ''}' {style}/>")

    def rings(self, rings: Iterable[Sequence[Point]]) -> str:
        """Return the path of rings of points, those that are too far away left out."""
        parts = []
        for ring in rings:
            flats = [self.plane(point) for point in ring]
            if min(hypot(*flat) for flat in flats) < 2 * _WIDTH / self.scale:
                parts.append(f"M{' L'.join(f'{x:.1f} {y:.1f}' for x, y in map(self.place, flats))} Z")
        return " ".join(parts)

    def words(self, at: Place, lines: Sequence[str], size: int, look: str, *, anchor: str = "middle") -> bool:
        """Write words unless they would leave the map or stand on others."""
        x, y = at
        wide = max(len(line) for line in lines) * size * 0.58 + 6
        left = x - wide / 2 if anchor == "middle" else x - 3 if anchor == "start" else x - wide + 3
        box = (left, y - size, left + wide, y - size + len(lines) * (size + 3) + 3)
        within = box[0] > _MARGIN and box[2] < _WIDTH - _MARGIN and box[1] > _HEAD and box[3] < _HEAD + self.tall
        if not within or any(_meet(box, other) for other in self._taken):
            return False
        self._taken.append(box)
        for at_line, line in enumerate(lines):
            self.lines.append(_text(x, y + at_line * (size + 3), line, size, look, anchor=anchor))
        return True

    def keep_clear(self, at: Place, radius: float) -> None:
        self._taken.append((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def render_svg(picture: Picture, title: str) -> str:
    """Return the map of a flight."""
    sheet = _Sheet(picture)
    told = description(picture)
    key = f"{crc32(f'{title} {told}'.encode()):08x}"
    _ground(sheet, picture, key)
    _ends(sheet, picture)
    _names(sheet, picture)
    foot = _HEAD + sheet.tall
    legend = _legend(sheet, picture, foot)
    height = round(foot + legend[1])
    frame = f"x='{_MARGIN}' y='{_HEAD}' width='{sheet.wide}' height='{sheet.tall:.1f}'"
    size = f"width='{_WIDTH}' height='{height}' viewBox='0 0 {_WIDTH} {height}'"
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' {size} role='img' aria-labelledby='title-{key} desc-{key}'>",
        f"<title id='title-{key}'>{escape(title)}</title>",
        f"<desc id='desc-{key}'>{escape(told)}</desc>",
        f"<defs><clipPath id='frame-{key}'><rect {frame}/></clipPath></defs>",
        f"<rect width='{_WIDTH}' height='{height}' fill='#ffffff'/>",
        _text(_MARGIN, 36, title, 18, "fill='#111111' font-weight='bold'", anchor="start"),
        f"<rect {frame} fill='{_SEA}'/>",
        f"<g clip-path='url(#frame-{key})'>",
        *sheet.lines,
        "</g>",
        f"<rect {frame} fill='none' stroke='#555555'/>",
        *legend[0],
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def description(picture: Picture) -> str:
    """Return what the map shows, in words."""
    told = []
    if picture.reach:
        reach = picture.reach
        low, high = reach.distance.low, reach.distance.high
        told.append(f"From {reach.site.name}, {low:,.0f} to {high:,.0f} km.")
        if picture.zone:
            runs = reach.fan.towards(inside=bool(picture.zone.value))
            where = f"possible towards {directions(runs)} from north" if runs else "possible nowhere"
            told.append(f"{side(picture.zone).capitalize().replace('japan', 'Japan')}: {where}.")
    told += [
        f"Landing told: {each.fix.low:,.0f} to {each.fix.high:,.0f} km from {each.name}." for each in picture.landings
    ]
    return " ".join(["Map of what the text's figures allow.", *told])


def _ground(sheet: _Sheet, picture: Picture, key: str) -> None:
    """Draw the zone, the end points inside and outside of it, and the land over both."""
    claim, undisputed = (sheet.rings(zones()[variant].rings) for variant in ("claim", "undisputed"))
    coasts = sheet.rings(ring for rings in land().values() for ring in rings)
    frame = f"M{_MARGIN} {_HEAD} h{sheet.wide} v{sheet.tall:.1f} h-{sheet.wide} Z"
    sheet.lines += [
        f"<clipPath id='in-{key}'><path d='{claim}' clip-rule='evenodd'/></clipPath>",
        f"<clipPath id='out-{key}'><path d='{frame} {claim}' clip-rule='evenodd'/></clipPath>",
        f"<path d='{claim}' fill-rule='evenodd' fill='{_ZONE}' fill-opacity='0.10'/>",
    ]
    if picture.reach:
        reach = picture.reach
        low, high = max(0.0, reach.distance.low - reach.site.radius), reach.distance.high + reach.site.radius
        for first, last in picture.bands:
            steps = [first + (last - first) * step / 48 for step in range(49)]
            edge = [sheet.plane.at(angle, high) for angle in steps]
            edge += [sheet.plane.at(angle, low) for angle in reversed(steps)]
            for place, inside in (("in", True), ("out", False)):
                look = _END if picture.zone is None else _FITS if inside is picture.zone.value else _AGAINST
                sheet.path(edge, f"clip-path='url(#{place}-{key})' {look}", closed=True)
    sheet.lines += [
        f"<path d='{claim}' fill='none' stroke='{_ZONE}' stroke-width='1.8'/>",
        f"<path d='{undisputed}' fill='none' stroke='{_ZONE}' stroke-width='1.1' stroke-dasharray='2 4'/>",
        f"<path d='{coasts}' fill='{_LAND}' stroke='{_SHORE}' stroke-width='0.7' stroke-linejoin='round'/>",
    ]


def _ends(sheet: _Sheet, picture: Picture) -> None:
    """Draw the ring at the printed distance, and the landings."""
    if picture.reach:
        middle = (picture.reach.distance.low + picture.reach.distance.high) / 2
        ring = [sheet.plane.at(angle, middle) for angle in range(0, 361, 2)]
        sheet.path(ring, "fill='none' stroke='#555555' stroke-width='1' stroke-dasharray='1 4'")
    for outline in picture.outlines():
        sheet.path([sheet.plane(point) for point in outline], _LANDING, closed=True)


def _names(sheet: _Sheet, picture: Picture) -> None:
    strong = f"fill='{_INK}' font-weight='bold' {_HALO}"
    if picture.reach:
        x, y = sheet.place((0.0, 0.0))
        radius = picture.reach.site.radius * sheet.scale
        sheet.lines.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{max(radius, 3):.1f}' fill='none' stroke='{_INK}'/>")
        sheet.lines.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' fill='{_INK}'/>")
        sheet.keep_clear((x, y), 5)
        sheet.words((x, y + max(radius, 3) + 16), [picture.reach.site.name], 13, strong)
    for landing in picture.landings:
        x, y = sheet.place(sheet.plane(landing.fix.place))
        sheet.lines.append(f"<rect x='{x - 3:.1f}' y='{y - 3:.1f}' width='6' height='6' fill='#5b3a8c'/>")
        sheet.keep_clear((x, y), 4)
        sheet.words((x + 8, y + 4), [landing.name], 13, strong, anchor="start")
    for band in picture.bands:
        if picture.reach:
            far = picture.reach.distance.high + picture.reach.site.radius
            for angle in (band[0], sum(band) / 2, band[1]):
                sheet.keep_clear(sheet.place(sheet.plane.at(angle, far)), 6)
    for name, lat, lon in _DISPUTED:
        x, y = sheet.place(sheet.plane((lat, lon)))
        sheet.lines.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='2' fill='{_ZONE}'/>")
        sheet.words((x + 5, y + 4), [name], 11, f"fill='{_INK}' {_HALO}", anchor="start")
    _once(sheet, _LANDS, 11, "fill='#5c5547' letter-spacing='1'")
    _once(sheet, _SEAS, 13, f"fill='{_ZONE}' font-style='italic' {_HALO}")


def _once(sheet: _Sheet, names: Iterable[tuple[str, str, float, float]], size: int, look: str) -> None:
    """Write each name at the first of its places that is free."""
    written: set[str] = set()
    for name, other, lat, lon in names:
        lines = [name, other] if other else [name]
        if name not in written and sheet.words(sheet.place(sheet.plane((lat, lon))), lines, size, look):
            written.add(name)


def _legend(sheet: _Sheet, picture: Picture, foot: float) -> tuple[list[str], float]:
    """Return the lines under the map, and how tall they are."""
    rows: list[tuple[str, str]] = []
    if picture.bands and picture.zone:
        said = side(picture.zone)
        rows.append((f"height='12' {_FITS}", f"possible end points {said}, as the text says"))
        rows.append((f"height='12' {_AGAINST}", f"possible end points that are not {said}"))
    elif picture.bands:
        rows.append((f"height='12' {_END}", "possible end points at sea"))
    if picture.landings:
        rows.append((f"height='12' {_LANDING}", "the landing, as it is told from a place, with its rounding"))
    zone = f"height='12' fill='{_ZONE}' fill-opacity='0.10' stroke='{_ZONE}' stroke-width='1.8'"
    rows.append((zone, "Japan's exclusive economic zone, disputed islands counted as Tokyo counts them"))
    dotted = f"height='1' fill='none' stroke='{_ZONE}' stroke-width='1.1' stroke-dasharray='2 4'"
    rows.append((dotted, "its limit without Takeshima/Dokdo, the Senkakus and the Northern Territories, all disputed"))
    made, y = [], foot + 24
    for look, line in rows:
        drop = 5 if "height='1'" in look.split(" ")[0] else 0
        made.append(f"<rect x='{_MARGIN}' y='{y - 10 + drop:.1f}' width='34' {look}/>")
        made.append(_text(_MARGIN + 44, y, line, 13, f"fill='{_INK}'", anchor="start"))
        y += 21
    length = max(step for step in (50, 100, 200, 500) if step * sheet.scale <= 170 or step == 50)
    end = _MARGIN + length * sheet.scale
    made.append(f"<path d='M{_MARGIN} {y - 9:.1f} v8 H{end:.1f} v-8' fill='none' stroke='{_INK}' stroke-width='1.3'/>")
    truly = "launch site" if picture.reach else picture.landings[0].name
    note = f"{length} km. Azimuthal equidistant: distances and directions from the {truly} are true."
    if not picture.reach:
        note = f"{length} km. Azimuthal equidistant: distances and directions from {truly} are true."
    made.append(_text(end + 10, y, note, 12, "fill='#444444'", anchor="start"))
    sources = "Limits are computed, good to 8 km, and no legal statement. Made with Natural Earth."
    made.append(_text(_MARGIN, y + 20, sources, 12, "fill='#444444'", anchor="start"))
    return made, y + 36 - foot


def _text(x: float, y: float, words: str, size: int, look: str, *, anchor: str = "middle") -> str:
    place = f"x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}'"
    return f"<text {place} {look} {_FONT}>{escape(words)}</text>"
