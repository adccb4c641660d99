"""Addresses of the app, as the reader's browser sees it."""

from urllib.parse import urlencode

import streamlit as st

EXPORT = "/openai-streaming/export"
"""The route by which a trip is taken along."""
PRINTED = "html"
"""The format that is shown in the browser, rather than downloaded."""
SHARED = "/shared"
"""The path of the page that a link to a trip leads to."""
SHARED_TRIP = "trip"
"""The query parameter that names the shared trip."""
PAGES = ("/trips", SHARED)
"""The paths of all pages but the first."""


def base_path() -> str:
    """Where a proxy serves the app: "" or, for example, "/travel"."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def app_link(path: str, **query: str) -> str:
    """The address of what the app serves at this path, which begins with a slash."""
    here = (st.context.url or "").rstrip("/")
    for page in PAGES:
        here = here.removesuffix(page)
    return f"{here}{path}?{urlencode(query)}"
