"""The map under the pins: Natural Earth from this process, Carto's tiles over it when they load.

The styles in `assets/` are MapLibre/Mapbox style documents. Their URLs are relative to the
page, because the app may be served under any base path.
"""

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from streamlit.components.v1 import declare_component

ASSETS = Path(__file__).parent / "assets"
BORDERS = ("countries-50m.json", "countries-110m.json")
THEMES = ("dark", "light")


def style_url(theme: str) -> str:
    """Where the browser finds the style for the theme 'light' or 'dark'.

    A component's folder is the one thing that Streamlit serves alike with and without st.App.
    It must be declared inside a script run.
    """
    component = declare_component("assets", path=ASSETS)
    return f"component/{component.name}/{theme}.json"


@cache
def tile_origins() -> tuple[str, ...]:
    """The origins that the styles load tiles from."""
    styles = (json.loads((ASSETS / f"{theme}.json").read_text("utf-8")) for theme in THEMES)
    tiles = (
        urlsplit(address)
        for style in styles
        for source in style["sources"].values()
        for address in source.get("tiles", ())
    )
    return tuple(sorted({f"{tile.scheme}://{tile.netloc}" for tile in tiles}))
