#!/usr/bin/env bash
# mammoth 1.13.0: convert_to_html marks what is struck out (w:strike) with <s>, but what is struck out twice (w:dstrike) stands
# in the text like any other: a number that Word shows struck out is glued to the one that replaces it.
# Seen: w:strike <p><s>300</s>377亩</p>, w:dstrike <p>300377亩</p>.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check mammoth==1.13.0
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


import mammoth

for style, expected in (("<w:strike/>", "<p><s>300</s>377亩</p>"), ("<w:dstrike/>", "<p>300377亩</p>")):
    with open(document(f'<w:p>{run("300", style)}{run("377亩")}</w:p>'), "rb") as made:
        same(style, mammoth.convert_to_html(made).value, expected)
PY
