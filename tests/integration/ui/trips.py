"""The page Trips of one browser, as its reader handles it."""

from streamlit.testing.v1 import AppTest

from tests.integration.ui.pages import plan_page
from travelbot.models.messages import Conversation, Message, Prompt, Reply, Round, Status
from travelbot.web.owner import new_token, owner_of
from travelbot.web.trip_card import Choice
from travelbot.web.wiring import assistant

TOKEN = new_token()
OWNER = owner_of(TOKEN)


def keep(title: str, *said: str) -> str:
    """Save a trip with these prompts, each with a reply."""
    messages: list[Message] = []
    for prompt in said or ("Where to?",):
        reply = Reply(rounds=(Round(text=f"About {prompt}"),), status=Status.COMPLETE)
        messages += [Prompt(text=prompt), reply]
    conversation = Conversation(id="new", title=title, messages=tuple(messages))
    return assistant().trips.add_imported(OWNER, conversation)


def trips_page() -> AppTest:
    """The page Trips, run."""
    return plan_page().run().switch_page("trips.py").run()


def choose(page: AppTest, trip: str, choice: Choice) -> AppTest:
    """Choose from the menu of a card."""
    return page.menu_button(key=f"more-{trip}").click(choice).run()
