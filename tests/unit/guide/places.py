"""Places on a grid about a hundred kilometres wide, for tests without the gazetteer."""

from travelbot.models.places import Place


def at(name: str, north: float, east: float) -> Place:
    """A sight so many kilometres north and east of a point on the equator."""
    return Place(
        id=f"sight:{name}",
        name=name,
        kind="sight",
        category="museum",
        latitude=north / 111.195,
        longitude=east / 111.195,
    )
