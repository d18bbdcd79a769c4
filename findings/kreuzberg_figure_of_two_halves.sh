#!/usr/bin/env bash
# kreuzberg 4.10.4, TokenReductionConfig(mode="aggressive"), which keeps the sentences that count: in Chinese text the decimal point ends a sentence and 。 does
# not, so that half a figure is dropped and the halves of two stand side by side: of four areas one is left that no line of the text has. moderate changes nothing.
# Seen: 耕地32.5万亩。林地60.2万亩。水域8.7万亩。草地1.3万亩。 -> 耕地32. 3万亩。 and 增加值1011.5亿元。同比增长5.1%。 -> 增加值1011. 1%。
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check kreuzberg==4.10.4
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pathlib import Path

from kreuzberg import ExtractionConfig, TokenReductionConfig, extract_file_sync

LAND = "耕地32.5万亩。林地60.2万亩。水域8.7万亩。草地1.3万亩。"
INDUSTRY = "全市规上工业增加值1011.5亿元。同比增长5.1%。其中电子信息产业产值24.69亿元。同比增长45.1%。"
for text, mode, expected in (
    (LAND, "aggressive", "耕地32. 3万亩。"),
    (LAND, "moderate", LAND),
    (INDUSTRY, "aggressive", "全市规上工业增加值1011. 1%。其中电子信息产业产值24"),
):
    Path("made.txt").write_text(text, encoding="utf-8")
    read = extract_file_sync("made.txt", config=ExtractionConfig(token_reduction=TokenReductionConfig(mode=mode)))
    same(mode, read.content.strip(), expected)
PY
