"""What a browser tab has in hand."""

from dataclasses import dataclass, field
from enum import StrEnum

from travelbot.models.trip_map import MAX_MARKERS, Viewport
from travelbot.service.itinerary.edits import At
from travelbot.service.provider.check.run import Check
from travelbot.settings import Endpoint
from travelbot.web.camera import Camera, Focus
from travelbot.web.owner import new_token

PLACES_LISTED = 12
EARLIER = 40
"""Messages that one click on "Show earlier" adds."""
PROBLEMS_LISTED, MORE_PROBLEMS = 6, 20


class Form(StrEnum):
    """What the reader can fill in about the itinerary."""

    ADD_STOP = "add-stop"
    EDIT_STOP = "edit-stop"
    MOVE_STOP = "move-stop"
    EDIT_DAY = "edit-day"


@dataclass(frozen=True)
class OpenForm:
    """A form that is open, and which day or stop it is about."""

    form: Form
    at: At


@dataclass(frozen=True)
class Deletion:
    """What was deleted by one click and can be taken back, and which of it was open."""

    conversation_ids: tuple[str, ...]
    open_one: str | None = None


@dataclass
class Tab:
    """Of one browser tab; gone when it is reloaded."""

    conversation_id: str | None = None
    endpoint: Endpoint | None = None
    """The provider that this visitor brought, with the key."""
    check: Check | None = None
    """The last check of the provider that answers now."""
    editing: int | None = None
    """The position of the prompt in whose place the next one begins a branch."""
    deletion: Deletion | None = None
    """What the last click deleted."""
    picked: frozenset[str] | None = None
    """What is selected on the page Trips; None while nothing is to be selected there."""
    chosen: bool = False
    """Whether a conversation was just chosen, which the page Plan is to show."""
    awaited: str | None = None
    """Names the turn whose end is still to be told."""
    notice: str | None = None
    """What went wrong with the last click, shown once."""
    returns: int = 0
    """How often the reader moved the map by a button."""
    focus: Focus | None = None
    """What the reader chose to see; None for what the assistant shows."""
    earlier_shown: int = 0
    """How many messages the reader had shown beside the latest ones."""
    places_listed: int = PLACES_LISTED
    """How many of the pins are listed at most."""
    problems_listed: int = PROBLEMS_LISTED
    """How many of the itinerary's problems are listed at most."""
    form: OpenForm | None = None
    """What the reader fills in, in a dialog."""
    camera: Camera | None = None
    """What the mounted map was last told; None while none is mounted."""
    token: str = field(default_factory=new_token)
    """Stands in for the owner's cookie where the host runs no middleware."""
    moved_in: bool = False
    """Whether what was begun before signing in is the reader's by now."""

    def look_at(self, viewport: Viewport, moves: int) -> None:
        """Have the map moved there, until the assistant's next move after `moves`."""
        self.focus = Focus(viewport, moves)
        self.returns += 1

    def look_back(self) -> None:
        """Have the map moved back to where the assistant left it."""
        self.focus = None
        self.returns += 1

    def leave_map(self, moves: int) -> None:
        """Have another map looked at than the one that moved so often, whatever it was told."""
        self.focus = None
        self.returns += moves + 1

    def list_all_places(self) -> None:
        """List every pin under the map."""
        self.places_listed = MAX_MARKERS

    def list_more_problems(self) -> None:
        """List some more of what may be wrong with the itinerary."""
        self.problems_listed += MORE_PROBLEMS

    def open_form(self, form: Form, at: At) -> None:
        """Have a form opened."""
        self.form = OpenForm(form, at)

    def close_form(self) -> None:
        """Have no form open."""
        self.form = None

    def show_earlier(self) -> None:
        """Show more of the messages that came before those on the screen."""
        self.earlier_shown += EARLIER

    def use(self, endpoint: Endpoint | None) -> None:
        """Have replies from another provider, of which nothing has been found out."""
        self.endpoint = endpoint
        self.check = None

    def go_to(self, conversation_id: str) -> None:
        """Take another conversation in hand."""
        self.conversation_id = conversation_id
        self.editing = None
        self.focus = None
        self.earlier_shown = 0
        self.places_listed = PLACES_LISTED
        self.problems_listed = PROBLEMS_LISTED
        self.form = None
