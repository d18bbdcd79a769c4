"""Questions answered by the letter's words themselves: lists, what a number stands for, where, who, how."""

from collections.abc import Iterable, Sequence

from bot.answer import Kind
from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, NAME, cover, covered, excluded
from bot.operations.words.lists.points import POINT, point_heads
from bot.phrasing.clause import is_catchword, leads_on
from bot.phrasing.excerpts import Excerpt
from bot.phrasing.headline import Headline, joined, quote
from bot.phrasing.reply import Reply
from bot.phrasing.text import LIMIT, Page, excerpt, layers_of, letters_meant, pages, paragraph, passages_asked
from bot.understanding.expressions.wanted import has_wanted
from bot.understanding.question import Question
from bot.understanding.several.division import asks
from bot.wording import say
from corpus.amounts.quantity import quantities
from corpus.compiled import compiled
from corpus.figure import Status
from corpus.passage import Kind as PassageKind
from corpus.passage import Passage
from corpus.runtime.replace import replace
from corpus.texts.text import fold, pairs, tidy
from corpus.times.period import periods

LIST_LIMIT = 380
# What is asked for in one of these is told only by a sentence that has such an amount.
_MEASURED = frozenset({"money", "area", "mass", "energy", "length", "time"})
# What points are counted in, and not things.
_POINTS = compiled("条|方面|[几二三四五六七八九十]点|项|招|步")
# What headings are called by what stands below them.
_HEADS = compiled("特点|措施|举措|问题|困难|打算|建议|目标|任务|成效|做法|经验|亮点|安排")


def quotation(question: Question, retriever: Retriever) -> Reply | None:
    """The passage that says all of the question's words, as much of it as a headline holds; None if none does."""
    if len(question.places) > 1 or len(question.periods) > 1:
        return None
    if question.literals:
        return _by_literal(question, retriever)
    found = [
        page for page in pages(question, retriever) if not page.missing and _tells(page, question, retriever)
    ]
    if not found or not question.runs:
        return None
    limit = LIST_LIMIT if question.wants("list") else LIMIT
    if is_catchword(found[0].words):
        return with_next(found[0].passage, limit, retriever)
    return quoted(found[0].passage, excerpt(found[0].words, question.runs, retriever, limit))


def _tells(page: Page, question: Question, retriever: Retriever) -> bool:
    """Whether a passage can tell what is asked: a time, so many things, a trouble; and more than what follows it."""
    text, wants = page.passage.text, question.wants
    leads = leads_on(text) and not wants("quote")
    another = (question.inherited or asks(question.text)) and _is_of_another(text, question, retriever)
    if leads or another or not has_wanted(question.text, text):
        return False
    if (
        wants("list")
        and question.count > 1
        and text.count("、") + 1 < question.count
        and not POINT.search(text)
    ):
        return False
    if wants("trouble"):
        said = "".join((text, *page.passage.section))
        return any(
            word in said
            for name in ("trouble", "trouble_section")
            for word in retriever.lexicon.markers[name]
        )
    if question.asked.kind in _MEASURED and not _has_kind(text, question.asked.kind, retriever):
        return False
    if retriever.lexicon.patterns["duration"].search(question.text):
        return _has_kind(text, "time", retriever)
    return not wants("when") or bool(periods(fold(text), question.anchor))


def _is_of_another(text: str, question: Question, retriever: Retriever) -> bool:
    """Whether words tell of another of those that exclude each other: 规上 for 规下."""
    lexicon = retriever.lexicon
    return excluded(question.content, lexicon.canonical(text), lexicon.exclusive)


def _has_kind(text: str, kind: str, retriever: Retriever) -> bool:
    return any(retriever.lexicon.kind(one.unit) == kind for one in quantities(fold(text)))


def with_next(passage: Passage, limit: int, retriever: Retriever) -> Reply:
    """A catchword with the sentences behind it in its paragraph, up to the next one and as many as there is room for."""
    kept: list[Passage] = []
    for one in paragraph(passage, retriever):
        size = sum(len(tidy(before.text)) for before in kept) + len(tidy(one.text))
        ends = size > limit or (len(kept) > 1 and is_catchword(tidy(one.text)))
        if kept and ends:
            break
        if one.start >= passage.start:
            kept.append(one)
    return in_order(kept)


def in_order(passages: Sequence[Passage]) -> Reply:
    """The reply that quotes passages that stand behind each other."""
    parts = [quote(one, tidy(one.text)) for one in passages]
    return Reply(Kind.ANSWER, joined("", parts), passages=tuple(passages))


def of_number(question: Question, retriever: Retriever) -> Reply | None:
    """The clause around a number that the question asks the meaning of; None where it names none."""
    return _by_literal(question, retriever) if question.literals else None


def points(question: Question, retriever: Retriever) -> Reply | None:
    """The numbered points (一是 … 二是 …) of the section or sentence that the question is about."""
    if question.wants("threshold", "threshold_below"):
        return None
    best: tuple[float, list[Passage]] | None = None
    for run_of in _numbered(question, retriever):
        layers = layers_of(run_of[0], retriever)
        share = covered((run.words for run in question.runs), layers, retriever.lexicon)
        if share is not None and (best is None or share > best[0]):
            best = share, run_of
    if best is None:
        return None
    heads = list({head.text: head for passage in best[1] for head in point_heads(passage)}.values())
    return _counted(listed(heads, best[1]), question, len(heads))


def plans(question: Question, retriever: Retriever) -> Reply | None:
    """The headings of what is planned, where a question asks for plans and names nothing else."""
    if question.runs or question.status is not Status.TARGET:
        return None
    marks = retriever.lexicon.markers["plan_section"]
    for above, titles in outlines(question, retriever):
        if any(mark in above for mark in marks):
            return listed(map(_title, titles), titles)
    return None


def headings(question: Question, retriever: Retriever) -> Reply | None:
    """The titles under the heading that the question is about: 下阶段的五个行动 are five headings."""
    best: tuple[tuple[bool, float], list[Passage]] | None = None
    for above, titles in outlines(question, retriever):
        words = tuple(retriever.lexicon.canonical(title.text) for title in titles)
        layers = (retriever.lexicon.canonical(above), NAME), (_shared(words), ABOVE)
        share = covered((run.words for run in question.runs), layers, retriever.lexicon)
        soft = sum(word in above or any(word in title for title in words) for word in question.soft)
        if share is None or not (question.runs or soft):
            continue
        fit = question.count == len(titles), share + soft
        if best is None or fit > best[0]:
            best = fit, titles
    if best is None and not question.runs and not question.soft:
        return _by_head(question, retriever)
    if best is None or (question.count and not best[0][0]):
        return None
    return _counted(listed(map(_title, best[1]), best[1]), question, len(best[1]))


def _counted(reply: Reply | None, question: Question, size: int) -> Reply | None:
    """A list, which is sure where it is of what is named and has as many as are asked for."""
    general = _POINTS.search(question.text) or _HEADS.search(question.text)
    sure = question.runs and question.count == size > 1 and general
    return replace(reply, checked=True) if reply and sure else reply


def _by_head(question: Question, retriever: Retriever) -> Reply | None:
    """The titles under the one heading that says what is asked for in a word: 特点, 措施; None where several do."""
    asked = _HEADS.findall(question.text)
    found = [
        titles
        for above, titles in outlines(question, retriever)
        if asked and all(word in above for word in asked)
    ]
    if len(found) != 1 or (question.count and question.count != len(found[0])):
        return None
    reply = listed(map(_title, found[0]), found[0])
    return replace(reply, checked=True) if reply else None


def _shared(words: Sequence[str]) -> str:
    """What stands in every title, a pair of characters a line."""
    return "\n".join(pair for pair in pairs(words[0]) if all(pair in word for word in words))


def _title(heading: Passage) -> Headline:
    return quote(heading, tidy(heading.text).rstrip("。:："))


def outlines(question: Question, retriever: Retriever) -> list[tuple[str, list[Passage]]]:
    """Each heading with the headings right below it."""
    groups: dict[tuple[str, tuple[str, ...]], list[Passage]] = {}
    for passage in passages_asked(question, retriever):
        if passage.kind is PassageKind.HEADING:
            groups.setdefault((passage.letter, passage.section), []).append(passage)
    return [("".join(section), titles) for (_, section), titles in groups.items() if len(titles) > 1]


def listed(told: Iterable[Headline], passages: Sequence[Passage]) -> Reply | None:
    """The reply that tells these one after the other; None where they are longer than a headline holds."""
    text = joined(say("figure.separator"), list(told))
    return Reply(Kind.ANSWER, text, passages=tuple(passages)) if len(text.text) <= LIST_LIMIT else None


def quoted(passage: Passage, words: str) -> Reply:
    """The reply that is a quotation."""
    text = quote(passage, words)
    return Reply(Kind.ANSWER, text, passages=(passage,))


def quoted_together(excerpts: Sequence[Excerpt], *, beside: bool) -> Reply:
    """The reply that quotes several excerpts, with a mark for what is left out between them where they are not `beside`
    each other."""
    parts = [quoted(one.passage, one.words).headline for one in excerpts]
    text = joined("" if beside else say("text.omitted"), parts)
    return Reply(Kind.ANSWER, text, passages=tuple(one.passage for one in excerpts))


def _by_literal(question: Question, retriever: Retriever) -> Reply | None:
    """The clause that the question's own number stands in, with the words around it."""
    letters = letters_meant(question, retriever)
    found: list[Passage] = []
    for literal in question.literals:
        found += retriever.library.containing(literal.raw, letters)
    pages_said = [one for one in found if one.kind is not PassageKind.HEADING]
    covered = [one for one in pages_said if not _missing(one, question, retriever)]
    if not covered:
        return None
    words = tidy(covered[0].text)
    return quoted(
        covered[0], excerpt(words, question.runs, retriever) if question.runs else _around(words, question)
    )


def _missing(passage: Passage, question: Question, retriever: Retriever) -> bool:
    layers = layers_of(passage, retriever)
    return any(
        cover(run.words, layers, retriever.lexicon).missing(retriever.lexicon, run.terms)
        for run in question.runs
    )


def _around(words: str, question: Question) -> str:
    """At most LIMIT characters of a sentence around the number asked about."""
    if len(words) <= LIMIT:
        return words
    place = words.find(tidy(question.literals[0].raw))
    start = max(words.rfind(mark, 0, place) for mark in ",，;；、")
    return words[start + 1 : start + 1 + LIMIT]


def _numbered(question: Question, retriever: Retriever) -> list[list[Passage]]:
    """Runs of passages of one section that number their points."""
    groups: dict[tuple[str, tuple[str, ...]], list[Passage]] = {}
    for passage in passages_asked(question, retriever):
        if POINT.search(passage.text) or POINT.search("".join(passage.section[1:])):
            groups.setdefault((passage.letter, passage.section[:1]), []).append(passage)
    if not question.wants("trouble"):
        return list(groups.values())
    troubles = retriever.lexicon.markers["trouble_section"]
    return [
        group for (_, section), group in groups.items() if any(word in "".join(section) for word in troubles)
    ]
