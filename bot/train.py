"""`python -m bot.train TRAINING.toml FOLDER`: learns scores from questions with expected answers.

It writes scoring.toml, the score of replies, quoting.toml, that of quotations, pointing.toml, that of figures, and
choosing.toml, what is told of several candidates, into the folder. Needs `pip install '.[train]'`. What is random in it has a
seed: the same data give the same files.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track

from bot.answering.candidate import Candidate, of_figure
from bot.answering.comparison import Comparison
from bot.scoring.examples import Figures, Tried, figures, questions, sentences, tried
from bot.scoring.features.evidence import Evidence
from bot.scoring.features.figures import compared
from bot.scoring.learning import DEEP, SHALLOW, TREES, UNSEEN, Examples, apart, card
from bot.scoring.pointing import foremost
from bot.scoring.quotations import Right, quotations
from bot.scoring.trees import likelihood
from corpus.runtime.replace import replace

# A reply of a lower score is told as the closest there is and not as an answer. Of replies about documents not learned
# from, about one wrong one in six lies below it and one right one in seventeen; from 0.5 to 0.8 two in three are right.
_BOUND = 0.65
# A quotation is what the letter says and can be read as that.
_QUOTATION = 0.4
# The plain reading's reply is told from here on without a look at other candidates.
_SURE = 0.9
# The likeliest candidate is told as the answer from here on: of 5,576 questions about papers not learned from 68.1 % are
# answered rightly and 7.9 % wrongly, from 0.7 on 67.1 and 7.1 %, from 0.75 on 65.9 and 6.4 %.
_TOLD = 0.65
# A sentence where a word of the question stands nowhere is told from here on: at 0.6 the 体育产业 of no letter gets another's.
_DOUBTFUL = 0.67
# Questions about the shipped letter and about several documents in one corpus are few beside those that calibrate.
_FEW = 3


@dataclass(frozen=True)
class Unseen:
    """What models say that have not seen the document asked of: the score of each reply by its identity, and of each
    question the likeliest sentence and figure, None where there is none."""

    scores: Mapping[int, float]
    quotes: Sequence[Right | None]
    points: Sequence[Right | None]


def main(training: Path, folder: Path) -> None:
    """Learns from the sets of a training file and writes the models with their cards."""
    asked = track(questions(training), "questions", console=Console(stderr=True))
    found, quotable, countable = zip(
        *((tried(one), sentences(one), figures(one)) for one in asked), strict=True
    )
    scoring, scores = _scoring(found)
    quoting, quotes, odds = quotations(quotable)
    pointing, points = _pointing(found, countable, odds)
    unseen = Unseen(scores, quotes, points)
    files = {
        "scoring": scoring,
        "quoting": quoting,
        "pointing": pointing,
        "choosing": _choosing(found, unseen),
    }
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def _scoring(found: Sequence[Tried]) -> tuple[str, Mapping[int, float]]:
    """The file of the score of replies; and the score of each by a model that has not seen its document, by identity."""
    rows = [
        (one, each, right)
        for one in found
        for each, right in zip(one.candidates, one.right, strict=True)
        if _is_scored(each)
    ]
    shares = {id(one): sum(map(_is_scored, one.candidates)) for one in found}
    examples = Examples(
        [each.evidence for _, each, _ in rows],
        [right for _, _, right in rows],
        [one.document for one, _, _ in rows],
        [1 / shares[id(one)] for one, _, _ in rows],
        SHALLOW,
    )
    unseen = [float(score) for score in examples.unseen()]
    kept = [(score, right) for (one, _, right), score in zip(rows, unseen, strict=True) if one.calibrates]
    text = "\n".join(
        [
            f"{TREES}.",
            f"# From {len(rows)} replies to questions about {len(set(examples.documents))} documents.",
            f"{UNSEEN} replies by score, how many are right.",
            *card(kept),
            f"bound = {_BOUND}",
            f"quotation = {_QUOTATION}",
            f"sure = {_SURE}",
            *examples.model(),
            "",
        ]
    )
    return text, {id(each): score for (_, each, _), score in zip(rows, unseen, strict=True)}


def _is_scored(candidate: Candidate) -> bool:
    """Whether the score of replies is learned from a candidate: what is asked back and talk have none."""
    return candidate.is_reply and bool(candidate.evidence)


def _pointing(
    asked: Sequence[Tried], countable: Sequence[Figures], odds: Sequence[Mapping[str, float]]
) -> tuple[str, list[Right | None]]:
    """The file of the score of figures; beside it the likeliest one of each question, by models that have not seen its
    document. `odds` are those of each passage."""
    kept = [bool(known) and bool(one.figures) for one, known in zip(countable, odds, strict=True)]
    rows = [
        compared(one.evidence, [known.get(figure.passage, min(known.values())) for figure in one.figures])
        if has
        else []
        for one, known, has in zip(countable, odds, kept, strict=True)
    ]
    found = [row for row in zip(asked, countable, rows, strict=True) if row[2]]
    examples = Examples(
        [each for _, _, own in found for each in own],
        [right for _, one, _ in found for right in one.right],
        [each.document for each, _, own in found for _ in own],
        [1 / len(own) for _, _, own in found for _ in own],
        DEEP,
    )
    unseen = examples.unseen(odds=True)
    scored = zip(unseen, ((right, each) for each, one, _ in found for right in one.right), strict=True)
    text = "\n".join(
        [
            f"{TREES}.",
            f"# From {len(examples.evidence)} figures for {len(found)} questions about {len(set(examples.documents))} documents.",
            f"{UNSEEN} figures by score, how many answer.",
            *card((likelihood(float(value)), right) for value, (right, each) in scored if each.calibrates),
            *examples.model(),
            "",
        ]
    )
    best = (
        _foremost(each, one, own, values)
        for (each, one, own), values in zip(
            found, apart(unseen, [len(own) for *_, own in found]), strict=True
        )
    )
    return text, [next(best) if own else None for own in rows]


def _foremost(asked: Tried, found: Figures, rows: Sequence[Evidence], odds: Sequence[float]) -> Right:
    """The figure of the highest log-odds as a candidate, and whether it is right."""
    best, evidence = foremost(rows, odds)
    by_figure = dict(zip((figure.id for figure in found.figures), odds, strict=True))
    candidate = of_figure(asked.text, found.replies[best], likelihood(odds[best]), evidence, by_figure)
    return candidate, found.right[best]


def _choosing(found: Sequence[Tried], unseen: Unseen) -> str:
    """The file of what is told of several candidates, learned where the plain reading's reply is not sure."""
    rows: list[tuple[Evidence, bool, Tried, float]] = []
    for one, quote, point in zip(found, unseen.quotes, unseen.points, strict=True):
        pairs = _as_unseen(one, quote, point, unseen.scores)
        plain, _ = pairs[0]
        if not plain.sure or plain.is_half(one.text):
            comparison = Comparison(one.text, [each for each, _ in pairs])
            right = {id(each): flag for each, flag in pairs}
            flags = [right[id(each)] for each in comparison.compared]
            rows += [
                (each, flag, one, (1 if one.calibrates else _FEW) / len(flags))
                for each, flag in zip(comparison.evidence, flags, strict=True)
            ]
    examples = Examples(
        [each for each, _, _, _ in rows],
        [flag for _, flag, _, _ in rows],
        [one.document for _, _, one, _ in rows],
        [weight for _, _, _, weight in rows],
        SHALLOW,
    )
    scored = zip(examples.unseen(), rows, strict=True)
    return "\n".join(
        [
            f"{TREES}.",
            f"# From {len(rows)} candidates for questions about {len(set(examples.documents))} documents, none with a sure reply.",
            f"{UNSEEN} candidates by score, how many are right.",
            *card((float(score), flag) for score, (_, flag, one, _) in scored if one.calibrates),
            f"bound = {_TOLD}",
            f"doubtful = {_DOUBTFUL}",
            *examples.model(),
            "",
        ]
    )


def _as_unseen(
    one: Tried, quote: Right | None, point: Right | None, scores: Mapping[int, float]
) -> list[Right]:
    """The candidates for a question as models score them that have not seen its document, each with whether it is right."""
    found: list[Right] = []
    for each, right in zip(one.candidates, one.right, strict=True):
        if each.is_reply or not each.answers:
            found.append((replace(each, probability=scores.get(id(each), each.probability)), right))
        elif each.quotes and quote:
            found.append(quote)
        elif each.points and point:
            found.append(point)
    return found


if __name__ == "__main__":
    if len(sys.argv[1:]) != 2:
        sys.exit("usage: python -m bot.train TRAINING.toml FOLDER")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
