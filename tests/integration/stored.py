"""A conversation that a store keeps."""

from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Prompt, Reply, Round, Status
from travelbot.models.trip_map import Marker, TripMap

TRIP = TripMap(markers=(Marker(latitude=35.68, longitude=139.69, label="Tokyo 東京"),), moves=1)
REPLY = Reply(rounds=(Round(text="Off we go."),), status=Status.COMPLETE, map=TRIP)
CHAT = Conversation(id="c1", messages=(Prompt(text="Tokyo?"), REPLY))


def keep(store: Store, chat: Conversation = CHAT, owner: str = "ann") -> None:
    """Write it, all of it."""
    store.write(owner, chat, since=0)
