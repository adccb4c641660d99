"""The trip as a page to print: one file, without scripts and without anything from outside."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from travelbot.models.trip_map import Marker
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.exports.text import in_words, place_name
from travelbot.service.scrub import scrubbed

STYLE = Path(__file__).with_name("printed.css")

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<h1 dir="auto">{title}</h1>
{sections}
</body>
</html>
"""
DAY = """<section id="day-{number}">
<h2 dir="auto">{title}{date}</h2>
{stops}
</section>"""
STOP = """<li>{leg}
<div class="stop"><span class="number">{number}</span>
<div><h3 dir="auto">{name}</h3>{about}</div></div></li>"""
PINS = """<section id="pins">
<h2>Other places</h2>
<ul>
{pins}
</ul>
</section>"""
EMPTY = "<p>Nothing is planned yet.</p>"


def printed(export: Export) -> bytes:
    """An HTML page for A4 and Letter: a section per day, and one for the map's other pins."""
    colours = [f"#day-{day.number} {{ --day: {day.colour}; }}" for day in export.days]
    page = PAGE.format(
        title=escape(export.title),
        style="\n".join((STYLE.read_text("utf-8").strip(), *colours)),
        sections=sections(export),
    )
    return page.encode()


def sections(export: Export) -> str:
    """What stands on the page below its title, as HTML: nothing in it is read as markup."""
    days, pins = map(_day, export.days), export.pins
    return "\n".join([*days, *([_pins(pins)] if pins else [])]) or EMPTY


def _day(day: NumberedDay) -> str:
    stops = "\n".join(map(_stop, day.stops))
    return DAY.format(
        number=day.number,
        title=escape(day.title),
        date=f' <small dir="ltr">{in_words(day.date)}</small>' if day.date else "",
        stops=f"<ol>\n{stops}\n</ol>" if stops else "",
    )


def _stop(each: NumberedStop) -> str:
    return STOP.format(
        leg=_paragraph("leg", each.leg),
        number=each.number,
        name=escape(each.name),
        about=_paragraph("when", each.about) + _paragraph("note", scrubbed(each.stop.note)),
    )


def _pins(pins: Iterable[Marker]) -> str:
    names = (f'<li dir="auto">{escape(place_name(marker.label))}</li>' for marker in pins)
    return PINS.format(pins="\n".join(names))


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}" dir="auto">{escape(text)}</p>' if text else ""
