#!/usr/bin/env bash
# cn2an 0.5.23, transform(): 上半年 becomes 上0.5年, and an amount with two scales is put into digits only in part.
# A reader expects numerals of amounts to be rewritten and words of time to be left alone.
# Seen: 上半年完成投资三百万元 -> 上0.5年完成投资3000000元; 增加两万五千亩 -> 增加2万五千亩 (neither 25000亩 nor left as it is).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.23
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from cn2an import transform

same("half a year", transform("上半年完成投资三百万元"), "上0.5年完成投资3000000元")
same("two scales", transform("增加两万五千亩"), "增加2万五千亩")
PY
