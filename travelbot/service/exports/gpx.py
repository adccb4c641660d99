"""The trip as GPX 1.1, for navigation devices and apps."""

from gpxpy.gpx import GPX, GPXRoute, GPXRoutePoint, GPXWaypoint

from travelbot.models.trip_map import Marker
from travelbot.service.exports.export import Export, NumberedDay, NumberedStop
from travelbot.service.exports.lines import EDGE
from travelbot.service.exports.text import place_name
from travelbot.service.scrub import one_line, scrubbed


def gpx(export: Export) -> bytes:
    """Stops and the map's other pins as waypoints, and a route per day through its stops."""
    document = GPX()
    document.creator = "Travelbot"
    document.name = export.title
    for day in export.days:
        document.waypoints += [_waypoint(day, each, at) for each, at in day.located]
    document.waypoints += [_pin(marker) for marker in export.pins]
    document.routes = [_route(day) for day in export.days if day.located]
    return document.to_xml("1.1").encode()


def _waypoint(day: NumberedDay, each: NumberedStop, marker: Marker) -> GPXWaypoint:
    latitude, longitude = _coordinates(marker)
    planned = ", ".join(filter(None, (f"{day.title}, stop {each.number}", each.about)))
    return GPXWaypoint(
        latitude,
        longitude,
        name=each.name,
        description="\n".join(filter(None, (planned, scrubbed(each.stop.note)))),
        type=one_line(marker.kind) or None,
    )


def _pin(marker: Marker) -> GPXWaypoint:
    latitude, longitude = _coordinates(marker)
    kind = one_line(marker.kind) or None
    return GPXWaypoint(latitude, longitude, name=place_name(marker.label), type=kind)


def _route(day: NumberedDay) -> GPXRoute:
    route = GPXRoute(name=day.title, number=day.number)
    for each, marker in day.located:
        route.points.append(GPXRoutePoint(*_coordinates(marker), name=each.name))
    return route


def _coordinates(marker: Marker) -> tuple[float, float]:
    """Latitude and longitude; GPX writes the antimeridian as -180 only."""
    longitude, latitude = marker.position
    return latitude, -EDGE if longitude == EDGE else longitude
