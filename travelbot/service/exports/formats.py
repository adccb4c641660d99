"""The formats in which a trip is taken along."""

from collections.abc import Callable
from dataclasses import dataclass

from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.dated import dated_days
from travelbot.service.exports.export import Export
from travelbot.service.exports.file_names import file_name
from travelbot.service.exports.kml import kml
from travelbot.service.exports.markdown import markdown
from travelbot.service.exports.printed import printed


def _anything(_: Export) -> None:
    """Nothing is asked of the trip."""


@dataclass(frozen=True)
class Format:
    """A kind of file: `write` may raise NothingToExport."""

    name: str
    """For the reader."""
    extension: str
    media_type: str
    write: Callable[[Export], bytes]
    check: Callable[[Export], object] = _anything
    """Takes no time; raises NothingToExport where `write` would."""

    def file_name(self, export: Export) -> str:
        """What the file is called."""
        return file_name(export.title, self.extension)


# These three wait for libraries that would slow down the start of every process.


def _ical(export: Export) -> bytes:
    from travelbot.service.exports.ical import ical

    return ical(export)


def _gpx(export: Export) -> bytes:
    from travelbot.service.exports.gpx import gpx

    return gpx(export)


def _geojson(export: Export) -> bytes:
    from travelbot.service.exports.geojson import geojson

    return geojson(export)


FORMATS = (
    Format("Markdown", "md", "text/markdown; charset=utf-8", markdown),
    Format("Page to print", "html", "text/html; charset=utf-8", printed),
    Format("Calendar (iCalendar)", "ics", "text/calendar; charset=utf-8", _ical, dated_days),
    Format("GPX", "gpx", "application/gpx+xml", _gpx),
    Format("KML", "kml", "application/vnd.google-earth.kml+xml", kml),
    Format("GeoJSON", "geojson", "application/geo+json", _geojson),
    Format("Conversation (JSON)", "json", "application/json", conversation_json),
)
