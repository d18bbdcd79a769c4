#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1: Word's non-breaking hyphen (w:noBreakHyphen, Ctrl+Shift+Hyphen) is dropped in silence:
# 1-6月 becomes 16月. mammoth 1.13.0 keeps it as U+2011, python-docx 1.2.0 as a hyphen.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from zipfile import ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(inner, name="made.docx", more=(), relations=""):
    kinds = '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with ZipFile(name, "w") as made:
        for part, kind, text in more:
            kinds += f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
            relations += f'<Relationship Id="r{part}" Type="{office}/{part}" Target="{part}.xml"/>'
            made.writestr(f"word/{part}.xml", text)
        made.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>')
        made.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>')
        made.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>')
        made.writestr("word/document.xml", f'<w:document xmlns:w="{W}" xmlns:r="{office}"><w:body>{inner}</w:body></w:document>')
    return name


def run(text, style=""):
    return f"<w:r><w:rPr>{style}</w:rPr><w:t>{text}</w:t></w:r>"


import docx2txt
import mammoth
from docx import Document
from docx2python import docx2python

name = document(f'<w:p>{run("1")}<w:r><w:noBreakHyphen/></w:r>{run("6月增长5.1%")}</w:p>')
same("docx2txt", docx2txt.process(name).strip(), "16月增长5.1%")
same("docx2python", docx2python(name).text.strip(), "16月增长5.1%")
with open(name, "rb") as made:
    same("mammoth", mammoth.extract_raw_text(made).value.strip(), "1\u20116月增长5.1%")
same("python-docx", Document(name).paragraphs[0].text, "1-6月增长5.1%")
PY
