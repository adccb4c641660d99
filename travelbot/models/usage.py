"""How many tokens an answer took."""

from collections.abc import Iterable

from pydantic import Field

from travelbot.models.base import Value


class Usage(Value):
    """Tokens, as the provider counted them or, where it sent no count, estimated."""

    prompt: int = Field(0, ge=0)
    completion: int = Field(0, ge=0)
    estimated: bool = False

    @property
    def total(self) -> int:
        """Of the prompt and of what was answered."""
        return self.prompt + self.completion


def added(usages: Iterable[Usage]) -> Usage:
    """The sum, which is estimated where a part of it is."""
    parts = list(usages)
    return Usage(
        prompt=sum(usage.prompt for usage in parts),
        completion=sum(usage.completion for usage in parts),
        estimated=any(usage.estimated for usage in parts),
    )
