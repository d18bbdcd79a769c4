#!/usr/bin/env bash
# docx-to-markdown 2.32.0 and ferrodoc 1.0.1: of Word's equations only the characters are kept, one behind the other: three quarters are 34, 10 to the power of 8 is
# 108, and ferrodoc sets $ around it as if it were right. pypandoc_binary 1.17 has 3/4 and 10 to the 8 as LaTeX.
# Seen: 达到¾以上，比去年提高1/12 (both set as fractions) -> 达到34以上，比去年提高112; 用电10⁸千瓦时 -> 用电108千瓦时.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx-to-markdown==2.32.0 ferrodoc==1.0.1 pypandoc_binary==1.17
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pathlib import Path
from zipfile import ZipFile

import docx_to_markdown
import ferrodoc
import pypandoc

LOOK = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>'
CONTROL = f"<m:ctrlPr>{LOOK}</m:ctrlPr>"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def text(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def part(digits):
    return f"<m:r>{LOOK}<m:t>{digits}</m:t></m:r>"


def fraction(above, below):
    return f"<m:oMath><m:f><m:fPr>{CONTROL}</m:fPr><m:num>{part(above)}</m:num><m:den>{part(below)}</m:den></m:f></m:oMath>"


def power(base, raised):
    return f"<m:oMath><m:sSup><m:sSupPr>{CONTROL}</m:sSupPr><m:e>{part(base)}</m:e><m:sup>{part(raised)}</m:sup></m:sSup></m:oMath>"


shares = text("达到") + fraction(3, 4) + text("以上，比去年提高") + fraction(1, 12)
energy = text("用电") + power(10, 8) + text("千瓦时")
with ZipFile("made.docx", "w") as made:
    made.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>')
    made.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
    made.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="{OFFICE}/math"><w:body><w:p>{shares}</w:p><w:p>{energy}</w:p></w:body></w:document>')

same("docx-to-markdown", docx_to_markdown.convert("made.docx").markdown.split(), ["达到34以上，比去年提高112", "用电108千瓦时"])
same("ferrodoc", ferrodoc.convert(Path("made.docx").read_bytes(), "docx", "markdown").split(), ["达到$34$以上，比去年提高$112$", "用电$108$千瓦时"])
same("pandoc", pypandoc.convert_file("made.docx", "gfm").split(), [r"达到$`\frac{3}{4}`$以上，比去年提高$`\frac{1}{12}`$", "用电$`10^{8}`$千瓦时"])
PY
