"""What tests of pages have in common."""

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[3]
PATIENCE = 20


def plan_page(script: str = "pages/main.py") -> AppTest:
    """The page Plan, not run yet."""
    return AppTest.from_file(str(ROOT / script), default_timeout=PATIENCE)


def the_map(app: AppTest) -> dict[str, Any]:
    """The one map, as its chart was last drawn."""
    [chart] = app.get("deck_gl_json_chart")
    spec: dict[str, Any] = json.loads(chart.proto.json)
    return spec


def labels(app: AppTest) -> list[str]:
    """What is pinned on the map."""
    return [row["tip"].splitlines()[0] for row in layer(app, "pins")]


def layer(app: AppTest, name: str) -> list[dict[str, Any]]:
    """What one layer of the map shows."""
    layers = the_map(app)["layers"]
    return next((list(each["data"]) for each in layers if each["id"] == name), [])


def texts(app: AppTest) -> str:
    """All Markdown in the page."""
    return "\n".join(element.value for element in app.markdown)


def ask(app: AppTest, prompt: str) -> AppTest:
    """Send a prompt and wait for the reply."""
    return app.chat_input[0].set_value(prompt).run()


def buttons(app: AppTest) -> set[str]:
    """The keys of the buttons that are there."""
    return {button.key for button in app.button if button.key}


def view_of(app: AppTest) -> dict[str, float]:
    """Where the map was last told to look."""
    view: dict[str, float] = the_map(app)["initialViewState"]
    return view
