#!/usr/bin/env bash
# gongwen-skill 2.15.0, md2docx (Markdown to an official document by GB/T 9704): a paragraph that begins with a decimal loses the digits before the
# point and the point, as if it were a list's number: 3.2亿元用于道路建设 is 2亿元. What stands between < and > of two comparisons is lost too.
# Seen: 12.5万亩 -> 5万亩; 增速<5%的企业有12家，增速>10%的有3家 -> 增速10%的有3家. In the middle of a paragraph figures stay.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check gongwen-skill==2.15.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import subprocess
import sys

from docx import Document

WRITTEN = (
    ("3.2亿元用于道路建设，1.5亿元用于学校。", "2亿元用于道路建设，1.5亿元用于学校。"),
    ("12.5万亩农田已建成。", "5万亩农田已建成。"),
    ("增速<5%的企业有12家，增速>10%的有3家。", "增速10%的有3家。"),
    ("其中3.2亿元用于道路建设。", "其中3.2亿元用于道路建设。"),
)
with open("made.md", "w", encoding="utf-8") as made:
    made.write("\n\n".join(["# 关于资金安排的通知", "各镇人民政府：", *(text for text, _ in WRITTEN)]) + "\n")
subprocess.run([f"{sys.prefix}/bin/gongwen", "md2docx", "made.md", "-o", "made.docx"], check=True, capture_output=True)
paragraphs = [paragraph.text for paragraph in Document("made.docx").paragraphs]
for (text, expected), seen in zip(WRITTEN, paragraphs[2:], strict=False):
    same(text, seen, expected)
PY
