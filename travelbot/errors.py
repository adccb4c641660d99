"""The errors that a reader may see: each says in one sentence what to do next."""

from datetime import timedelta
from math import ceil
from typing import ClassVar

from travelbot.durations import in_words


class TravelbotError(Exception):
    """Base of everything that is shown to the reader as it is.

    `code` names the kind for programs; `message` is the reader's sentence.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadPrompt(TravelbotError):
    """The prompt cannot be sent as it is."""

    code = "bad_prompt"


class BadTitle(TravelbotError):
    """The title can't be kept as it is."""

    code = "bad_title"


class BadImport(TravelbotError):
    """The file is no conversation that can be imported."""

    code = "bad_import"


class NothingToExport(TravelbotError):
    """The trip has nothing that could be written in this format."""

    code = "nothing_to_export"


class TurnRunning(TravelbotError):
    """The conversation already has a reply in the making."""

    code = "turn_running"

    def __init__(self) -> None:
        super().__init__("A reply is still being written: wait for its end, or stop it first.")


class LimitReached(TravelbotError):
    """One of the host's limits; `wait` is how long until there is room again."""

    code = "limit_reached"

    def __init__(self, what: str, wait: timedelta) -> None:
        super().__init__(f"{what}: wait {in_words(wait)}, then send it again.")
        self.wait = wait


class Busy(LimitReached):
    """The process has no room for one more turn."""

    code = "busy"

    def __init__(self) -> None:
        super().__init__("Travelbot is answering many people at once", timedelta(seconds=10))


class NotFound(TravelbotError):
    """No such conversation for this owner, or not what was asked for in it."""

    code = "not_found"

    def __init__(
        self, message: str = "This conversation does not exist: start a new one, or load another."
    ) -> None:
        super().__init__(message)


class BadEventId(TravelbotError):
    """What shall be resumed after is no id of an event."""

    code = "bad_event_id"

    def __init__(self) -> None:
        super().__init__("No event has this id: send 0 to have the last reply from its beginning.")


class TurnGone(TravelbotError):
    """The reply that shall be resumed isn't the last one of its conversation any more."""

    code = "turn_gone"

    def __init__(self) -> None:
        super().__init__(
            "This reply was replaced, or the conversation went on: read its messages instead."
        )


class StaleEdit(TravelbotError):
    """An edit by hand of a day or stop that isn't there any more."""

    code = "stale_edit"

    def __init__(self) -> None:
        super().__init__("The itinerary has changed: look again, then edit.")


class BadEdit(TravelbotError):
    """An edit by hand that the itinerary has no room for, or no sense in."""

    code = "bad_edit"


class BadToolCall(TravelbotError):
    """The model called a tool with something unusable; the message is for the model."""

    code = "bad_tool_call"


class StoreError(TravelbotError):
    """The conversations' file cannot be used; the chat goes on without it."""

    code = "store"


class StoreTooNew(StoreError):
    """The file was written by a newer Travelbot."""

    code = "store_too_new"


class ProviderError(TravelbotError):
    """The model's provider could not answer."""

    code = "provider"
    advice: ClassVar[str] = (
        "The model's provider failed: press Retry, and choose another model if it stays so."
    )

    def __init__(self, message: str = "") -> None:
        super().__init__(message or self.advice)


class WrongKey(ProviderError):
    """The provider refused the API key."""

    code = "wrong_key"
    advice = "The provider doesn't accept the API key: enter another one under Model."


class Refused(ProviderError):
    """The provider forbids what was asked, and doesn't say why."""

    code = "refused"
    advice = "The provider refuses access: check the API key and the model under Model."


class OutOfCredit(ProviderError):
    """The key's account can't pay."""

    code = "out_of_credit"
    advice = "The provider's account is out of credit: top it up, or enter another key under Model."


class UnknownModel(ProviderError):
    """The provider has no model of this name."""

    code = "unknown_model"
    advice = "The provider doesn't know this model: choose another one under Model."


class NoTools(ProviderError):
    """The model can't call tools."""

    code = "no_tools"
    advice = "This model can't use tools, which draw the map: choose another one under Model."


class RateLimited(ProviderError):
    """The provider asks to wait; `wait` is in seconds, None where it does not say."""

    code = "rate_limited"

    def __init__(self, wait: float | None) -> None:
        pause = "a little" if wait is None else f"{max(1, ceil(wait))} s"
        super().__init__(f"The model's provider is busy: wait {pause}, then press Retry.")
        self.wait = wait


class NoConnection(ProviderError):
    """The provider cannot be reached, or does not answer in time."""

    code = "no_connection"


class WrongAddress(ProviderError):
    """What answers at the address is no model."""

    code = "wrong_address"
    advice = "No model answers at this address: check it under Model; most end in /v1."


class CutOff(ProviderError):
    """The reply ended before it was complete."""

    code = "cut_off"
    advice = "The connection broke in the middle of the reply: press Retry."


class Filtered(ProviderError):
    """The provider's content filter refused the prompt or ended the reply."""

    code = "filtered"
    advice = "The provider's filter ended the reply: rephrase your prompt."


class BrokenToolCall(ProviderError):
    """The provider refused the tool call that its own model made."""

    code = "broken_tool_call"
    advice = "The model called its tool wrongly: press Retry."


class ContextTooLong(ProviderError):
    """The conversation no longer fits the model."""

    code = "context_too_long"
    advice = (
        "This conversation is too long for the model: start a new one, or choose a model with a "
        "larger context."
    )
