#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS) and office-oxide 0.1.15: Excel's ways to show an amount in 万元, 0\.0,"万元" and 0"."0,"万元", give a tenth and ten times of it: 246900
# shows as 24.7万元 in Excel, SheetJS has 2.47万元 and office-oxide 247.万元. 0.00"亿元" is right in both, so that a check on it finds nothing.
# Of General"户" SheetJS drops the unit and office-oxide the number: 1234户 is 1234 and General户.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 office-oxide==0.1.15
cd "$work"
npm install --silent --no-audit --no-fund --prefix "$work/node" xlsx@0.18.5
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import os
import subprocess

import office_oxide
import openpyxl

SHOWN = (
    (r'0\.0,"万元"', 246900, "2.47万元", "247.万元"),
    ('0"."0,"万元"', 246900, "2.47万元", "247.万元"),
    ('0.00"亿元"', 3.3, "3.30亿元", "3.30亿元"),
    ('General"户"', 1234, "1234", "General户"),
)
book = openpyxl.Workbook()
for number, (shape, value, _, _) in enumerate(SHOWN, 1):
    book.active.cell(number, 1, value).number_format = shape
book.save("made.xlsx")

PROGRAM = 'const x = require("xlsx"), b = x.readFile("made.xlsx"); process.stdout.write(x.utils.sheet_to_csv(b.Sheets[b.SheetNames[0]]))'
run = subprocess.run(["node", "-e", PROGRAM], env=os.environ | {"NODE_PATH": "node/node_modules"}, capture_output=True, text=True, check=True)
lines = office_oxide.extract_text("made.xlsx").split()
for (shape, value, sheetjs, oxide), by_sheetjs, by_oxide in zip(SHOWN, run.stdout.splitlines(), lines[-len(SHOWN) :], strict=True):
    same(f"{value} as {shape}, SheetJS", by_sheetjs, sheetjs)
    same(f"{value} as {shape}, office-oxide", by_oxide, oxide)
PY
