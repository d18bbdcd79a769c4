"""What the web pages keep out: other sites, floods, what is too large, what makes no sense, markup."""

from pathlib import Path
from urllib.parse import quote

import pytest
from aiohttp.test_utils import make_mocked_request
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from bot.service.archive import Service
from bot.web.site import address
from tests.botapi.sample import LETTER, Shelf, answer
from tests.pages.served import URL, client, closed, made

QUESTION = "电子信息产业产值多少"


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
    ("POST", "/ask", {"data": {"q": "\x00\x01"}}, 400),
    ("POST", "/ask", {"data": {"q": "产值\x00多少", "h": "\x00"}}, 200),
    ("GET", "/?q=%00%ED%A0%80%FF", {}, 200),
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


MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&{{7*7}}"


async def test_markup_is_text_everywhere(tmp_path: Path) -> None:
    """In a question, in a letter's title, number and id, in a filter: shown as it is, never read."""
    odd = Shelf(
        {
            MARKUP: LETTER.__class__(
                id=MARKUP, text=f"{MARKUP}\n\n{MARKUP}增长5%。\n", title=MARKUP, number=MARKUP
            )
        }
    )
    async with client(made(tmp_path, Service(answer, odd))) as asking:
        paths = [
            f"/?q={quote(MARKUP)}&h={quote(MARKUP)}",
            f"/letters?find={quote(MARKUP)}",
            f"/letters/{quote(MARKUP, safe='')}",
            f"/letters/{quote(MARKUP, safe='')}/figures?find={quote(MARKUP)}",
            f"/letters/{quote(MARKUP, safe='')}/charts",
            f"/login?to={quote(MARKUP)}",
        ]
        for path in paths:
            response = await asking.get(path)
            html = await response.text()
            assert response.status == 200, path
            found = HTMLParser(html)
            assert found.css("img") == [], path
            assert [(one.attributes["src"] or "").split("/")[1] for one in found.css("script")] == [
                "static"
            ], path
            assert "{{7*7}}" in html or path.startswith("/login"), path


@pytest.mark.parametrize(
    ("peer", "forwarded", "url", "who"),
    [
        ("192.0.2.1", "", "", "192.0.2.1"),
        ("192.0.2.1", "203.0.113.9", "", "192.0.2.1"),
        ("127.0.0.1", "203.0.113.9", "", "127.0.0.1"),
        ("127.0.0.1", "203.0.113.9", URL, "203.0.113.9"),
        ("127.0.0.1", "10.9.9.9, 203.0.113.9", URL, "203.0.113.9"),
        ("192.0.2.1", "203.0.113.9", URL, "192.0.2.1"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", URL, "2001:db8:1:2::/64"),
        ("127.0.0.1", "nonsense", URL, "nonsense"),
    ],
)
def test_who_asks_is_told_by_the_own_proxy_alone(
    tmp_path: Path, peer: str, forwarded: str, url: str, who: str
) -> None:
    """And only where there is one; of an IPv6 address its network counts."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = make_mocked_request("GET", "/", headers=headers).clone(remote=peer)
    site = made(tmp_path, passphrase="x", url=url)
    assert address(request, site) == who
    site.office.close()
