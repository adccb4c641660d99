"""The map under the pins: Natural Earth from this process, Carto's tiles over it when they load.

The styles in `assets/` are MapLibre/Mapbox style documents. Their URLs are relative to the
page, because the app may be served under any base path.
"""

from pathlib import Path

from streamlit.components.v1 import declare_component

ASSETS = Path(__file__).parent / "assets"
BORDERS = ("countries-50m.json", "countries-110m.json")


def style_url(theme: str) -> str:
    """Where the browser finds the style for the theme 'light' or 'dark'.

    A component's folder is the one thing that Streamlit serves alike with and without st.App.
    It must be declared inside a script run.
    """
    component = declare_component("assets", path=ASSETS)
    return f"component/{component.name}/{theme}.json"
