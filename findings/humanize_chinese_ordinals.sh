#!/usr/bin/env bash
# humanize 4.17.0 in zh_CN: ordinals put 第 behind the number (1第), and 150000000 is 150.0 百万 and 10**12 is 1.0 兆, a character that
# in the mainland means a million; there it is 第1, 1.5亿 and 1万亿.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


import humanize

humanize.i18n.activate("zh_CN")
same("ordinal(1)", humanize.ordinal(1), "1第")
same("intword(150000000)", humanize.intword(150_000_000), "150.0 百万")
same("intword(10**12)", humanize.intword(10**12), "1.0 兆")
PY
