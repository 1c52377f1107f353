"""`factcheck map`: draw where the figures of a text can have a missile come down."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.cli.parser import Parser, one_of
from checker.cli.streams import complain

if TYPE_CHECKING:
    from checker.earth.picture import Picture


def run(words: list[str]) -> int:
    """Write the map of the first launch that one can be drawn of; return 2 where there is none."""
    parser = Parser(
        "map",
        "Draw where the figures of a text can have a missile come down: site, distance, landing, seas, Japan's zone.",
        "factcheck map draft.txt -o map.svg",
    )
    parser.add_argument("path", metavar="PATH", help="the text to read, or - for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="the file to write; by default standard output")
    parser.add_argument("--published", metavar="DATE", help="publication date, as 2024-01-14, if the text gives none")
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=one_of("svg", "geojson"),
        help="svg or geojson; by default as FILE ends, or svg",
    )
    options = parser.parse_args(words)
    drawn = _first(options.path, options.published)
    if drawn is None:
        complain(
            f"factcheck map: {options.path} gives no launch site with a distance, nor a landing told from a place; "
            "factcheck claims shows what was understood"
        )
        return 2
    by_name = "geojson" if options.output and Path(options.output).suffix in {".geojson", ".json"} else "svg"
    made = _geojson(drawn) if (options.format or by_name) == "geojson" else _svg(drawn)
    if not options.output:
        sys.stdout.write(made)
        return 0
    from checker.cli.saving import save

    save(options.output, made, [options.path])
    return 0


def _first(path: str, published: str | None) -> Picture | None:
    from checker.api import understand_paths
    from checker.drafts import Asked
    from checker.earth.picture import picture
    from checker.joining.comparing import accounts
    from checker.readers.limits import LIMITS

    stdin = sys.stdin.buffer.read(LIMITS.bytes + 1) if path == "-" and sys.stdin is not None else None
    report, troubles = understand_paths([path], Asked(published=published, stdin=stdin))
    for trouble in troubles:
        raise trouble
    launches = [account for document in report.documents for account in accounts(document, None)]
    return next((made for account in launches if (made := picture(account)) is not None), None)


def _svg(drawn: Picture) -> str:
    from checker.reports.map import render_svg

    return render_svg(drawn, _title(drawn))


def _title(drawn: Picture) -> str:
    from checker.earth.wording import placed
    from checker.figures.writing import date_in_words

    account = drawn.account
    told = []
    if drawn.reach:
        told.append(f"{_figure(drawn)} from {drawn.reach.site.name}")
    elif drawn.landings:
        told.append(placed(account, drawn.landings[0]))
    if drawn.zone:
        told.append("inside Japan's zone" if drawn.zone.value else "outside Japan's zone")
    day = f"Launch of {date_in_words(account.event.date)}: " if account.event.date else ""
    return day + ", ".join(told)


def _figure(drawn: Picture) -> str:
    """Return the distance's figure as the text has it, without hedge and conversion."""
    claim = drawn.reach.distance.claim if drawn.reach else None
    return " ".join(drawn.account.source.words(claim.figure or claim.span).split()) if claim else ""


def _geojson(drawn: Picture) -> str:
    """Return site, end points at sea, landings and both variants of the zone as one collection."""
    from checker.earth.geodesy import along
    from checker.earth.shapes import zones

    features: list[dict[str, Any]] = []

    def add(kind: str, geometry: str, coordinates: Any, **properties: object) -> None:
        shape = {"type": geometry, "coordinates": coordinates}
        features.append({"type": "Feature", "properties": {"kind": kind, **properties}, "geometry": shape})

    if drawn.reach:
        site, flown = drawn.reach.site, drawn.reach.distance
        add("site", "Point", _point(site.point), name=site.name, radius_km=site.radius)
        low, high = max(0.0, flown.low - site.radius), flown.high + site.radius
        for first, last in drawn.bands:
            steps = [first + (last - first) * step / 48 for step in range(49)]
            ring = [_point(along(site.point, step, [high])[0]) for step in steps]
            ring += [_point(along(site.point, step, [low])[0]) for step in reversed(steps)]
            add("end points", "Polygon", [[*ring, ring[0]]], zone_said=drawn.zone.text if drawn.zone else None)
    for landing, outline in zip(drawn.landings, drawn.outlines(), strict=True):
        ring = [_point(point) for point in outline]
        add("landing", "Polygon", [[*ring, ring[0]]], place=landing.name)
    for variant, shape in zones().items():
        lines = [[_point(point) for point in (*ring, ring[0])] for ring in shape.rings]
        add("limit of Japan's zone", "MultiLineString", lines, variant=variant)
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False) + "\n"


def _point(point: tuple[float, float]) -> list[float]:
    return [round(point[1], 4), round(point[0], 4)]
