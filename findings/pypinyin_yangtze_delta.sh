#!/usr/bin/env bash
# pypinyin 0.55.0: 长三角, the Yangtze delta of every plan, is read zhang san jiao, though 长江 is chang jiang and 三角 is known; by
# the words around it even 进行长距离 is cut as 进 行长 距离: jin hang zhang ju li.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypinyin==0.55.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from pypinyin import lazy_pinyin

for words, expected in (
    ("长江", "chang jiang"),
    ("长三角一体化", "zhang san jiao yi ti hua"),
    ("进行长距离", "jin hang zhang ju li"),
    ("执行长期规划", "zhi xing chang qi gui hua"),
):
    same(words, " ".join(lazy_pinyin(words)), expected)
PY
