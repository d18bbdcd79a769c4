#!/usr/bin/env bash
# pdf-oxide 0.3.78, extract_text(): in a ruled table a number whose thousands are parted by a blank, as yearbooks print them, loses its first group where
# that is one digit: 1 234.5 is 234.5. With two digits before the blank, without rules, and in to_markdown() of the same page the number is whole.
# Seen: 生产总值234.5, 第一产业345.6 (of 2 345.6), but 第二产业10 345.6.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pdf-oxide==0.3.78 reportlab==5.1.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pdf_oxide import PdfDocument
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

ROWS = (
    ("指标", "绝对数", "增长（%）"),
    ("生产总值", "1 234.5", "5.1"),
    ("第一产业", "2 345.6", "3.2"),
    ("第二产业", "10 345.6", "4.7"),
)
PLACES = (80, 300, 420)
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def made(name, ruled):
    page = canvas.Canvas(name)
    page.setFont("STSong-Light", 12)
    for at, row in enumerate(ROWS):
        for left, words in zip(PLACES, row, strict=True):
            page.drawString(left, 600 - 20 * at, words)
    if ruled:
        for at in range(len(ROWS) + 1):
            page.line(72, 614 - 20 * at, 520, 614 - 20 * at)
        for left in (72, 290, 410, 520):
            page.line(left, 614, left, 614 - 20 * len(ROWS))
    page.save()
    return PdfDocument(name)


ruled, bare = made("ruled.pdf", True), made("bare.pdf", False)
text = ruled.extract_text(0)
print(text)
for number, whole, rest in (("1 234.5", False, "234.5"), ("2 345.6", False, "345.6"), ("10 345.6", True, "10 345.6")):
    same(f"{number} with rules", (number in text, rest in text), (whole, True))
    same(f"{number} without rules", number in bare.extract_text(0), True)
    same(f"{number} with rules, as Markdown", number in ruled.to_markdown(0), True)
PY
