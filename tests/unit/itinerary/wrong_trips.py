"""Trips with one thing wrong, and how that is told."""

import datetime as dt

from tests.unit.itinerary.atlas import stop, trip
from travelbot.models.itinerary import Day, Itinerary, Stop
from travelbot.models.trip_map import Marker
from travelbot.service.itinerary.problem import ProblemKind

FULL, LATE, FAR = ProblemKind.FULL, ProblemKind.LATE, ProblemKind.FAR
DOUBLED, DATES, UNVERIFIED = ProblemKind.DOUBLED, ProblemKind.DATES, ProblemKind.UNVERIFIED


def dated(*dates: str) -> Itinerary:
    """Empty days with these dates; an empty one for none."""
    return Itinerary(
        days=tuple(Day(date=dt.date.fromisoformat(date) if date else None) for date in dates)
    )


def unsure(*, day: str) -> Itinerary:
    """A day whose first stop's position is nobody's but the model's."""
    first, *others = day.split("; ")
    stops = (stop(first, verified=False), *map(stop, others))
    return Itinerary(days=(Day(stops=stops),))


def in_twos(*, far: float) -> Itinerary:
    """A place's name for two places so many degrees apart."""
    markers = [
        Marker(latitude=50 + shift, longitude=8, label="Old Town", verified=True, kind="street")
        for shift in (0, far)
    ]
    return Itinerary(
        days=tuple(Day(stops=(Stop(place="Old Town", marker=marker),)) for marker in markers)
    )


WRONG: dict[str, tuple[Itinerary, ProblemKind, int, int | None, str]] = {
    "ten museums": (
        trip(
            "Colosseum +120; Roman Forum +120; Pantheon +120; Trevi Fountain +60; "
            "Vatican Museums +240; St. Peter's Basilica +90; Borghese Gallery +120; Trastevere +120"
        ),
        FULL, 0, None, "Make day 1 lighter: it takes about 18 hours",
    ),
    "a drive through half a continent": (
        trip("Louvre", "Paris; Naples by car; Pompeii"),
        FULL, 1, None, "Make day 2 lighter: it takes about 22 hours",
    ),
    "a long drive after the night before": (
        trip("Los Angeles", "Monument Valley +120 by car; Page; Grand Canyon"),
        FULL, 1, None, "Make day 2 lighter: it takes about 21 hours",
    ),
    "museums in two cities and a train between": (
        trip(
            "Colosseum; Vatican Museums; Borghese Gallery",
            "Roman Forum +120; Uffizi +240 by train; Florence Cathedral +180; Ponte Vecchio +120",
        ),
        FULL, 1, None, "Make day 2 lighter: it takes about 15 hours",
    ),
    "a full day after a flight around the world": (
        trip("Colosseum", "Senso-ji +180; Tokyo Tower +180; Meiji Shrine +180"),
        FULL, 1, None, "Make day 2 lighter: it takes about 27 hours",
    ),
    "a full day after an ocean crossing": (
        trip(
            "British Museum",
            "Statue of Liberty +240; Metropolitan Museum +240; Central Park +240",
        ),
        FULL, 1, None, "Make day 2 lighter: it takes about 25 hours",
    ),
    "a walk to the airport and back": (
        trip("Paris; Charles de Gaulle Airport by foot; Louvre by foot; Eiffel Tower"),
        FULL, 0, None, "Make day 1 lighter: it takes about 16 hours",
    ),
    "a time before the one before": (
        trip("Colosseum @15:00; Pantheon @11:00"),
        LATE, 0, 1, "Put Pantheon on day 1 at 15:30 or later",
    ),
    "no time for the train": (
        trip("Colosseum @9:00 +60; Uffizi @11:00 by train"),
        LATE, 0, 1, "Put Uffizi on day 1 at 13:00 or later",
    ),
    "no time for an untimed stop between": (
        trip("Colosseum @9:00 +90; Roman Forum +120; Pantheon @11:00"),
        LATE, 0, 2, "Put Pantheon on day 1 at 13:00 or later",
    ),
    "a day trip at a run": (
        trip("Colosseum @9:00; Pompeii @10:00 by car"),
        LATE, 0, 1, "Put Pompeii on day 1 at 12:30 or later",
    ),
    "a flight that takes no time": (
        trip("Colosseum @9:00 +60; Eiffel Tower @12:00 by plane"),
        LATE, 0, 1, "Put Eiffel Tower on day 1 at 15:45 or later",
    ),
    "a flight that forgets the clocks": (
        trip("Heathrow Airport @10:00; JFK Airport @9:30", start="2026-05-05"),
        LATE, 0, 1, "Put JFK Airport on day 1 at 13:00 or later",
    ),
    "too late for today": (
        trip("Colosseum @21:00 +60; Uffizi @22:30 by car"),
        LATE, 0, 1, "Move Uffizi to the day after",
    ),
    "Tivoli between two sights of Rome": (
        trip("Pantheon", "Colosseum; Roman Forum; Villa d'Este; Trevi Fountain; Trastevere"),
        FAR, 1, 2, "Move Villa d'Este to a day of its own",
    ),
    "Toledo between two sights of Madrid": (
        trip("Prado; Toledo Cathedral; Retiro Park; Royal Palace"),
        FAR, 0, 1, "Move Toledo Cathedral to a day of its own",
    ),
    "Pompeii between two days in Rome": (
        trip(
            "Vatican Museums; St. Peter's Basilica",
            "Hotel Artemide; Colosseum; Pantheon; Pompeii; Hotel Artemide",
        ),
        FAR, 1, 3, "Move Pompeii to a day of its own",
    ),
    "Disneyland first, but the night was in town": (
        trip("Eiffel Tower", "Disneyland Paris; Louvre; Musée d'Orsay; Notre-Dame"),
        FAR, 1, 0, "Move Disneyland Paris to a day of its own",
    ),
    "Mont-Saint-Michel last, but the next day is in town": (
        trip("Louvre; Notre-Dame; Mont-Saint-Michel", "Eiffel Tower"),
        FAR, 0, 2, "Move Mont-Saint-Michel to a day of its own",
    ),
    "another continent between, which no day has hours for": (
        trip("Colosseum; Pantheon; Central Park; Trevi Fountain; Trastevere"),
        FAR, 0, 2, "Move Central Park to a day of its own",
    ),
    "another continent at the trip's end": (
        trip("Colosseum; Pantheon; Trevi Fountain", "Vatican Museums; Trastevere; Central Park"),
        FAR, 1, 2, "Move Central Park to a day of its own",
    ),
    "twice on one day": (
        trip("Pantheon", "Colosseum; Trevi Fountain; Colosseum; Roman Forum"),
        DOUBLED, 1, 2, "Remove the second Colosseum from day 2",
    ),
    "twice in a row": (
        trip("Louvre; Louvre"), DOUBLED, 0, 1, "Remove the second Louvre from day 1",
    ),
    "on two days": (
        trip("Louvre; Eiffel Tower", "Notre-Dame; Louvre; Sacré-Cœur"),
        DOUBLED, 1, 1, "Remove Louvre from day 2: it is on day 1 already",
    ),
    "on two days far apart": (
        trip("Acropolis; Plaka", "Mykonos", "Plaka; Acropolis"),
        DOUBLED, 2, 1, "Remove Acropolis from day 3: it is on day 1 already",
    ),
    "one name in two spellings": (
        Itinerary(
            days=(
                *trip("Sacré-Cœur; Louvre").days,
                Day(stops=(stop("Sacré-Cœur").model_copy(update={"place": "SACRE COEUR"}),)),
            )
        ),
        DOUBLED, 1, 0, "Remove SACRE COEUR from day 2: it is on day 1 already",
    ),
    "one name a few houses apart": (
        in_twos(far=0.005), DOUBLED, 1, 0, "Remove Old Town from day 2: it is on day 1 already",
    ),
    "dates out of order": (
        dated("2026-05-01", "2026-05-03", "2026-05-02"), DATES, 2, None, "Put the dates in order",
    ),
    "one date for two days": (
        dated("2026-05-01", "2026-05-02", "2026-05-02"), DATES, 2, None, "Put the dates in order",
    ),
    "dates out of order around a day without": (
        dated("2026-05-02", "", "2026-05-01", "2026-04-01"),
        DATES, 2, None, "Put the dates in order",
    ),
    "a stop nobody knows": (
        trip("Louvre; Chez Nobody; Notre-Dame"), UNVERIFIED, 0, 1, "Where exactly is Chez Nobody?",
    ),
    "a position that nobody confirms": (
        unsure(day="Louvre; Notre-Dame"), UNVERIFIED, 0, 0, "Where exactly is Louvre?",
    ),
    "a far position that nobody confirms": (
        Itinerary(
            days=(
                Day(
                    stops=(
                        stop("Colosseum"),
                        stop("Pompeii", verified=False),
                        stop("Pantheon"),
                        stop("Trevi Fountain"),
                    )
                ),
            )
        ),
        UNVERIFIED, 0, 1, "Where exactly is Pompeii?",
    ),
}  # fmt: skip
