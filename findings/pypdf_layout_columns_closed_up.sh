#!/usr/bin/env bash
# pypdf 7.1.1, extract_text(extraction_mode="layout"), meant for tables: on a page with Chinese prose figures of neighbouring columns, 12 pt apart, are closed up and
# become others. A place is counted in characters of the page's mean width, and Chinese characters make that twice a digit's. Without the prose they stay apart.
# Seen: 5.1 | 6 561.86 -> 5.16 561.86, 4.8 | 2 831.30 -> 4.82 831.30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 reportlab==5.1.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
style = ParagraphStyle("body", fontName="STSong-Light", fontSize=10.5, leading=16, wordWrap="CJK")
prose = Paragraph("全市经济运行总体平稳、稳中有进，高质量发展扎实推进，主要指标好于预期，结构调整持续优化，民生保障有力有效。" * 6, style)
rows = [["生产总值", "6 243.45", "5.1", "6 561.86", "5.1"], ["第一产业", "312.30", "-3.2", "325.10", "4.1"], ["第二产业", "2 701.62", "4.8", "2 831.30", "9.2"]]
table = [("FONT", (0, 0), (0, -1), "STSong-Light", 9), ("FONT", (1, 0), (-1, -1), "Helvetica", 9), ("ALIGN", (1, 0), (-1, -1), "RIGHT")]
for said, before, expected in (("with prose", [prose], ["5.16 561.86", "4.82 831.30"]), ("alone", [], [])):
    SimpleDocTemplate("made.pdf").build([*before, Table(rows, style=TableStyle(table))])
    text = PdfReader("made.pdf").pages[0].extract_text(extraction_mode="layout")
    same(said, [figure for figure in ("5.16 561.86", "4.82 831.30") if figure in text], expected)
PY
