"""The page Trips as a reader handles it."""

from datetime import UTC, datetime

from playwright.sync_api import FilePayload, Locator, Page, expect

from travelbot.models.messages import Conversation, Prompt, Reply, Round, Status
from travelbot.service.exports.conversation_file import conversation_json
from travelbot.service.exports.export import Export


def exported(title: str, prompt: str, reply: str) -> FilePayload:
    """A trip as a file."""
    answer = Reply(rounds=(Round(text=reply),), status=Status.COMPLETE)
    trip = Conversation(id="any", title=title, messages=(Prompt(text=prompt), answer))
    content = conversation_json(Export(trip, datetime.now(UTC)))
    return {"name": "trip.json", "mimeType": "application/json", "buffer": content}


class TripsPage:
    """Finds things where a reader would."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self._url = url

    def open(self) -> "TripsPage":
        """Go there and wait for its heading."""
        self.page.goto(f"{self._url}/trips")
        expect(self.page.get_by_role("heading", name="Trips", exact=True)).to_be_visible()
        return self

    @property
    def search(self) -> Locator:
        """Where one types what is looked for."""
        return self.page.get_by_role("searchbox", name="Search trips")

    @property
    def cards(self) -> Locator:
        """All cards in sight."""
        return self.page.get_by_role("img", name="Map")

    def import_file(self, file: FilePayload) -> None:
        """Choose a file to be imported."""
        self.page.get_by_role("button", name="Import").click()
        self.page.locator("input[type=file]").set_input_files(file)

    def choose(self, title: str, choice: str) -> None:
        """Choose from the menu of a card."""
        self.page.get_by_role("button", name=f"More for {title}").click()
        self.page.get_by_role("menuitem", name=choice).or_(
            self.page.get_by_role("option", name=choice)
        ).click()
