"""The trip as Markdown, to be read as it is or rendered."""

import re
from collections.abc import Iterator

from travelbot.models.trip_map import UNVERIFIED, Marker
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.exports.text import in_words, place_name, when
from travelbot.service.scrub import scrubbed

MEANT = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=[#\w])")
"""What means something wherever it stands."""
STARTS = re.compile(r"^(\d*)([-+=.)])")
"""What begins a list or underlines a heading."""
ZOOM = 15


def markdown(export: Export) -> bytes:
    """Days with their numbered stops, then the map's other pins."""
    blocks = [f"# {escaped(export.title)}"]
    for day in export.days:
        blocks += _day(day)
    if export.pins:
        pins = [f"- **{escaped(place_name(m.label))}** · {_position(m)}" for m in export.pins]
        blocks += ["## Other places", "\n".join(pins)]
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(line: str) -> str:
    """A line of plain text so that nothing in it is read as Markdown."""
    return STARTS.sub(r"\1\\\2", MEANT.sub(r"\\\g<0>", line))


def _day(day: NumberedDay) -> Iterator[str]:
    date = f" · {in_words(day.date)}" if day.date else ""
    yield f"## {escaped(day.title)}{date}"
    if day.stops:
        yield "\n".join(map(_stop, day.stops))


def _stop(each: NumberedStop) -> str:
    stop = each.stop
    number = f"{each.number}. "
    about = [f"**{escaped(each.name)}**", escaped(when(stop))]
    if stop.marker:
        about.append(_position(stop.marker))
    lines = [" · ".join(filter(None, about)), f"Way here: {escaped(each.leg)}" if each.leg else ""]
    lines += [escaped(line.strip()) for line in scrubbed(stop.note).split("\n")]
    return number + f"\\\n{' ' * len(number)}".join(filter(None, lines))


def _position(marker: Marker) -> str:
    longitude, latitude = marker.position
    address = (
        f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}"
        f"#map={ZOOM}/{latitude}/{longitude}"
    )
    unsure = "" if marker.verified else f" ({UNVERIFIED})"
    return f"[{latitude}, {longitude}]({address}){unsure}"
