"""Plant slips in the figures of published flights, and count how many the rules about flights see.

Each flight is told in a sentence in press rounding (tens of kilometres below 1,000, else hundreds; whole minutes), the
launch site unknown. Digits are not drawn but gone through: every pair of neighbours, every other leading digit. Exit
status 1 where fewer are seen than asked for, where an untouched flight is flagged, or where a check is slow.

    python benchmarks/flight.py
"""

from __future__ import annotations

import csv
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker import check_text
from checker.flight.asked import asked
from checker.rulebook import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLISHED = Path(__file__).resolve().parent.parent / "tests" / "flight" / "published.csv"
# The one published account that its own figures speak against.
UNSOUND = "hs17-kcna"
MILE = 1.609344
HALF_ROUND = 20_015
MILLISECONDS = 1.0


class Figures(NamedTuple):
    """Distance and apogee in km, flight time in s."""

    distance: float
    apogee: float
    time: float


def transposed(number: float) -> Iterator[float]:
    """Yield a whole number with each two neighbouring digits exchanged; a nought in front is dropped."""
    digits = f"{number:.0f}"
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield float(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def other_digits(number: float) -> Iterator[float]:
    """Yield a whole number with each other digit in the first and in the second place."""
    digits = f"{number:.0f}"
    for at in range(min(2, len(digits))):
        yield from (float(digits[:at] + new + digits[at + 1 :]) for new in "123456789" if new != digits[at])


def minutes(figures: Figures) -> int:
    """Return a flight time in whole minutes."""
    return round(figures.time / 60)


def scaled(distance: float = 1, apogee: float = 1, flight_time: float = 1) -> Callable[[Figures], Iterator[Figures]]:
    """Return a slip that multiplies figures."""

    def slip(f: Figures) -> Iterator[Figures]:
        yield Figures(min(f.distance * distance, HALF_ROUND), f.apogee * apogee, f.time * flight_time)

    return slip


# A slip, how to make it, and the share that has to be seen.
SLIPS: tuple[tuple[str, Callable[[Figures], Iterator[Figures]], float], ...] = (
    ("apogee and distance exchanged", lambda f: iter([Figures(f.apogee, f.distance, f.time)]), 1.0),
    ("apogee times ten", scaled(apogee=10), 1.0),
    ("apogee a tenth", scaled(apogee=0.1), 1.0),
    ("apogee in km converted twice", scaled(apogee=MILE), 1.0),
    ("apogee in miles printed as km", scaled(apogee=1 / MILE), 0.83),
    ("apogee, two digits exchanged", lambda f: (f._replace(apogee=h) for h in transposed(f.apogee)), 0.81),
    ("apogee, a leading digit wrong", lambda f: (f._replace(apogee=h) for h in other_digits(f.apogee)), 0.65),
    (
        "minutes, two digits exchanged",
        lambda f: (f._replace(time=60 * m) for m in transposed(minutes(f)) if m > 9),
        1.0,
    ),
    ("minutes, a digit wrong", lambda f: (f._replace(time=60 * m) for m in other_digits(minutes(f))), 0.75),
    ("minutes printed as seconds", scaled(flight_time=1 / 60), 1.0),
    ("time +20 %", scaled(flight_time=1.2), 0.83),
    ("time +10 %", scaled(flight_time=1.1), 0.67),
    ("time -10 %", scaled(flight_time=0.9), 0.61),
    ("apogee +20 %", scaled(apogee=1.2), 0.78),
    ("apogee -20 %", scaled(apogee=0.8), 0.72),
    ("apogee +10 %", scaled(apogee=1.1), 0.56),
    ("distance times ten", scaled(distance=10), 1.0),
    ("distance +50 %", scaled(distance=1.5), 0.11),
    ("distance in miles printed as km", scaled(distance=1 / MILE), 0.0),
)


def published() -> list[tuple[str, Figures]]:
    """Return the published ballistic flights as printed."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return [
            (row["id"], Figures(*(float(row[name]) for name in ("distance_km", "apogee_km", "time_s"))))
            for row in csv.DictReader(file)
            if row["ballistic"] == "yes"
        ]


def in_press_style(figures: Figures) -> Figures:
    """Return figures as a newsroom rounds them."""
    distance, apogee = (round(km, -1 if km < 1000 else -2) for km in figures[:2])
    return Figures(distance, apogee, 60 * minutes(figures))


def told(figures: Figures, *, exact: bool = False) -> str:
    """Tell a flight in a sentence, its time in seconds where it is exact or under a minute."""
    took = f"{minutes(figures)} minutes"
    if exact or figures.time < 60:
        took = f"{figures.time:,.0f} seconds"
    distance, apogee = (f"{km:,.1f}".removesuffix(".0") if exact else f"{km:,.0f}" for km in figures[:2])
    return f"The missile flew for {took}. It reached an altitude of {apogee} km and flew {distance} km."


def flagged(sentence: str) -> str:
    """Return the codes of errors and warnings, "" for none; one slip is one finding."""
    return " and ".join(finding.code for finding in check_text(sentence).findings if finding.severity != "note")


def milliseconds() -> float:
    """Return how long all rules about flights take together on one launch, a median of 200."""
    _, account = asked({"distance": "1,000 km", "apogee": "6,000 km", "time": "69 minutes"})
    rules = [
        rule for code, rule in load_rules().items() if code.startswith("FC3") and rule.card.looks_at is type(account)
    ]
    taken = []
    for _ in range(200):
        begun = time.perf_counter()
        for rule in rules:
            list(rule.check(account))
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def main() -> int:
    """Measure, and print a table."""
    flights = published()
    sound = [figures for name, figures in flights if name != UNSOUND]
    missed = 0
    alarms = [told(one, exact=True) for one in sound] + [told(in_press_style(one)) for one in sound]
    wrong = [sentence for sentence in alarms if flagged(sentence)]
    print(f"{len(sound)} sound flights, as printed and in press rounding: {len(wrong)} flagged")
    unsound = [flagged(told(figures, exact=True)) for name, figures in flights if name == UNSOUND]
    print(f"state media's account of March 24, 2022: {unsound[0] or 'not flagged'}")
    missed += len(wrong) + (not unsound[0])
    print(f"{'slip':34} {'seen':>11} {'share':>6} {'asked':>6}  by")
    for name, slip, least in SLIPS:
        # Every flight counts alike, however many digits it has.
        made = [[flagged(told(one)) for one in slip(in_press_style(figures)) if min(one) > 0] for figures in sound]
        shares = [sum(map(bool, codes)) / len(codes) for codes in made if codes]
        share = sum(shares) / len(shares)
        codes = Counter(code for codes in made for code in codes)
        silent, every = codes.pop("", 0), sum(map(len, made))
        few = share < least - 0.005
        missed += few
        by = ", ".join(f"{code} {count}" for code, count in codes.most_common())
        print(f"{name:34} {every - silent:5}/{every:<5} {share:6.0%} {least:6.0%}  {by}{'  TOO FEW' if few else ''}")
    taken = milliseconds()
    print(f"all rules about flights, one launch: {taken:.2f} ms, limit {MILLISECONDS:.0f}")
    return 1 if missed or taken > MILLISECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
