"""Every setting, read once when the process starts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    StringConstraints,
)

OPENAI_URL = "https://api.openai.com/v1"
DEFAULT_MODEL = "gpt-5-mini"


def _default_database() -> Path:
    return user_data_path("travelbot") / "travelbot.db"


def _stripped(key: SecretStr) -> SecretStr:
    return SecretStr(key.get_secret_value().strip())


def _listed(names: object) -> object:
    return names.replace(",", " ").lower().split() if isinstance(names, str) else names


Origin = Annotated[str, StringConstraints(pattern=r"^(https?://)?(\*\.)?[a-z0-9.-]+(:\d+)?$")]
ApiKey = Annotated[SecretStr, AfterValidator(_stripped)]


class Endpoint(BaseModel):
    """An OpenAI-compatible provider with the key and the model to use there."""

    model_config = ConfigDict(frozen=True)

    base_url: str = OPENAI_URL
    api_key: ApiKey = SecretStr("")
    model: str = DEFAULT_MODEL

    @property
    def provider(self) -> str:
        """Names who answers there: the address's host, with its port; empty where it has none."""
        try:
            return urlsplit(self.base_url).netloc.rpartition("@")[2]
        except ValueError:
            return ""


class LimitSettings(BaseModel):
    """How much the host gives."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="ignore")

    turns_per_minute: int = Field(20, gt=0, alias="TRAVELBOT_TURNS_PER_MINUTE")
    turns_per_day: int = Field(500, gt=0, alias="TRAVELBOT_TURNS_PER_DAY")
    running_turns: int = Field(64, gt=0, alias="TRAVELBOT_RUNNING_TURNS")
    log_megabytes: int = Field(64, gt=0, alias="TRAVELBOT_LOG_MEGABYTES")
    """Of all running turns together."""
    tokens_per_day: int = Field(0, ge=0, alias="TRAVELBOT_TOKENS_PER_DAY")
    """Of the host's own key, for everybody together; 0 is no limit."""
    reply_tokens: int = Field(8000, gt=0, alias="TRAVELBOT_REPLY_TOKENS")
    tool_rounds: int = Field(8, gt=0, alias="TRAVELBOT_TOOL_ROUNDS")
    turn_seconds: float = Field(300, gt=0, alias="TRAVELBOT_TURN_SECONDS")


class Settings(LimitSettings):
    """What the host may configure; the alias is the name in environment and secrets.toml."""

    api_key: ApiKey = Field(SecretStr(""), alias="OPENAI_API_KEY")
    base_url: str = Field("", alias="OPENAI_BASE_URL")
    model: str = Field(DEFAULT_MODEL, alias="TRAVELBOT_MODEL")
    database: Annotated[Path, AfterValidator(Path.expanduser)] = Field(
        default_factory=_default_database, alias="TRAVELBOT_DB"
    )
    timeout: float = Field(60, gt=0, alias="TRAVELBOT_TIMEOUT")
    """Seconds without a sign of life after which a provider is given up."""
    guide_pace: float = Field(40, ge=0, alias="TRAVELBOT_GUIDE_PACE")
    """Words a second that the built-in guide streams; 0 is as fast as it can."""
    geocoder: Literal["nominatim", "photon"] | None = Field(None, alias="TRAVELBOT_GEOCODER")
    """The online service that knows the places which the gazetteer doesn't; None for none."""
    geocoder_url: HttpUrl | None = Field(None, alias="TRAVELBOT_GEOCODER_URL")
    """Where it is; None for its public address."""

    disk: Literal["kept", "lost"] | None = Field(None, alias="TRAVELBOT_DISK")
    """Whether the database outlives a restart; None for what its path tells."""
    private_providers: bool = Field(False, alias="TRAVELBOT_PRIVATE_PROVIDERS")
    """Whether visitors from elsewhere may name a provider in this machine's own network."""
    hosts: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field((), alias="TRAVELBOT_HOSTS")
    """The names that the app is reached by; empty is any."""
    frame_ancestors: Annotated[tuple[Origin, ...], BeforeValidator(_listed)] = Field(
        (), alias="TRAVELBOT_FRAME_ANCESTORS"
    )
    """The sites that may show the app in a frame, beside itself."""

    @classmethod
    def read(cls, *sources: Mapping[str, object]) -> "Settings":
        """Take each setting from the first source that has it and isn't empty there."""
        names = [str(field.alias) for field in cls.model_fields.values()]
        found = {
            name: source[name]
            for source in reversed(sources)
            for name in names
            if source.get(name) not in (None, "")
        }
        return cls.model_validate(found)

    @property
    def endpoint(self) -> Endpoint | None:
        """The host's provider, or None for the built-in guide."""
        if not (self.api_key.get_secret_value() or self.base_url):
            return None
        return Endpoint(
            base_url=self.base_url or OPENAI_URL, api_key=self.api_key, model=self.model
        )
