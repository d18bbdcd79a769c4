#!/usr/bin/env bash
# python-calamine 0.9.1, .ods: a tab or a line break inside a cell (text:tab, text:line-break) is dropped in silence, and the numbers on its
# two sides become one; blanks (text:s) are kept. pyexcel-ods 0.6.0 keeps all three.
# Seen: 2023: 12 tab 2024: 34 -> 2023: 122024: 34, and 1234 line break 5678 -> 12345678.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 pyexcel-ods==0.6.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
def same(said, seen, expected):
    print(f"{said}: {seen!r}")
    if seen != expected:
        raise SystemExit(f"changed: {expected!r} was seen before")


from zipfile import ZipFile

from pyexcel_ods import get_data
from python_calamine import CalamineWorkbook

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
KIND = "application/vnd.oasis.opendocument.spreadsheet"
cells = ("2023: 12<text:tab/>2024: 34", "1234<text:line-break/>5678", '1234<text:s text:c="2"/>5678')
rows = "".join(f'<table:table-row><table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell></table:table-row>' for cell in cells)
with ZipFile("made.ods", "w") as made:
    made.writestr("mimetype", KIND)
    entries = "".join(f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>' for path, kind in (("/", KIND), ("content.xml", "text/xml")))
    made.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">{entries}</m:manifest>')
    made.writestr("content.xml", f'<office:document-content {SPACES} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="a">{rows}</table:table></office:spreadsheet></office:body></office:document-content>')
by_calamine = CalamineWorkbook.from_path("made.ods").get_sheet_by_index(0).to_python()
same("calamine", [row[0] for row in by_calamine], ["2023: 122024: 34", "12345678", "1234  5678"])
same("pyexcel-ods", [row[0] for row in get_data("made.ods")["a"]], ["2023: 12\t2024: 34", "1234\n5678", "1234  5678"])
PY
