"""What a Mach number means: the speed of sound, which is not one speed.

Official statements multiply by that at sea level whatever the height, 340 m/s; newsrooms have converted with 295 m/s,
the speed between 11 and 20 km, and with 343 m/s, that at 20 degrees. Above 86 km a Mach number has no meaning.
"""

from __future__ import annotations

from math import sqrt

CEILING = 86.0
# km/s: the least and the most that copy has meant by one Mach, and what official statements mean.
LEAST, OFFICIAL, MOST = 0.295, 0.340, 0.343
_GAS = 287.05287  # J/(kg K), dry air
_POTENTIAL_RADIUS = 6356.766  # km, for geopotential height
# Base in geopotential km, temperature there in K, kelvins a km above it.
_LAYERS = (
    (0.0, 288.15, -6.5),
    (11.0, 216.65, 0.0),
    (20.0, 216.65, 1.0),
    (32.0, 228.65, 2.8),
    (47.0, 270.65, 0.0),
    (51.0, 270.65, -2.8),
    (71.0, 214.65, -2.0),
)


def speed_of_sound(height: float) -> float:
    """Return the speed of sound in km/s at a height in km; ValueError outside 0 to 86 km.

    US Standard Atmosphere, 1976 (NOAA-S/T 76-1562), table 4 and equation 50.
    """
    if not 0 <= height <= CEILING:
        message = f"no speed of sound is defined at {height:g} km"
        raise ValueError(message)
    level = _POTENTIAL_RADIUS * height / (_POTENTIAL_RADIUS + height)
    base, temperature, lapse = next(layer for layer in reversed(_LAYERS) if layer[0] <= level)
    return sqrt(1.4 * _GAS * (temperature + lapse * (level - base))) / 1000
