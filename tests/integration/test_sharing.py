"""What a link shows, and how long."""

import json

import pytest

from tests.integration.turns import finish
from travelbot.errors import NotFound
from travelbot.service.assistant import Assistant


@pytest.fixture
def token(guided: Assistant) -> str:
    """Of the link to a trip without its chat."""
    finish(guided.start("ann", "c1", "Let's visit Tokyo Japan"))
    guided.trips.save("ann", "c1", "To Tokyo")
    return guided.sharing.share("ann", "c1", with_chat=False)


def test_a_link_shows_the_trip_and_nothing_of_its_owner(guided: Assistant, token: str) -> None:
    shown = guided.sharing.open_share(token)
    assert (shown.title, shown.map.markers[0].label) == ("To Tokyo", "Tokyo")
    assert shown.messages is None
    assert guided.sharing.share("ann", "c1", with_chat=True) == token
    told = guided.sharing.open_share(token).messages
    assert told is not None
    assert [message.role for message in told] == ["user", "assistant"]
    everything = json.dumps(guided.sharing.open_share(token).model_dump(mode="json"))
    assert not any(hidden in everything for hidden in ('"ann"', '"c1"', "arguments", "turn"))


def test_a_token_can_not_be_guessed(guided: Assistant, token: str) -> None:
    guided.trips.save("ann", guided.trips.duplicate("ann", "c1"), "Other")
    other = guided.sharing.share("ann", guided.trips.saved("ann")[0].id, with_chat=False)
    assert other != token
    assert len(token) * 6 >= 128


def test_a_link_is_told_to_its_owner_and_revoked(guided: Assistant, token: str) -> None:
    link = guided.sharing.shared("ann", "c1")
    assert link is not None
    assert (link.token, link.with_chat) == (token, False)
    guided.sharing.revoke("ann", "c1")
    guided.sharing.revoke("ann", "c1")
    assert guided.sharing.shared("ann", "c1") is None
    assert guided.sharing.share("ann", "c1", with_chat=False) != token
    with pytest.raises(NotFound, match="leads nowhere"):
        guided.sharing.open_share(token)


def test_unknown_and_deleted_are_told_alike(guided: Assistant, token: str) -> None:
    with pytest.raises(NotFound) as unknown:
        guided.sharing.open_share("unknown")
    guided.trips.delete("ann", "c1")
    with pytest.raises(NotFound) as deleted:
        guided.sharing.open_share(token)
    assert deleted.value.message == unknown.value.message
    guided.trips.restore("ann", "c1")
    assert guided.sharing.open_share(token).title == "To Tokyo"


def test_only_a_saved_trip_is_shared(guided: Assistant) -> None:
    finish(guided.start("ann", "c1", "Rome"))
    with pytest.raises(NotFound, match="save it first"):
        guided.sharing.share("ann", "c1", with_chat=False)


def test_a_link_outlives_signing_in(guided: Assistant, token: str) -> None:
    guided.move("ann", "eve")
    assert guided.sharing.open_share(token).title == "To Tokyo"
    link = guided.sharing.shared("eve", "c1")
    assert (link and link.token) == token
    with pytest.raises(NotFound):
        guided.sharing.revoke("ann", "c1")
