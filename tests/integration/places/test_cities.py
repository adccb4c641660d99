"""Which cities the gazetteer has most to tell about, and whose sights are whose."""

from travelbot.data.gazetteer import Gazetteer


def names_of(gazetteer: Gazetteer, whole: str, limit: int) -> list[str]:
    return [city.name for city in gazetteer.cities_of(gazetteer.search(whole)[0], limit)]


def test_a_countrys_cities_come_with_the_most_sights_first(gazetteer: Gazetteer) -> None:
    assert names_of(gazetteer, "Portugal", 3) == ["Lisbon", "Porto", "Sintra"]


def test_a_country_without_sights_has_cities_all_the_same(gazetteer: Gazetteer) -> None:
    assert names_of(gazetteer, "Nauru", 1) == ["Yaren"]


def test_a_regions_cities_lie_in_it(gazetteer: Gazetteer) -> None:
    assert names_of(gazetteer, "Tuscany", 2) == ["Florence", "Pisa"]
    assert "Vaduz" in names_of(gazetteer, "Alps", 3)


def test_many_sights_and_near_ones_come_first(gazetteer: Gazetteer) -> None:
    munich = gazetteer.search("Munich")[0]
    around = [city.name for city in gazetteer.sightseeing_around(munich, 120, 3)]
    assert around[0] == "Munich"
    assert "Salzburg" in around


def test_a_sight_belongs_to_one_city(gazetteer: Gazetteer) -> None:
    sight = gazetteer.search("Pena Palace")[0]
    city = gazetteer.city_of(sight)
    assert city is not None
    assert city.name == "Sintra"
    assert sight in gazetteer.sights_in(city, 10)
    assert gazetteer.city_of(city) is None
