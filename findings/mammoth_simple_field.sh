#!/usr/bin/env bash
# mammoth 1.13.0: the result of a field written as w:fldSimple is dropped in silence, so that a document's number vanishes;
# the same field written with w:fldChar keeps its result, and so do w:smartTag and w:sdt.
# Seen: 出让土地 + fldSimple 377 + 亩 -> 出让土地亩; with fldChar 出让土地377亩.
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

simple = run("出让土地") + f'<w:fldSimple w:instr=" =300+77 ">{run("377")}</w:fldSimple>' + run("亩")
mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
code = "<w:r><w:instrText> =300+77 </w:instrText></w:r>"
long = run("出让土地") + mark.format("begin") + code + mark.format("separate") + run("377") + mark.format("end") + run("亩")
for said, inner, expected in (("w:fldSimple", simple, "出让土地亩"), ("w:fldChar", long, "出让土地377亩")):
    with open(document(f"<w:p>{inner}</w:p>"), "rb") as made:
        same(said, mammoth.extract_raw_text(made).value.strip(), expected)
PY
