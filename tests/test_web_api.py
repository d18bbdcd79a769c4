"""The JSON of the web server: what its description says, and the same answers as the command line's."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from bot.answering.answerer import Answerer
from bot.messages.contract import as_json
from bot.service.archive import Service
from index.opened import Index
from tests.pages.served import Client, client, made

LETTER = "2024-jiaojiang-133"
QUESTIONS = (
    "电子信息产业产值多少",
    "为什么医化产业产值下降了",
    "汽车零配件比电子信息多多少",
    "你好",
    "火星上有多少人",
    "哪个产业增速最快",
)
Json = dict[str, Any]


async def described(asking: Client) -> Json:
    """The description as it is served."""
    found: Json = await (await asking.get("/api/openapi.json")).json()
    return found


def fits(body: Json, description: Json, name: str) -> None:
    """Raises ValidationError where a body is not what the description says."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": description["components"]}
    Draft202012Validator(schema).validate(body)


async def test_description_is_one(tmp_path: Path) -> None:
    """OpenAPI 3.1; every path of it is served, and every one served is in it."""
    site = made(tmp_path)
    async with client(site) as asking:
        description = await described(asking)
        validate(description)
        routes = {
            (route.resource.canonical, route.method) for route in asking.app.router.routes() if route.resource
        }
    served = {(path, method) for path, method in routes if path.startswith("/api/") and method != "HEAD"}
    assert served == {
        (path, method.upper()) for path, methods in description["paths"].items() for method in methods
    }


@pytest.mark.parametrize("question", QUESTIONS)
async def test_answer_is_that_of_the_command_line(
    tmp_path: Path, question: str, answerer: Answerer, library: Index
) -> None:
    """The contract of `dafu ask --json`, as the description has it."""
    async with client(made(tmp_path, Service(answerer.answer, library))) as asking:
        got = await (await asking.post("/api/ask", json={"question": question})).json()
        by_link = await (await asking.get(f"/api/ask?{urlencode({'q': question})}")).json()
        fits(got, await described(asking), "Answer")
    expected = json.loads(json.dumps(as_json(answerer.answer(question), question, 0)))
    # Under a refusal stands what can be asked instead, as in the chat.
    expected["suggestions"] = expected["suggestions"] or got["suggestions"]
    for body in (got, by_link):
        assert body | {"milliseconds": 0} == expected | {"milliseconds": 0}


async def test_history_is_taken_up(tmp_path: Path, answerer: Answerer, library: Index) -> None:
    """As in the chat."""
    async with client(made(tmp_path, Service(answerer.answer, library))) as asking:
        sent = {"question": "时尚产业呢", "history": ["缝制设备产业产值多少"]}
        got = await (await asking.post("/api/ask", json=sent)).json()
    assert "22.58亿元" in got["headline"]


async def test_letters_and_figures(tmp_path: Path, answerer: Answerer, library: Index) -> None:
    """All of them, or a part."""
    async with client(made(tmp_path, Service(answerer.answer, library))) as asking:
        description = await described(asking)
        letters = await (await asking.get("/api/letters")).json()
        fits(letters, description, "Letters")
        assert [one["id"] for one in letters["letters"]] == [LETTER]
        assert (await (await asking.get("/api/letters?find=没有")).json())["count"] == 0
        figures = await (await asking.get(f"/api/figures?letter={LETTER}")).json()
        fits(figures, description, "Figures")
        assert figures["count"] == len(library.figures([LETTER]))
        part = await (await asking.get(f"/api/figures?letter={LETTER}&offset=2&limit=3")).json()
        assert part["figures"] == figures["figures"][2:5]


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("GET", "/api/ask", {}, 400),
        ("GET", "/api/ask?q=", {}, 400),
        ("POST", "/api/ask", {"json": {}}, 400),
        ("POST", "/api/ask", {"json": []}, 400),
        ("POST", "/api/ask", {"json": {"question": 5}}, 400),
        ("POST", "/api/ask", {"json": {"question": "产值", "history": "x"}}, 400),
        ("POST", "/api/ask", {"json": {"question": "产值", "history": [1]}}, 400),
        ("POST", "/api/ask", {"json": {"question": "产" * 5000}}, 413),
        ("POST", "/api/ask", {"json": {"question": "产" * 90_000}}, 413),
        ("POST", "/api/ask", {"data": b"{", "headers": {"Content-Type": "application/json"}}, 400),
        ("POST", "/api/ask", {"data": b"\xff", "headers": {"Content-Type": "application/json"}}, 400),
        ("POST", "/api/ask", {"data": b"[" * 60_000, "headers": {"Content-Type": "application/json"}}, 400),
        (
            "POST",
            "/api/ask",
            {"data": b'{"question": "\\ud800"}', "headers": {"Content-Type": "application/json"}},
            400,
        ),
        ("POST", "/api/ask", {"data": {"question": "产值"}}, 415),
        ("GET", "/api/figures", {}, 404),
        ("GET", "/api/figures?letter=sample-1&limit=-1", {}, 400),
        ("GET", f"/api/letters?offset={'9' * 99}", {}, 400),
        ("GET", "/api/nothing", {}, 404),
    ],
)
async def test_bad_requests_are_told_why(
    tmp_path: Path, method: str, path: str, sent: dict[str, Any], status: int
) -> None:
    """As JSON, in one line."""
    async with client(made(tmp_path)) as asking:
        response = await asking.request(method, path, **sent)
        body = await response.json()
        fits(body, await described(asking), "Error")
    assert response.status == status
