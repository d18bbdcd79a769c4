#!/usr/bin/env bash
# langchain-text-splitters 1.1.3: MarkdownHeaderTextSplitter takes the ideographic space (U+3000), the no-break space and the tab out of
# every line, also inside it, so that the columns of a Chinese table set with them become one number.
# Seen: 产值　1234　5678 -> 产值12345678, a tab between 12 and 13 -> 1213; with plain spaces 产值 1234 5678 is kept.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check langchain-text-splitters==1.1.3
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from langchain_text_splitters import MarkdownHeaderTextSplitter

splitter = MarkdownHeaderTextSplitter([("#", "heading")])
for said, blank, expected in (
    ("U+3000", "\u3000", "产值12345678"),
    ("U+00A0", "\u00a0", "产值12345678"),
    ("tab", "\t", "产值12345678"),
    ("plain space", " ", "产值 1234 5678"),
):
    (chunk,) = splitter.split_text("# 一、经济运行\n" + blank.join(("产值", "1234", "5678")))
    same(said, chunk.page_content, expected)
PY
