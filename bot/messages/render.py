"""An answer as Telegram messages: headline, quotation with its figures marked, source, remarks."""

from collections.abc import Iterator, Sequence

from bot.answer import Answer
from bot.messages.links import sentence_path
from bot.messages.richtext import BOLD, CODE, LONG_QUOTE, PRE, QUOTE, Rich, Run, html, link, merged, pieces
from bot.messages.tree import Quoted, tree
from bot.speech import Speech

LIMIT = 4096  # telegram.constants.MessageLimit.MAX_TEXT_LENGTH, not imported: a terminal needs no Telegram
_LONG = 160  # characters; a longer quotation is folded until it is tapped
_BREAK = (Run("\n"),)


def messages(
    answer: Answer, speech: Speech, question: str = "", limit: int = LIMIT, pages: str = "", table: str = ""
) -> tuple[str, ...]:
    """An answer as HTML messages of at most `limit` UTF-16 units each, the question above it if one is given.

    `pages` is the public address of the web pages, where the sources lead; `table` stands under the headline.
    """
    above = (Run(f"❓ {question}\n\n"),) if question else ()
    return tuple(html(piece) for piece in pieces((*above, *answer_text(answer, speech, pages, table)), limit))


def answer_text(answer: Answer, speech: Speech, pages: str = "", table: str = "") -> Rich:
    """All of an answer but its buttons."""
    told = tree(answer, speech)
    frame = (Run(f"{told.frame}\n"),) if told.frame else ()
    parts: list[Rich] = [(*frame, Run(told.headline, (BOLD,)))]
    if table:
        parts.append((Run(table, (PRE,)),))
    if told.working:
        parts.append((Run(speech.say("working")), Run(told.working, (CODE,))))
    parts += [(*_block(quote), *_BREAK, *_source(quote, pages)) for quote in told.quotes]
    parts += [(Run(f"⚠️ {remark}"),) for remark in told.remarks]
    return merged(tuple(_joined(parts)))


def _block(quote: Quoted) -> Rich:
    """A quotation in a block, the figures of the answer in bold."""
    block = LONG_QUOTE if sum(len(piece.text) for piece in quote.pieces) > _LONG else QUOTE
    return tuple(
        Run(piece.text, (block, BOLD) if piece.figure is not None else (block,)) for piece in quote.pieces
    )


def _source(quote: Quoted, pages: str) -> Rich:
    """—— 椒经科提函〔2024〕45号 · 二、主导行业产值五升一降 · 2024年7月25日, the name a link where there is one."""
    source = quote.source
    url = f"{pages}{sentence_path(quote.quotation)}" if pages else source.url
    after = "".join(f" · {part}" for part in source.rest)
    return (Run("—— "), Run(source.name, (link(url),) if url else ()), Run(after))


def _joined(parts: Sequence[Sequence[Run]]) -> Iterator[Run]:
    for number, part in enumerate(parts):
        if number:
            yield Run("\n\n")
        yield from part
