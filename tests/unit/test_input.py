import pytest

from travelbot.errors import BadPrompt, BadTitle
from travelbot.service.input import MAX_PROMPT, checked_prompt, checked_title
from travelbot.service.titles import MAX_TITLE


def test_space_around_a_prompt_goes_and_the_rest_stays() -> None:
    assert checked_prompt("  Rome\n\n for $20  ") == "Rome\n\n for $20"
    assert len(checked_prompt("x" * MAX_PROMPT)) == MAX_PROMPT


@pytest.mark.parametrize(
    ("prompt", "advice"),
    [
        ("", "Type where"),
        (" \n", "Type where"),
        ("x" * (MAX_PROMPT + 1), "Shorten your message: 4,001 of at most 4,000"),
        ("Ro\0me", "broken characters"),
        ("Rome \ud83d", "broken characters"),
    ],
)
def test_what_cannot_be_sent_is_told(prompt: str, advice: str) -> None:
    with pytest.raises(BadPrompt, match=advice):
        checked_prompt(prompt)


def test_a_title_is_one_line() -> None:
    assert checked_title(" Spring\n in  Rome ") == "Spring in Rome"


@pytest.mark.parametrize(
    ("title", "advice"),
    [("x" * (MAX_TITLE + 1), "Shorten the title"), ("a\0b", "broken"), ("\udc00", "broken")],
)
def test_a_title_that_cannot_be_kept_is_told(title: str, advice: str) -> None:
    with pytest.raises(BadTitle, match=advice):
        checked_title(title)
