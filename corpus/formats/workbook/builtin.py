"""Number formats that a workbook names by number alone (ECMA-376, part 1, 18.8.30)."""

GENERAL = "General"
_YEAR_MONTH, _MONTH_DAY, _DAY = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
_HALVES = "上午/下午"
# What a file need not spell out: the formats that every program knows by number, with a Chinese system's dates.
BUILT_IN = {
    **dict(enumerate((GENERAL, "0", "0.00", "#,##0", "#,##0.00"))),
    **dict.fromkeys((5, 6), '"¥"#,##0;-"¥"#,##0'),
    **dict.fromkeys((7, 8), '"¥"#,##0.00;-"¥"#,##0.00'),
    **dict(
        enumerate(
            ("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??", "yyyy/m/d", "d-mmm-yy", "d-mmm", "mmm-yy"), 9
        )
    ),
    **dict(enumerate(("h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "yyyy/m/d h:mm"), 18)),
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
    **dict(enumerate(("m-d-yy", _DAY, 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'), 30)),
    **dict.fromkeys((34, 55), f'{_HALVES}h"时"mm"分"'),
    **dict.fromkeys((35, 56), f'{_HALVES}h"时"mm"分"ss"秒"'),
    **dict.fromkeys((37, 38, 41, 42), "#,##0;-#,##0"),
    **dict.fromkeys((39, 40, 43, 44), "#,##0.00;-#,##0.00"),
    **dict(enumerate(("mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@"), 45)),
}
