#!/usr/bin/env bash
# htmldate 1.11.0: a day written 2024年8月15日, as pages of Chinese authorities have it, is taken for 1 January of its year, and where the text
# names another year before it is 1 January of that one, with no sign that it is a guess. With a time behind it the day is found.
# Seen: 发布时间：2024年8月15日 -> 2024-01-01; with 截至2023年12月31日 in the text the original date is 2023-01-01.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0 lxml_html_clean==0.4.6
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from htmldate import find_date

for said, text, expected in (
    ("发布时间：2024年8月15日", "", "2024-01-01"),
    ("发布时间：2024年8月15日", "截至2023年12月31日，全区完成投资12亿元。", "2023-01-01"),
    ("2024年08月15日 10:20", "截至2023年12月31日，全区完成投资12亿元。", "2024-08-15"),
    ("发布时间：2024-08-15", "截至2023年12月31日，全区完成投资12亿元。", "2024-08-15"),
):
    page = f"<html><body><div>{said}</div><p>{text}</p></body></html>"
    same(f"{said} {text}", find_date(page, original_date=True), expected)
PY
