"""What screen readers are told of a reply: that it is being written, and how it ended."""

from streamlit.delta_generator import DeltaGenerator

from travelbot.models.messages import Reply, Status

ANSWERING = "Travelbot is answering. Press Escape to stop."
ENDS = {
    Status.COMPLETE: "The reply is complete.",
    Status.STOPPED: "The reply was stopped.",
    Status.FAILED: "The reply failed.",
}


class Announcer:
    """A live region that nobody sees. Streamlit gives its own elements no such role."""

    def __init__(self, slot: DeltaGenerator) -> None:
        self._slot = slot

    def answering(self) -> None:
        """A reply has begun."""
        self._tell(ANSWERING)

    def ended(self, reply: Reply | None) -> None:
        """It has ended, if there was one; the text of the map is beside it."""
        self._tell(ENDS.get(reply.status, "") if reply else "")

    def _tell(self, text: str) -> None:
        self._slot.html(f'<p role="status" aria-live="polite">{text}</p>')
