"""The page Plan with its itinerary open, as a reader handles it."""

from typing import Any

from streamlit.testing.v1 import AppTest

from travelbot.models.itinerary import Itinerary
from travelbot.web.owner import owner_of
from travelbot.web.state import ITINERARY, VIEW
from travelbot.web.tab import Tab
from travelbot.web.wiring import assistant

TOOL = "update_itinerary"
ROME: dict[str, Any] = {
    "title": "Roman [holiday](x)",
    "days": [
        {
            "title": "Ancient $tones",
            "date": "2026-05-04",
            "stops": [
                {
                    "place": "Colosseum",
                    "city": "Rome, Italy",
                    "time": "09:00",
                    "stay_minutes": 120,
                    "note": "Book *ahead*",
                },
                {"place": "Roman Forum", "city": "Rome, Italy"},
                {"place": "Grandma's house", "city": "Rome, Italy"},
            ],
        },
        {"date": "2026-05-05", "stops": [{"place": "Colosseum", "city": "Rome, Italy"}]},
    ],
}


def opened(app: AppTest) -> AppTest:
    """The page with its itinerary open."""
    app.session_state[VIEW] = ITINERARY
    return app.run()


def choose(app: AppTest, menu: str, action: str) -> AppTest:
    """Click on an entry of a menu."""
    return app.menu_button(key=menu).click(action).run()


def keep(app: AppTest) -> AppTest:
    """Click on the button of the open form."""
    return app.button(key="FormSubmitter:itinerary-form-Keep").click().run()


def key(app: AppTest) -> tuple[str, str]:
    """Owner and conversation."""
    tab: Tab = app.session_state["tab"]
    return owner_of(tab.token), tab.conversation_id or ""


def planned(app: AppTest) -> Itinerary:
    """The itinerary in force."""
    return assistant().conversations.load(*key(app)).itinerary


def places(app: AppTest) -> list[list[str]]:
    """The stops of each day."""
    return [[stop.place for stop in day.stops] for day in planned(app).days]
