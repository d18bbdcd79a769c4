#!/usr/bin/env bash
# chinese2digits 6.0.2, takeNumberFromString(): a plan's name is added up, 十三五 (the thirteenth five-year plan) is 45 and
# 十四五 is 55; and the 千 of a unit multiplies the number wrongly: 5600万千瓦时 is ten times, 500万千瓦 also.
# Seen: 5600万千瓦时 -> 560000000000瓦时 (it is 56000000000), 500万千瓦 -> 50000000000瓦 (it is 5000000000), while 5600千瓦时 is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check chinese2digits==6.0.2
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import chinese2digits

for words, expected in (
    ("“十三五”期间", "“45”期间"),
    ("十四五规划", "55规划"),
    ("十五项", "15项"),
    ("5600万千瓦时", "560000000000瓦时"),
    ("500万千瓦", "50000000000瓦"),
    ("5600千瓦时", "5600000瓦时"),
):
    same(words, chinese2digits.takeNumberFromString(words)["replacedText"], expected)
PY
