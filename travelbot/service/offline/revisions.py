"""How requests about the itinerary in force are read; None where a prompt makes none."""

from collections.abc import Callable

from travelbot.service.itinerary_words import time_of
from travelbot.service.offline import revision_cues as cues
from travelbot.service.offline.answers.date_edits import OrderDates, ShiftDates, StartOn
from travelbot.service.offline.answers.day_edits import (
    CannotDo,
    ClearItinerary,
    DropDays,
    EmptyDay,
    StartOver,
    SwapDays,
)
from travelbot.service.offline.answers.day_fill import Enrich, Lighten
from travelbot.service.offline.answers.show_days import ShowDay, ShowItinerary
from travelbot.service.offline.answers.stop_additions import AddStop
from travelbot.service.offline.answers.stop_edits import DropStop, SetTime, WhereIs
from travelbot.service.offline.answers.stop_moves import MoveAlone, MoveStop
from travelbot.service.offline.ask import Ask
from travelbot.service.offline.cues import BEYOND
from travelbot.service.offline.dates import has_date
from travelbot.service.offline.intent import Intent
from travelbot.service.offline.numbers import days_asked, stays_in
from travelbot.service.offline.stop_names import stop_of, stops_meant


def revision(ask: Ask) -> Intent | None:
    """What a prompt asks about the itinerary in force, if there is one."""
    if not ask.itinerary.days:
        return None
    said = ask.words.partition(": ")[0].strip(" .!?…")
    if cues.QUESTION.search(said):
        return _show(ask, said) or _where(ask, said)
    return next(filter(None, (read(ask, said) for read in READINGS)), None)


def is_about_days(ask: Ask) -> bool:
    """Whether a prompt changes a day of a plan, which there must be first."""
    said = ask.words.strip(" .!?…")
    if cues.DATES.search(said) or cues.SHOW.search(said):
        return True
    changes = (cues.LIGHTER, cues.BUSIER, cues.SWAP, cues.MOVE)
    one_day = bool(days_asked(said)) and not stays_in(said)
    return one_day and any(cue.search(said) for cue in changes)


def _clear(_: Ask, said: str) -> Intent | None:
    if cues.OVER.search(said):
        return StartOver()
    return ClearItinerary() if cues.CLEAR.search(said) else None


def _empty(ask: Ask, said: str) -> Intent | None:
    days = days_asked(said)
    return EmptyDay(number=_number(ask, days[0])) if cues.EMPTY_DAY.search(said) else None


def _show(ask: Ask, said: str) -> Intent | None:
    is_beyond = any(topic.search(ask.text) for topic in BEYOND.values())
    if cues.WHAT_IS_ON.search(said) and not is_beyond:
        return ShowDay(number=_number(ask, days_asked(said)[-1]))
    return ShowItinerary() if cues.SHOW.search(said) else None


def _beyond(_: Ask, said: str) -> Intent | None:
    return CannotDo() if cues.BEYOND.search(said) else None


def _swap(_: Ask, said: str) -> Intent | None:
    days = days_asked(said)
    if not cues.SWAP.search(said) or len(days) != 2:  # noqa: PLR2004
        return None
    return SwapDays(first=days[0], second=days[1])


def _dates(ask: Ask, said: str) -> Intent | None:
    if cues.DATES.search(said):
        return OrderDates()
    if cues.SHIFT.search(said):
        days = sum(stays_in(said))
        return ShiftDates(days=-days if cues.EARLIER.search(said) else days)
    is_new = bool(stays_in(ask.text)) and bool(ask.named)
    is_start = cues.START.search(said) and has_date(ask.words) and not is_new
    return StartOn(words=ask.words) if is_start else None


def _lighter(ask: Ask, said: str) -> Intent | None:
    return _of_day(ask, said, Lighten) if cues.LIGHTER.search(said) else None


def _busier(ask: Ask, said: str) -> Intent | None:
    return _of_day(ask, said, Enrich) if cues.BUSIER.search(said) and not ask.named else None


def _of_day(ask: Ask, said: str, kind: type[Lighten] | type[Enrich]) -> Intent | None:
    days = days_asked(said)
    if len(days) > 1:
        return CannotDo()
    if days:
        return kind(number=_number(ask, days[0]))
    is_plain = cues.PLAIN.search(said) and not ask.named and not stays_in(said)
    return kind(number=_last_day(ask)) if is_plain else None


def _last_day(ask: Ask) -> int | None:
    """The day that "it" means, if one was just talked about."""
    last = ask.earlier[-1] if ask.earlier else None
    return last.number if isinstance(last, ShowDay | Lighten | Enrich) else None


def _drop(ask: Ask, said: str) -> Intent | None:
    days = days_asked(said)
    if cues.DROP_DAYS.search(said):
        return DropDays(numbers=tuple(_number(ask, day) for day in days))
    found = cues.DROP.search(said)
    if found is None or found["name"] in cues.OPEN:
        return None
    name, where = found["name"], found["where"] or ""
    day = _number(ask, days[0]) if days_asked(where) else None
    is_stop = bool(stops_meant(ask.itinerary, name, ask.named))
    return DropStop(name=name, named=ask.named, day=day) if is_stop or day else None


def _move(ask: Ask, said: str) -> Intent | None:
    found = cues.MOVE.search(said)
    if found is None:
        return None
    where, days = found["where"], days_asked(said)
    if ask.named and days and not stops_meant(ask.itinerary, found["name"], ask.named):
        return AddStop(ask.named, day=_number(ask, days[-1]))
    source = _number(ask, days[0]) if len(days) > 1 else None
    if days_asked(where):
        return MoveStop((), found["name"], ask.named, source, to=_number(ask, days[-1]))
    if "own" in where or "new" in where:
        return MoveAlone((), found["name"], ask.named, source)
    return MoveStop((), found["name"], ask.named, source, later=-1 if "before" in where else 1)


def _timed(ask: Ask, said: str) -> Intent | None:
    found = cues.TIMED.search(said)
    if found is None or not stops_meant(ask.itinerary, found["name"], ask.named):
        return None
    days = days_asked(found["where"] or "")
    day = _number(ask, days[0]) if days else None
    try:
        return SetTime((), found["name"], ask.named, day, time_of(found["time"]))
    except ValueError:
        return None


def _add(ask: Ask, said: str) -> Intent | None:
    found = cues.ADD.search(said)
    if found is None or not ask.named:
        return None
    days = days_asked(found["where"])
    if not days and any(place.kind not in ("sight", "airport") for place in ask.named):
        return None
    return AddStop(ask.named, day=_number(ask, days[0]) if days else None)


def _where(ask: Ask, said: str) -> Intent | None:
    found = cues.WHERE.search(said)
    meant = stops_meant(ask.itinerary, found["name"], ask.named) if found else []
    stop = stop_of(ask.itinerary, meant[0]) if meant else None
    is_known = stop is None or (stop.marker is not None and stop.marker.verified)
    return None if is_known or found is None else WhereIs((), found["name"], ask.named)


def _number(ask: Ask, day: int) -> int:
    return len(ask.itinerary.days) if day < 0 else day


READINGS: tuple[Callable[[Ask, str], Intent | None], ...] = (
    _clear,
    _empty,
    _show,
    _beyond,
    _swap,
    _timed,
    _move,
    _add,
    _lighter,
    _busier,
    _drop,
    _dates,
    _where,
)
