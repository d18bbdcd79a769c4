#!/usr/bin/env bash
# openpyxl 3.1.5 and python-calamine 0.9.1: a day shown as its weekday by Excel's Chinese format ([$-804]aaaa;@ shows 星期三) comes as the
# bare number 45000, while ddd, the same in English, gives a date.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

made = Workbook()
for row, shown in enumerate(("[$-804]aaaa;@", "ddd"), 1):
    made.active.cell(row, 1, 45000).number_format = shown
made.save("made.xlsx")
by_openpyxl = [type(row[0].value).__name__ for row in load_workbook("made.xlsx").active]
by_calamine = [type(row[0]).__name__ for row in CalamineWorkbook.from_path("made.xlsx").get_sheet_by_index(0).to_python()]
same("openpyxl", by_openpyxl, ["int", "datetime"])
same("calamine", by_calamine, ["float", "date"])
PY
