"""Trips as people make them: none of them has a problem."""

import pytest

from tests.unit.itinerary.atlas import trip
from travelbot.models.itinerary import Itinerary
from travelbot.service.itinerary.check import problems

SOUND = {
    "a weekend in Rome": trip(
        "Hotel Artemide; Colosseum @9:00 +90; Roman Forum @10:45 +90; Lunch; Pantheon @14:30; "
        "Trevi Fountain; Hotel Artemide",
        "Hotel Artemide; Vatican Museums @9:00 +180; St. Peter's Basilica @12:30; Trastevere",
        start="2026-05-01",
    ),
    "Rome and Florence by train": trip(
        "Colosseum; Roman Forum; Pantheon",
        "Vatican Museums; St. Peter's Basilica; Trastevere",
        "Roma Termini station @9:00; Florence by train; Florence Cathedral @13:00; Uffizi @15:00",
        "Ponte Vecchio; Borghese Gallery by train; Fiumicino Airport",
    ),
    "three days in Rome and Florence, plainly": trip(
        "Colosseum; Roman Forum; Pantheon; Trevi Fountain",
        "Vatican Museums; St. Peter's Basilica; Borghese Gallery; Trastevere",
        "Uffizi; Ponte Vecchio; Florence Cathedral",
    ),
    "a day trip to Tivoli, back for dinner": trip(
        "Colosseum; Roman Forum; Pantheon",
        "Villa d'Este @10:00 +120; Hadrian's Villa @13:30 +120; Trastevere @19:00",
        "Vatican Museums; St. Peter's Basilica",
    ),
    "a day trip to a single place": trip(
        "Louvre; Musée d'Orsay", "Mont-Saint-Michel", "Sacré-Cœur; Notre-Dame"
    ),
    "a day trip from the hotel and back": trip(
        "Colosseum; Pantheon; Hotel Artemide",
        "Hotel Artemide @8:00; Pompeii @11:30 +180 by train; Hotel Artemide",
        "Vatican Museums; Trastevere",
    ),
    "Versailles and the city on one day": trip(
        "Louvre; Musée d'Orsay; Eiffel Tower", "Versailles; Notre-Dame; Sacré-Cœur", "Paris"
    ),
    "Kyoto with Nara": trip(
        "Fushimi Inari @8:00 +120; Nijo Castle @11:30; Kinkaku-ji @14:30",
        "Kyoto; Todai-ji by train; Nara Park; Gion by train",
        start="2027-04-01",
    ),
    "from Kyoto to Tokyo on the last day": trip(
        "Fushimi Inari; Kinkaku-ji; Gion", "Nijo Castle; Gion; Shibuya Crossing by train"
    ),
    "from Kyoto to Tokyo in the middle": trip(
        "Fushimi Inari; Kinkaku-ji",
        "Nijo Castle; Gion; Senso-ji by train; Tokyo Tower",
        "Meiji Shrine; Shibuya Crossing; Haneda Airport",
    ),
    "Iceland's ring road": trip(
        "Reykjavik; Thingvellir; Geysir; Gullfoss; Reykjavik",
        "Reykjavik; Seljalandsfoss; Skogafoss; Reynisfjara; Vik",
        "Vik; Jökulsarlon; Höfn",
        "Höfn; Jökulsarlon; Vik; Reykjavik",
    ),
    "the American West by car": trip(
        "Los Angeles; Las Vegas by car",
        "Las Vegas; Hoover Dam; Grand Canyon by car",
        "Grand Canyon +180; Horseshoe Bend; Page",
        "Antelope Canyon; Monument Valley",
    ),
    "Tuscan towns by car": trip(
        "Florence; San Gimignano +120; Volterra +120; Siena", "Siena; Uffizi; Florence Cathedral"
    ),
    "an overnight flight to London": trip(
        "Metropolitan Museum; Central Park; JFK Airport @22:00",
        "Heathrow Airport @10:00; British Museum @14:00",
        "Tower of London",
        start="2026-09-05",
    ),
    "a flight that lands the next morning, on one day": trip(
        "JFK Airport @22:00; Heathrow Airport @10:00", "British Museum", start="2026-09-05"
    ),
    "a flight over the date line": trip(
        "LAX Airport; Sydney Airport", "Sydney Opera House; Bondi Beach", "Bondi Beach"
    ),
    "a flight that lands before it started": trip(
        "Senso-ji @9:00 +60; Haneda Airport @17:00; LAX Airport @10:30", start="2026-06-10"
    ),
    "a short flight with departure and landing": trip(
        "Fiumicino Airport @10:00; Charles de Gaulle Airport @12:10; Eiffel Tower @16:00",
        "Louvre",
        start="2026-03-03",
    ),
    "two cities with a flight between": trip(
        "Colosseum; Pantheon; Trevi Fountain",
        "Vatican Museums @9:00; Eiffel Tower by plane",
        "Louvre; Notre-Dame",
    ),
    "Greek islands by ferry": trip(
        "Acropolis; Plaka",
        "Piraeus Port @7:30; Mykonos @12:30",
        "Mykonos; Delos; Mykonos",
        "Mykonos; Naxos",
        "Naxos; Santorini; Oia",
        "Akrotiri; Oia; Santorini",
    ),
    "a night train": trip("Bangkok; Chiang Mai by train", "Chiang Mai"),
    "one full day in New York": trip(
        "Statue of Liberty @9:00 +150; Empire State Building @13:00 +60; Central Park @15:30; "
        "Metropolitan Museum @17:00 +120",
        start="2026-07-04",
    ),
    "one place": trip("Louvre"),
    "two days in a theme park": trip("Disneyland Paris @10:00; Hotel", "Disneyland Paris; Paris"),
    "a night out": trip("Eiffel Tower @21:00; Sacré-Cœur @23:30; Hotel @1:00", start="2026-12-31"),
    "days off": trip("Free day", "Breakfast; Check-in; Relax"),
    "nothing yet": trip(),
    "a day without anything": trip("Louvre", "", "Eiffel Tower"),
    "days with gaps between the dates": Itinerary(
        days=(*trip("Louvre", start="2026-01-01").days, *trip("Paris", start="2026-02-01").days)
    ),
    "only some of the days dated": Itinerary(
        days=(
            *trip("Louvre", start="2026-01-01").days,
            *trip("Paris").days,
            *trip("Notre-Dame", start="2026-01-03").days,
        )
    ),
}


@pytest.mark.parametrize("itinerary", SOUND.values(), ids=SOUND)
def test_a_sound_trip_has_no_problem(itinerary: Itinerary) -> None:
    assert problems(itinerary) == ()
