"""The pages as Streamlit runs them, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.fakes.openai_server import Answer, FakeOpenAI, counts, fails, says, thinks
from tests.integration.ui.pages import ask, buttons, labels, texts, the_map


def test_a_stranger_is_greeted_with_suggestions_and_a_map(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "Where to?" in texts(app)
    assert "Let's visit Tokyo, Japan" in buttons(app)
    assert labels(app) == []
    assert any("no language model" in caption.value for caption in app.caption)


def test_a_prompt_is_answered_and_drawn(app: AppTest) -> None:
    ask(app.run(), "Let's visit Tokyo Japan for $20 to $30")
    assert not app.exception
    assert "**Tokyo** is the capital of Japan" in texts(app)
    assert r"for \$20 to \$30" in texts(app)
    assert "Tokyo" in labels(app)
    assert any("Placed" in expander.label for expander in app.expander)


def test_a_suggestion_is_a_prompt(plan: AppTest) -> None:
    plan.run().button(key="From Lisbon to Madrid to Paris").click().run()
    assert labels(plan) == ["Lisbon", "Madrid", "Paris"]
    assert "Where to?" not in texts(plan)


def test_the_history_looks_like_the_stream(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    streamed = texts(plan), labels(plan), [e.label for e in plan.expander]
    plan.run()
    assert (texts(plan), labels(plan), [e.label for e in plan.expander]) == streamed


def test_reasoning_and_tokens_in_the_history_look_as_in_the_stream(
    plan: AppTest, provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    thought = thinks("It costs ", "$5.\n\n", "word " * 400, "\n\nDone.")
    *spoken, end = says("Tokyo ", "it is.").pieces
    provider.script(Answer([*thought, *spoken, counts(1180, 24), end]), says("Yes."))
    ask(plan.run(), "Tokyo?")
    [step] = [expander for expander in plan.expander if expander.label == "Reasoning"]
    assert not step.proto.expanded
    assert step.caption[0].value.startswith(r"It costs \$5")
    streamed = notes(plan), texts(plan)
    assert "1,204 tokens" in streamed[0]
    assert any(note.endswith("· 1,204\xa0tokens\xa0so\xa0far") for note in streamed[0])
    plan.run()
    assert (notes(plan), texts(plan)) == streamed
    ask(plan, "Sure?")
    assert any(note.startswith("about ") for note in notes(plan))


def notes(app: AppTest) -> list[str]:
    """All captions beside the map."""
    return [caption.value for caption in app.main.caption]


def test_the_guide_takes_no_tokens(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    assert not any("token" in note for note in notes(plan))


def camera(app: AppTest) -> tuple[float, float, float]:
    """Where the map was last told to look."""
    view = the_map(app)["initialViewState"]
    return view["latitude"], view["longitude"], view["zoom"]


def test_an_intended_move_is_new_to_streamlit_and_a_rerun_is_not(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    there = camera(plan)
    assert camera(plan.run()) == there
    plan.button(key="back-to-trip").click().run()
    back = camera(plan)
    assert all(a != b for a, b in zip(back, there, strict=True))
    assert back == pytest.approx(there, abs=1e-5)


def test_moves_are_animated_but_not_the_first_view(plan: AppTest) -> None:
    plan.run()
    assert "transitionDuration" not in the_map(plan)["initialViewState"]
    ask(plan, "Let's visit Tokyo Japan")
    first = the_map(plan)["initialViewState"]["transitionDuration"]
    plan.button(key="back-to-trip").click().run()
    assert the_map(plan)["initialViewState"]["transitionDuration"] != first


def test_save_load_and_delete(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    title = plan.sidebar.text_input[0]
    assert title.value == "Let's visit Tokyo Japan"
    title.set_value("Sakura").run()
    plan.button(key="save").click().run()
    conversation = plan.query_params["conversation"]
    plan.button(key="new").click().run()
    assert labels(plan) == []
    assert "conversation" not in plan.query_params
    [load] = [b for b in plan.button if (b.key or "").startswith("load-")]
    assert load.label == "Sakura"
    load.click().run()
    assert "Tokyo" in labels(plan)
    assert plan.query_params["conversation"] == conversation
    plan.button(key="delete").click().run()
    assert labels(plan) == []
    assert not [b for b in plan.button if (b.key or "").startswith("load-")]
    plan.button(key="undo-deletion").click().run()
    assert "Tokyo" in labels(plan)
    assert plan.query_params["conversation"] == conversation
    assert "undo-deletion" not in buttons(plan)


def test_regenerate(plan: AppTest) -> None:
    ask(plan.run(), "Let's visit Tokyo Japan")
    plan.button(key="retry").click().run()
    assert texts(plan).count("is the capital of Japan") == 1


def test_a_failure_is_a_sentence_with_a_retry(
    plan: AppTest, provider: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", provider.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-host")
    provider.script(fails(401, {"message": "bad sk-host"}), says("Better."))
    ask(plan.run(), "Hello")
    assert "doesn't accept the API key" in plan.error[0].value
    assert plan.button(key="retry").label == "Retry"
    plan.button(key="retry").click().run()
    assert "Better." in texts(plan)
    assert not plan.error
    assert plan.button(key="retry").label == "Regenerate"


def test_a_visitors_key_is_used_and_never_shown(plan: AppTest, provider: FakeOpenAI) -> None:
    plan.session_state["model-choice"] = True
    plan.run()
    plan.selectbox(key="provider").select("Other").run()
    plan.text_input(key="address-Other").set_value(provider.url)
    plan.text_input(key="model-Other").set_value("mine")
    plan.text_input(key="key-Other").set_value("sk-visitor")
    plan.button(key="FormSubmitter:endpoint-Use this model").click().run()
    ask(plan, "Hello")
    assert provider.requests[0]["model"] == "mine"
    assert provider.headers[0]["authorization"] == "Bearer sk-visitor"
    plan.run()
    assert plan.text_input(key="key-Other").value == ""
    plan.button(key="forget").click().run()
    ask(plan, "Rome")
    assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("address", "key", "told"),
    [("banana", "", "no web address"), ("https://travel.example/v1", "clé", "no key has")],
)
def test_a_wrong_address_or_key_is_told_at_once(
    plan: AppTest, address: str, key: str, told: str
) -> None:
    plan.session_state["model-choice"] = True
    plan.run()
    plan.selectbox(key="provider").select("Other").run()
    plan.text_input(key="address-Other").set_value(address)
    plan.text_input(key="model-Other").set_value("mine")
    plan.text_input(key="key-Other").set_value(key)
    plan.button(key="FormSubmitter:endpoint-Use this model").click().run()
    assert told in plan.warning[0].value
    assert "forget" not in buttons(plan)


def test_a_damaged_store_is_told_and_the_chat_goes_on(plan: AppTest, database: Path) -> None:
    database.write_bytes(b"not a database " * 100)
    ask(plan.run(), "Rome")
    assert "is the capital of Italy" in texts(plan)
    assert "damaged" in plan.sidebar.warning[0].value
    plan.run()
    assert "is the capital of Italy" in texts(plan)


def test_a_foreign_conversation_is_not_found(plan: AppTest) -> None:
    plan.query_params["conversation"] = "somebody-elses"
    plan.run()
    assert "does not exist" in plan.warning[0].value
    assert "conversation" not in plan.query_params


@pytest.mark.parametrize("disk", ["kept", "lost"])
def test_readers_are_told_where_a_hosts_disk_is_not_kept(
    plan: AppTest, monkeypatch: pytest.MonkeyPatch, disk: str
) -> None:
    monkeypatch.setenv("TRAVELBOT_DISK", disk)
    captions = [caption.value for caption in plan.run().sidebar.caption]
    assert any("disk is not kept" in caption for caption in captions) is (disk == "lost")
