"""Who may read the web pages, and what they keep out: forged logins, other sites, floods, what is too large."""

import hmac
import json
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select

from bot.telegram.journal.tables import exchanges, feedback
from bot.web.access import SESSION, Access
from bot.web.reader import visitor_number
from bot.web.signed import person_of_app, person_of_login
from bot.web.site import Site
from tests.botapi.sample import LETTER
from tests.pages.served import Client, client, made

TOKEN = "123456:a-token"
PHRASE = "一句 口令"
QUESTION = "电子信息产业产值多少"
URL = "https://dafu.example.org"
READ = (
    "/",
    "/letters",
    f"/letters/{LETTER.id}",
    f"/letters/{LETTER.id}/figures.csv",
    "/privacy",
    "/related",
    "/chart",
)


def app_data(person: int = 42, token: str = TOKEN, at: float | None = None, **changed: str) -> str:
    """What Telegram gives to a Mini App, signed as its documentation says."""
    fields = {
        "query_id": "AAE",
        "user": json.dumps({"id": person, "first_name": "李&雷"}),
        "auth_date": str(int(time.time() if at is None else at)),
    }
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    key = hmac.new(b"WebAppData", token.encode(), sha256).digest()
    signed = fields | {"hash": hmac.new(key, lines.encode(), sha256).hexdigest()} | changed
    return urlencode(signed)


def login_data(
    person: str = "42", token: str = TOKEN, at: float | None = None, **changed: str
) -> dict[str, str]:
    """What Telegram adds to the address of a login button."""
    fields = {"id": person, "first_name": "雷", "auth_date": str(int(time.time() if at is None else at))}
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    sign = hmac.new(sha256(token.encode()).digest(), lines.encode(), sha256).hexdigest()
    return fields | {"hash": sign} | changed


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
    assert access.people.admit(42, access.people.new_code())
    assert access.belongs(42)


def closed(folder: Path, **bot: object) -> Site:
    """A site behind a proxy with a pass phrase."""
    return made(folder, None, {"bot_token": TOKEN, **bot}, passphrase=PHRASE, url=URL)


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


async def journalled(site: Site, asking: Client, question: str = QUESTION) -> None:
    """A question asked on the page."""
    assert (await asking.post("/ask", data={"q": question})).status == 200


def counts(site: Site) -> tuple[int, int]:
    """How many exchanges and opinions are in the journal."""
    with site.office.engine.connect() as connection:
        return (
            connection.execute(select(func.count()).select_from(exchanges)).scalar_one(),
            connection.execute(select(func.count()).select_from(feedback)).scalar_one(),
        )


async def test_questions_are_journalled_and_forgotten(tmp_path: Path) -> None:
    """With what was thought of the answers; those of others stay."""
    site = made(tmp_path)
    async with client(site) as asking, client(site) as another:
        for one in (asking, another):
            await one.get("/")
            await journalled(site, one)
        judged = await asking.post("/feedback", data={"exchange": "1", "verdict": "1"})
        assert judged.status == 200
        # Another browser's answer cannot be judged.
        assert (await asking.post("/feedback", data={"exchange": "2", "verdict": "-1"})).status == 404
        assert counts(site) == (2, 1)
        forgotten = await asking.post("/forget")
        assert forgotten.headers["X-Forgotten"] == "1"
        assert counts(site) == (1, 0)
        await journalled(site, another, "/forget")
        assert counts(site) == (0, 0)


async def test_forget_in_telegram_covers_the_page(tmp_path: Path) -> None:
    """Who came through Telegram is one person in the journal, but the page's dialogue is not the chat's."""
    site = closed(tmp_path)
    async with client(site) as asking:
        cookie = {SESSION: site.access.cookie(42)}
        await asking.post("/ask", data={"q": QUESTION}, cookies=cookie)
        with site.office.engine.connect() as connection:
            row = connection.execute(select(exchanges)).mappings().one()
        assert (row["person"], row["thread"]) == (42, -1)
        site.office.people.forget(42)
        assert counts(site) == (0, 0)


async def test_visitor_is_a_random_number(tmp_path: Path) -> None:
    """Kept in a cookie that no script reads; what is no token of ours is replaced."""
    async with client(made(tmp_path)) as asking:
        given = (await asking.get("/", cookies={"dafu_visitor": "42"})).cookies["dafu_visitor"]
        assert (given["httponly"], given["samesite"]) == (True, "Lax")
        assert (visitor_number(given.value) or 0) < -1


async def test_journal_out_of_reach_does_not_keep_the_answer(tmp_path: Path) -> None:
    """It only cannot be judged."""
    site = made(tmp_path)
    async with client(site) as asking:
        with site.office.engine.begin() as connection:
            connection.execute(exchanges.delete())
            connection.exec_driver_sql("drop table exchanges")
        response = await asking.post("/ask", data={"q": QUESTION})
        html = await response.text()
        assert "24.69亿元" in html
        assert "/feedback" not in html
        assert (await asking.post("/feedback", data={"exchange": "1", "verdict": "1"})).status == 503


async def test_too_many_questions_from_one_address(tmp_path: Path) -> None:
    """Sixty in a minute; another address goes on asking."""
    async with client(closed(tmp_path)) as asking:
        asked = {"q": "x"}
        first = [(await asking.get("/", params=asked, allow_redirects=False)).status for _ in range(61)]
        assert (first.count(303), first.count(429)) == (60, 1)
        other = await asking.get(
            "/", params=asked, headers={"X-Forwarded-For": "8.8.8.8, 203.0.113.7"}, allow_redirects=False
        )
        assert other.status == 303


async def test_another_site_cannot_ask_along(tmp_path: Path) -> None:
    """Neither by a form nor by a name that leads to this machine."""
    async with client(made(tmp_path)) as asking:
        form = await asking.post("/ask", data={"q": QUESTION}, headers={"Origin": "https://evil.example"})
        assert form.status == 403
        assert (await asking.post("/ask", data={"q": QUESTION}, headers={"Origin": "null"})).status == 403
        assert (await asking.get("/", headers={"Host": "evil.example"})).status == 421
        own = str(asking.make_url("/")).rstrip("/")
        assert (await asking.post("/ask", data={"q": QUESTION}, headers={"Origin": own})).status == 200


@pytest.mark.parametrize("path", ["/", f"/letters/{LETTER.id}", "/nothing", "/login", "/api/letters"])
async def test_browser_is_told_what_it_may_load(tmp_path: Path, path: str) -> None:
    """Nothing inline, nothing from elsewhere, no frame but Telegram's."""
    async with client(made(tmp_path)) as asking:
        response = await asking.get(path)
        policy = response.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with client(closed(tmp_path)) as asking:
        policy = (await asking.get(path)).headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://web.telegram.org https://*.telegram.org")


BAD: tuple[tuple[str, str, dict[str, object], int], ...] = (
    ("POST", "/ask", {"data": {"q": ""}}, 400),
    ("POST", "/ask", {"data": {"q": "问" * 5000}}, 413),
    ("POST", "/ask", {"data": {"q": "问" * 50_000}}, 413),
    ("POST", "/ask", {"data": b"\xff\xfe\x00", "headers": {"Content-Type": "multipart/form-data"}}, 400),
    (
        "POST",
        "/ask",
        {"data": b"\xff\xfe\x00", "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
        400,
    ),
    ("GET", "/?q=" + "%E9%97%AE" * 2000, {}, 400),
    ("POST", "/feedback", {"data": {"exchange": "1; drop table", "verdict": "1"}}, 400),
    ("POST", "/feedback", {"data": {"exchange": "9" * 30, "verdict": "1"}}, 404),
    ("POST", "/feedback", {"data": {"exchange": "1", "verdict": "5"}}, 400),
    ("POST", "/feedback", {}, 400),
    ("GET", "/feedback", {}, 405),
    ("DELETE", "/letters", {}, 405),
    ("GET", "/letters/..%2F..%2Fetc%2Fpasswd", {}, 404),
    ("GET", "/static/x/..%2Fserver.py", {}, 404),
    ("GET", "/static/x/server.py", {}, 404),
    ("GET", f"/letters/{LETTER.id}/figures/99999", {}, 404),
    ("GET", f"/letters/{LETTER.id}/figures/x", {}, 404),
    ("GET", f"/letters/{LETTER.id}?at=-1.x.{'9' * 400}", {}, 200),
    ("GET", "/letters?page=0", {}, 200),
    ("GET", "/letters?page=-5", {}, 200),
    ("GET", f"/letters?page={'9' * 400}", {}, 200),
    ("GET", "/letters?page=²", {}, 200),
    ("GET", f"/chart?f={'x' * 3000}", {}, 404),
    ("GET", "/related?f=sample-1:1&f=sample-1:99999999999", {}, 404),
    ("POST", "/login/app", {"data": {"data": "x"}}, 403),
    ("GET", "/login/telegram?id=1&hash=x", {}, 403),
    ("POST", "/look", {"data": {"language": "xx", "size": "9"}}, 200),
    ("GET", "/", {"headers": {"Accept-Language": ";;;,q=,zh;;;"}}, 200),
    ("GET", "/", {"cookies": {"dafu_session": "1.2.3", "dafu_language": "../en"}}, 200),
)


@pytest.mark.parametrize(("method", "path", "sent", "status"), BAD)
async def test_bad_input_is_refused_in_one_line(
    tmp_path: Path, method: str, path: str, sent: dict[str, object], status: int
) -> None:
    """Never a trace, never a 500."""
    async with client(made(tmp_path)) as asking:
        response = await asking.request(method, path, **sent)  # type: ignore[arg-type]
        body = await response.text()
    assert response.status == status
    assert "Traceback" not in body
