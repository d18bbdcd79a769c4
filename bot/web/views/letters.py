"""The letters: their list, each as it is read, its figures as a table and as files, its charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.charts.chart import Chart
from bot.service.journal.marks import Mark
from bot.service.views.csvfile import as_csv
from bot.service.views.shelf import chart_of, figures_of, letter_charts, lines_about
from bot.web.asking import NAMED, figures_query
from bot.web.site import LETTER, Refused, Site
from bot.web.views.bars import drawing
from bot.web.views.download import as_workbook
from bot.web.views.figuretable import COLUMNS, PAGE, FigureRow, Wanted, chosen, figure_rows, heads
from bot.web.views.lettertree import LetterTree, letter_tree
from bot.web.views.listed import named_or_saying
from corpus.figure import Measure, Status
from corpus.letter import Letter

_LETTERS, _LINES = 50, 20  # of a page
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Letters:
    """Handlers of the letters."""

    site: Site

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        return [
            web.get("/letters", self.listed),
            web.get(LETTER, self.letter),
            web.get(f"{LETTER}/figures", self.figures),
            web.get(f"{LETTER}/figures.csv", self.csv),
            web.get(f"{LETTER}/figures.xlsx", self.workbook),
            web.get(LETTER + "/figures/{start}", self.figure),
            web.get(f"{LETTER}/charts", self.charts),
            web.get("/related", self.related),
            web.get("/chart", self.chart),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        """The list, the newest first; words in the address choose, by what letters are called or else by what they say."""
        find = request.query.get("find", "").strip()
        found, named = await self.site.office.aside(named_or_saying, self.site.office.service, find)
        page, pages = _page(request, len(found), _LETTERS)
        shown = found[page * _LETTERS : (page + 1) * _LETTERS]
        return self.site.page(
            request, "letters.html", letters=shown, count=len(found), find=find, named=named, page=page, pages=pages,
            query=urlencode({"find": find}) if find else "",
        )  # fmt: skip

    async def letter(self, request: web.Request) -> web.Response:
        """A letter as it is read, the sentences that the address names marked."""
        tree = await self.site.office.aside(self._tree, request.match_info["letter"])
        marked = {
            int(part) for part in request.query.get("at", "").split(".") if part.isascii() and part.isdigit()
        }
        # A long letter takes its time.
        return await self.site.office.aside(
            self.site.page, request, "letter.html", tree=tree, letter=tree.letter, marked=marked
        )

    async def figures(self, request: web.Request) -> web.Response:
        """The figures as a table."""
        letter, rows, wanted = await self._rows(request)
        page, pages = _page(request, len(rows), PAGE)
        return self.site.page(
            request, "figures.html", letter=letter, rows=rows[page * PAGE : (page + 1) * PAGE], count=len(rows),
            wanted=wanted, columns=COLUMNS, measures=list(Measure), statuses=list(Status), page=page, pages=pages,
            query=urlencode(wanted.query), by=sorting(wanted),
        )  # fmt: skip

    async def csv(self, request: web.Request) -> web.Response:
        """The same as CSV."""
        letter, rows, _ = await self._rows(request)
        body = await self.site.office.aside(as_csv, heads(), (row.fields for row in rows))
        return _file(body, f"{letter.id}.csv", "text/csv")

    async def workbook(self, request: web.Request) -> web.Response:
        """The same as XLSX."""
        letter, rows, _ = await self._rows(request)
        body = await self.site.office.aside(as_workbook, letter.title, heads(), rows)
        return _file(body, f"{letter.id}.xlsx", _XLSX)

    async def figure(self, request: web.Request) -> web.Response:
        """One figure: what it is of, when, and its check."""
        letter, rows, _ = await self._rows(request)
        row = next((row for row in rows if str(row.start) == request.match_info["start"]), None)
        if row is None:
            raise Refused(404, "letter-gone")
        return self.site.page(request, "figure.html", letter=letter, row=row)

    async def charts(self, request: web.Request) -> web.Response:
        """The charts of a letter."""
        office, speech = self.site.office, self.site.reader(request).speech
        letter = await office.aside(self._letter, request.match_info["letter"])
        found = await office.aside(letter_charts, office.service, speech, letter.id)
        return self._charts(request, letter, found)

    async def related(self, request: web.Request) -> web.Response:
        """Figures of the same subject or indicator as those that the address names."""
        service = self.site.office.service
        marks = marks_of(request)
        lines = await self.site.office.aside(lambda: lines_about(service, figures_of(service, marks)))
        if not lines:
            raise Refused(404, "letter-gone")
        page, pages = _page(request, len(lines), _LINES)
        shown = lines[page * _LINES : (page + 1) * _LINES]
        query = figures_query(marks)
        return self.site.page(request, "related.html", lines=shown, page=page, pages=pages, query=query)

    async def chart(self, request: web.Request) -> web.Response:
        """The chart that one of the figures is in that the address names."""
        service, speech = self.site.office.service, self.site.reader(request).speech
        marks = marks_of(request)
        found = await self.site.office.aside(lambda: chart_of(service, speech, figures_of(service, marks)))
        if found is None:
            raise Refused(404, "letter-gone")
        return self._charts(request, None, (found,))

    def _charts(self, request: web.Request, letter: Letter | None, charts: Sequence[Chart]) -> web.Response:
        drawn = [drawing(chart) for chart in charts]
        return self.site.page(request, "charts.html", letter=letter, charts=drawn)

    def _tree(self, letter_id: str) -> LetterTree:
        """The tree of a letter. Raises Refused."""
        try:
            return letter_tree(self.site.office.service, letter_id)
        except KeyError:
            raise Refused(404, "letter-gone") from None

    async def _rows(self, request: web.Request) -> tuple[Letter, list[FigureRow], Wanted]:
        """The figures of the letter that are wanted. Raises Refused."""
        wanted = Wanted.of(request.query)
        letter, rows = await self.site.office.aside(self._all, request.match_info["letter"])
        return letter, await self.site.office.aside(chosen, rows, wanted), wanted

    def _all(self, letter_id: str) -> tuple[Letter, tuple[FigureRow, ...]]:
        letter = self._letter(letter_id)
        return letter, figure_rows(self.site.office.service.archive, letter)

    def _letter(self, letter_id: str) -> Letter:
        """A letter. Raises Refused."""
        try:
            return self.site.office.service.archive.letters[letter_id]
        except KeyError:
            raise Refused(404, "letter-gone") from None


def sorting(wanted: Wanted) -> dict[str, str]:
    """For each column the query that sorts by it: upwards first, then downwards."""
    return {
        column: urlencode(
            {name: value for name, value in wanted.query.items() if name not in ("sort", "order")}
            | {"sort": column}
            | ({"order": "desc"} if wanted.sort == column and not wanted.descending else {})
        )
        for column in COLUMNS
    }


def marks_of(request: web.Request) -> list[Mark]:
    """The figures that an address names."""
    return [Mark.parsed(one) for one in request.query.getall("f", [])[:NAMED]]


def _page(request: web.Request, count: int, size: int) -> tuple[int, int]:
    """Which page the address names, from 0, and how many there are."""
    pages = max(1, -(-count // size))
    named = request.query.get("page", "")
    page = int(named[:9]) - 1 if named.isascii() and named.isdigit() else 0
    return min(max(page, 0), pages - 1), pages


def _file(body: bytes, name: str, kind: str) -> web.Response:
    """A download."""
    plain_name = quote(name.replace("/", "-"), safe="")
    return web.Response(
        body=body,
        content_type=kind,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{plain_name}"},
    )
