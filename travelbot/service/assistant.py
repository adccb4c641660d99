"""What a page or a route can ask for: conversations, and turns in them."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe
from threading import Lock

from travelbot.errors import BadPrompt, NotFound, TurnRunning
from travelbot.models.messages import Conversation, Prompt, Summary
from travelbot.service.conversations import Conversations
from travelbot.service.loop import BackgroundLoop
from travelbot.service.providers import Providers
from travelbot.service.titles import clean_title
from travelbot.service.tools import Toolbox
from travelbot.service.turn import Answering, Turn
from travelbot.settings import Endpoint

MAX_PROMPT = 4000
"""Characters."""
STOP_PATIENCE = 2.0
"""Seconds to wait for a stopped turn to end."""


@dataclass(frozen=True)
class _Live:
    turn: Turn
    task: Future[None]


class Assistant:
    """The conversations of all owners and the turns that run in them now."""

    def __init__(
        self,
        conversations: Conversations,
        providers: Providers,
        toolbox: Toolbox,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.conversations = conversations
        self._providers = providers
        self._toolbox = toolbox
        self._today = today
        self._loop = BackgroundLoop()
        self._live: dict[tuple[str, str], _Live] = {}
        self._starting: set[tuple[str, str]] = set()
        self._lock = Lock()

    def begin(self, owner: str) -> str:
        """An unguessable id for a conversation that begins with its first prompt."""
        conversation_id = token_urlsafe(16)
        self.conversations.begin(owner, conversation_id)
        return conversation_id

    def open(self, owner: str, conversation_id: str) -> tuple[Conversation, Turn | None]:
        """The conversation before the running turn, and that turn.

        Raises NotFound, and StoreError where the store fails and nothing is known of it.
        """
        live = self._live.get((owner, conversation_id))
        conversation = self.conversations.load(owner, conversation_id)
        if live is None or live.turn.log.finished:
            return conversation, None
        return conversation.with_messages(live.turn.base.messages), live.turn

    def start(
        self, owner: str, conversation_id: str, prompt: str, endpoint: Endpoint | None = None
    ) -> Turn:
        """Answer a prompt at the end of the conversation, which begins here if it is new.

        Raises BadPrompt, StoreError where the conversation can't be read, WrongKey and
        NoConnection for an unusable endpoint, and TurnRunning while a reply is being written.
        """
        with self._reserved((owner, conversation_id)):
            try:
                conversation = self.conversations.load(owner, conversation_id)
            except NotFound:
                conversation = Conversation(id=conversation_id)
            return self._answer(owner, conversation, prompt, endpoint)

    def answer_again(
        self,
        owner: str,
        conversation_id: str,
        prompt: str | None = None,
        endpoint: Endpoint | None = None,
    ) -> Turn:
        """Replace the last prompt and its reply: with `prompt`, or the same one for None.

        Raises as `start`, and NotFound where nothing has been asked yet.
        """
        with self._reserved((owner, conversation_id)):
            conversation = self.conversations.load(owner, conversation_id)
            last = conversation.last_prompt
            if last is None:
                raise NotFound
            before = conversation.until_last_prompt()
            return self._answer(owner, before, last.text if prompt is None else prompt, endpoint)

    def stop(self, owner: str, conversation_id: str) -> None:
        """Stop the running turn, if there is one; what it has said stays."""
        if live := self._live.get((owner, conversation_id)):
            live.turn.stop()

    def save(self, owner: str, conversation_id: str, title: str) -> None:
        """Keep the conversation for good; raises NotFound and StoreError."""
        self.conversations.save(owner, conversation_id, clean_title(title))

    def saved(self, owner: str) -> tuple[Summary, ...]:
        """The owner's saved conversations, the latest first."""
        return self.conversations.saved(owner)

    def delete(self, owner: str, conversation_id: str) -> None:
        """Stop what runs in the conversation and delete it; raises NotFound and StoreError."""
        if live := self._live.get((owner, conversation_id)):
            live.turn.stop()
            wait([live.task], timeout=STOP_PATIENCE)
        self.conversations.delete(owner, conversation_id)

    def close(self) -> None:
        """Stop all turns and close all connections."""
        running = list(self._live.values())
        for live in running:
            live.turn.stop()
        wait([live.task for live in running], timeout=STOP_PATIENCE)
        self._loop.submit(self._providers.close()).result(STOP_PATIENCE)
        self._loop.close()

    def _answer(
        self, owner: str, conversation: Conversation, prompt: str, endpoint: Endpoint | None
    ) -> Turn:
        question = Prompt(text=_checked(prompt))
        base = conversation.with_messages((*conversation.messages, question))
        turn = Turn(base)
        answering = Answering(
            model=self._providers.model(endpoint),
            toolbox=self._toolbox,
            keep=lambda now: self.conversations.keep(owner, now, len(base.messages)),
            today=self._today(),
        )
        self.conversations.keep(owner, base, len(conversation.messages))
        key = (owner, conversation.id)
        with self._lock:
            live = self._live[key] = _Live(turn, self._loop.submit(answering.run(turn)))
        live.task.add_done_callback(lambda _: self._let_go(key, turn))
        return turn

    @contextmanager
    def _reserved(self, key: tuple[str, str]) -> Iterator[None]:
        """Nobody else begins a turn in this conversation meanwhile; raises TurnRunning."""
        with self._lock:
            live = self._live.get(key)
            if key in self._starting or (live and not live.turn.log.finished):
                raise TurnRunning
            self._starting.add(key)
        try:
            yield
        finally:
            with self._lock:
                self._starting.discard(key)

    def _let_go(self, key: tuple[str, str], turn: Turn) -> None:
        with self._lock:
            if (live := self._live.get(key)) and live.turn is turn:
                del self._live[key]


def _checked(prompt: str) -> str:
    text = prompt.replace("\0", "").strip()
    if not text:
        raise BadPrompt("Type where you would like to go.")
    if len(text) > MAX_PROMPT:
        raise BadPrompt(
            f"Shorten your message: {len(text):,} of at most {MAX_PROMPT:,} characters."
        )
    return text
