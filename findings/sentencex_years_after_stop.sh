#!/usr/bin/env bash
# sentencex 1.0.32 with "zh": neither 。 nor ！ ends a sentence where a digit follows, and most sentences of a report begin with a year:
# two periods and their figures become one sentence. Where a Chinese character follows it ends one.
# Seen: 2023年产值40.1亿元。2024年产值45.6亿元。 is one sentence; with 去年 and 今年 it is two.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sentencex==1.0.32
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from sentencex import segment

for text, expected in (
    ("2023年产值40.1亿元。2024年产值45.6亿元。", 1),
    ("感谢支持！2024年产值45.6亿元。", 1),
    ("去年产值40.1亿元。今年产值45.6亿元。", 2),
    ("感谢支持！今年产值45.6亿元。", 2),
):
    same(text, len(list(segment("zh", text))), expected)
PY
