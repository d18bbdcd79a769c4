"""What was found in an uploaded file, and what the journal says, as messages to an administrator."""

from collections.abc import Iterator

from bot.messages.render import LIMIT
from bot.messages.richtext import BOLD, DOUBT, LONG_QUOTE, Run, html, pieces
from bot.messages.tree import day
from bot.service.journal.stats import Stats
from bot.service.views.lines import lines
from bot.speech import Speech
from corpus.amounts.broken import printed
from corpus.letter import Letter
from corpus.reading import Reading

_SHOWN = 8  # lines of figures
_READ = 1500  # characters of what was recognised


def findings(reading: Reading, ask: str, speech: Speech) -> str:
    """Title, number, date, how many passages, figures and remarks, the first figures; and what is to be decided."""
    letter = reading.letter
    known = {
        "finding-number": letter.number,
        "finding-issuer": letter.issuer,
        "finding-place": letter.place,
        "finding-date": day(letter.dated, speech) if letter.dated else "",
    }
    runs = [Run(letter.title or letter.id, (BOLD,)), Run("\n")]
    runs += [
        Run(f"{speech.say(name)}{value or speech.say('finding-none')}\n") for name, value in known.items()
    ]
    counts = speech.say(
        "letter-counts",
        passages=str(len(reading.passages)),
        figures=str(len(reading.figures)),
        remarks=str(len(reading.remarks)),
    )
    runs.append(Run(f"{counts}\n\n"))
    runs += _recognised(letter, speech)
    runs += [Run(f"• {line.named(letter.place)} {line.text}\n") for line in lines(reading.figures)[:_SHOWN]]
    runs += [Run(f"⚠️ {remark.text}\n") for remark in reading.remarks]
    runs += [Run(f"⚠️ {speech.own(line)}\n") for line in reading.unread]
    runs.append(Run(f"\n{ask}"))
    return html(pieces(tuple(runs), LIMIT)[0])


def _recognised(letter: Letter, speech: Speech) -> Iterator[Run]:
    """The beginning of what was read in pictures, figures that may be others marked."""
    if not letter.scanned:
        return
    text = printed(letter.text)
    place, end = 0, min(len(text), _READ)
    for start, stop in sorted(span for one in letter.scanned for span in one.unsure):
        if place <= start and stop <= end:
            yield Run(text[place:start], (LONG_QUOTE,))
            yield Run(text[start:stop], (LONG_QUOTE, DOUBT))
            place = stop
    yield Run(text[place:end] + ("……" if end < len(text) else ""), (LONG_QUOTE,))
    count = sum(len(one.unsure) for one in letter.scanned)
    yield Run("\n" + (speech.say("finding-doubtful", count=str(count)) + "\n" if count else ""))


def stats_text(stats: Stats, speech: Speech) -> str:
    """The counts, and the questions that were most often not answered."""
    runs = [
        Run(
            speech.say(
                "stats",
                questions=str(stats.questions),
                answered=str(stats.answered),
                refused=str(stats.refused),
                people=str(stats.people),
                good=str(stats.good),
                bad=str(stats.bad),
                slowest=f"{stats.slowest:.0f}",
            )
        )
    ]
    if stats.wrong:
        said = "，".join(f"{speech.say(f'wrong-{reason}')} {times}" for reason, times in stats.wrong.items())
        runs.append(Run(f"\n{speech.say('stats-wrong')}{said}"))
    if stats.slowest_question:
        runs.append(Run(f"\n{speech.say('stats-slowest')}{stats.slowest_question}"))
    if stats.unanswered:
        runs.append(Run(f"\n\n{speech.say('stats-unanswered')}", (BOLD,)))
        runs += [Run(f"\n{often.times} × {often.question}") for often in stats.unanswered]
    return html(pieces(tuple(runs), LIMIT)[0])
