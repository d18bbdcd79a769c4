#!/usr/bin/env bash
# wetext 0.1.8 (the runtime of WeTextProcessing), operator="itn": an amount of 亿 with a decimal loses a factor of a hundred where its unit is made a sign:
# 亿 becomes M with two zeros set behind the digits, behind the decimals also. 45亿 and 5.6亿吨 are right.
# Seen: 四十五点六亿千瓦时 -> 45.600Mkwh (it is 4560 million), 八点四亿立方米 -> 8.400Mm³ (it is 840), 三点二亿克 (320 tonnes) -> 3.200Mg.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check wetext==0.1.8
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from wetext import Normalizer

spoken = Normalizer(lang="zh", operator="itn")
for words, expected in (
    ("四十五亿千瓦时", "4500Mkwh"),
    ("四十五点六亿千瓦时", "45.600Mkwh"),
    ("八点四亿立方米", "8.400Mm³"),
    ("一点二三亿千瓦时", "1.2300Mkwh"),
    ("三点二亿克", "3.200Mg"),
    ("五点六亿吨", "5.6亿吨"),
):
    same(words, spoken.normalize(words), expected)
PY
