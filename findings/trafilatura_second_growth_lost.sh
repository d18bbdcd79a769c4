#!/usr/bin/env bash
# trafilatura 2.3.1, extract() with deduplicate=False: on a page of ordinary length whose text stands in a div of class TRS_Editor, as Chinese government
# sites have it, a paragraph that says the same as an earlier one is dropped: under 投资 the growth is missing that stands under 工业.
# Seen: 同比增长5.2%。 once. With the class content, or on a page of a few lines, it comes twice, as written.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from trafilatura import extract

start = ["您提出的关于加快我区数字经济发展的提案收悉，现答复如下。", "一、工业", "同比增长5.2%。", "二、投资", "同比增长5.2%。"]
more = [f"{place}今年完成产值{number}.5亿元，利润总额{number}.2亿元，规模以上企业{number}家，从业人员{number}万人。" for number, place in enumerate(("东港镇", "西山镇", "南湖镇", "北桥镇", "中塘镇", "新开河街道"), 11)]
for name, paragraphs, expected in (("TRS_Editor", start + more, 1), ("content", start + more, 2), ("TRS_Editor", start, 2)):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f'<html><body><div class="article"><h1>关于第14号提案的答复</h1><div class="{name}">{body}</div></div></body></html>'
    found = extract(page, deduplicate=False)
    same(f"{name}, {len(paragraphs)} paragraphs", found.count("同比增长5.2%。"), expected)
    same("last paragraph", paragraphs[-1] in found, True)
PY
