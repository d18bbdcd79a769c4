#!/usr/bin/env bash
# jionlp 1.5.31, parse_money(): an amount in digits with two scales counts its first part twice, and calls it accurate:
# 1亿2千万元 (120 million) is 220 million, 12万5千元 is 155000. In Chinese numerals, 一亿二千万元, the same amount is right.
# Seen: 1亿2千万元 -> 220000000.00, 1亿2000万元 -> 220020000.00, 12万5千元 -> 155000.00, 五万三 (53000) -> 50003.00.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jionlp==1.5.31
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import jionlp

for words, expected in (
    ("1亿2千万元", "220000000.00"),
    ("1亿2000万元", "220020000.00"),
    ("12万5千元", "155000.00"),
    ("五万三", "50003.00"),
    ("一亿二千万元", "120000000.00"),
    ("1.2亿元", "120000000.00"),
):
    found = jionlp.parse_money(words)
    same(words, (found["num"], found["definition"]), (expected, "accurate"))
PY
