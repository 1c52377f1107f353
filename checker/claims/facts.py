"""What a statement lacks, in words."""

from __future__ import annotations

# By kind of claim: "South Korea JCS gives no altitude".
LACKING = {
    "range": "no distance",
    "altitude": "no altitude",
    "flight_time": "no flight time",
    "speed": "no speed",
    "time": "no clock time",
    "site": "no launch site",
    "missile_class": "no class of missile",
    "missile_name": "no name of the missile",
    "count": "no number of missiles",
    "eez": "nothing on an exclusive economic zone",
    "impact_area": "no place where it fell",
    "distance_from_place": "no distance from a place",
    "capability_range": "no reach of the missile",
}
