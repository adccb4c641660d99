import pytest

from travelbot.models.messages import Conversation, Prompt
from travelbot.service.titles import MAX_TITLE, UNTITLED, clean_title, suggested_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Let's visit Tokyo Japan", "Let's visit Tokyo Japan"),
        ("  two\n lines ", "two lines"),
        ("", UNTITLED),
        ("word " * 20, "word word word word word word word word word word word…"),
        ("x" * 80, "x" * (MAX_TITLE - 1) + "…"),
    ],
)
def test_a_title_is_one_short_line(text: str, title: str) -> None:
    assert clean_title(text) == title


def test_a_title_once_given_stays() -> None:
    conversation = Conversation(id="1", messages=(Prompt(text="Rome"), Prompt(text="Paris")))
    assert suggested_title(conversation) == "Rome"
    assert suggested_title(conversation.model_copy(update={"title": "Italy"})) == "Italy"
