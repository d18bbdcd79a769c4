#!/usr/bin/env bash
# opencc 1.4.2, s2t: 折合 in 折合人民币 (is worth) becomes 摺合 (folded together), and back by t2s it is 折合 again, so that a
# round trip hides it; 折算 and 折旧 keep their 折.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check opencc==1.4.2
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from opencc import OpenCC

to_traditional, to_simplified = OpenCC("s2t"), OpenCC("t2s")
for words, expected in (("折合人民币", "摺合人民幣"), ("折算", "折算"), ("折旧", "折舊")):
    same(words, to_traditional.convert(words), expected)
same("and back", to_simplified.convert("摺合人民幣"), "折合人民币")
PY
