#!/usr/bin/env bash
# easyofd 20260427: of an OFD file with two documents (two DocBody in OFD.xml, as the standard allows: a letter and its annex) only the first is
# read, without a word; the second's figures are nowhere in its data. ofdkit 0.2.0 reads both.
# Seen: 耕地面积32.5万亩 of the first, nothing of 附件：产值12亿元 of the second.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check easyofd==20260427 ofdkit==0.2.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from zipfile import ZipFile

import ofdkit
from easyofd import OFD
from loguru import logger

logger.remove()
NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SAID = ("耕地面积32.5万亩", "附件：产值12亿元")
bodies = "".join(f"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{number}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_{number}/Document.xml</ofd:DocRoot></ofd:DocBody>" for number in range(2))
with ZipFile("made.ofd", "w") as made:
    made.writestr("OFD.xml", f'<ofd:OFD {NAMES} Version="1.1" DocType="OFD">{bodies}</ofd:OFD>')
    for number, said in enumerate(SAID):
        made.writestr(f"Doc_{number}/Document.xml", f'<ofd:Document {NAMES}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="10" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>')
        made.writestr(f"Doc_{number}/PublicRes.xml", f'<ofd:Res {NAMES} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>')
        text = f'<ofd:TextObject ID="20" Boundary="20 20 60 5" Font="2" Size="4"><ofd:TextCode X="0" Y="4">{said}</ofd:TextCode></ofd:TextObject>'
        made.writestr(f"Doc_{number}/Pages/Page_0/Content.xml", f'<ofd:Page {NAMES}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="11">{text}</ofd:Layer></ofd:Content></ofd:Page>')
reader = OFD()
reader.read("made.ofd", fmt="path")
same("easyofd", [said in str(reader.data) for said in SAID], [True, False])
same("ofdkit", [said in ofdkit.extract_text("made.ofd") for said in SAID], [True, True])
PY
