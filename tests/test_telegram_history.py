"""One thing over the years: a small table that a phone has room for, all years on its chart, one script."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages.render import messages
from bot.service.archive import Service
from bot.service.views.columns import WIDE, wide
from bot.service.views.history import history
from bot.service.views.listing import has_more
from bot.service.views.shelf import chart_of
from bot.speech import LANGUAGES, Speech
from tests.botapi.people import Person
from tests.botapi.running import polling, settings
from tests.botapi.server import Server
from tests.libraries import answering

YEARS = {
    2013: ("98.41", "7.2"),
    2014: ("105.7", "6.9"),
    2015: ("113.06", "6.4"),
    2016: ("121.5", "7.0"),
    2017: ("133.28", "7.8"),
    2018: ("145.9", "7.1"),
    2019: ("157.33", "6.2"),
    2020: ("160.04", "1.9"),
    2021: ("180.2", "8.3"),
    2022: ("191.07", "-1.1"),
}
BULLETIN = """云溪县统计局
云溪县{year}年国民经济和社会发展统计公报
{next}年3月15日
一、综合
{year}年全县实现地区生产总值{value}亿元,比上年增长{growth}%。
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Answers from ten bulletins of one county."""
    bulletins = {
        str(year): BULLETIN.format(year=year, next=year + 1, value=value, growth=growth)
        for year, (value, growth) in YEARS.items()
    }
    with answering(tmp_path_factory.mktemp("years"), **bulletins) as answerer:
        yield Service(answerer.answer, answerer.library)


@pytest.mark.parametrize("question", ["历年地区生产总值", "地区生产总值这几年的变化", "历年地区生产总值增速"])
async def test_history_is_a_table(question: str, service: Service, tmp_path: Path) -> None:
    """A year a line with its value, the oldest first; all of it at once, and nothing behind 更多."""
    async with Server() as server, polling(server, settings(server, tmp_path), service):
        shown = await Person(server).asks(question)
    (table,) = [one for one in shown["entities"] if one["type"] == "pre"]
    rows = shown["text"][table["offset"] : table["offset"] + table["length"]].splitlines()
    assert [row.split()[:2] for row in rows] == [
        [f"{year}年", f"{value}亿元"] for year, (value, _) in YEARS.items()
    ]
    assert max(map(wide, rows)) <= WIDE
    labels = [key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    assert not any("更多" in label for label in labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_chart_has_all_its_years(language: str, service: Service) -> None:
    """As many bars as lines, in the reader's characters."""
    figures = service.answer("历年地区生产总值", ()).figures
    chart = chart_of(service, Speech(language), figures)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == [str(year) for year in YEARS]
    drawn = (chart.title, chart.source, chart.hint, chart.text)
    assert [Speech(language).own(text) for text in drawn] == list(drawn)


def test_growths_are_shown_where_there_is_room(service: Service) -> None:
    """With an arrow, all or none."""
    found = history(service.answer("历年地区生产总值增速", ()))
    assert found
    assert all(
        sign in row
        for row, sign in zip(found.table(Speech("zh-hans")).splitlines(), "▲" * 9 + "▼", strict=True)
    )
    units = [replace(line.level.quantity, raw="98.41万亿立方米每秒") for line in found.years if line.level]
    longer = [
        replace(line.level, quantity=unit)
        for line, unit in zip(found.years, units, strict=True)
        if line.level
    ]
    wider = replace(
        found,
        years=tuple(replace(line, level=level) for line, level in zip(found.years, longer, strict=True)),
    )
    assert not set("▲▼") & set(wider.table(Speech("zh-hans")))


def test_traditional_reader_gets_one_script(service: Service) -> None:
    """But for what is quoted."""
    answer = service.answer("历年地区生产总值", ())
    found = history(answer)
    assert found
    speech = Speech("zh-hant")
    (text, *_) = messages(replace(answer, headline=found.title), speech, table=found.table(speech))
    own = text.partition("<blockquote")[0]
    assert "億元" in own
    assert speech.own(own) == own


@pytest.mark.parametrize("question", ["2021年地区生产总值", "2021年比2020年地区生产总值多多少", "房价多少"])
def test_anything_else_is_no_history(question: str, service: Service) -> None:
    """A single year, a difference, a refusal."""
    answer = service.answer(question, ())
    assert history(answer) is None
    assert not has_more(answer)
