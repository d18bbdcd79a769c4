"""Who may read the web pages: on this machine everybody, elsewhere who knows the pass phrase or may ask the bot."""

import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.web.readers.access import SESSION, Access
from tests.botapi.sample import LETTER
from tests.pages.served import PHRASE, URL, client, closed, made
from tests.pages.signing import TOKEN, app_data, login_data

READ = (
    "/",
    "/letters",
    f"/letters/{LETTER.id}",
    f"/letters/{LETTER.id}/figures.csv",
    "/privacy",
    "/related",
    "/chart",
)


def rules(folder: Path, bot: Mapping[str, object] | None = None, **web: object) -> Access:
    """The rules of a site."""
    return made(folder, None, bot, **web).access


def test_on_this_machine_everybody_may_read(tmp_path: Path) -> None:
    """On another address only where that was wanted; a pass phrase is asked for wherever there is one."""
    assert rules(tmp_path).free
    assert rules(tmp_path, host="::1").free
    assert not rules(tmp_path, host="0.0.0.0").free
    assert rules(tmp_path, host="0.0.0.0").closed_to_all
    assert rules(tmp_path, host="0.0.0.0", anyone=True).free
    assert not rules(tmp_path, passphrase=PHRASE).free
    assert not rules(tmp_path, host="0.0.0.0", passphrase=PHRASE).closed_to_all
    # A proxy before it makes it public.
    assert rules(tmp_path, url=URL).closed_to_all
    assert not rules(tmp_path, {"bot_token": TOKEN}, url=URL).closed_to_all


def test_session_is_good_for_its_own_site_only(tmp_path: Path) -> None:
    """Not with another pass phrase or token, not after its time, not changed."""
    access = rules(tmp_path, {"bot_token": TOKEN}, url=URL, passphrase=PHRASE)
    known, knows = access.cookie(42), access.cookie(None)
    assert access.session(known) is not None
    assert access.session(knows) is not None
    other = rules(tmp_path, {"bot_token": TOKEN}, url=URL, passphrase="another")
    bare = rules(tmp_path, passphrase=PHRASE)
    assert [rule.session(one) for rule in (other, bare) for one in (known, knows)] == [None] * 4
    person, issued, sign = known.split(".")
    for forged in (
        f"43.{issued}.{sign}",
        f"{person}.{int(issued) + 1}.{sign}",
        f"{person}.{issued}.{sign[:-1]}",
        "",
        "..",
        "é.1.a",
    ):
        assert access.session(forged) is None
    # Who knows the pass phrase knows the key where there is no token: no Telegram user is made with it.
    assert bare.session(bare.cookie(42)) is None


def test_session_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After thirty days."""
    access = rules(tmp_path, passphrase=PHRASE)
    cookie = access.cookie(None)
    later = time.time() + 31 * 24 * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    assert access.session(cookie) is None


@pytest.mark.parametrize(
    ("bot", "belongs"),
    [
        ({}, True),
        ({"allowed": {42}}, True),
        ({"admins": {42}, "pairing": True}, True),
        ({"allowed": {7}}, False),
        ({"pairing": True}, False),
    ],
)
def test_telegram_users_who_may_ask_may_read(tmp_path: Path, bot: dict[str, object], belongs: bool) -> None:
    """The same people as in the chat."""
    assert rules(tmp_path, {"bot_token": TOKEN, **bot}, url=URL).belongs(42) is belongs


def test_who_was_invited_may_read(tmp_path: Path) -> None:
    """By the code that /pair gives."""
    access = rules(tmp_path, {"bot_token": TOKEN, "pairing": True}, url=URL)
    assert access.people().admit(42, access.people().new_code())
    assert access.belongs(42)


@pytest.mark.parametrize("path", READ)
async def test_stranger_is_led_to_the_login_and_back(tmp_path: Path, path: str) -> None:
    """Pages lead to the login; after the pass phrase to where it was wanted."""
    async with client(closed(tmp_path)) as asking:
        response = await asking.get(path, allow_redirects=False)
        assert response.status == 303
        assert response.headers["Location"] == f"/login?{urlencode({'to': path})}"
        entered = await asking.post("/login", data={"passphrase": PHRASE, "to": path}, allow_redirects=False)
        assert entered.headers["Location"] == path
        cookie = entered.cookies[SESSION]
        assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", True)
        asking.session.cookie_jar.clear()
        again = await asking.get(path, allow_redirects=False, cookies={SESSION: cookie.value})
        assert again.status in (200, 404)


async def test_programs_show_the_pass_phrase_with_each_question(tmp_path: Path) -> None:
    """401 without."""
    async with client(closed(tmp_path)) as asking:
        assert (await asking.get("/api/letters")).status == 401
        wrong = await asking.get("/api/letters", headers={"Authorization": "Bearer wrong"})
        assert wrong.status == 401
        right = b"Bearer " + PHRASE.encode()
        found = await asking.get(
            "/api/letters", headers={"Authorization": right.decode("utf-8", "surrogateescape")}
        )
        assert found.status == 200


async def test_wrong_pass_phrases_are_tried_in_vain(tmp_path: Path) -> None:
    """After ten in a minute even the right one, from that address."""
    async with client(closed(tmp_path)) as asking:
        wrong = [
            (await asking.post("/login", data={"passphrase": f"{number}"})).status for number in range(11)
        ]
        assert wrong == [403] * 11
        assert (await asking.post("/login", data={"passphrase": PHRASE})).status == 429
        elsewhere = {"X-Forwarded-For": "203.0.113.9"}
        assert (
            await asking.post("/login", data={"passphrase": PHRASE}, headers=elsewhere, allow_redirects=False)
        ).status == 303


async def test_mini_app_logs_in(tmp_path: Path) -> None:
    """With the data that Telegram gave it; a stranger is told the own id."""
    async with client(closed(tmp_path, allowed={42})) as asking:
        part = {"X-Part": "1"}
        assert (
            await asking.post("/login/app", data={"data": app_data(token="1:x")}, headers=part)
        ).status == 403
        refused = await asking.post("/login/app", data={"data": app_data(43)}, headers=part)
        assert refused.status == 403
        assert "43" in await refused.text()
        entered = await asking.post("/login/app", data={"data": app_data(42)}, headers=part)
        assert entered.status == 204
        cookie = entered.cookies[SESSION]
        # It may stand in a frame of Telegram's: the cookie is sent there, and there alone.
        assert (cookie["samesite"], cookie["secure"]) == ("None", True)
        assert "Partitioned" in entered.headers.getall("Set-Cookie")[0]
        asking.session.cookie_jar.clear()
        assert (await asking.get("/letters", cookies={SESSION: cookie.value})).status == 200


async def test_login_button_logs_in(tmp_path: Path) -> None:
    """Without a script."""
    async with client(closed(tmp_path, allowed={42})) as asking:
        wrong = await asking.get("/login/telegram", params=login_data("43"))
        assert wrong.status == 403
        entered = await asking.get("/login/telegram", params=login_data(), allow_redirects=False)
        assert entered.status == 303
        assert SESSION in entered.cookies
