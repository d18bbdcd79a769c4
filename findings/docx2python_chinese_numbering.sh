#!/usr/bin/env bash
# docx2python 3.7.1 writes automatic numbers out as text (1), a) and so on), but for a list that Word numbers 一、二、三、
# (w:numFmt chineseCounting) every number becomes "--", the sign of a bullet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check docx2python==3.7.1
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


from docx2python import docx2python

for kind, expected in (("decimal", ["1)\t产值", "2)\t投资"]), ("chineseCounting", ["--\t产值", "--\t投资"])):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    inner = "".join(f"<w:p>{number}{run(text)}</w:p>" for text in ("产值", "投资"))
    name = document(inner, f"{kind}.docx", [("numbering", "numbering", numbering)])
    same(kind, [line for line in docx2python(name).text.split("\n") if line.strip()], expected)
PY
