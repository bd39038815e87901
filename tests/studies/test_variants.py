"""What ``--kit`` says: kits, files, edits, places, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.domain.scenario import Place, Scenario, Stock
from optimizer.errors import InputError
from optimizer.studies.comparing.kit_argument import Edit, PlaceKit, parse_kit
from optimizer.studies.comparing.variants import Variant, kit_variants, scenario_variants, stock_of
from tests.planning.gallery import GALLERY, catalog, problem_of

BY_NAME = {path.stem: path for path in GALLERY}
HOME = "home_two_sessions_tempo_and_long_run"
LIKE_MINIMAL = "+chair +resistance_band +mini_band +door_anchor"
TWO_PLACES = "gym_and_home_in_one_week"


def scenario(name: str = HOME) -> Scenario:
    """A shipped scenario."""
    return problem_of(BY_NAME[name]).scenario


def variants(*kits: str, name: str = HOME) -> tuple[Variant, ...]:
    """The columns of some kits."""
    return kit_variants(scenario(name), kits, catalog())


def stock(variant: Variant, place: str = "home") -> dict[str, Stock]:
    """What a place of a column has."""
    return stock_of(variant.scenario, catalog())[place]


def wrong(*kits: str, name: str = HOME) -> list[tuple[str, str]]:
    """Codes and texts of what is wrong with some kits."""
    with pytest.raises(InputError) as caught:
        variants(*kits, name=name)
    return [(one.code, f"{one.message} | {one.hint}") for one in caught.value.complaints]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("gym", [PlaceKit(None, "gym")]),
        (" own ", [PlaceKit(None, "own")]),
        ("+table", [PlaceKit(None, "own", (Edit(True, "table", 1),))]),
        (
            "+dumbbell:2@8,12.5, -mini_band -wall:1",
            [
                PlaceKit(
                    None,
                    "own",
                    (
                        Edit(True, "dumbbell", 2, (8.0, 12.5)),
                        Edit(False, "mini_band", None),
                        Edit(False, "wall", 1),
                    ),
                )
            ],
        ),
        ("minimal +table", [PlaceKit(None, "minimal", (Edit(True, "table", 1),))]),
        ("home=gym,club=own", [PlaceKit("home", "gym"), PlaceKit("club", "own")]),
        (
            "home=+table -wall, club=gym",
            [
                PlaceKit("home", "own", (Edit(True, "table", 1), Edit(False, "wall", None))),
                PlaceKit("club", "gym"),
            ],
        ),
        ("my kits/old garage.yaml", [PlaceKit(None, "my kits/old garage.yaml")]),
        ("home=a b.yml", [PlaceKit("home", "a b.yml")]),
        (
            "garage.yaml +table",
            [PlaceKit(None, "garage.yaml", (Edit(True, "table", 1),))],
        ),
    ],
)
def test_what_is_understood(text: str, parts: list[PlaceKit]) -> None:
    """Every form of the argument."""
    assert parse_kit(text) == tuple(parts)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "the kit is empty"),
        ("  ,", "the kit is empty"),
        ("home=", "no kit is named for home"),
        ("gym home", "'home' stands after gym"),
        ("+table gym", "'gym' stands after the edits"),
        ("home=gym home=own", "home is named twice"),
        ("gym home=own", "some of it names a place"),
        ("+dumbbell:0", "the count must be from 1 to 99"),
        ("+dumbbell:200", "the count must be from 1 to 99"),
        ("+dumbbell@0", "loads are kilograms"),
        ("+dumbbell@8.5.1", "loads are kilograms"),
        ("-dumbbell@8", "loads cannot be taken away"),
        ("+Dumb bell", "'+Dumb' is not understood"),
        ("+", "'+' is not understood"),
    ],
)
def test_what_is_not_understood(text: str, part: str) -> None:
    """Everything wrong is told with the argument."""
    with pytest.raises(InputError) as caught:
        parse_kit(text)
    assert {one.code for one in caught.value.complaints} == {"bad-argument"}
    assert any(part in one.message for one in caught.value.complaints)
    assert all(repr(text) in one.message for one in caught.value.complaints)


def test_a_kit_replaces_what_the_place_has() -> None:
    """Kit and single items go; what is taken away stays so."""
    old = scenario()
    place = old.places["home"].model_copy(update={"without": ("wall",)})
    bare = old.model_copy(update={"places": {"home": place}})
    own, minimal = kit_variants(bare, ["own", "minimal"], catalog())
    assert own.scenario == bare
    assert minimal.scenario.places["home"] == Place(kit="minimal", without=("wall",))
    assert (own.name, minimal.name) == ("own", "minimal")


def test_edits_alone_have_the_scenario_before_them() -> None:
    """The first column is the scenario as it is."""
    own, edited = variants("+dumbbell:2@20 -foam_roller +pull_up_bar")
    assert own.scenario == scenario()
    assert edited.name == "+dumbbell:2@20 -foam_roller +pull_up_bar"
    assert stock(own)["dumbbell"] == Stock(count=4, loads_kg=(8, 12, 16))
    assert stock(edited)["dumbbell"] == Stock(count=6, loads_kg=(8, 12, 16, 20))
    assert stock(edited)["pull_up_bar"].count == 1
    assert "foam_roller" not in stock(edited)
    assert list(stock(edited)) == [one for one in catalog().equipment_by_id if one in stock(edited)]


def test_some_or_all_of_an_item_go() -> None:
    """A count takes so many, no count takes all; kits are written out for it."""
    _, fewer, none = variants("own", "-dumbbell:3", "-dumbbell")
    assert stock(fewer)["dumbbell"] == Stock(count=1, loads_kg=(8, 12, 16))
    assert "dumbbell" not in stock(none)
    assert stock(none)["mini_band"].count == 1


def test_fixtures_go_and_come_back() -> None:
    """A wall is taken away with ``without``, and given back out of it."""
    _, bare = variants("-wall")
    assert "wall" in bare.scenario.places["home"].without
    _, back = kit_variants(bare.scenario, ["+wall"], catalog())
    assert "wall" not in back.scenario.places["home"].without


def test_a_kit_file_is_a_column(tmp_path: Path) -> None:
    """Its name is the file's; loads count."""
    path = tmp_path / "garage.yaml"
    path.write_text(
        "format: 1\nname: Garage\nholds: {barbell: 1, dumbbell: {count: 2, loads_kg: [10, 5]}}\n"
    )
    _, garage = variants("own", f"{path} +mini_band")
    assert garage.name == "garage +mini_band"
    assert {item: one.count for item, one in stock(garage).items()} == {
        "dumbbell": 2,
        "barbell": 1,
        "mini_band": 1,
    }
    assert stock(garage)["dumbbell"].loads_kg == (5, 10)


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("holds: {}\n", "missing-key", "format"),
        ("format: 1\nholds: {barbel: 1}\n", "unknown-equipment", "barbel"),
        ("format: 1\nholds: {barbell: many}\n", "wrong-type", "barbell"),
        ("format: 1\nholds: {barbell: -1}\n", "value-out-of-range", "barbell"),
        ("format: 1\nhold: {barbell: 1}\n", "unknown-key", "hold"),
        ("format: 2\nholds: {barbell: 1}\n", "wrong-format", "2"),
    ],
)
def test_bad_kit_files(tmp_path: Path, text: str, code: str, part: str) -> None:
    """Each fault at its line."""
    path = tmp_path / "kit.yaml"
    path.write_text(text)
    with pytest.raises(InputError) as caught:
        variants("own", str(path))
    found = [one for one in caught.value.complaints if one.code == code]
    assert found
    assert part in found[0].message
    assert found[0].position is not None
    assert found[0].position.file == str(path)


def test_places_are_named_where_there_are_several() -> None:
    """Each place by its name; the others keep what they have."""
    _, one, both = variants("own", "home=bodyweight", "gym=home, home=own +table", name=TWO_PLACES)
    assert (one.name, both.name) == ("home=bodyweight", "gym=home, home=+table")
    assert one.scenario.places["gym"] == scenario(TWO_PLACES).places["gym"]
    assert one.scenario.places["home"] == Place(kit="bodyweight")
    assert both.scenario.places["gym"] == Place(kit="home")
    assert stock(both)["table"].count == 1


@pytest.mark.parametrize(
    ("kits", "code", "part"),
    [
        (["own", "gmy"], "unknown-kit", "did you mean gym?"),
        (["own", "barbell"], "unknown-kit", "write `+barbell` to add it"),
        (["+dumbel"], "unknown-equipment", "did you mean dumbbell?"),
        (["-barbell"], "bad-argument", "there is no barbell with plates and rack at home"),
        (["-dumbbell:9"], "bad-argument", "home has only 4 x dumbbell"),
        (["own", "hom=gym"], "unknown-place", "did you mean home?"),
        (["gym", "gym"], "bad-argument", "the kit gym is given twice"),
        (
            ["minimal", f"bodyweight {LIKE_MINIMAL}"],
            "bad-argument",
            f"minimal and bodyweight {LIKE_MINIMAL} are the same equipment",
        ),
        (["gym"], "bad-argument", "a comparison needs two columns"),
        ([], "bad-argument", "a comparison needs two columns"),
        (["own", *(f"+mini_band:{count}" for count in range(1, 13))], "bad-argument", "13 columns"),
        (["own", "nowhere.yaml"], "file-not-readable", "does not exist"),
    ],
)
def test_kits_that_do_not_fit(kits: list[str], code: str, part: str) -> None:
    """Each fault has its code and what to do."""
    found = wrong(*kits)
    assert any(one[0] == code and part in one[1] for one in found), found


def test_two_places_and_none_named() -> None:
    """The places are listed."""
    ((code, text),) = wrong("own", "gym", name=TWO_PLACES)
    assert code == "bad-argument"
    assert "gym and home" in text


def test_all_faults_at_once() -> None:
    """Every argument is read before anything is refused."""
    found = wrong("gmy", "+dumbel -barbel", "")
    assert sorted(code for code, _ in found) == [
        "bad-argument",
        "unknown-equipment",
        "unknown-equipment",
        "unknown-kit",
    ]


def test_scenarios_are_columns() -> None:
    """By name, or by file where two share one."""
    one, other = scenario(), scenario(TWO_PLACES)
    found = scenario_variants([("a.yaml", one), ("b.yaml", other)])
    assert [column.name for column in found] == [one.name, other.name]
    twin = other.model_copy(update={"name": one.name})
    found = scenario_variants([("x/a.yaml", one), ("b.yaml", twin)])
    assert [column.name for column in found] == ["a", "b"]
    with pytest.raises(InputError, match=r"a\.yaml and b\.yaml are the same scenario"):
        scenario_variants([("a.yaml", one), ("b.yaml", one)])
