#!/usr/bin/env bash
# pycnnum 2.1.1, cn2num(): where two units stand before 万 or 亿 the first is multiplied by the second also: 三百二十万 (3.2 million) is 30,200,000
# and 五千六百万 (56 million) is 5,006,000,000. Behind a decimal the scale is dropped in silence: 三十二点五万 is 32.5.
# With one unit it is right: 六百万, 十二万五千. 二〇二四 is 4.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pycnnum==2.1.1
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pycnnum import cn2num

for words, expected in (
    ("三百二十万", 30_200_000),
    ("五千六百万", 5_006_000_000),
    ("两千五百亿", 20_050_000_000_000),
    ("三十二点五万", 32.5),
    ("二〇二四", 4),
    ("六百万", 6_000_000),
    ("十二万五千", 125_000),
):
    same(words, cn2num(words), expected)
PY
