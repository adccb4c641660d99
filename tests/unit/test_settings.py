from pathlib import Path

import pytest
from pydantic import ValidationError

from travelbot.settings import OPENAI_URL, Settings


def test_without_any_setting_the_built_in_guide_answers() -> None:
    settings = Settings.read({}, {})
    assert settings.endpoint is None
    assert settings.database.name == "travelbot.db"


def test_the_environment_comes_before_the_secrets() -> None:
    settings = Settings.read(
        {"OPENAI_API_KEY": "from-env", "TRAVELBOT_MODEL": ""},
        {"OPENAI_API_KEY": "from-file", "TRAVELBOT_MODEL": "small", "auth": {"x": "y"}},
    )
    assert settings.endpoint is not None
    assert settings.endpoint.api_key.get_secret_value() == "from-env"
    assert (settings.endpoint.model, settings.endpoint.base_url) == ("small", OPENAI_URL)


def test_an_address_alone_is_a_provider_without_a_key() -> None:
    settings = Settings.read({"OPENAI_BASE_URL": "http://localhost:11434/v1"})
    assert settings.endpoint is not None
    assert settings.endpoint.base_url == "http://localhost:11434/v1"


def test_keys_lose_the_line_break_of_a_file() -> None:
    assert Settings.read({"OPENAI_API_KEY": " sk-x\n"}).api_key.get_secret_value() == "sk-x"


def test_keys_are_not_printed() -> None:
    settings = Settings.read({"OPENAI_API_KEY": "sk-secret"})
    assert "sk-secret" not in repr(settings) + repr(settings.endpoint) + settings.model_dump_json()


def test_the_database_may_be_in_the_home_folder() -> None:
    assert Settings.read({"TRAVELBOT_DB": "~/x.db"}).database == Path.home() / "x.db"


def test_nonsense_is_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="TRAVELBOT_TIMEOUT"):
        Settings.read({"TRAVELBOT_TIMEOUT": "soon"})


def test_no_geocoder_is_asked_by_default() -> None:
    assert Settings.read({}).geocoder is None


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("TRAVELBOT_GEOCODER", "google", "should be 'nominatim' or 'photon'"),
        ("TRAVELBOT_GEOCODER_URL", "127.0.0.1:1234", "valid URL"),
        ("TRAVELBOT_GEOCODER_URL", "ftp://127.0.0.1", "'http' or 'https'"),
    ],
)
def test_an_unknown_geocoder_is_refused(name: str, value: str, advice: str) -> None:
    with pytest.raises(ValidationError, match=advice) as refused:
        Settings.read({name: value})
    assert name in str(refused.value)
