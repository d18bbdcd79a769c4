#!/usr/bin/env bash
# unstructured 0.27.35, clean_ordered_bullets(): of a Chinese paragraph with a point behind its first one or two characters all is dropped up to the first
# blank, as a list's number, and a Chinese paragraph has none: of 1.产值3.2亿元，增长5.1%。 nothing is left, nor of one that begins with 3.2亿元.
# With a blank behind the number, or four digits before the point, it is kept.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check unstructured==0.27.35
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from unstructured.cleaners.core import clean_ordered_bullets

for text, expected in (
    ("1.产值3.2亿元，增长5.1%。", ""),
    ("3.2亿元用于道路建设，1.5亿元用于学校。", ""),
    ("12.3%的企业增产。 其余减产。", "其余减产。"),
    ("1. 产值3.2亿元，增长5.1%。", "产值3.2亿元，增长5.1%。"),
    ("2024.6亩已收储。", "2024.6亩已收储。"),
):
    same(text, clean_ordered_bullets(text), expected)
PY
