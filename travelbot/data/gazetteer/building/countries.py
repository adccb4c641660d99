"""Countries: the places, their names in every language of CLDR, and the facts about them."""

from collections.abc import Mapping

from babel import Locale

from travelbot.data.gazetteer.building.records import CountryRecord, Names, Record, record, score
from travelbot.data.gazetteer.building.sources import GeoNamesCountry, split_names
from travelbot.models.places import CountryFacts, Place

_KNOWN_NAMES = 200
_SMALL_STATE_KM2 = 3_000
_SMALL_STATE_NAMES = 10
"""Alternate names that a country is taken to have when it's scored beside settlements.

Small states have fewer, so that Singapore or Monaco means the city.
"""
_OF_A_CITY = "مراکش"
"""Morocco in Persian, but Marrakesh in Arabic."""
_LANGUAGES = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is "
    "it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl pt ro ru si sk sl sq sr "
    "sr_Latn sv sw ta te th tr uk ur uz vi zh zh_Hant"
)
"""Languages, as CLDR names them, in which countries are known by their names."""
_CONTINENTS = {
    "AF": "Africa",
    "AN": "Antarctica",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}
_SCRIPTS = {
    "ARABIC": "ar fa ur ps ku ckb ug sd",
    "ARMENIAN": "hy",
    "BENGALI": "bn as",
    "CJK": "zh ja yue",
    "CYRILLIC": "ru uk be bg mk sr kk ky tg mn",
    "DEVANAGARI": "hi ne mr",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "THAI": "th",
    "TIBETAN": "dz bo",
}
"""Scripts, as Unicode names their letters, and the languages written in them."""
_GONE = ("AN", "CS")
_ENGLISH = Locale("en")


def country_names(countries: list[GeoNamesCountry]) -> dict[str, str]:
    """Return the English names by code, of the countries that exist today."""
    return {c["iso"]: c["name"] for c in countries if c["iso"] not in _GONE}


def country_scripts(countries: list[GeoNamesCountry]) -> dict[str, frozenset[str]]:
    """Return the scripts that each country's languages are written in; Latin goes without."""
    return {country["iso"]: _scripts_of(country["languages"]) for country in countries}


def country_records(
    countries: list[GeoNamesCountry],
    table: list[dict[str, str]],
    zones: Mapping[str, set[str]],
) -> list[CountryRecord]:
    """Return the countries, given their table of centres and other names and their time zones."""
    centres = {row["code"]: row for row in table}
    translations = _translations()
    return [
        CountryRecord(
            _record(country, centres[country["iso"]], translations, zones), _facts(country)
        )
        for country in countries
        if country["iso"] in centres
    ]


def _scripts_of(languages: str) -> frozenset[str]:
    spoken = {code.split("-")[0] for code in languages.split(",")}
    return frozenset(name for name, codes in _SCRIPTS.items() if spoken & set(codes.split()))


def _translations() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for identifier in _LANGUAGES.split():
        for code, name in Locale.parse(identifier).territories.items():
            names.setdefault(code, set()).add(name)
    return names


def _record(
    country: GeoNamesCountry,
    row: dict[str, str],
    translations: Mapping[str, set[str]],
    zones: Mapping[str, set[str]],
) -> Record:
    code = country["iso"]
    only_zone = zones.get(code, set())
    place = Place(
        id=f"country:{code}",
        name=country["name"],
        kind="country",
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        country=code,
        country_name=country["name"],
        population=country["population"],
        timezone=next(iter(only_zone)) if len(only_zone) == 1 else "",
    )
    reviewed = split_names(row["other_names"])
    excluded = {code, _OF_A_CITY}
    translated = sorted(n for n in translations.get(code, ()) if n.upper() not in excluded)
    names = Names(sure=(country["name"], *reviewed), other=tuple(translated))
    is_small = country["areakm2"] < _SMALL_STATE_KM2
    known_names = _SMALL_STATE_NAMES if is_small else _KNOWN_NAMES
    return record(place, names, score(country["population"], known_names))


def _facts(country: GeoNamesCountry) -> CountryFacts:
    currency = country["currencycode"]
    return CountryFacts(
        code=country["iso"],
        name=country["name"],
        capital=country["capital"],
        currency_code=currency,
        currency_name=_ENGLISH.currencies.get(currency, country["currencyname"]),
        languages=tuple(_language_names(country["languages"])),
        neighbours=tuple(code for code in country["neighbours"].split(",") if code),
        continent=_CONTINENTS[country["continentcode"]],
        population=country["population"],
        area_km2=country["areakm2"],
    )


def _language_names(codes: str) -> list[str]:
    languages = [code.split("-")[0] for code in codes.split(",") if code]
    return list(dict.fromkeys(_ENGLISH.languages.get(code, code) for code in languages))
