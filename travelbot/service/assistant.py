"""What a page or a route can ask for: conversations, and turns in them."""

from collections.abc import Callable
from datetime import date

from travelbot.errors import NotFound
from travelbot.models.messages import Conversation, Instead, Prompt
from travelbot.service.answering import Answering
from travelbot.service.conversations import Conversations
from travelbot.service.current import CurrentConversations
from travelbot.service.input import asked
from travelbot.service.limits import Limits
from travelbot.service.live_turns import LiveTurns
from travelbot.service.loop import BackgroundLoop
from travelbot.service.provider.check.checks import ProviderChecks
from travelbot.service.provider.check.run import Check
from travelbot.service.provider.providers import Providers
from travelbot.service.retelling import retold
from travelbot.service.sharing import Sharing
from travelbot.service.stop_finder import StopFinder
from travelbot.service.tools import Toolbox
from travelbot.service.trips import Trips
from travelbot.service.turn import Turn
from travelbot.settings import Endpoint, LimitSettings

CLOSE_PATIENCE = 2.0
"""Seconds for connections to close."""


class Assistant:
    """The conversations of all owners and the turns that run in them now."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        conversations: Conversations,
        sharing: Sharing,
        providers: Providers,
        toolbox: Toolbox,
        stops: StopFinder,
        settings: LimitSettings,
    ) -> None:
        self.conversations = conversations
        self.sharing = sharing
        self.stops = stops
        self._providers = providers
        self._toolbox = toolbox
        self._settings = settings
        self._limits = Limits(settings)
        self._current = CurrentConversations()
        # Each turn may wait for a tool and for the store at once.
        self._loop = BackgroundLoop(threads=2 * settings.running_turns)
        self._live = LiveTurns(self._loop, settings.running_turns, settings.log_megabytes)
        self.trips = Trips(conversations, self._live, self._current)
        self._checks = ProviderChecks(providers, toolbox, self._limits, self._loop)

    def begin(self, owner: str) -> str:
        """An unguessable id for a conversation that begins with its first prompt."""
        return self.trips.begin(owner)

    def current(self, owner: str) -> str:
        """The id of the conversation that the owner was last in, or of a new one."""
        return self._current.of(owner) or self.conversations.latest(owner) or self.begin(owner)

    def choose(self, owner: str, conversation_id: str) -> None:
        """Go on in another conversation; raises as `open`."""
        self.open(owner, conversation_id)
        self._current.choose(owner, conversation_id)

    def open(self, owner: str, conversation_id: str) -> tuple[Conversation, Turn | None]:
        """The conversation before the running turn, and that turn, which may just have ended.

        Raises NotFound, and StoreError where the store fails and nothing is known of it.
        """
        turn = self._live.get((owner, conversation_id))
        conversation = self.conversations.load(owner, conversation_id)
        if turn is None:
            return conversation, None
        return conversation.with_messages(turn.base.messages), turn

    def last_turn(self, owner: str, conversation_id: str) -> Turn:
        """The turn that runs, or else the last one, told again from the store.

        Raises as `open`, and NotFound where nothing has been answered yet.
        """
        conversation, turn = self.open(owner, conversation_id)
        return turn or retold(owner, conversation, self._toolbox.running)

    def start(
        self,
        owner: str,
        conversation_id: str,
        prompt: str,
        endpoint: Endpoint | None = None,
        address: str = "",
    ) -> Turn:
        """Answer a prompt at the end of the conversation, which begins here if it is new.

        Raises BadPrompt, StoreError where the conversation can't be read, WrongKey and
        NoConnection for an unusable endpoint, TurnRunning while a reply is being written, and
        LimitReached; `address` is where the prompt came from, empty for this machine.
        """
        with self._live.reserved((owner, conversation_id)):
            try:
                conversation = self.conversations.load(owner, conversation_id)
            except NotFound:
                conversation = Conversation(id=conversation_id)
            base = asked(conversation, prompt)
            return self._answer(owner, base, endpoint, address, self.conversations.keep)

    def answer_again(
        self,
        owner: str,
        conversation_id: str,
        endpoint: Endpoint | None = None,
        address: str = "",
    ) -> Turn:
        """Have another reply to the last prompt, in the place of the last one.

        Raises as `start`, and NotFound where nothing has been asked yet.
        """
        with self._live.reserved((owner, conversation_id)):
            conversation = self.conversations.load(owner, conversation_id)
            last = conversation.last_prompt
            if last is None:
                raise NotFound
            base = asked(conversation.until(conversation.positions(Prompt)[-1]), last.text)
            return self._answer(owner, base, endpoint, address, self.conversations.keep)

    def ask_instead(
        self,
        owner: str,
        conversation_id: str,
        instead: Instead,
        endpoint: Endpoint | None = None,
        address: str = "",
    ) -> Turn:
        """Ask another prompt in the place of an earlier one, which stays as a branch.

        Raises as `start`, and NotFound where there is no prompt in this place.
        """
        with self._live.reserved((owner, conversation_id)):
            conversation = self.conversations.load(owner, conversation_id)
            if instead.position not in conversation.positions(Prompt):
                raise NotFound
            base = asked(conversation.until(instead.position), instead.prompt)
            return self._answer(owner, base, endpoint, address, self.conversations.branch)

    def stop(self, owner: str, conversation_id: str) -> bool:
        """Stop the running turn, if there is one; what it has said stays."""
        return self._live.stop((owner, conversation_id))

    def move(self, owner: str, to: str) -> str | None:
        """Give all conversations of an anonymous owner to the one that has signed in.

        Gives the one that was open; raises StoreError, and then nothing has changed.
        """
        current = self._current.of(owner) or self.conversations.latest(owner)
        self.conversations.move(owner, to)
        self._live.move(owner, to)
        self._current.move(owner, to, current)
        return current

    def check_provider(
        self, owner: str, endpoint: Endpoint | None = None, address: str = ""
    ) -> Check:
        """Begin to find out what a provider can do; raises WrongKey and NoConnection as `start`."""
        return self._checks.begin(owner, date.today(), endpoint, address)

    def close(self) -> None:
        """Stop all turns and checks, and close all connections."""
        self._live.end_all()
        self._checks.end_all()
        self._loop.submit(self._providers.close()).result(CLOSE_PATIENCE)
        self._loop.close()

    def _answer(
        self,
        owner: str,
        base: Conversation,
        endpoint: Endpoint | None,
        address: str,
        keep: Callable[[str, Conversation, int], None],
    ) -> Turn:
        """Answer the last prompt of `base`, which `keep` stores."""
        model = self._providers.model(endpoint, address)
        spend = self._limits.begin(owner, address, is_hosts=self._providers.is_hosts(endpoint))
        turn = Turn(owner, base)
        answering = Answering(
            model=model,
            toolbox=self._toolbox,
            keep=lambda now: self.conversations.keep(turn.owner, now, len(base.messages)),
            today=date.today(),
            limits=self._settings,
            spend=spend,
        )
        keep(owner, base, len(base.messages) - 1)
        self._current.choose(owner, base.id)
        self._live.run(turn, answering)
        return turn
