"""Settings of the bot, out of the environment (TELEGRAM_…), read once."""

import re
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_data_path
from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.service.running.addresses import WEB, address
from bot.speech import speech
from corpus.compiled import compiled

_PREFIX = "TELEGRAM_"

Ids = Annotated[frozenset[int], NoDecode]


# Names of messages in the catalogue, by pydantic's kinds of error.
_FAULTS = {
    "literal_error": "setting-one-of",
    "int_parsing": "setting-number",
    "bool_parsing": "setting-yes-no",
    "greater_than_equal": "setting-at-least",
    "less_than_equal": "setting-at-most",
    "value_error": "setting-address",
    "port": "setting-port",
}
_PROXIES = ("http", "socks4", "socks5", "socks5h")  # the first has a usual port
# What @BotFather gives.
_TOKEN = compiled(r"\d+:[\w-]+", re.ASCII)


class WrongSetting(ValueError):
    """A setting that cannot be used: its name and why, in one line, without its value."""


class Webhook(BaseModel):
    """How Telegram reaches the bot, where it does not poll: TELEGRAM_WEBHOOK_…"""

    url: str = Field(
        default="", description="public address with path, https://bot.example.org/dafu; empty: long polling"
    )
    listen: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8443, ge=1, le=65535, description="port to listen on")
    secret: SecretStr | None = Field(
        default=None,
        description="secret token that Telegram sends along; made up afresh at each start if not given",
    )
    cert: Path | None = Field(default=None, description="own certificate (PEM), uploaded to Telegram")
    key: Path | None = Field(default=None, description="its private key")

    @field_validator("url")
    @classmethod
    def _public(cls, value: str) -> str:
        return value and address(value, WEB)


class Settings(BaseSettings):
    """All that can be set. `token` is the only one that must be."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_nested_delimiter="_", env_nested_max_split=1)

    bot_token: SecretStr = Field(default=SecretStr(""), description="token from @BotFather")
    name: str = Field(
        default="", max_length=64, description="name that the bot shows; as @BotFather has it if not given"
    )
    base_url: str = Field(default="https://api.telegram.org", description="self-hosted Bot API server")
    proxy: str = Field(default="", description="http://… or socks5://… proxy for all traffic to Telegram")
    admins: Ids = Field(default=frozenset(), description="user ids of administrators, with commas between")
    allowed: Ids = Field(
        default=frozenset(), description="ids of users and chats that may ask; empty and no pairing: everyone"
    )
    pairing: bool = Field(
        default=False, description="whether a one-time code from an administrator (/pair) lets someone in"
    )
    journal: str = Field(
        default_factory=lambda: f"sqlite:///{user_data_path('dafu', ensure_exists=True) / 'journal.sqlite'}",
        description="SQLAlchemy URL of the journal; a SQLite file in the user's data folder if not given",
    )
    retention_days: int = Field(default=90, ge=1, description="days that questions and feedback are kept")
    processes: int = Field(
        default=0,
        ge=0,
        le=64,
        description="processes that answer; 0: as many as there are cores, four at most",
    )
    health_port: int = Field(
        default=0, ge=0, le=65535, description="port of /healthz and /metrics on 127.0.0.1; 0: none"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG, INFO, WARNING or ERROR"
    )
    webhook: Webhook = Webhook()

    @field_validator("admins", "allowed", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return frozenset(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _capital(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("base_url")
    @classmethod
    def _bare(cls, value: str) -> str:
        return address(value.rstrip("/"), WEB)

    @field_validator("proxy")
    @classmethod
    def _reachable(cls, value: str) -> str:
        return value and address(value, _PROXIES, ported=_PROXIES[1:])

    @property
    def closed(self) -> bool:
        """Whether only some may ask."""
        return self.pairing or bool(self.allowed)


def read_settings() -> Settings:
    """The settings of the environment. Raises WrongSetting."""
    try:
        return Settings()
    except ValidationError as error:
        raise wrong(error, _PREFIX) from None
    except OSError as error:  # the journal has no place given, and the user's data folder cannot be made
        words = speech(None)
        raise WrongSetting(
            words.say("setting-home", place=str(error.filename), why=str(error.strerror))
        ) from None


def wrong(error: ValidationError, prefix: str) -> WrongSetting:
    """The first setting that cannot be used, as it is called in the environment."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = "_".join(str(part) for part in first["loc"] if not isinstance(part, int)).upper()
    return WrongSetting(_said(f"{prefix}{name}", first))


def is_token(text: str) -> bool:
    """Whether a text has the form of a bot's token."""
    return _TOKEN.fullmatch(text) is not None


def _said(setting: str, error: ErrorDetails) -> str:
    """One line of what is wrong with a setting, without its value."""
    words, context = speech(None), error.get("ctx", {})
    name = _FAULTS.get(error["type"])
    if name is None:
        return f"{setting}: {error['msg']}"
    limit = next((str(value) for value in context.values()), "").replace("'", "").replace(" or ", ", ")
    return words.say(name, setting=setting, limit=limit)
