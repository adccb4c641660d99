"""An old conversation, the same for all who show it."""

from random import Random

from tests.bench.speed.wording import prose

PROMPT, REPLY = (5, 35), (100, 400)
"""From and to how many words: a reply has 1.6 kB on average."""
PARAGRAPH = 60
"""Words."""


def old_messages(number: int) -> list[dict[str, str]]:
    """Prompts and replies of usual lengths by turns, whose last ones are the same for any number.

    Each has a text of its own.
    """
    return [_message(before_end) for before_end in range(number, 0, -1)]


def _message(before_end: int) -> dict[str, str]:
    random = Random(before_end)  # noqa: S311
    if before_end % 2 == 0:
        return {"role": "user", "content": prose(random, random.randint(*PROMPT))}
    words = random.randint(*REPLY)
    paragraphs = [prose(random, min(PARAGRAPH, words - at)) for at in range(0, words, PARAGRAPH)]
    return {"role": "assistant", "content": "\n\n".join(paragraphs)}
