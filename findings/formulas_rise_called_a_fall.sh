#!/usr/bin/env bash
# formulas 1.3.4 (Excel workbooks calculated in Python): TEXT with a section for rises and one for falls, as growth is put into sentences, takes the last section for
# every number: a rise is called a fall, and a fall keeps its minus too. VALUE takes one to nine thousand with a comma for a date and gives that day's number.
# Seen: TEXT(0.051,"增长0.0%;下降0.0%") -> 下降5.1% (Excel: 增长5.1%), of -0.051 -下降5.1%; VALUE("1,234") and VALUE("1,234,567") -> 85469, no error; "12,345" is #VALUE!.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "formulas[excel]==1.3.4"
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import contextlib
import io

import formulas
from openpyxl import Workbook

cases = (
    ('VALUE("1,234")', "85469.0"),
    ('VALUE("1,234,567")', "85469.0"),
    ("SUM(A1:A2)", "170938.0"),
    ('VALUE("5,321.0")', "117365.0"),
    ('VALUE("12,345")', "#VALUE!"),
    ('VALUE("1234.5")', "1234.5"),
    ('TEXT(0.051,"增长0.0%;下降0.0%")', "下降5.1%"),
    ('TEXT(0.051,"""增长""0.0%;""下降""0.0%")', "下降5.1%"),
    ('TEXT(-0.051,"增长0.0%;下降0.0%")', "-下降5.1%"),
    ('TEXT(0.051,"+0.0%;-0.0%")', "-5.1%"),
    ('TEXT(0,"增加0.0;减少0.0;持平")', "减少0.0"),
    ('TEXT(0.051,"增长0.0%")', "增长5.1%"),
)
book = Workbook()
sheet = book.active
for row, (formula, _) in enumerate(cases, 1):
    sheet.cell(row, 1).value = "=" + formula
book.save("made.xlsx")
with contextlib.redirect_stderr(io.StringIO()):
    values = formulas.ExcelModel().loads("made.xlsx").finish().calculate()
for row, (formula, expected) in enumerate(cases, 1):
    (seen,) = (value.value[0, 0] for name, value in values.items() if str(name).endswith(f"'!A{row}"))
    same(formula, str(seen), expected)
PY
