#!/usr/bin/env bash
# json_repair 0.64.6: a figure with its unit that a model wrote without quotes becomes a string, and its sign or its point in front is dropped: -2.3个百分点 is
# 2.3个百分点, a fall becomes a rise. With thousands parted by a comma all is dropped behind it, but only where another key follows: 3,200万元 is 3.
# Without a unit, and with %, the sign stays; 24.69亿元 and a bare 3,200 are whole.
# Seen: {"增减": -2.3个百分点} -> 2.3个百分点, [-1.5万亩] -> 1.5万亩, {"投资": 3,200万元, "户数": 2} -> 3, the same as the last key 3,200万元.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check json-repair==0.64.6
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from json_repair import loads

for text, expected in (
    ('{"增减": -2.3个百分点, "增长": -5.1}', {"增减": "2.3个百分点", "增长": -5.1}),
    ('{"增减": -2.3%}', {"增减": -2.3}),
    ('{"增减": [-1.5万亩, -12户]}', {"增减": ["1.5万亩", "12户"]}),
    ('{"产值": 24.69亿元, "增加": .5亿元}', {"产值": "24.69亿元", "增加": "5亿元"}),
    ('{"投资": 3,200万元, "户数": 2}', {"投资": "3", "户数": 2}),
    ('{"户数": 2, "投资": 3,200万元}', {"户数": 2, "投资": "3,200万元"}),
    ('{"投资": 3,200, "户数": 2}', {"投资": "3,200", "户数": 2}),
):
    same(text, loads(text), expected)
PY
