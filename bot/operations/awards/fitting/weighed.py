"""How well a rule is met by what a question asks of policies."""

from collections.abc import Sequence

from bot.matching.retriever import Retriever
from bot.matching.terms.cover import ABOVE, BEFORE, CLAUSE, NAME, SINGLE, Cover, Layers, cover, met
from bot.operations.awards.asked import Asking, content, quiet, spoken
from bot.operations.awards.fitting.fit import has_grade, is_per, measures, of_years, per_unit
from bot.operations.awards.fitting.meant import is_of_other_member, of_class
from bot.phrasing.text import paragraph
from corpus.compiled import compiled
from corpus.rule.placed import is_money
from corpus.rule.rule import Rule, Sort
from corpus.rule.words import grade_spans
from corpus.texts.text import plain

# So much of a question's content has to be met.
_LEAST = 0.6
# What an amount adds that the rule measures, and a grade that the rule is of.
_MEASURED, _GRADED = 0.25, 0.25
_SOFT = 0.12
# What all of the question's text adds that the rule's own words have.
_TEXT = 0.1
# What a rule's own words add where the question says all of them.
_OWN = 0.2
# What a character counts that is met in the line or heading right above.
_OVER = 0.7
# On top of another award: asked for only where the question says so.
_MORE = 0.25
_ADDED = compiled("再|另[外给加]|加补|追加")
# A word of the question that another award of the sentence has of its own, and this one has not (津贴, 安家).
_SIBLING = 0.1
# The years, the rhythm or the article that the question names are the award's own.
_NAMED = 0.1
# A piece so long tells one award of a list from another.
_TELLS = 3
# A long note in brackets says when a rule is left out, not for whom it is.
_ASIDE = compiled(r"[（(][^（）()]{12,}[）)]")
# A limit answers only where the most is asked for.
_LIMIT = 0.15


def weight(rule: Rule, asking: Asking, retriever: Retriever) -> float | None:
    """How well a rule is met, about 1 for all words; None where it is for others than the question says, or hardly met."""
    if not is_for(rule, asking, retriever) or is_of_other_member(rule, asking, retriever):
        return None
    layers = _layers(rule, asking, retriever)
    if any(cover(name, layers, retriever.lexicon).share < _LEAST for name in asking.strange):
        return None
    share = _share(rule, asking, layers, retriever)
    if share is None:
        return None
    own = retriever.lexicon.canonical(quiet(plain(rule.whom.replace(" ", ""))))
    score = share + (_OWN * met(own, "".join(asking.words), retriever.lexicon) if own else 0.0)
    score += _TEXT * cover(asking.text, layers[:2], retriever.lexicon).share
    score += _SOFT * sum(word in layers[0][0] for word in asking.soft)
    if _is_of_sibling(rule, asking, layers[0][0], retriever):
        score -= _SIBLING
    return score + of_case(rule, asking) + of_kind(rule, asking, retriever)


def said(rule: Rule, asking: Asking, retriever: Retriever) -> str:
    """A rule's own words, those it shares, its head and its sentence."""
    return "\n".join(text for text, _ in _layers(rule, asking, retriever)[:4])


def tells_apart(rule: Rule, other: Rule, asking: Asking, retriever: Retriever) -> bool:
    """Whether a rule has a piece of the question in its own words (单项冠军) and the other names something else."""
    whom = plain(other.whom)
    spans = grade_spans(whom)
    # 国家级 of 国家级、省级技术中心 names nothing of its own.
    if not spans or len(whom) - spans[-1][1] < _TELLS:
        return False
    ours, theirs = (_layers(one, asking, retriever)[:1] for one in (rule, other))
    for words in asking.words:
        own, others = cover(words, ours, retriever.lexicon), cover(words, theirs, retriever.lexicon)
        gaps = "".join(
            letter if first and not second else "\x00"
            for letter, first, second in zip(words, own.weights, others.weights, strict=True)
        )
        if any(len(piece) >= _TELLS for piece in gaps.split("\x00")):
            return True
    return False


def met_whole(rule: Rule, asking: Asking, retriever: Retriever) -> bool:
    """Whether a rule meets every word of the question whole: 陆上风电 is not met by 海上风电."""
    layers = _layers(rule, asking, retriever)
    covers = [cover(words, layers, retriever.lexicon) for words in asking.words]
    return bool(covers or asking.grades) and not any(
        one.missing(retriever.lexicon) or one.cut_words for one in covers
    )


def runs_met(rule: Rule, asking: Asking, retriever: Retriever) -> bool:
    """Whether a rule and what stands around it say each thing that a question which goes on names: 学校屋顶那种呢."""
    layers = _layers(rule, asking, retriever)
    words = content((run.asked for run in asking.question.runs), retriever.lexicon)
    return not any(cover(one, layers, retriever.lexicon).missing(retriever.lexicon) for one in words)


def is_for(rule: Rule, asking: Asking, retriever: Retriever) -> bool:
    """Whether a rule may be for the grades, the years and the unit that the question names; a time is where one is asked for."""
    return (
        all(has_grade(rule, grade) for grade in asking.grades)
        and of_years(rule, asking.case.years)
        and is_per(rule, per_unit(asking.question.text))
        and of_class(rule, asking)
        and (asking.lasts or asking.case.months > 0 or retriever.lexicon.kind(rule.amount.unit) != "time")
    )


def _share(rule: Rule, asking: Asking, layers: Layers, retriever: Retriever) -> float | None:
    """How far the words of the question are met, None where too little is, or there is nothing to meet."""
    covers = [cover(words, layers, retriever.lexicon) for words in asking.words]
    letters = sum(len(one.words) for one in covers)
    if not letters:
        counted = [one for one in asking.amounts if one.unit and not is_money(one.unit)]
        return 0.0 if asking.grades or any(measures(rule, one) for one in counted) else None
    told = sum(weight > SINGLE for one in covers for weight in one.weights)
    # A grade that is met tells as much as a word of two characters.
    graded = 2 * len(asking.grades)
    if (told + graded) / (letters + graded) < _LEAST or _is_of_absent(rule, covers, asking, retriever):
        return None
    return sum(one.share * len(one.words) for one in covers) / letters


def _is_of_absent(rule: Rule, covers: Sequence[Cover], asking: Asking, retriever: Retriever) -> bool:
    """Whether little of the question stands in the rule's own sentence and a word of it nowhere in its letter.

    旅游厕所建设 is not met by 民宿建设 under a heading of 旅游.
    """
    missing = [piece for one in covers for piece in one.missing(retriever.lexicon) if piece != one.words]
    weights = [weight for one in covers for weight in one.weights]
    near = sum(weight > SINGLE and weight not in (_OVER, ABOVE) for weight in weights)
    if not missing or near >= _LEAST * len(weights) or any(measures(rule, one) for one in asking.amounts):
        return False
    text = retriever.lexicon.canonical(spoken(plain(retriever.library.letters[rule.letter].text)))
    return any(piece not in text for piece in missing)


def of_case(rule: Rule, asking: Asking) -> float:
    """What the person's amounts, grades, years, rhythm and article add."""
    exact = bool(asking.grades) and set(asking.grades) <= set(rule.grades)
    score = _GRADED if exact else 0.0
    if asking.amounts:
        fits = sum(measures(rule, amount) for amount in asking.amounts)
        score += _MEASURED * fits / len(asking.amounts)
    named = (
        bool(rule.rhythm) and rule.rhythm in asking.rhythm,
        bool(rule.article) and rule.article in asking.question.text,
        bool(rule.years and asking.case.years),
    )
    return score + _NAMED * sum(named)


def of_kind(rule: Rule, asking: Asking, retriever: Retriever) -> float:
    """What the kind of award adds or takes: limits, what comes on top, times and counts."""
    score = 0.0
    if rule.sort is Sort.LIMIT or (rule.cap and asking.most):
        score += _LIMIT if asking.most else -_LIMIT
    if _ADDED.search(rule.whom) and not _ADDED.search(asking.question.text):
        score -= _MORE
    kind = retriever.lexicon.kind(rule.amount.unit)
    if asking.kind != "time" and kind == "time":
        score -= _LIMIT
    if asking.kind in {"time", "count"} and not asking.amounts:
        score += _LIMIT if kind == asking.kind else -_LIMIT
    return score


def _is_of_sibling(rule: Rule, asking: Asking, own: str, retriever: Retriever) -> bool:
    """Whether a word of the question stands in the clause of another award of the sentence alone."""
    others = [
        retriever.lexicon.canonical(spoken(plain(other.clause)))
        for other in retriever.library.rules([rule.letter])
        if other.passage == rule.passage and other.series != rule.series and other.clause
    ]
    return any(
        word not in own and word not in rule.beside and any(word in other for other in others)
        for word in asking.words
    )


def _layers(rule: Rule, asking: Asking, retriever: Retriever) -> Layers:
    """A rule's own words, those it shares, its sentence's, its paragraph's and those above it."""
    passage = retriever.library.passage(rule.passage)
    before = "".join(one.text for one in paragraph(passage, retriever) if one.start < passage.start)
    of = "".join(one.of for one in rule.conditions)
    cap = rule.cap.words if rule.cap and asking.most else ""
    clause = _ASIDE.sub("", rule.clause)
    texts = (
        (f"{_ASIDE.sub('', rule.whom)}\n{clause}\n{rule.name}\n{of}\n{cap}", NAME),
        (rule.beside, CLAUSE),
        ("\n".join((rule.head, *passage.section)), _OVER),
        (passage.text, BEFORE),
        (before + retriever.library.letters[rule.letter].title, ABOVE),
    )
    return tuple((retriever.lexicon.canonical(spoken(plain(text))), weight) for text, weight in texts)
