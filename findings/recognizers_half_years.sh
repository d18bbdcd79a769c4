#!/usr/bin/env bash
# recognizers-text-suite 1.0.2a2 (Chinese): 上半年 (the first half of this year) is the whole of last year, for 今年上半年
# (this year's first half) too, and 下半年 is the whole of next year: 上 and 下 are read as last and next.
# Also the minus of 负百分之二点七 is lost, 2.7%, while -2.7% keeps it.
# Seen on 10 March 2025: 今年上半年 -> 2024-01-01 to 2025-01-01, 下半年 -> 2026-01-01 to 2027-01-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "setuptools<81" emoji==1.7.0 recognizers-text-suite==1.0.2a2
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from datetime import datetime

from recognizers_date_time import recognize_datetime
from recognizers_number import Culture, recognize_percentage

for words, first, last in (
    ("上半年", "2024-01-01", "2025-01-01"),
    ("今年上半年", "2024-01-01", "2025-01-01"),
    ("下半年", "2026-01-01", "2027-01-01"),
    ("2024年6月", "2024-06-01", "2024-07-01"),
):
    (found,) = recognize_datetime(words, Culture.Chinese, reference=datetime(2025, 3, 10))
    (value,) = found.resolution["values"]
    same(words, (found.text, value["start"], value["end"]), (words, first, last))
for words, expected in (("负百分之二点七", "2.7%"), ("-2.7%", "-2.7%")):
    (found,) = recognize_percentage(words, Culture.Chinese)
    same(words, found.resolution["value"], expected)
PY
