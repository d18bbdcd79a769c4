"""Whether something has the rank that a question claims for it: 制造业投资是全市第一吗."""

from bot.answer import Kind
from bot.matching.query import Query, queries
from bot.matching.retriever import Retriever
from bot.operations.figures.denial import where_said
from bot.phrasing.headline import Named, headline
from bot.phrasing.phrase import told
from bot.phrasing.reply import Reply
from bot.understanding.question import NOTHING, Question
from bot.wording import say
from corpus.amounts.numeral import parse
from corpus.compiled import compiled
from corpus.figure import Measure
from corpus.runtime.replace import replace

# What is claimed, within which larger place; and that it is asked whether it is so.
_CLAIMED = compiled(
    r"(?:全[市省国县区州盟]|全[一-鿿]{2,3}?(?=头|第|最|排)|[市省国县区州]里)[^,，。;；?？]{0,6}?"
    r"(?:排名?|位列|位居|居|列)?(?:第(?P<nth>[一二三四五六七八九十]|\d{1,2})|头名|头一名|榜首|首位|前(?P<top>[二三四五六七八九十]|\d{1,2})名?)"
)
_RANKED = compiled(r"排名|排在|[位居列]第|[位居列]全|首位|榜首|领跑|领先|第[一二三四五六七八九十\d]+位")
_ASKED = compiled(r"[对是好]伐|对哇|吗|么|对不对|对吗|是不是|是否|属实|没错|有没有|真的|不$")


def standing(question: Question, retriever: Retriever) -> Reply | None:
    """The printed rank, and whether it is the one claimed; None where none is claimed, or no letter prints one."""
    match = _CLAIMED.search(question.text)
    if match is None or not _ASKED.search(question.text):
        return None
    # The claim is none of the words that the thing is called by.
    runs = tuple(run for run in question.runs if run.asked not in match.group())
    query = replace(queries(question)[0], runs=runs, measure=Measure.RANK, place="", asked=NOTHING)
    finding = retriever.finding(query)
    if not runs:
        return None
    if not finding.met:
        return _without_rank(replace(query, measure=None), match.group(), retriever)
    statement = retriever.statement(finding.matches[0], finding.query)
    printed = statement.chief.quantity.value
    top = match["top"]
    right = printed <= parse(top) if top else printed == (parse(match["nth"]) if match["nth"] else 1)
    text = headline(say("check.right" if right else "check.wrong"), body=told([statement]))
    return Reply(Kind.ANSWER, text, statement.figures, (statement.passage,), checked=True)


def _without_rank(query: Query, claim: str, retriever: Retriever) -> Reply | None:
    """That no letter says how a thing that it has figures of ranks in a larger place; None for another thing, or for all of
    the letter's own place, where it may be the first of those beside it."""
    best = retriever.finding(query).best
    if best is None or not best.meets or best.card.letter.place.endswith(claim[:2][-1]):
        return None
    # A rank may be told in words that are read as no figure.
    said = (
        one.text
        for name in {best.figure.name, best.figure.subject} - {""}
        for one in where_said(name, retriever)
    )
    if any(map(_RANKED.search, said)):
        return None
    text = headline(say("refuse.rank"), name=Named(best.figure))
    return Reply(
        Kind.NOT_FOUND,
        text,
        passages=(retriever.passage_of(best.figure),),
        way="refusal.slot",
        checked=True,
    )
