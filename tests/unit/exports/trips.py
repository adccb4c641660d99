"""Trips to take along: a usual one, odd ones, and any there may be."""

import datetime as dt

from hypothesis import strategies as st

from travelbot.models.itinerary import Day, Itinerary, Mode, Stop
from travelbot.models.messages import Conversation, Prompt, Reply, Round, Status, ToolCall, ToolStep
from travelbot.models.trip_map import Marker, TripMap
from travelbot.models.usage import Usage
from travelbot.service.exports.export import Export

NOW = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)

HOSTILE = (
    "<script>alert(1)</script>",
    "</name><b>]]>&lt;&amp;&#x26;",
    "Café\r\nBEGIN:VEVENT\r\nSUMMARY:mine;x,y\\n",
    "a | b `code` **bold** [x](javascript:alert(1)) ![i](http://x/y.png) $x$ ~~no~~",
    "- item",
    "1. item",
    "# heading #",
    "=== --- +++",
    "\u202eesrever\u2066 \u200eleft\u200f",
    "NUL\x00 BEL\x07 NEL\x85 LS\u2028PS\u2029 FF\x0c \ufffe\uffff",
    "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🗼",
    "東京都" * 40,
    "قصر الحمراء",
    'a" onload="x" \' b',
    "{title} %s $[name] \\",
)


def marker(latitude: float, longitude: float, label: str, **known: str | bool) -> Marker:
    """A pin."""
    return Marker.model_validate(
        {"latitude": latitude, "longitude": longitude, "label": label, **known}
    )


COLOSSEUM = Stop(
    place="Colosseum",
    marker=marker(41.8902, 12.4922, "Colosseum", verified=True, kind="monument", country="Italy"),
    timezone="Europe/Rome",
    time=dt.time(9, 30),
    stay=90,
    note="Book ahead\n- bring water",
)
LUNCH = Stop(place="Lunch", mode=Mode.FOOT)
FORUM = Stop(place="Forum", marker=marker(41.8925, 12.4853, "Forum"), timezone="Europe/Rome")
UFFIZI = Stop(
    place="Uffizi",
    marker=marker(43.7678, 11.2553, "Uffizi", verified=True),
    timezone="Europe/Rome",
    time=dt.time(11),
    mode=Mode.TRAIN,
)
ITALY = Itinerary(
    title="Rome & Florence",
    days=(
        Day(title="Ancient Rome", date=dt.date(2026, 5, 1), stops=(COLOSSEUM, LUNCH, FORUM)),
        Day(date=dt.date(2026, 5, 2), stops=(UFFIZI,)),
        Day(title="Rest"),
    ),
)
BAR = marker(43.77, 11.25, "Bar <b>")


def trip(itinerary: Itinerary, *pins: Marker) -> Conversation:
    """A conversation that planned this."""
    reply = Reply(
        rounds=(Round(text="Done."),),
        status=Status.COMPLETE,
        itinerary=itinerary,
        map=TripMap(markers=pins),
    )
    return Conversation(id="c1", messages=(Prompt(text="A trip, please"), reply))


def taken(itinerary: Itinerary, *pins: Marker, start: dt.date | None = None) -> Export:
    """The trip, taken along on the first of April."""
    return Export(trip(itinerary, *pins), NOW, start)


def day_of(*stops: Stop) -> Itinerary:
    """One dated day."""
    return Itinerary(days=(Day(date=dt.date(2026, 5, 1), stops=stops),))


def named(text: str) -> Export:
    """A trip in which everything is called `text`."""
    pin = marker(1, 2, text, kind=text, country=text)
    timed = Stop(place=text, marker=pin, timezone=text, time=dt.time(8), note=text)
    day = Day(title=text, date=dt.date(2026, 5, 1), stops=(timed, Stop(place=text, note=text)))
    itinerary = Itinerary(title=text, days=(day,))
    return taken(itinerary, marker(3, 4, text, kind=text, country=text))


def told() -> Conversation:
    """A conversation with all that one may hold."""
    call = ToolCall(id="k1", name="find_places", arguments='{"a": 1}', extra_content={"sig": "s"})
    step = ToolStep(call=call, result='{"ok": true}', label="Found Rome", ok=True, drew=True)
    answer = Round(
        reasoning="Hm.",
        text="Rome \x00 <b>",
        steps=(step,),
        provider="api.example.com",
        echo={"reasoning_details": [{"data": "secret"}]},
        usage=Usage(prompt=5, completion=7),
    )
    reply = Reply(
        rounds=(answer,),
        status=Status.COMPLETE,
        map=TripMap(markers=(BAR,), moves=3),
        itinerary=ITALY,
        edits=(Itinerary(title="Less", days=ITALY.days[:1]),),
        turn="t1",
    )
    return Conversation(
        id="c1", title="Rome", saved=True, messages=(Prompt(text="Rome"), reply, Prompt(text="Go"))
    )


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)
MARKERS = st.builds(
    Marker,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    label=TEXT,
    kind=TEXT,
    country=TEXT,
)
STOPS = st.builds(
    Stop,
    place=TEXT,
    marker=st.none() | MARKERS,
    timezone=st.sampled_from(
        ("", "Europe/Rome", "Pacific/Apia", "UTC", "Mars/Base", "../x", "Asia")
    ),
    time=st.none() | st.times(),
    stay=st.none() | st.integers(0, 1440),
    mode=st.none() | st.sampled_from(Mode),
    note=TEXT,
)
DAYS = st.builds(
    Day, title=TEXT, date=st.none() | st.dates(), stops=st.lists(STOPS, max_size=4).map(tuple)
)
ITINERARIES = st.builds(Itinerary, title=TEXT, days=st.lists(DAYS, max_size=3).map(tuple))
EXPORTS = st.builds(
    Export,
    conversation=st.builds(trip, ITINERARIES, MARKERS),
    now=st.just(NOW),
    start=st.none() | st.dates(),
)
