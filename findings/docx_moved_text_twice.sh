#!/usr/bin/env bash
# docx2python 3.7.1 and docx2txt 0.9: a tracked deletion (w:del) is left out, but tracked moved text (w:moveFrom) is kept
# where it was: 300 moved away and 377 moved in read as one number.
# Seen: both give 面积300377亩 for the move and 面积377亩 for the deletion with an insertion.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2python==3.7.1 docx2txt==0.9
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
from docx2python import docx2python

who = 'w:id="1" w:author="a"'
moved = f'<w:moveFrom {who}>{run("300")}</w:moveFrom><w:moveTo {who}>{run("377")}</w:moveTo>'
deleted = f'<w:del {who}><w:r><w:delText>300</w:delText></w:r></w:del><w:ins {who}>{run("377")}</w:ins>'
for said, inner, expected in (("moved", moved, "面积300377亩"), ("deleted", deleted, "面积377亩")):
    name = document(f'<w:p>{run("面积")}{inner}{run("亩")}</w:p>', f"{said}.docx")
    same(f"docx2python, {said}", docx2python(name).text.strip(), expected)
    same(f"docx2txt, {said}", docx2txt.process(name).strip(), expected)
PY
