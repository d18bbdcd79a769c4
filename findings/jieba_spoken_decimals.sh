#!/usr/bin/env bash
# jieba 0.42.1: decimals in Chinese numerals are cut into other numbers, the words 十二点 (twelve o'clock) and 十四点六 among them:
# 三十二点五万亩 -> 三 / 十二点 / 五万亩, 二十四点六九亿元 -> 二 / 十四点六 / 九 / 亿元. In digits the numbers stay whole.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "setuptools<81" jieba==0.42.1
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import logging

import jieba

jieba.setLogLevel(logging.ERROR)
for words, expected in (
    ("三十二点五万亩", ["三", "十二点", "五万亩"]),
    ("二十四点六九亿元", ["二", "十四点六", "九", "亿元"]),
    ("24.69亿元", ["24.69", "亿元"]),
):
    same(words, jieba.lcut(words), expected)
PY
