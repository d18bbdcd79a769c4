#!/usr/bin/env bash
# xlsx2csv 0.8.6: a number whose format has a unit in quotes with a Latin d, h, m, s or y in it is written as the format itself, with pieces of
# a date for those letters: the number is gone and another stands there. With a Chinese unit (0.0"户") the number is kept.
# Seen for 45000.5: 0" hm²" -> 0" 1203²", #,##0"m²" -> #,##0"03²", 0.0"d" -> 0.0"15", 0.0"户" -> 45000.5000.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsx2csv==0.8.6
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import csv

from openpyxl import Workbook
from xlsx2csv import Xlsx2csv

formats = {'0" hm²"': '0" 1203²"', '#,##0"m²"': '#,##0"03²"', '0.0"d"': '0.0"15"', '0.0"户"': "45000.5000"}
made = Workbook()
for row, shown in enumerate(formats, 1):
    made.active.cell(row, 1, 45000.5).number_format = shown
made.save("made.xlsx")
Xlsx2csv("made.xlsx", outputencoding="utf-8").convert("made.csv")
with open("made.csv", encoding="utf-8", newline="") as written:
    for (shown, expected), row in zip(formats.items(), csv.reader(written)):
        same(shown, row, [expected])
PY
