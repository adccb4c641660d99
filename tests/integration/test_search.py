"""What is found, by which words, and how it is shown."""

from pathlib import Path

import pytest

from travelbot.data.store import Store
from travelbot.models.messages import Conversation, Prompt, Reply, Round, Status


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "chats.db")


def reply(text: str, status: Status = Status.COMPLETE) -> Reply:
    return Reply(rounds=(Round(text=text),), status=status)


def keep(store: Store, title: str, *said: str, owner: str = "ann") -> Conversation:
    """A trip, saved under its title, whose id is its title too."""
    messages = [Prompt(text=text) if at % 2 == 0 else reply(text) for at, text in enumerate(said)]
    chat = Conversation(id=title, messages=tuple(messages))
    store.write(owner, chat, 0)
    store.save(owner, title, title)
    return chat


def titles(store: Store, query: str) -> list[str]:
    return [hit.trip.title for hit in store.search("ann", query, 30)]


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("A day in Kyōto", ("kyoto", "KYŌ", "k", "day KYOTO", "kyo")),
        ("Café-Bar in Übersee", ("cafe", "café", "cafe-bar", "UBER", "bar cafe in")),
        ("Straße nach Gießen", ("strasse", "STRASSE", "gieß", "giess")),
        ("don't stop", ("don't", "DON’T", "don t")),
        ("東京から京都へ行く", ("京都", "京", "東京", "から", "都へ", "東京 京都", "京都へ行")),
        ("ไปเที่ยวกรุงเทพฯ กันเถอะ", ("กรุงเทพ", "เที่ยว", "เทพ", "ก")),
        ("서울에서 부산으로", ("서울", "부산", "울에", "서울 부산", "서울에")),
        ("दिल्ली से आगरा", ("दिल्ली", "दिल्", "आगरा")),
        ("رحلة إلى القاهرة", ("القاهرة", "القا", "رحلة")),
        ("Поездка в Нижний", ("поездка", "НИЖНИЙ", "нижнии")),
        ("Ταξίδι στην Αθήνα", ("αθηνα", "ΤΑΞΙΔΙ", "ταξίδι")),
        ("Best 🍣 and 👩‍🍳 of 🇯🇵", ("🍣", "👩‍🍳", "🇯🇵", "best 🍣")),
        ("**Bold** move to `Rome`", ("bold", "rome", "bold rome")),
    ],
)
def test_words_are_found_in_any_script(store: Store, text: str, queries: tuple[str, ...]) -> None:
    keep(store, "trip", "hello", text)
    keep(store, "other", "hello", "something else")
    assert {query: titles(store, query) for query in queries} == {
        query: ["trip"] for query in queries
    }


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Kyoto", "yoto"),
        ("Kyoto day", "kyo day"),
        ("京都", "都京"),
        ("ends with 東", "東京"),
        ("かき", "かぎ"),
        ("Rome", "rome paris"),
        ("Rome", ""),
        ("Rome", "  "),
        ("Rome", "*"),
        ("Rome", '"'),
        ("Rome", "-"),
        ("Rome", "NOT paris"),
        ("Rome", "paris OR rome"),
        ("Rome", "rome NEAR"),
    ],
)
def test_nothing_else_is_found(store: Store, text: str, query: str) -> None:
    keep(store, "trip", text, "京 begins the next message")
    assert titles(store, query) == []


@pytest.mark.parametrize(
    "query",
    [
        '"rome"',
        "rome*",
        "-rome",
        "NEAR(rome",
        "text:rome",
        "^rome",
        "rome)",
        "{rome}",
        "(rome",
        "'rome",
    ],
)
def test_marks_of_a_query_are_no_syntax(store: Store, query: str) -> None:
    keep(store, "trip", "near rome, text rome")
    assert titles(store, query) == ["trip"]


def test_a_long_query_is_no_error(store: Store) -> None:
    keep(store, "trip", "Rome")
    assert titles(store, "rome " * 10_000) == ["trip"]
    assert titles(store, "x" * 100_000) == []


def test_words_may_be_in_the_title_and_several_messages(store: Store) -> None:
    keep(store, "Spring", *("filler",) * 70, "cherry", "blossom")
    keep(store, "Autumn", "cherry")
    assert titles(store, "blossom spring cherr") == ["Spring"]


def test_titles_come_first_then_the_latest(store: Store) -> None:
    for title in ("Rome again", "Old", "New"):
        keep(store, title, "Rome")
    assert titles(store, "rome") == ["Rome again", "New", "Old"]
    assert len(store.search("ann", "rome", 2)) == 2


def test_an_excerpt_shows_the_message_that_has_most_words(store: Store) -> None:
    long = "word " * 30
    keep(store, "Trip", "Kyōto", f"{long}\n\n- **Kyōto** in 東京 spring {long}")
    [hit] = store.search("ann", "kyoto spring", 9)
    assert hit.excerpt is not None
    assert hit.excerpt.match == "Kyōto"
    assert hit.excerpt.before == "…" + (long + "- ")[-40:]
    assert hit.excerpt.after.startswith(" in 東京 spring word")
    assert hit.excerpt.after.endswith("…")
    [hit] = store.search("ann", "京", 9)
    assert (hit.excerpt and hit.excerpt.match) == "京"
    [hit] = store.search("ann", "tri", 9)
    assert hit.excerpt is None


def test_what_changes_is_found_as_it_is_now(store: Store) -> None:
    chat = keep(store, "Trip", *("filler",) * 40, "Rome", "Yes")
    store.write("ann", chat.with_messages((*chat.messages[:40], Prompt(text="Oslo"))), 40)
    store.save("ann", "Trip", "Journey")
    assert [titles(store, query) for query in ("rome", "trip", "yes")] == [[], [], []]
    assert [titles(store, query) for query in ("oslo", "jour", "fill")] == [["Journey"]] * 3


def test_only_saved_trips_of_the_owner_are_found(store: Store) -> None:
    store.write("ann", Conversation(id="draft", messages=(Prompt(text="Rome"),)), 0)
    keep(store, "hers", "Rome", owner="eve")
    assert titles(store, "rome") == []
    store.save("ann", "draft", "Draft")
    assert titles(store, "rome") == ["Draft"]
    store.move("eve", "ann")
    assert titles(store, "rome") == ["hers", "Draft"]


def test_a_reply_is_found_when_it_is_complete(store: Store) -> None:
    chat = keep(store, "Trip", "Where to?")
    for status in (Status.STREAMING, Status.COMPLETE):
        assert titles(store, "oslo") == []
        store.write("ann", chat.with_messages((*chat.messages, reply("Oslo", status))), 1)
    assert titles(store, "oslo") == ["Trip"]


def test_another_branch_is_found_once_it_is_chosen(store: Store) -> None:
    chat = keep(store, "Trip", "Rome")
    store.branch("ann", chat.with_messages((Prompt(text="Oslo"),)), 0)
    assert (titles(store, "rome"), titles(store, "oslo")) == ([], ["Trip"])
    store.choose_branch("ann", "Trip", store.load("ann", "Trip").forks[0].versions[0])
    assert (titles(store, "rome"), titles(store, "oslo")) == (["Trip"], [])
