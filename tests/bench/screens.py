"""What a reader sees: the real bot against the test server, its chats drawn like a phone by a headless browser.

    python -m tests.bench.screens FOLDER [--browser chromium] [--font FILE]

Writes one HTML page and one PNG per scene into FOLDER; with a font, also that of a scanned letter (needs the extra `scan`).
"""

import argparse
import asyncio
import base64
import html
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from pathlib import Path

from bot.cli.open import SHIPPED, opened
from bot.service.folder import Folder
from tests.bench import scannedletter
from tests.botapi.people import Person, button
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.botapi.world import Json
from tests.counties import YUNXI_2023

_WIDTH = 412
_STYLE = """
body { margin: 0; background: #9fb8c8; font: 16px/1.45 "Noto Sans CJK SC", sans-serif; width: 412px }
.bar { background: #517da2; color: #fff; padding: 12px 16px; font-weight: 600 }
.chat { padding: 10px 8px 16px }
.m { width: 350px; margin: 6px 0 }
.m.me { margin-left: auto; text-align: right }
.b { border-radius: 14px; padding: 7px 11px; white-space: pre-wrap; overflow-wrap: anywhere; background: #fff;
     display: inline-block; max-width: 328px; text-align: left }
.me .b { background: #e3fdd0 }
blockquote { margin: 4px 0; padding: 3px 9px; border-left: 3px solid #4a90c9; background: #eef5fb; border-radius: 4px }
pre { margin: 4px 0; font: 13px/1.5 "Noto Sans Mono CJK SC", monospace; background: #f3f4f6; padding: 6px;
      border-radius: 6px; overflow: hidden }
code { font-family: "Noto Sans Mono CJK SC", monospace; color: #8a3b12 }
a { color: #2678b6; text-decoration: none }
.r { border-left: 3px solid #6fae4b; padding-left: 7px; color: #5c6b73; font-size: 13px; margin-bottom: 3px;
     white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.k { display: flex; gap: 4px; margin-top: 4px }
.k span { flex: 1; background: #7d9cb2cc; color: #fff; border-radius: 8px; text-align: center; padding: 7px 4px;
          font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
img { width: 100%; border-radius: 8px; display: block; margin-bottom: 4px }
"""
_TAGS = {
    "bold": ("<b>", "</b>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}

Scene = Callable[[Person], Awaitable[None]]


async def asking(person: Person) -> None:
    """A figure, its reason, a remark."""
    for question in (
        "电子信息产业产值多少",
        "为什么医化产业产值下降了",
        "规上工业企业负增长面是多少",
        "小椒江的工业增加值是多少",
    ):
        await person.asks(question)


async def following(person: Person) -> None:
    """A question taken further, a ranking, something worked out."""
    for question in ("缝制设备产业产值", "时尚产业呢", "哪个主导产业增速最快", "汽车零配件比电子信息多多少"):
        await person.asks(question)


async def reading(person: Person) -> None:
    """Original, related figures, chart."""
    answer = await person.asks("医化产业产值多少")
    for text, method in (("原文", "sendMessage"), ("相关数据", "sendMessage"), ("图表", "sendPhoto")):
        since = len(person.server.calls)
        person.press(answer, button(answer, text)["callback_data"])
        await person.receives(method, since)


async def browsing(person: Person) -> None:
    """Greeting, letters, table."""
    await person.asks("/start")
    await person.asks("/figures")
    listed = await person.asks("/letters")
    since = len(person.server.calls)
    person.press(listed, listed["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    await person.receives(since=since)


async def traditional(person: Person) -> None:
    """A reader of traditional characters."""
    for text in ("/help", "電子信息產業產值多少", "工業用地出讓多少畝"):
        await person.asks(text)


async def administering(person: Person) -> None:
    """A document sent, statistics."""
    since = len(person.server.calls)
    person.upload("云溪县2023年统计公报.txt", YUNXI_2023.encode())
    await person.receives(since=since, seconds=60)
    await person.asks("/stats")


async def scan(person: Person) -> None:
    """Figures of a scanned letter, each with the line that it rests on."""
    for question in ("茶叶产量多少", "茶叶出口额多少"):
        since = len(person.server.calls)
        person.say(question)
        await person.receives("sendPhoto", since, seconds=60)


SCENES: Mapping[str, Scene] = {
    "asking": asking,
    "following": following,
    "reading": reading,
    "browsing": browsing,
    "traditional": traditional,
    "administering": administering,
}


async def play(folder: Path, corpus: Path, scenes: Mapping[str, Scene]) -> None:
    """Plays scenes, each in a chat of its own, and writes their pages."""
    with closing(opened(corpus, None, None)) as library, tempfile.TemporaryDirectory() as journal:
        keeper = Folder(corpus, library, lambda told: None)
        async with Server() as server:
            chosen = settings(server, Path(journal), admins=frozenset(range(1, 99)))
            async with polling(server, chosen, keeper.reload(), keeper):
                for number, (name, scene) in enumerate(scenes.items(), 1):
                    language = "zh-hant" if name == "traditional" else "zh-hans"
                    await scene(Person(server, number, number, language))
                    (folder / f"{name}.html").write_text(page(server, number), encoding="utf-8")


def page(server: Server, chat: int) -> str:
    """A chat as HTML."""
    messages = [message for (where, _), message in sorted(server.world.messages.items()) if where == chat]
    body = "".join(_message(server, message) for message in messages)
    return (
        f'<meta charset="utf-8"><style>{_STYLE}</style><div class=bar>答复</div><div class=chat>{body}</div>'
    )


def shoot(folder: Path, browser: str) -> None:
    """Draws every page of a folder."""
    for source in sorted(folder.glob("*.html")):
        target = source.with_suffix(".png")
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=1.5"]
        command = [
            browser,
            *options,
            f"--window-size={_WIDTH},2600",
            f"--screenshot={target}",
            source.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)
        _crop(target)


def _crop(path: Path) -> None:
    """Cuts the empty rest of the page off."""
    from PIL import Image, ImageChops

    picture = Image.open(path).convert("RGB")
    empty = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    box = ImageChops.difference(picture, empty).getbbox()
    cut = picture.crop((0, 0, picture.width, (box[3] if box else 0) + 24))
    cut.quantize(96).save(path, optimize=True)


def _message(server: Server, message: Json) -> str:
    mine = "" if message["from"]["is_bot"] else " me"
    replied = message.get("reply_to_message")
    above = f"<div class=r>{html.escape(_first(replied))}</div>" if replied else ""
    if "photo" in message:
        _, content = server.world.files[message["photo"][0]["file_id"]]
        above += f'<img src="data:image/png;base64,{base64.b64encode(content).decode()}">'
    if "document" in message:
        above += f"📄 {html.escape(message['document'].get('file_name', ''))}"
    text = str(message.get("text") or message.get("caption") or "")
    entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    keys = "".join(f"<div class=k>{''.join(map(_key, row))}</div>" for row in rows)
    return f'<div class="m{mine}"><div class=b>{above}{_marked(text, entities)}</div>{keys}</div>'


def _key(button: Json) -> str:
    return f"<span>{html.escape(button['text'])}</span>"


def _first(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "📄").split("\n")[0]


def _marked(text: str, entities: list[Json]) -> str:
    """The text with its entities as tags; they nest, as Telegram gives them."""
    coded = text.encode("utf-16-le")
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        first, last = _TAGS.get(entity["type"], ("", ""))
        if entity["type"] == "text_link":
            first, last = f'<a href="{html.escape(entity["url"])}">', "</a>"
        opening[start] = opening.get(start, "") + first
        closing[end] = last + closing.get(end, "")
    places = sorted({0, len(coded) // 2, *opening, *closing})
    written = ""
    for start, end in zip(places, [*places[1:], places[-1]], strict=True):
        piece = coded[2 * start : 2 * end].decode("utf-16-le")
        written += closing.get(start, "") + opening.get(start, "") + html.escape(piece, quote=False)
    return written


def main() -> None:
    """Plays and draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", type=Path, default=SHIPPED)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--font", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(play(arguments.folder, arguments.corpus, SCENES))
    if arguments.font:
        with tempfile.TemporaryDirectory() as corpus:
            scannedletter.write(Path(corpus) / "茶叶生产情况.pdf", arguments.font)
            asyncio.run(play(arguments.folder, Path(corpus), {"scan": scan}))
    if shutil.which(arguments.browser):
        shoot(arguments.folder, arguments.browser)


if __name__ == "__main__":
    main()
