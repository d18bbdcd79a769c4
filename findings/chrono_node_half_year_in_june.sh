#!/usr/bin/env bash
# chrono-node 2.10.3, chrono.zh.hans: of 2024年1-6月 the year is lost, and the half year is June of the year in which it is read; with 至 for the hyphen it is
# read as it stands. A decimal in Chinese numerals is a time of the day: 增长三点五个百分点 has five past three in it, 十二点五万亩 five past twelve.
# Seen in March 2025: 2024年1-6月 -> 2025-06, 2024年1月至6月 -> 2024-01 to 2024-06, 三点五 -> 03:05.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" chrono-node@2.10.3
cd "$work"
node - <<'JS'
const chrono = require("chrono-node")

const march = new Date(2025, 2, 10, 12)
const two = (number) => String(number).padStart(2, "0")
const read = (part) => part && (part.isCertain("hour") ? `${two(part.get("hour"))}:${two(part.get("minute"))}` : `${part.get("year")}-${two(part.get("month"))}`)
for (const [words, expected] of [
  ["2024年1-6月", ["6月", "2025-06", null]],
  ["2024年1月至6月", ["2024年1月至6月", "2024-01", "2024-06"]],
  ["增长三点五个百分点", ["三点五", "03:05", null]],
  ["新增耕地十二点五万亩", ["十二点五", "12:05", null]],
  ["增长3.5个百分点", undefined],
]) {
  const [found] = chrono.zh.hans.parse(words, march)
  const seen = found && [found.text, read(found.start), read(found.end)]
  console.log(`${words}: ${JSON.stringify(seen)}`)
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    console.log(`changed: ${JSON.stringify(expected)} was seen before`)
    process.exit(1)
  }
}
JS
