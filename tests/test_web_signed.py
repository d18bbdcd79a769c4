"""What Telegram signs with the bot's token: taken as it came and fresh, and not otherwise."""

import time

import pytest

from bot.web.readers.signed import person_of_app, person_of_login
from tests.pages.signing import TOKEN, app_data, login_data


def test_what_telegram_signed_is_taken() -> None:
    """The id of the user."""
    assert person_of_app(app_data(), TOKEN) == 42
    assert person_of_login(login_data(), TOKEN) == 42


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(app_data(token="123456:another"), id="another bot's"),
        pytest.param(app_data(at=time.time() - 2 * 3600), id="old"),
        pytest.param(app_data(at=time.time() + 3600), id="of the future"),
        pytest.param(app_data(user='{"id": 43}'), id="another user put in"),
        pytest.param(app_data(hash=""), id="no hash"),
        pytest.param(app_data(hash="é"), id="a hash that is none"),
        pytest.param(app_data(more="1"), id="a field put in"),
        pytest.param("", id="nothing"),
        pytest.param("%%%&&&===", id="rubbish"),
        pytest.param("a" * 100_000, id="very long"),
    ],
)
def test_what_telegram_did_not_sign_is_not_taken(data: str) -> None:
    """Nor what it signed long ago."""
    assert person_of_app(data, TOKEN) is None
    assert person_of_app(app_data(token=""), "") is None


@pytest.mark.parametrize(
    "changed",
    [{"id": "43"}, {"hash": "0" * 64}, {"auth_date": "1"}, {"auth_date": "x"}, {"more": ""}],
)
def test_login_that_was_changed_is_not_taken(changed: dict[str, str]) -> None:
    """Whatever was changed."""
    assert person_of_login(login_data() | changed, TOKEN) is None
