"""The route by which a trip is taken along."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS
from travelbot.web.api.caller import CONVERSATION_HEADER, Calling
from travelbot.web.api.failures import documented
from travelbot.web.links import EXPORT, PRINTED

Extension = Annotated[
    Literal["md", "html", "ics", "gpx", "kml", "geojson", "json"],
    Query(alias="format", description="The file's extension; `html` is a page to print."),
]
Start = Annotated[
    date | None, Query(description="The first day's date, for calendars of days without dates.")
]
DISPOSITION = {"schema": {"type": "string"}, "description": "the file's name"}

router = APIRouter(responses=documented(404, 422, 503))


def files() -> dict[int | str, dict[str, Any]]:
    """The success in each format, for OpenAPI."""
    headers = {**documented()[200]["headers"], "Content-Disposition": DISPOSITION}
    example = {"example": "the file"}
    content = {each.media_type.split(";")[0]: example for each in FORMATS}
    return {200: {"headers": headers, "content": content}}


@router.get(EXPORT, summary="Take the trip along", response_class=Response, responses=files())
def export(caller: Calling, extension: Extension = "md", start: Start = None) -> Response:
    """The trip as a file: Markdown, a page to print, a calendar, GPX, KML, GeoJSON or JSON."""
    chosen = next(each for each in FORMATS if each.extension == extension)
    taken = Export(caller.now(), datetime.now(UTC), start)
    shown = "inline" if extension == PRINTED else "attachment"
    headers = {
        CONVERSATION_HEADER: caller.conversation,
        "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(chosen.file_name(taken))}",
    }
    return Response(chosen.write(taken), 200, headers, chosen.media_type)
