#!/usr/bin/env bash
# semchunk 4.1.1 and llama-index-core 0.14.25 (SentenceSplitter): in Chinese text the decimal point ends a piece. semchunk takes it before 。, so that
# every cut falls inside a figure; LlamaIndex cuts at both, and where a piece is full decides. What stands in the next piece is another figure.
# Seen: 增长5. | 1%。其中…增加值1011. | 5亿元 by semchunk at each size tried, though 。 and ； stand near each cut; 增加值123. | 4亿元 by LlamaIndex.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check semchunk==4.1.1 llama-index-core==0.14.25
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import re

from llama_index.core.node_parser import SentenceSplitter
from semchunk import chunk

TEXT = (
    "2024年全市实现地区生产总值2134.9亿元，按可比价格计算比上年增长5.1%。其中第一产业增加值123.4亿元，增长3.3%；"
    "第二产业增加值1011.5亿元，增长5.6%；第三产业增加值1000.0亿元，增长4.9%。"
    "三次产业结构为5.8:47.4:46.8。全年居民消费价格比上年上涨0.2%。"
)


def cut(pieces):
    """Whether each cut falls at a decimal point."""
    return [bool(re.search(r"\d\.$", piece)) and following[0].isdigit() for piece, following in zip(pieces, pieces[1:], strict=False)]


for size, cuts in ((40, 4), (60, 2), (100, 1)):
    pieces = chunk(TEXT, size, len)
    same(f"semchunk, {size} characters", cut(pieces), [True] * cuts)
    print("   ", " | ".join(pieces))
pieces = SentenceSplitter(chunk_size=60, chunk_overlap=0, tokenizer=list).split_text(TEXT)
print("   ", " | ".join(pieces))
same("LlamaIndex, 60 characters", cut(pieces), [True, False])
PY
