"""Names are found however they are spelt, and speakers that belong together are known to."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import gazetteer
from checker.gazetteer import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tongchang-ri", ("tongchang", "ri")),
        ("Hwasŏng 14", ("hwasong", "14")),
        ("P’yŏngyang's", ("pyongyangs",)),
        ("U.S.", ("u", "s")),
        ("Sea of Japan (East Sea)", ("sea", "of", "japan", "east", "sea")),
        ("スカッドER", ("スカッドer",)),
        ("ホド", ("ホド",)),
        ("화성-14", ("화성", "14")),
        ("", ()),
    ],
)
def test_fold_keeps_only_what_tells_names_apart(text: str, words: tuple[str, ...]) -> None:
    assert gazetteer.fold(text) == words
    assert gazetteer.fold(unicodedata.normalize("NFD", text)) == words


@given(st.text())
def test_folding_folded_words_changes_nothing(text: str) -> None:
    words = gazetteer.fold(text)
    assert all(words)
    assert gazetteer.fold(" ".join(words)) == words


@pytest.mark.parametrize(
    ("kind", "spelling", "meant"),
    [
        ("missiles", "HWASONG-14", "hwasong-14"),
        ("missiles", "Hwaseong 14", "hwasong-14"),
        ("missiles", "No-Dong", "hwasong-7"),
        ("missiles", "KN23", "hwasong-11a"),
        ("missiles", "TD-2", "taepodong-2"),
        ("missiles", "Free Rocket Over Ground", "frog"),
        ("missiles", "Qadr", "ghadr"),
        ("missiles", "Zircon", "zircon"),
        ("families", "Dongfeng", "df"),
        ("families", "Hwasongpho", "hwasong"),
        ("sites", "Gitdaeryeong", "kittaeryong"),
        ("sites", "Dongchang-ri", "sohae"),
        ("sites", "Chagang Province", "jagang"),
        ("sites", "South P'yongan Province", "south-pyongan"),
        ("sites", "Abdul Kalam Island", "wheeler-island"),
        ("sites", "Sunch’ŏn", "sunchon"),
        ("seas", "West Sea", "yellow-sea"),
        ("seas", "East Sea", "sea-of-japan"),
        ("places", "Okushiri Island", "okushiri"),
        ("countries", "DPRK", "PRK"),
        ("adjectives", "South Korean", "KOR"),
        ("capitals", "Seoul", "KOR"),
        ("eez", "Japan's", "JPN"),
        ("speakers", "Korean Central News Agency", "KCNA"),
        ("speakers", "PACOM", "US Indo-Pacific Command"),
        ("bodies", "Ministry of Defence", "defense"),
        ("offices", "Defense Minister", "defense"),
        ("representatives", "spokeswoman", "spokeswoman"),
    ],
)
def test_a_spelling_means_its_entry(kind: Kind, spelling: str, meant: str) -> None:
    assert gazetteer.names(kind)[gazetteer.fold(spelling)] == meant


@pytest.mark.parametrize("kind", KINDS)
def test_loose_spellings_are_some_of_the_names(kind: Kind) -> None:
    assert gazetteer.names(kind)
    assert gazetteer.loose(kind) < gazetteer.names(kind).keys()


def test_loose_are_the_words_that_are_also_something_else() -> None:
    assert {("emad",), ("nuri",), ("hwasong",), ("rodong",)} <= gazetteer.loose("missiles")
    assert gazetteer.loose("missiles").isdisjoint({("scud",), ("trident",), ("hatf", "iii"), ("badr", "1")})
    assert ("the", "north") in gazetteer.loose("countries")
    assert ("us",) in gazetteer.loose("adjectives")
    assert ("dawn",) in gazetteer.loose("speakers")


def test_a_family_that_needs_a_number_is_no_missile_by_itself() -> None:
    assert ("df",) not in gazetteer.names("missiles")
    assert gazetteer.names("families")["df",] == "df"
    assert ("df", "41") in gazetteer.names("missiles")


def test_a_missile_carries_its_class_and_range() -> None:
    found = next(missile for missile in gazetteer.missiles() if missile.id == "hwasong-12")
    assert (found.missile_class, found.family) == ("IRBM", "Hwasong")
    assert found.alone == "yes"
    assert found.range_km == (4500.0, 5000.0)
    assert found.sources == ("FT-CSIS", "MK-3224066", "OKT-135159")


def test_a_site_carries_its_position_and_a_place_may_have_none() -> None:
    found = {site.id: site for site in gazetteer.sites()}
    assert found["sunan"].position == (39.2002, 125.6733)
    assert found["sunan"].uncertainty_km == 8
    assert found["vandenberg"].zone == "America/Los_Angeles"
    assert found["kura"].position is None
    assert next(place for place in gazetteer.places() if place.id == "dmz").position is None


def test_a_shared_spelling_is_kept_apart() -> None:
    found = next(sea for sea in gazetteer.seas() if sea.id == "south-china-sea")
    assert found.shared == ("East Sea",)
    assert "East Sea" not in found.aliases


def test_north_korea_is_told_by_the_clock_of_seoul() -> None:
    found = {country.id: country for country in gazetteer.countries()}
    assert found["PRK"].zone == "Asia/Seoul"
    assert "Asia/Pyongyang" in found["PRK"].notes


@pytest.mark.parametrize(
    ("body", "country", "speaker"),
    [
        ("jcs", "KOR", "South Korea JCS"),
        ("military", "KOR", "South Korea military"),
        ("defense", "KOR", "South Korea MND"),
        ("government", "KOR", "South Korea government"),
        ("officials", "KOR", "South Korea officials"),
        ("defense", "JPN", "Japan MOD"),
        ("government", "JPN", "Japan government"),
        ("coast-guard", "JPN", "Japan Coast Guard"),
        ("officials", "JPN", "Japan officials"),
        ("state-media", "PRK", "North Korea state media"),
        ("state", "PRK", "North Korea"),
        ("defense", "USA", "Pentagon"),
        ("presidential", "USA", "White House"),
        ("officials", "USA", "US officials"),
        ("foreign", "USA", "US State Department"),
        ("defense", "RUS", "Russian Defence Ministry"),
        ("government", "CHN", "China government"),
        ("defense", "IND", "Indian Defence Ministry"),
        ("military", "ISR", "Israeli military"),
        ("state", "IRN", "Iran"),
    ],
)
def test_a_body_of_a_country_has_one_canonical_name(body: str, country: str, speaker: str) -> None:
    assert gazetteer.canonical(body, country) == speaker


@pytest.mark.parametrize(("body", "country"), [("senate", "USA"), ("military", "XXX")])
def test_an_unknown_body_or_country_has_none(body: str, country: str) -> None:
    with pytest.raises(KeyError):
        gazetteer.canonical(body, country)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("South Korea JCS", "South Korea military"),
        ("South Korea JCS", "South Korea officials"),
        ("South Korea military", "South Korea government"),
        ("South Korea MND", "South Korea government"),
        ("Japan MOD", "Japan government"),
        ("Japan Self-Defense Forces", "Japan MOD"),
        ("Japan Coast Guard", "Japan officials"),
        ("Rodong Sinmun", "North Korea state media"),
        ("KCNA", "North Korea"),
        ("US Strategic Command", "Pentagon"),
        ("White House", "US government"),
        ("DRDO", "Indian Defence Ministry"),
        ("Revolutionary Guard", "Iran"),
    ],
)
def test_a_part_belongs_to_its_whole(part: str, whole: str) -> None:
    assert gazetteer.related(part, whole)
    assert gazetteer.related(whole, part)
    assert whole in gazetteer.ancestors(part)
    assert part not in gazetteer.ancestors(whole)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("South Korea JCS", "Japan MOD"),
        ("South Korea JCS", "South Korea MND"),
        ("Japan Coast Guard", "Japan MOD"),
        ("Yonhap", "South Korea JCS"),
        ("KCNA", "North Korea military"),
        ("Kim Dong-yub", "Yonhap"),
    ],
)
def test_others_do_not_belong_together(a: str, b: str) -> None:
    assert not gazetteer.related(a, b)


def test_anyone_belongs_to_themselves_even_unknown() -> None:
    assert gazetteer.related("Kim Dong-yub", "Kim Dong-yub")
    assert gazetteer.ancestors("Kim Dong-yub") == frozenset()


def test_parents_are_speakers_and_nobody_is_their_own_ancestor() -> None:
    made = {
        gazetteer.canonical(body.id, country.id) for body in gazetteer.bodies() for country in gazetteer.countries()
    }
    for speaker in gazetteer.speakers():
        assert set(speaker.parents) <= made
        assert speaker.name not in gazetteer.ancestors(speaker.name)
    assert len(made) == len(gazetteer.bodies()) * len(gazetteer.countries()), "two bodies have one name"


def test_reading_the_tables_needs_no_toml_and_no_heavy_package() -> None:
    program = (
        "import sys; from checker import gazetteer as g\n"
        "g.missiles(); g.sites(); g.seas(); g.countries(); g.places()\n"
        "assert not {'tomllib', 'yaml', 'pint', 'pydantic', 'jsonschema'} & set(sys.modules)\n"
        "g.speakers(); assert 'tomllib' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
