"""The free arc between two points of a round Earth without air: part of an ellipse about its centre.

The relations are those of Bate, Mueller and White, Fundamentals of Astrodynamics (Dover, 1971), chapters 1 and 6.2,
and Wheelon, "Free Flight of a Ballistic Missile", ARS Journal 29 (1959); each was derived again from the ellipse.
`tests/flight/test_integration.py` holds them against the equation of motion.
"""

from __future__ import annotations

from math import atan, atan2, cos, degrees, pi, sin, sqrt

from checker.frozen import dataclass

# The mean radius (IUGG), and the Earth's constant and rate of rotation as in WGS 84: km, km3/s2, rad/s.
RADIUS = 6371.0088
MU = 398_600.4418
OMEGA = 7.292_115e-5
HALF_ROUND = pi * RADIUS
CIRCULAR = sqrt(MU / RADIUS)
ESCAPE = sqrt(2 * MU / RADIUS)


@dataclass(frozen=True, slots=True)
class Arc:
    """A free flight from the surface to the surface.

    `distance` along the ground and `apogee` in km, `time` in s; `speed` in km/s and `elevation` above the horizon in
    degrees are those at the surface, as if all of the speed were given there.
    """

    distance: float
    apogee: float
    time: float
    speed: float
    elevation: float

    @property
    def angle(self) -> float:
        """The angle in radians that the arc covers, seen from the centre of the Earth."""
        return self.distance / RADIUS

    @property
    def mean_speed(self) -> float:
        """Distance by time, km/s."""
        return self.distance / self.time

    def height(self, angle: float) -> float:
        """Return the height in km where the arc has covered an angle in radians: the ellipse in polar form."""
        parameter, eccentricity = _ellipse(self.angle, self.apogee)[2:]
        return parameter / (1 - eccentricity * cos(angle - self.angle / 2)) - RADIUS


def _ellipse(angle: float, apogee: float) -> tuple[float, float, float, float]:
    """Return half the angle's cosine, the semi-axis, the parameter (km) and the eccentricity of an arc's ellipse.

    The apogee lies half way. r = p / (1 - e cos theta) with theta from there, set to RADIUS + apogee at 0 and to
    RADIUS at half the angle, gives e = apogee / (RADIUS + apogee - RADIUS cos(angle / 2)).
    """
    c = cos(angle / 2)
    top = RADIUS + apogee
    eccentricity = apogee / (top - RADIUS * c)
    return c, top / (1 + eccentricity), top * (1 - eccentricity), eccentricity


def free_time(angle: float, apogee: float) -> float:
    """Return the seconds of a free flight over an angle in radians up to an apogee in km.

    Kepler's equation from E0 to 2 pi - E0 (Bate 6.2-22). tan(E0 / 2) is written so that nothing cancels in a flight
    straight up: tan2 = RADIUS (1 + c) / ((RADIUS + apogee - RADIUS c)(1 + e)).
    """
    c, axis, _, eccentricity = _ellipse(angle, apogee)
    low = sqrt(RADIUS * (1 + c))
    high = sqrt((RADIUS + apogee - RADIUS * c) * (1 + eccentricity))
    to_apogee = 2 * atan2(high, low)  # pi - E0
    return 2 * sqrt(axis**3 / MU) * (to_apogee + eccentricity * sin(to_apogee))


def arc(distance: float, apogee: float) -> Arc:
    """Return the arc over a ground distance up to an apogee, both in km; ValueError where there is none."""
    if not 0 <= distance <= HALF_ROUND:
        message = f"a distance of {distance:,.0f} km; from 0 to {HALF_ROUND:,.0f} km an arc can be drawn"
        raise ValueError(message)
    if apogee <= 0:
        message = f"an apogee of {apogee:g} km; an arc rises above the ground"
        raise ValueError(message)
    angle = distance / RADIUS
    _, axis, parameter, _ = _ellipse(angle, apogee)
    # The energy equation (Bate 1.4), and the angular momentum sqrt(MU p) = RADIUS v cos(elevation) (Bate 1.4 and 1.5).
    speed2 = MU * (2 / RADIUS - 1 / axis)
    across = sqrt(max(0.0, MU * parameter)) / RADIUS
    up = sqrt(max(0.0, speed2 - across**2))
    elevation = degrees(atan(up / across)) if across > 0 else 90.0
    return Arc(distance, apogee, free_time(angle, apogee), sqrt(speed2), elevation)
