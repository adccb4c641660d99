"""Numbers of things and distances, as a reader says them."""

KM_PER_MILE = 1.609344


def count(number: int, noun: str) -> str:
    """A number of things: "1 day", "2,000 tokens"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def km(distance: float) -> str:
    """A distance: to 100 m below 10 km, else to the kilometre."""
    if distance < 0.05:  # noqa: PLR2004
        return "under 0.1 km"
    return f"{distance:.1f} km" if distance < 9.95 else f"{distance:,.0f} km"  # noqa: PLR2004


def miles(distance_km: float) -> str:
    """A distance given in kilometres, in miles."""
    distance = distance_km / KM_PER_MILE
    return f"{distance:.1f} miles" if distance < 9.95 else f"{distance:,.0f} miles"  # noqa: PLR2004
