#!/usr/bin/env bash
# bm25s 0.3.16: its Chinese stop words (stopwords="zh") take one side of a comparison: 上升 (rose), 今年 (this year), 最高 (highest) and
# 扩大 (widened) are dropped, 下降, 去年, 最低 and 缩小 are kept; 安全, 完成 and 不足 are dropped too.
# Seen: a search for 最高 scores 0 in the passage that has it, one for 最低 finds its own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bm25s==0.3.16
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import bm25s


def cut(words, stopwords):
    return bm25s.tokenize([words], stopwords=stopwords, return_ids=False, show_progress=False)[0]


same("rise", cut("今年 失业率 上升 降幅 扩大 最高 安全 生产 完成 不足", "zh"), ["失业率", "降幅", "生产"])
same("fall", cut("去年 失业率 下降 降幅 缩小 最低", "zh"), ["去年", "失业率", "下降", "降幅", "缩小", "最低"])
passages = ["全县 气温 最高 的 乡镇", "全县 气温 最低 的 乡镇"]
index = bm25s.BM25()
index.index(bm25s.tokenize(passages, stopwords="zh", show_progress=False), show_progress=False)
for words, expected in (("最高", [False, False]), ("最低", [False, True])):
    found = index.retrieve([cut(words, "zh")], k=2, sorted=True, show_progress=False)
    scores = dict(zip(found.documents[0].tolist(), found.scores[0].tolist()))
    same(words, [scores[place] > 0 for place in range(2)], expected)
PY
