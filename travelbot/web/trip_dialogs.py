"""What is asked about trips before something is done with them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from travelbot.errors import TravelbotError
from travelbot.models.trips import Summary
from travelbot.service.exports.export import Export
from travelbot.service.exports.file_names import file_name
from travelbot.service.exports.formats import FORMATS, Format
from travelbot.web.downloads import draw_files
from travelbot.web.prose import plain, plain_line
from travelbot.web.trip_actions import TripActions
from travelbot.web.trip_exports import archive, writable


@st.dialog("Rename trip", icon=":material/edit:")
def ask_for_title(actions: TripActions, trip: Summary) -> None:
    """An input with the title as it is."""
    key = f"rename-{trip.id}"
    with st.form("rename", border=False):
        st.text_input("Title", trip.title, key=key)
        renamed = st.form_submit_button(
            "Rename", key="do-rename", type="primary", on_click=actions.rename, args=(trip.id, key)
        )
    if renamed:
        st.rerun()


@st.dialog("Export", icon=":material/download:")
def offer_files(actions: TripActions, trips: Sequence[Summary]) -> None:
    """A button for each format; the file is written once it is pressed."""
    try:
        _draw_formats(actions, trips)
    except TravelbotError as error:
        st.warning(plain(error.message), icon=":material/info:")


def _draw_formats(actions: TripActions, trips: Sequence[Summary]) -> None:
    if len(trips) == 1:
        st.markdown(f"**{plain_line(trips[0].title)}**")
        draw_files(actions.read(trips[0].id), "dialog")
        return
    st.markdown(f"**{len(trips):,} trips, in one ZIP file**")
    now = datetime.now(UTC)
    exports = [Export(actions.read(trip.id), now) for trip in trips]
    with st.container(key="formats", gap="small"):
        for written in FORMATS:
            _offer(writable(exports, written), written)


def _offer(exports: Sequence[Export], written: Format) -> None:
    st.download_button(
        written.name,
        data=partial(archive, exports, written),
        file_name=file_name(f"{len(exports)} trips {written.extension}", "zip"),
        mime="application/zip",
        key=f"export-{written.extension}",
        icon=":material/download:",
        on_click="ignore",
        disabled=not exports,
        help=None if exports else "None of these trips has a day with a date.",
        width="stretch",
    )
