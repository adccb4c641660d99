"""A thing in OpenStreetMap as Nominatim and Photon tell of it, and the place that it is."""

from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field

from travelbot.models.places import Place, PlaceKind

REGIONS = ("archipelago", "continent", "county", "province", "region", "state", "state_district")
SETTLEMENTS = ("city", "hamlet", "municipality", "town", "village")
AREAS: dict[str, PlaceKind] = {
    "country": "country",
    **dict.fromkeys(REGIONS, "region"),
    **dict.fromkeys(SETTLEMENTS, "city"),
}
"""What places and administrative areas are; all others, such as islands, are sights."""
STREETS = frozenset(
    {
        "living_street",
        "pedestrian",
        "primary",
        "residential",
        "secondary",
        "service",
        "tertiary",
        "trunk",
        "unclassified",
    }
)
WORDS = {
    "borough": "neighbourhood",
    "city_district": "neighbourhood",
    "fort": "fortress",
    "peak": "mountain",
    "quarter": "neighbourhood",
    "suburb": "neighbourhood",
    "water": "lake",
}
"""The gazetteer's words for what OpenStreetMap calls otherwise."""


class OsmThing(BaseModel):
    """One result; where the engines differ, Nominatim's name of a field comes first."""

    model_config = ConfigDict(frozen=True)

    osm_type: str = Field(min_length=1)
    """"node", "way" or "relation"; N, W or R."""
    osm_id: int
    name: str = ""
    key: str = Field(validation_alias=AliasChoices("class", "osm_key"))
    value: str = Field(validation_alias=AliasChoices("osm_value", "type"))
    level: str = Field("", validation_alias=AliasChoices("addresstype", "type"))
    """What it is as a part of an address."""
    house: str = Field(
        "", validation_alias=AliasChoices(AliasPath("address", "house_number"), "housenumber")
    )
    street: str = Field("", validation_alias=AliasChoices(AliasPath("address", "road"), "street"))
    region: str = Field(
        "",
        validation_alias=AliasChoices(
            AliasPath("address", "state"), AliasPath("address", "province"), "state"
        ),
    )
    country: str = Field(
        "", validation_alias=AliasChoices(AliasPath("address", "country"), "country")
    )
    country_code: str = Field(
        "", validation_alias=AliasChoices(AliasPath("address", "country_code"), "countrycode")
    )

    def place(self, latitude: float, longitude: float) -> Place:
        """The place at these degrees."""
        kind = self._kind()
        return Place(
            id=f"osm:{self.osm_type[0].upper()}{self.osm_id}",
            name=self.name or f"{self.street} {self.house}".strip(),
            kind=kind,
            category=self._category() if kind == "sight" else "",
            latitude=latitude,
            longitude=longitude,
            country=self.country_code.upper(),
            country_name=self.country,
            region=self.region,
        )

    def _kind(self) -> PlaceKind:
        if (self.key, self.value) == ("aeroway", "aerodrome"):
            return "airport"
        return AREAS.get(self._word(), "sight") if self.key in ("place", "boundary") else "sight"

    def _category(self) -> str:
        if self.key == "highway" and self.value in STREETS:
            return "street"
        word = self._word()
        return WORDS.get(word, word).replace("_", " ")

    def _word(self) -> str:
        """The value of its tag, or the next best word where that says too little."""
        match self.value:
            case "administrative":
                return self.level
            case "yes":
                return self.key
            case value:
                return value.partition(";")[0]
