"""The score of quotations learned: a ranker of sentences, how likely the first answers, and how likely the first two do."""

from collections.abc import Mapping, Sequence

from bot.answering.candidate import Candidate, of_sentence
from bot.evaluate import folded, says
from bot.scoring.examples import Sentences
from bot.scoring.features.evidence import Evidence
from bot.scoring.learning import DEEP, SHALLOW, TREES, UNSEEN, Examples, apart, card
from bot.scoring.quoting import best_of, first
from bot.scoring.together import pair

# The likeliest sentence is shown as the closest there is where a word of the question stands nowhere, and else, from
# these on: of those so likely that nothing else was told, two in five have the answer.
_LIKELY, _CLOSEST = 0.3, 0.2
# Two sentences are told together from here on where nothing else is: of those so likely four in five have the answer.
_BOTH = 0.67
# A candidate with whether it is right.
Right = tuple[Candidate, bool]


def quotations(
    quotable: Sequence[Sentences | None],
) -> tuple[str, list[Right | None], list[Mapping[str, float]]]:
    """The file of the score of quotations: a ranker of sentences, how likely its first one answers, and its first two.

    Beside it the first one of each question, and the log-odds of each passage, by models that have not seen its document.
    """
    found = [one for one in quotable if one]
    ranked = Examples(
        [one for each in found for one in each.evidence],
        [one for each in found for one in each.expected],
        [each.document for each in found for _ in each.evidence],
        [1 / len(each.evidence) for each in found for _ in each.evidence],
        DEEP,
    )
    odds = apart(ranked.unseen(odds=True), [len(each.evidence) for each in found])
    firsts = [first(each.excerpts, each.evidence, own) for each, own in zip(found, odds, strict=True)]
    decided = Examples(
        [evidence for _, evidence in firsts],
        [each.right[best] for each, (best, _) in zip(found, firsts, strict=True)],
        [each.document for each in found],
        [1.0 for _ in found],
        SHALLOW,
    )
    unseen = [float(score) for score in decided.unseen()]
    scored = zip(found, unseen, decided.right, strict=True)
    together = _together(found, odds, firsts, unseen)
    text = "\n".join(
        [
            f"{TREES}: of the ranker",
            "# for a sentence that has the expected passage, of the decision for its first one being an answer, of both together.",
            f"# From {len(ranked.evidence)} sentences for {len(found)} questions about {len(set(decided.documents))} documents.",
            f"{UNSEEN} quotations by score, how many answer.",
            *card((score, right) for each, score, right in scored if each.calibrates),
            f"both = {_BOTH}",
            f"likely = {_LIKELY}",
            f"closest = {_CLOSEST}",
            *ranked.model("ranker"),
            *decided.model("decision"),
            *together.model("together"),
        ]
    )
    quotes = (
        (of_sentence(each.item.question, each.excerpts[best], score, evidence), each.right[best])
        for each, (best, evidence), score in zip(found, firsts, unseen, strict=True)
    )
    passages = (
        best_of((one.passage.id for one in each.excerpts), own) for each, own in zip(found, odds, strict=True)
    )
    return (
        text,
        [next(quotes) if one else None for one in quotable],
        [next(passages) if one else {} for one in quotable],
    )


def _together(
    found: Sequence[Sentences],
    odds: Sequence[Sequence[float]],
    firsts: Sequence[tuple[int, Evidence]],
    scores: Sequence[float],
) -> Examples:
    """Examples of the two likeliest sentences of each question, as models rank and score them that have not seen its document."""
    rows = [
        (two.evidence, _says(one, "".join(each.words for each in two.excerpts)), one.document)
        for one, own, (best, chief), score in zip(found, odds, firsts, scores, strict=True)
        if (two := pair(one.excerpts, one.evidence, own, best, chief, score))
    ]
    evidence, right, documents = zip(*rows, strict=True)
    return Examples(evidence, right, documents, [1.0 for _ in rows], SHALLOW)


def _says(asked: Sentences, text: str) -> bool:
    return not asked.item.abstain and says(asked.item, folded(text))
