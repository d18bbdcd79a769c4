#!/usr/bin/env bash
# dateparser 1.5.0 with languages=["zh"]: 2024年 alone is read as 2024 years ago, the year 2 or 3 of our era, while 2024年2月 is of 2024.
# Seen in 2026: parse("2024年").year == 2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from datetime import date

import dateparser

alone = dateparser.parse("2024年", languages=["zh"])
month = dateparser.parse("2024年2月5日", languages=["zh"])
same("with a month and a day", month.year, 2024)
same("years before today", date.today().year - alone.year, 2024)
PY
