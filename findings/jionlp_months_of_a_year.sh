#!/usr/bin/env bash
# jionlp 1.5.31, parse_time(): 2024年1-6月, the period of every half-year figure, is the whole of 2024, and 1-6月 without
# the year is the sixth of January; both are called accurate. 上半年 and 前6个月, which say the same, end on 30 June.
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


import time

import jionlp

base = time.mktime((2025, 3, 10, 0, 0, 0, 0, 0, -1))
for words, first, last in (
    ("2024年1-6月", "2024-01-01", "2024-12-31"),
    ("2024年1月至6月", "2024-01-01", "2024-01-31"),
    ("1-6月", "2025-01-06", "2025-01-06"),
    ("2024年上半年", "2024-01-01", "2024-06-30"),
    ("2024年前6个月", "2024-01-01", "2024-06-30"),
):
    found = jionlp.parse_time(words, time_base=base)
    same(words, [day[:10] for day in found["time"]], [first, last])
same("2024年1-6月", jionlp.parse_time("2024年1-6月", time_base=base)["definition"], "accurate")
PY
