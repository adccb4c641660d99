"""Taking a trip along: a file in each format, and the page to print."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

import streamlit as st

from travelbot.errors import NothingToExport
from travelbot.models.messages import Conversation
from travelbot.service.exports.export import Export
from travelbot.service.exports.formats import FORMATS, Format


class Use(NamedTuple):
    """What a format is for."""

    icon: str
    purpose: str


USES: Mapping[str, Use] = {
    "md": Use("description", "notes and wikis"),
    "html": Use("print", "paper, and reading offline"),
    "ics": Use("calendar_month", "calendars"),
    "gpx": Use("hiking", "hiking and bike apps"),
    "kml": Use("public", "Google Earth"),
    "geojson": Use("map", "map tools"),
    "json": Use("forum", "another Travelbot"),
}


def draw_downloads(
    conversation: Conversation,
    key: str,
    print_link: str | None = None,
    formats: Sequence[Format] = FORMATS,
) -> None:
    """A button that opens the files, each of which is written once it is asked for.

    `print_link` is where the page to print can be seen.
    """
    popover = st.popover(
        "Take it along",
        key=f"take-{key}",
        icon=":material/download:",
        on_change="rerun",
    )
    with popover:
        if popover.open:
            if print_link:
                st.link_button("Print", print_link, icon=":material/print:", width="stretch")
            draw_files(conversation, key, formats)


def draw_files(conversation: Conversation, key: str, formats: Sequence[Format] = FORMATS) -> None:
    """A button for each file, and for the first day's date where the calendar needs it."""
    start = _first_date(conversation, key)
    export = Export(conversation, datetime.now(UTC), start)
    with st.container(key=f"files-{key}"):
        for each in formats:
            _draw_file(each, export, key)


def _first_date(conversation: Conversation, key: str) -> date | None:
    """The first day's date, which is asked for where days have none."""
    if all(day.date for day in conversation.itinerary.days):
        return None
    chosen = st.date_input("First day, for the calendar", None, key=f"start-{key}")
    return chosen if isinstance(chosen, date) else None


def _draw_file(written: Format, export: Export, key: str) -> None:
    use, why_not = USES[written.extension], _why_not(written, export)
    st.download_button(
        f"{written.name} :small[:gray[{use.purpose}]]",
        lambda: written.write(export),
        written.file_name(export),
        written.media_type,
        key=f"file-{written.extension}-{key}",
        icon=f":material/{use.icon}:",
        type="tertiary",
        on_click="ignore",
        disabled=bool(why_not),
    )
    if why_not:
        st.caption(why_not)


def _why_not(written: Format, export: Export) -> str:
    """The sentence that says why there is no such file; empty where there is."""
    try:
        written.check(export)
    except NothingToExport as error:
        return error.message
    return ""
