"""The trip as GeoJSON (RFC 7946)."""

from collections.abc import Iterator

from geojson_pydantic import Feature, FeatureCollection, LineString, MultiLineString, Point
from geojson_pydantic.types import Position2D

from travelbot.models.trip_map import Marker
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.exports.lines import pieces
from travelbot.service.exports.text import place_name
from travelbot.service.scrub import one_line, scrubbed

Geometry = Point | LineString | MultiLineString
Properties = dict[str, str | int | bool]
TripFeature = Feature[Geometry, Properties]


def geojson(export: Export) -> bytes:
    """Stops as numbered points, a line per day, and the map's other pins.

    A stop whose position nobody knows has no geometry. Colours are named as in the
    simplestyle specification, which viewers read.
    """
    features = [feature for day in export.days for feature in _day(day)]
    features += [_pin(number, marker) for number, marker in enumerate(export.pins, 1)]
    collection: FeatureCollection[TripFeature] = FeatureCollection(
        type="FeatureCollection", features=features
    )
    return collection.model_dump_json().encode()


def _day(day: NumberedDay) -> Iterator[TripFeature]:
    for each in day.stops:
        yield _stop(day, each)
    line = _line(day)
    if line:
        about: Properties = {"day": day.number, "title": day.title, "stroke": day.colour}
        yield _feature(f"day-{day.number}", line, about | _date(day))


def _line(day: NumberedDay) -> LineString | MultiLineString | None:
    parts = [[Position2D(*each) for each in piece] for piece in pieces(m for _, m in day.located)]
    if len(parts) > 1:
        return MultiLineString(type="MultiLineString", coordinates=parts)
    return LineString(type="LineString", coordinates=parts[0]) if parts else None


def _stop(day: NumberedDay, each: NumberedStop) -> TripFeature:
    stop = each.stop
    about: Properties = {
        "day": day.number,
        "stop": each.number,
        "title": each.name,
        "description": scrubbed(stop.note),
        "time": f"{stop.time:%H:%M}" if stop.time else "",
        "timezone": one_line(stop.timezone),
        "mode": stop.mode or "",
        "marker-color": day.colour,
    }
    stay: Properties = {} if stop.stay is None else {"stay_minutes": stop.stay}
    known = _known(stop.marker) if stop.marker else {}
    return _feature(
        f"day-{day.number}-stop-{each.number}",
        _point(stop.marker) if stop.marker else None,
        about | stay | _date(day) | known,
    )


def _pin(number: int, marker: Marker) -> TripFeature:
    about: Properties = {"title": place_name(marker.label)}
    return _feature(f"pin-{number}", _point(marker), about | _known(marker))


def _known(marker: Marker) -> Properties:
    """What is known of a position."""
    return {
        "verified": marker.verified,
        "source": marker.source,
        "kind": one_line(marker.kind),
        "country": one_line(marker.country),
    }


def _date(day: NumberedDay) -> Properties:
    return {"date": day.date.isoformat()} if day.date else {}


def _point(marker: Marker) -> Point:
    return Point(type="Point", coordinates=Position2D(*marker.position))


def _feature(name: str, geometry: Geometry | None, about: Properties) -> TripFeature:
    """A feature with what isn't empty of its properties."""
    return TripFeature(
        type="Feature",
        id=name,
        geometry=geometry,
        properties={key: value for key, value in about.items() if value != ""},
    )
