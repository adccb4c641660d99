"""The errors that a reader may see: each says in one sentence what to do next."""

from datetime import timedelta
from typing import ClassVar


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


class WrongKey(ProviderError):
    """The provider refused the API key."""

    code = "wrong_key"


class UnknownModel(ProviderError):
    """The provider has no model of this name."""

    code = "unknown_model"


class RateLimited(ProviderError):
    """The provider asks to wait; `wait` is in seconds, None where it does not say."""

    code = "rate_limited"

    def __init__(self, wait: float | None) -> None:
        pause = "a little" if wait is None else f"{max(1, round(wait))} s"
        super().__init__(f"The model's provider is busy: wait {pause}, then press Retry.")
        self.wait = wait


class NoConnection(ProviderError):
    """The provider cannot be reached, or does not answer in time."""

    code = "no_connection"


class CutOff(ProviderError):
    """The reply ended before it was complete."""

    code = "cut_off"


class ContextTooLong(ProviderError):
    """The conversation no longer fits the model."""

    code = "context_too_long"


def in_words(wait: timedelta) -> str:
    """A time to wait, as a reader says it: seconds, minutes or hours."""
    seconds = max(1, round(wait.total_seconds()))
    for size, unit in ((3600, "hour"), (60, "minute")):
        if seconds > size:
            count = -(-seconds // size)
            return f"{count} {unit}s" if count > 1 else f"1 {unit}"
    return f"{seconds} s"
