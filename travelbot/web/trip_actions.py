"""What clicks on the page Trips do, beside those of every page."""

from travelbot.models.messages import Conversation
from travelbot.models.trips import Hit
from travelbot.service.exports.conversation_import import read_conversation
from travelbot.service.trips import Trips
from travelbot.web.reported import reported
from travelbot.web.session import Session
from travelbot.web.state import typed, uploaded
from travelbot.web.tab import Tab
from travelbot.web.wiring import assistant


class TripActions:
    """Its methods are the callbacks of the page's widgets."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.tab: Tab = session.tab
        self._owner = session.owner
        self._trips: Trips = assistant().trips

    @property
    def picked(self) -> frozenset[str]:
        """The trips that are selected."""
        return self.tab.picked or frozenset()

    def found(self, query: str) -> tuple[Hit, ...]:
        """The trips in which these words are, the last one as a beginning."""
        return self._trips.search(self._owner, query)

    def read(self, trip_id: str) -> Conversation:
        """A trip with all that was said; raises NotFound and StoreError."""
        return assistant().conversations.load(self._owner, trip_id)

    @reported
    def rename(self, trip_id: str, title_key: str) -> None:
        """Give a trip the title that was typed into the input with this key."""
        self._trips.save(self._owner, trip_id, typed(title_key))

    @reported
    def duplicate(self, trip_id: str) -> None:
        """Save a copy of a trip."""
        self._trips.duplicate(self._owner, trip_id)

    @reported
    def take_in(self, uploader_key: str) -> None:
        """Save the trip in the file that was chosen, and open it."""
        file = uploaded(uploader_key)
        if file is not None:
            self.session.load(self._trips.add_imported(self._owner, read_conversation(file, "")))

    def begin_picking(self) -> None:
        """Have a box to tick at each trip."""
        self.tab.picked = frozenset()

    def end_picking(self) -> None:
        """Have the boxes gone."""
        self.tab.picked = None

    def pick(self, *trip_ids: str) -> None:
        """Select these trips and no others."""
        self.tab.picked = frozenset(trip_ids)

    def toggle(self, trip_id: str) -> None:
        """Select a trip, or no longer."""
        self.tab.picked = self.picked ^ {trip_id}

    def delete_picked(self, *trip_ids: str) -> None:
        """Delete these trips, which were selected."""
        self.session.delete(*trip_ids)
        if self.tab.deletion:
            self.end_picking()
