"""An old conversation, the same for all who show it."""

from tests.bench.speed.wording import tokens_of

REPLY = 375
"""Tokens: 1.5 kB."""


def old_messages(number: int) -> list[dict[str, str]]:
    """Short prompts and replies of a usual length, by turns."""
    reply = "".join(tokens_of(REPLY))
    return [
        {"role": "assistant", "content": f"Answer {index}. {reply}"}
        if index % 2
        else {"role": "user", "content": f"Question {index}: where to next, and how to get there?"}
        for index in range(number)
    ]
