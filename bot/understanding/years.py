"""Days moved to another year."""

import calendar
from datetime import date, timedelta


def month_end_in(day: date, year: int) -> date:
    """The same day of another year; the last of February stays the last of February."""
    is_end = (day + timedelta(days=1)).month != day.month
    last = calendar.monthrange(year, day.month)[1]
    return date(year, day.month, last if is_end else min(day.day, last))
