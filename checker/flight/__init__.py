"""Flight: what printed distances, apogees, times and speeds allow. Figures in, figures out; no vehicle model.

Kilometres, seconds, kilometres a second and degrees throughout; `border` speaks pint.
"""

from checker.flight.arcs import CIRCULAR, ESCAPE, HALF_ROUND, MU, OMEGA, RADIUS, Arc
from checker.flight.ordinary import (
    least_energy,
    least_energy_apogee,
    least_energy_speed,
    loft_ratio,
    longest_distance,
    standard_range,
)
from checker.flight.solving import arc_of

__all__ = [
    "CIRCULAR",
    "ESCAPE",
    "HALF_ROUND",
    "MU",
    "OMEGA",
    "RADIUS",
    "Arc",
    "arc_of",
    "least_energy",
    "least_energy_apogee",
    "least_energy_speed",
    "loft_ratio",
    "longest_distance",
    "standard_range",
]
