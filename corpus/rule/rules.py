"""The rules of a letter: what its policies give, read from sentences and tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from corpus.amounts.quantity import Quantity
from corpus.compiled import compiled
from corpus.letter import Letter
from corpus.passage import Kind, Passage
from corpus.rule.grid import rules_of_table, tables
from corpus.rule.marked import Marked, marked
from corpus.rule.placed import Role
from corpus.rule.role import placed
from corpus.rule.rule import Rule, Sort
from corpus.rule.sentence import rules_of
from corpus.rule.slots.caps import cap_alone
from corpus.rule.slots.condition import of
from corpus.rule.slots.inherited import inherited
from corpus.rule.slots.lasting import later
from corpus.rule.slots.series import in_series
from corpus.rule.words import words
from corpus.runtime.replace import replace
from corpus.texts.text import fold, plain, tidy

# Where each article begins, and what it is called: 第三条.
Articles = tuple[tuple[int, str], ...]
# Without one of these nothing is given: most sentences need not be read.
_MAY_GIVE = compiled(
    "[奖补贴助给予]|每人每[年月]|[A-F]类|扶持|标准|最高|最多|最长|不超|不得超|以内|封顶|上限"
)
_PART, _BRACKET = compiled("[^;；。]+"), compiled("[（(]([^（）()]{12,})[)）]")
_NOTHING = Quantity(Decimal(0), "", "", 0, 0)


def rules(letter: Letter, passages: Sequence[Passage]) -> tuple[Rule, ...]:
    """The rules in the order of the text."""
    known = _articles(letter.text)
    found = [*_of_sentences(letter, passages, known), *_of_tables(letter, passages, known)]
    return in_series(sorted(found, key=lambda rule: rule.amount.start))


def _of_tables(letter: Letter, passages: Sequence[Passage], known: Articles) -> Iterator[Rule]:
    """The rules of the tables under a title or a lead that tells of awards: in a policy, elsewhere of their standards."""
    told = words().tables if known or is_policy(letter) else words().standards
    for head, rows in tables(passages):
        above = "".join((*rows[0].section, letter.title, head.text if head else ""))
        if told.search(plain(above)):
            lead = tidy(head.text) if head else ""
            found = list(rules_of_table(head, rows, _blank(letter, rows[0], known, lead)))
            for passage in _behind(rows[-1], passages):
                found = later(found, passage.text, passage.id)
            yield from found


def _behind(row: Passage, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The sentences of the paragraph right behind a table."""
    after = [one for one in passages if one.start > row.start and one.section == row.section]
    first = after[0].paragraph if after else 0
    return (one for one in after if one.paragraph == first and one.kind is Kind.SENTENCE)


def _of_sentences(letter: Letter, passages: Sequence[Passage], known: Articles) -> Iterator[Rule]:
    lead, name = "", ""
    made: list[Rule] = []
    paragraph = -1
    of_policy = is_policy(letter)
    of_accounts = bool(words().accounts.search(letter.title)) and not of_policy
    for passage in passages:
        if passage.paragraph != paragraph:
            yield from made
            made, paragraph = [], passage.paragraph
        leads, ends = passage.text.endswith((":", "：")), passage.text.endswith("。")
        if passage.kind is not Kind.SENTENCE:
            lead = name = ""
        elif leads or _MAY_GIVE.search(passage.text):
            sentence = marked(passage.text, passage.start)
            cap = cap_alone(sentence, passage.id)
            made = later(made, passage.text, passage.id)
            if cap and made:
                made = [
                    rule if rule.cap or rule.sort is Sort.LIMIT else replace(rule, cap=cap) for rule in made
                ]
            elif _is_rule(sentence.text, fold(passage.text).text, lead, of_policy=of_policy) and not (
                of_accounts and not words().apiece.search(fold(passage.text).text)
            ):
                made += inherited(rules_of(sentence, _blank(letter, passage, known, lead)), name)
            elif not (of_policy or of_accounts):
                for part in _parts(passage):
                    made += rules_of(part, _blank(letter, passage, known, lead))
            lead, name = (tidy(passage.text), _measured(sentence)) if leads else (lead, name)
        if ends:
            lead = name = ""
    yield from made


def _parts(passage: Passage) -> Iterator[Marked]:
    """The parts and brackets of a report's sentence that are rules by themselves, beside what was done:
    发放补贴286万元(水稻30亩以上,每亩补100元;100亩以上,每亩补130元).
    """
    text = passage.text
    inside = [match.span(1) for match in _BRACKET.finditer(text)]
    outside = [
        match.span() for match in _PART.finditer(_BRACKET.sub(lambda one: "\x00" * len(one.group()), text))
    ]
    for start, end in (*inside, *outside):
        piece = text[start:end]
        if "\x00" in piece or not words().bounded.search(fold(piece).text):
            continue
        if not words().done.search(plain(piece)):
            yield marked(piece, passage.start + start)


def _measured(sentence: Marked) -> str:
    """What the line that leads a list in measures: 连片面积 of 连片面积50亩以上的种粮大户:."""
    known = placed(sentence)
    ends = [one for one in known if one.role is not Role.NONE] or known
    return of(ends[0], sentence) if ends else ""


def _is_rule(text: str, printed: str, lead: str, *, of_policy: bool) -> bool:
    """Whether a sentence is one of rules: all of a policy, elsewhere what says so by its form and is not done yet."""
    known = words()
    if of_policy:
        return not known.never.search(text)
    formed = known.rule.search(text) or known.bounded.search(printed) or lead.endswith(("的:", "的："))
    return bool(formed) and not known.done.search(text)


@lru_cache(maxsize=1)  # asked more than once as a letter is read
def is_policy(letter: Letter) -> bool:
    """Whether a document is one of rules by its title or by what it says of itself, and no report on them."""
    known, title = words(), letter.title
    if known.reports.search(title):
        return False
    return bool(
        known.policies.search(title)
        or known.announces.search(letter.text)
        or known.itself.search(plain(letter.text))
    )


def _blank(letter: Letter, passage: Passage, known: Articles, lead: str) -> Rule:
    """A rule that says no more than where it stands: the article, else the heading right above it."""
    before = [name for start, name in known if start < passage.end]
    where = before[-1] if before else (passage.section or ("",))[-1]
    return Rule(letter.id, passage.id, where, "", Sort.FIXED, _NOTHING, "", head=lead)


def _articles(text: str) -> Articles:
    return tuple((match.start(1), tidy(match[1])) for match in words().article.finditer(text))
