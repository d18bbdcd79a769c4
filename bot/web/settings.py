"""Settings of the web pages: where they listen, and who may read them."""

from ipaddress import ip_address
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.service.running.addresses import WEB, address
from bot.service.settings import wrong

_PREFIX = "DAFU_WEB_"


class WebSettings(BaseSettings):
    """All that can be set; host, port and anyone are options of the command line too."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True)

    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=8080, ge=0, le=65535, description="port to listen on; 0: any free one")
    anyone: bool = Field(default=False, description="whether everybody may read who reaches the address")
    passphrase: SecretStr = Field(default=SecretStr(""), description="what a reader has to know")
    url: str = Field(
        default="",
        description="public address, https://dafu.example.org: a proxy on this machine listens there. "
        "Links in Telegram lead to it",
    )

    @field_validator("url")
    @classmethod
    def _origin(cls, value: str) -> str:
        bare = value and address(value, WEB).rstrip("/")
        if bare.count("/") > 2 or "?" in bare or "#" in bare:
            raise ValueError("https://…（不带路径）")
        return bare

    @property
    def secret(self) -> str:
        """The pass phrase, "" for none."""
        return self.passphrase.get_secret_value()

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be logged."""
        return tuple(filter(None, (self.secret,)))

    @property
    def loopback(self) -> bool:
        """Whether only programs of this machine reach the pages."""
        return not self.url and is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def read_web_settings(host: str | None, port: int | None, *, anyone: bool) -> WebSettings:
    """The settings of the environment, and the options that are given in their place. Raises WrongSetting."""
    given: dict[str, Any] = {"host": host, "port": port, "anyone": anyone or None}
    try:
        return WebSettings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise wrong(error, _PREFIX) from None
