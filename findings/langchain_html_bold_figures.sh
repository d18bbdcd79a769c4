#!/usr/bin/env bash
# langchain-text-splitters 1.1.3: both HTML splitters that follow headings tear a figure in bold out of its sentence: HTMLHeaderTextSplitter
# sets the figures behind it, HTMLSemanticPreservingSplitter before it, so that nothing says which figure belongs where.
# Seen for 完成投资<b>3.2</b>亿元，增长<b>5.1</b>%。: 完成投资 亿元，增长 %。 3.2 5.1, and 3.2 5.1 完成投资 亿元，增长 %。
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check langchain-text-splitters==1.1.3 beautifulsoup4==4.15.0 lxml==6.1.3
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import warnings

from langchain_text_splitters import HTMLHeaderTextSplitter, HTMLSemanticPreservingSplitter

warnings.simplefilter("ignore")
headings = [("h1", "heading")]
for bold, behind, before in (
    ("完成投资<b>3.2</b>亿元，增长<b>5.1</b>%。", "完成投资 亿元，增长 %。 3.2 5.1", "3.2 5.1 完成投资 亿元，增长 %。"),
    ("完成投资3.2亿元，增长5.1%。", "完成投资3.2亿元，增长5.1%。", "完成投资3.2亿元，增长5.1%。"),
):
    page = f"<html><body><h1>答复</h1><p>{bold}</p></body></html>"
    found = HTMLHeaderTextSplitter(headings).split_text(page)
    same("HTMLHeaderTextSplitter", " ".join(found[-1].page_content.split()), behind)
    found = HTMLSemanticPreservingSplitter(headings).split_text(page)
    same("HTMLSemanticPreservingSplitter", found[-1].page_content, before)
PY
