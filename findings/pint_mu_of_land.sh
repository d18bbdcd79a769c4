#!/usr/bin/env bash
# Pint 0.25.3: mu, how English texts of Chinese papers write 亩 (a fifteenth of a hectare), is no unknown unit but a thousandth
# of an atomic mass unit, in silence: 377 mu of land weigh 6e-28 kg. li (500 m) is a link of 0.2 m and pct a picocarat.
# jin, qing and yuan raise an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pint==0.25.3
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import pint

units = pint.UnitRegistry()
for words, expected in (
    ("377 mu", "377 milliunified_atomic_mass_unit"),
    ("2 li", "2 link"),
    ("5 pct", "5 picocarat"),
):
    same(words, str(units(words)), expected)
same("kilograms in 377 mu", f"{units('377 mu').to('kg').magnitude:.1e}", "6.3e-28")
for words in ("5 jin", "5 qing", "5 yuan"):
    try:
        seen = str(units(words))
    except pint.UndefinedUnitError:
        seen = "undefined"
    same(words, seen, "undefined")
PY
