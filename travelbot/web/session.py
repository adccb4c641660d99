"""What a page works with: the tab's owner, conversation and running turn, and what clicks do."""

from collections.abc import Callable

import streamlit as st

from travelbot.errors import NotFound, StoreError
from travelbot.models.events import trip_after
from travelbot.models.messages import Conversation, Instead, Prompt, Reply
from travelbot.models.trip import Trip
from travelbot.models.trips import Summary
from travelbot.service.assistant import Assistant
from travelbot.service.titles import suggested_title
from travelbot.service.turn import Turn
from travelbot.settings import Endpoint
from travelbot.web.reader import Reader, reader_of
from travelbot.web.reported import reported
from travelbot.web.state import PROMPT, put_back, show_chat, tab, typed
from travelbot.web.tab import Deletion, Tab
from travelbot.web.wiring import assistant, settings

CONVERSATION = "conversation"
"""The query parameter that a reload finds the conversation by."""


class Session:
    """One script run's view of the tab; its methods are the callbacks of the widgets."""

    def __init__(self) -> None:
        self.tab: Tab = tab()
        self._assistant: Assistant = assistant()
        self.reader: Reader = reader_of(self.tab, self._assistant)
        self.owner = self.reader.owner
        self.turn: Turn | None = None
        self.conversation = self._open()
        if self.turn:
            self.tab.awaited = self.turn.id
        self.seen_events = len(self.turn.log.read()) if self.turn else 0

    def reopen(self) -> None:
        """Take in what the turn that has just ended left behind."""
        self.turn = None
        self.conversation = self._open()

    @property
    def is_unanswered(self) -> bool:
        """Whether the last prompt lost its reply, as in a crash."""
        messages = self.conversation.messages
        return self.turn is None and bool(messages) and isinstance(messages[-1], Prompt)

    @property
    def trip(self) -> Trip:
        """The map and the itinerary as they stand, in the middle of a turn too."""
        events = self.turn.log.read()[: self.seen_events] if self.turn else []
        return trip_after(self.conversation.trip, events)

    @property
    def endpoint(self) -> Endpoint | None:
        """The provider that answers, or None for the built-in guide."""
        return self.tab.endpoint or settings().endpoint

    def saved(self) -> tuple[Summary, ...]:
        """The owner's saved conversations, the latest first."""
        return self._assistant.trips.saved(self.owner)

    def take_choice(self) -> bool:
        """Whether a conversation was chosen by the click that led to this run; told once."""
        chosen, self.tab.chosen = self.tab.chosen, False
        return chosen

    def take_ended(self) -> Reply | None:
        """The reply that was awaited, where it has ended, be it between two runs; told once."""
        awaited, self.tab.awaited = self.tab.awaited, None
        reply = self.conversation.last_reply
        return reply if reply and reply.turn == awaited else None

    def take_notice(self) -> str | None:
        """What went wrong with the last click; told once."""
        notice, self.tab.notice = self.tab.notice, None
        return notice

    def ask_typed(self) -> None:
        """Send what was typed; puts it back where it can't be sent."""
        self.ask_or_put_back(typed(PROMPT))

    def ask_or_put_back(self, prompt: str) -> None:
        """Send a prompt, or put it into the input where it can't be sent."""
        self.ask(prompt)
        if self.tab.notice:
            put_back(prompt)

    @reported
    def ask(self, prompt: str) -> None:
        """Send a prompt; it begins a branch in the place of one that is being edited."""
        if self.tab.editing is None:
            self._send(self._assistant.start, prompt)
        else:
            instead = Instead(position=self.tab.editing, prompt=prompt)
            self._send(self._assistant.ask_instead, instead)
            self.tab.leave_map(self.trip.map.moves)
        self.tab.editing = None
        st.query_params[CONVERSATION] = self._id()

    @reported
    def retry(self) -> None:
        """Have the last reply again."""
        self._assistant.answer_again(self.owner, self._id(), self.tab.endpoint, self.reader.address)
        show_chat()

    def edit(self, position: int) -> None:
        """Put the prompt at this position into the input; the next one begins a branch there."""
        if position in self.conversation.positions(Prompt):
            self.tab.editing = position
            put_back(self.conversation.messages[position].text)

    def stop_editing(self) -> None:
        """Let the prompt stand."""
        self.tab.editing = None
        put_back("")

    @reported
    def choose_branch(self, version: int) -> None:
        """Go on from this version of a prompt, with its map and itinerary."""
        self._assistant.trips.choose_branch(self.owner, self._id(), version)
        self.tab.leave_map(self.trip.map.moves)
        self.tab.editing = None

    def stop(self) -> None:
        """Stop the reply that is being written."""
        self._assistant.stop(self.owner, self._id())

    @reported
    def save_under(self, title_key: str) -> None:
        """Keep the conversation under the title that was typed into the input with this key."""
        self._assistant.trips.save(self.owner, self._id(), typed(title_key))

    @reported
    def delete(self, *conversation_ids: str) -> None:
        """Delete conversations; the page goes on with a new one where one was the open one."""
        self._assistant.trips.delete(self.owner, *conversation_ids)
        deletion = Deletion(conversation_ids)
        if self.tab.conversation_id in conversation_ids:
            deletion = Deletion(conversation_ids, self.tab.conversation_id)
            self._leave()
        self.tab.deletion = deletion

    @reported
    def restore(self, deletion: Deletion) -> None:
        """Take a deletion back."""
        self._assistant.trips.restore(self.owner, *deletion.conversation_ids)
        if deletion.open_one:
            self._go_to(deletion.open_one)

    def begin(self) -> None:
        """Go on with a new, empty conversation."""
        self.tab.deletion = None
        self._leave()
        self.tab.chosen = True

    @reported
    def load(self, conversation_id: str) -> None:
        """Go on with another conversation."""
        self._go_to(conversation_id)
        self.tab.chosen = True

    def title(self) -> str:
        """The title that the conversation has, or would be saved under."""
        return suggested_title(self.conversation)

    def _open(self) -> Conversation:
        asked = st.query_params.get(CONVERSATION)
        if asked and asked != self.tab.conversation_id:
            self.tab.go_to(asked)
        try:
            conversation, self.turn = self._assistant.open(self.owner, self._id())
        except NotFound as error:
            if asked:
                self.tab.notice = self.tab.notice or error.message
                self._leave()
            return Conversation(id=self._id())
        except StoreError:
            return Conversation(id=self._id())
        st.query_params[CONVERSATION] = conversation.id
        return conversation

    def _send(self, send: Callable[..., Turn], prompt: object) -> None:
        """Have a reply, and let it be seen."""
        send(self.owner, self._id(), prompt, self.tab.endpoint, self.reader.address)
        show_chat()

    def _id(self) -> str:
        if self.tab.conversation_id is None:
            self.tab.conversation_id = self._assistant.begin(self.owner)
        return self.tab.conversation_id

    def _go_to(self, conversation_id: str) -> None:
        self._assistant.choose(self.owner, conversation_id)
        self.tab.go_to(conversation_id)
        st.query_params[CONVERSATION] = conversation_id

    def _leave(self) -> None:
        self.tab.go_to(self._assistant.begin(self.owner))
        st.query_params.pop(CONVERSATION, None)
