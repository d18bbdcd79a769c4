#!/usr/bin/env bash
# wetext 0.1.8 (the runtime of WeTextProcessing), operator="tn": a range of two percentages set with the hyphen, the goal of every year's plan, becomes
# a percentage and a negative one, and 5-6% a subtraction. Ranges of amounts and degrees with the same hyphen, and percentages with ~, are read as ranges.
# Seen: 增长5.1%-5.3% -> 增长百分之五点一百分之负五点三, 5-6% -> 五减百分之六; 投资3亿元-5亿元 -> 投资三亿元到五亿元.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wetext==0.1.8
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from wetext import Normalizer

read = Normalizer(lang="zh", operator="tn")
for words, expected in (
    ("增长5.1%-5.3%", "增长百分之五点一百分之负五点三"),
    ("占比20%-30%", "占比百分之二十百分之负三十"),
    ("5-6%", "五减百分之六"),
    ("增长5%~6%", "增长百分之五到百分之六"),
    ("投资3亿元-5亿元", "投资三亿元到五亿元"),
    ("10℃-15℃", "十摄氏度到十五摄氏度"),
):
    same(words, read.normalize(words), expected)
PY
