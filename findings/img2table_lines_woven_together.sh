#!/usr/bin/env bash
# img2table 2.0.0 on a PDF with a text layer, ruled table: where the first of two lines in a cell ends in a short word, three digits behind a blank or 5.1, both are
# taken for one line, and its words are sorted from left to right: the figures are woven into each other, or the second line comes before the first.
# Seen: 1 234 above 56 789, to the right -> 56 1 234 789, to the left -> 1 56 234 789; 5.1 above -12.3 -> -12.3 5.1; 1234.5 above 56789 is two lines, right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check img2table==2.0.0 pandas==3.0.3 reportlab==5.1.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from img2table.document import PDF
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
rows = [["指标", "产值\n(亿元)", "比上年\n增减(%)", "计划"], ["全市\n其中：市区", "1 234\n56 789", "5.1\n-12.3", "1234.5\n56789"], ["农业", "3.2", "0.4", "3"]]
for where, amount, growth in (("RIGHT", "56 1 234 789", "-12.3 5.1"), ("LEFT", "1 56 234 789", "5.1 -12.3")):
    table = Table(rows)
    table.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "STSong-Light", 9), ("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (1, 1), (-1, -1), "Helvetica", 9), ("ALIGN", (1, 0), (-1, -1), where)]))
    SimpleDocTemplate("made.pdf").build([table])
    ((read,),) = PDF("made.pdf").extract_tables().values()
    same(where, read.df.values.tolist()[1][1:], [amount, growth, "1234.5\n56789"])
PY
