#!/usr/bin/env bash
# excelize 0.1.0 (the Python build of the Go library), get_rows(): conditions in a number format are not looked at; every positive number takes the first
# section, and zero too. By [>=60]"合格";[<60]"不合格", which shows marks as passed and failed in Excel, 50 has passed.
# Seen: 50 -> 合格, 2 by [=1]"男";[=2]"女" -> 男 (it is 女), 0 by [=1]"是";[=0]"否" -> 是, 500 by [>=10000]0.0,"千";0 -> 0.5千, 0 by "增长"0.0%;"下降"0.0%;"持平" -> 增长0.0%.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 excelize==0.1.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import excelize
from openpyxl import Workbook

cases = (
    (75, '[>=60]"合格";[<60]"不合格"', "合格"),
    (50, '[>=60]"合格";[<60]"不合格"', "合格"),
    (2, '[=1]"男";[=2]"女"', "男"),
    (0, '[=1]"是";[=0]"否"', "是"),
    (500, '[>=10000]0.0,"千";0', "0.5千"),
    (0, '"增长"0.0%;"下降"0.0%;"持平"', "增长0.0%"),
    (-0.051, '"增长"0.0%;"下降"0.0%;"持平"', "下降5.1%"),
)
book = Workbook()
book.active.title = "S"
for row, (value, shown_by, _) in enumerate(cases, 1):
    cell = book.active.cell(row, 1)
    cell.value, cell.number_format = value, shown_by
book.save("made.xlsx")
rows = excelize.open_file("made.xlsx").get_rows("S")
for (value, shown_by, expected), (seen,) in zip(cases, rows, strict=True):
    same(f"{value} by {shown_by}", seen, expected)
PY
