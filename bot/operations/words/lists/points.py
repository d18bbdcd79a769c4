"""Numbered points of a sentence: 一是 …, 二是 …."""

from collections.abc import Sequence

from bot.phrasing.headline import Headline, quote
from corpus.compiled import compiled
from corpus.passage import Passage
from corpus.texts.text import tidy

# 一是设备老化。 / 二是产业链不够完整, …: a numbered point, up to where its explanation begins.
POINT = compiled(r"[一二三四五六七八九]是([^,，;；。]+)")


def point_heads(passage: Passage) -> Sequence[Headline]:
    """Each point of a passage up to where its explanation begins."""
    words = tidy(passage.text)
    return [quote(passage, match.group()) for match in POINT.finditer(words)]
