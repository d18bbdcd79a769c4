#!/usr/bin/env bash
# ofdkit 0.2.0: a line of an OFD page that is one TextObject and has its columns parted by DeltaX alone, with no blank, comes without the gap:
# 1234 and 5678, 30 mm apart, are the number 12345678. As two objects at the same places they are parted by blanks.
# Also text with Visible="false", which no viewer shows, is read like any other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ofdkit==0.2.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from zipfile import ZipFile

import ofdkit

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text(number, left, top, said, steps="", more=""):
    steps = f' DeltaX="{steps}"' if steps else ""
    return f'<ofd:TextObject ID="{number}" Boundary="{left} {top} 100 5" Font="2" Size="4"{more}><ofd:TextCode X="0" Y="4"{steps}>{said}</ofd:TextCode></ofd:TextObject>'


def read(objects):
    parts = {
        "OFD.xml": f'<ofd:OFD {NAMES} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>a</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f'<ofd:Document {NAMES}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="10" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/PublicRes.xml": f'<ofd:Res {NAMES} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>',
        "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {NAMES}><ofd:Content><ofd:Layer ID="11">{objects}</ofd:Layer></ofd:Content></ofd:Page>',
    }
    with ZipFile("made.ofd", "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return ofdkit.extract_text("made.ofd").split()


same("one object with a gap of 30 mm", read(text(20, 20, 20, "12345678", "2 2 2 30 2 2 2")), ["12345678"])
same("two objects", read(text(20, 20, 20, "1234", "2 2 2") + text(21, 56, 20, "5678", "2 2 2")), ["1234", "5678"])
hidden = text(20, 20, 20, "300亩", more=' Visible="false"')
same("invisible and visible", read(hidden + text(21, 20, 40, "377亩")), ["300亩", "377亩"])
PY
