"""The trip as KML 2.2, for Google Earth and others."""

from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from travelbot.models.trip_map import Marker
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.exports.lines import Position, pieces
from travelbot.service.exports.text import in_words, place_name
from travelbot.service.itinerary.colours import rgb
from travelbot.service.scrub import scrubbed

NAMESPACE = "http://www.opengis.net/kml/2.2"
LINE_WIDTH = "4"


def kml(export: Export) -> bytes:
    """A folder per day with its stops and its line in its colour, and one for the other pins."""
    root = Element("kml", xmlns=NAMESPACE)
    document = SubElement(root, "Document")
    _put(document, "name", export.title)
    for day in export.days:
        _style(document, day)
    for day in export.days:
        _day(document, day)
    if export.pins:
        folder = _folder(document, "Other places")
        for marker in export.pins:
            _point(_placemark(folder, place_name(marker.label)), marker)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _style(document: Element, day: NumberedDay) -> None:
    style = SubElement(document, "Style", id=_style_id(day))
    _put(SubElement(style, "IconStyle"), "color", _colour(day.colour))
    line = SubElement(style, "LineStyle")
    _put(line, "color", _colour(day.colour))
    _put(line, "width", LINE_WIDTH)


def _day(document: Element, day: NumberedDay) -> None:
    date = f" ({in_words(day.date)})" if day.date else ""
    folder = _folder(document, day.title + date)
    for each in day.stops:
        _stop(folder, day, each)
    parts = pieces(marker for _, marker in day.located)
    if parts:
        placemark = _placemark(folder, day.title)
        _put(placemark, "styleUrl", f"#{_style_id(day)}")
        geometry = SubElement(placemark, "MultiGeometry") if len(parts) > 1 else placemark
        for part in parts:
            line = SubElement(geometry, "LineString")
            _put(line, "tessellate", "1")
            _put(line, "coordinates", _coordinates(part))


def _stop(folder: Element, day: NumberedDay, each: NumberedStop) -> None:
    placemark = _placemark(folder, f"{each.number}. {each.name}")
    _describe(placemark, each)
    _put(placemark, "styleUrl", f"#{_style_id(day)}")
    if each.stop.marker:
        _point(placemark, each.stop.marker)


def _describe(placemark: Element, each: NumberedStop) -> None:
    """Viewers read a description as HTML, so that what means something there is escaped."""
    lines = filter(None, (each.about, scrubbed(each.stop.note)))
    text = escape("\n".join(lines), quote=False)
    if text:
        _put(placemark, "description", text)


def _folder(document: Element, name: str) -> Element:
    folder = SubElement(document, "Folder")
    _put(folder, "name", name)
    return folder


def _placemark(folder: Element, name: str) -> Element:
    placemark = SubElement(folder, "Placemark")
    _put(placemark, "name", name)
    return placemark


def _point(placemark: Element, marker: Marker) -> None:
    _put(SubElement(placemark, "Point"), "coordinates", _coordinates([marker.position]))


def _coordinates(line: Sequence[Position]) -> str:
    return " ".join(f"{longitude},{latitude}" for longitude, latitude in line)


def _style_id(day: NumberedDay) -> str:
    return f"day-{day.number}"


def _colour(colour: str) -> str:
    """KML's order is opacity, blue, green, red."""
    red, green, blue = rgb(colour)
    return f"ff{blue:02x}{green:02x}{red:02x}"


def _put(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
