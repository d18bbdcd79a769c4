#!/usr/bin/env bash
# jieba 0.42.1: 5600万千瓦时 (energy) is cut as 5600 / 万千瓦 / 时, ten thousand kilowatts and an hour, while 32亿千瓦时 keeps its unit.
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
    ("供电量5600万千瓦时", ["供电量", "5600", "万千瓦", "时"]),
    ("发电量32亿千瓦时", ["发电量", "32", "亿千瓦时"]),
):
    same(words, jieba.lcut(words), expected)
PY
