#!/usr/bin/env bash
# ironcalc 0.9.1, formulas 1.3.4, pycel 1.0b30 and xlcalculator 0.5.0 (engines that calculate Excel workbooks): a criterion in percent counts nothing. Excel
# reads ">5%" as ">0.05"; all four say 0, with no error. With ">0.05" each counts right. excelize 0.1.0 has 2 for both.
# Seen of the growths 5.1%, 4%, 6%, -2%: COUNTIF(A1:A4,">5%") = 0, COUNTIF(A1:A4,">0.05") = 2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "formulas[excel]==1.3.4" ironcalc==0.9.1 pycel==1.0b30 xlcalculator==0.5.0 excelize==0.1.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import contextlib
import io
import logging

import excelize
import formulas
import ironcalc
from openpyxl import Workbook
from pycel import ExcelCompiler
from xlcalculator import Evaluator, ModelCompiler

logging.disable(logging.CRITICAL)


def by_ironcalc(cell):
    model = ironcalc.load_from_xlsx("made.xlsx", "en", "UTC", "en")
    model.evaluate()
    return model.get_formatted_cell_value(0, int(cell[1:]), 2)


def by_formulas(cell):
    with contextlib.redirect_stderr(io.StringIO()):
        values = formulas.ExcelModel().loads("made.xlsx").finish().calculate()
    (seen,) = (value.value[0, 0] for name, value in values.items() if str(name).endswith(f"'!{cell}"))
    return seen


engines = {
    "ironcalc": by_ironcalc,
    "formulas": by_formulas,
    "pycel": lambda cell: ExcelCompiler(filename="made.xlsx").evaluate(f"S!{cell}"),
    "xlcalculator": lambda cell: Evaluator(ModelCompiler().read_and_parse_archive("made.xlsx")).evaluate(f"S!{cell}"),
    "excelize": lambda cell: excelize.open_file("made.xlsx").calc_cell_value("S", cell),
}
book = Workbook()
sheet = book.active
sheet.title = "S"
for row, growth in enumerate((0.051, 0.04, 0.06, -0.02), 1):
    sheet.cell(row, 1).value = growth
    sheet.cell(row, 1).number_format = "0.0%"
sheet["B1"] = '=COUNTIF(A1:A4,">5%")'
sheet["B2"] = '=COUNTIF(A1:A4,">0.05")'
book.save("made.xlsx")
for name, count in engines.items():
    right = 2 if name == "excelize" else 0
    same(f"{name}, >5%", int(float(str(count("B1")))), right)
    same(f"{name}, >0.05", int(float(str(count("B2")))), 2)
PY
