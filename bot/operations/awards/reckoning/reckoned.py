"""What a rule gives for an amount, reckoned with the working shown."""

from collections.abc import Sequence
from decimal import Decimal

from bot.operations.arithmetic.reckon import Working
from corpus.amounts.quantity import Quantity
from corpus.amounts.unit import shown
from corpus.rule.rule import Rule
from corpus.runtime.replace import replace

_YUAN = {"块": "元", "块钱": "元"}
_WAN = Decimal(10000)
# For how many months an award is that is given in a rhythm.
MONTHS = {"月": 1, "年": 12}


def rated(rule: Rule, amount: Quantity) -> Working:
    """The part of an amount that a rate gives: 300万美元 × 1% = 3万美元."""
    unit = amount.unit or "元"
    return _working(f"{_said(amount)} × {_rate(rule)}", amount.value * _factor(rule), unit)


def share(amount: Quantity, percent: Decimal) -> Working:
    """A share of an amount: 22万元 × 20% = 4.4万元."""
    unit = amount.unit or "元"
    return _working(f"{_said(amount)} × {shown(percent)}%", amount.value * percent / 100, unit)


def part(rule: Rule, percent: Decimal) -> Working:
    """The part of an award that one year has: 90万元 × 40% = 36万元."""
    value, unit = rule.amount.value, rule.amount.unit or "元"
    return _working(f"{money(value, unit)} × {shown(percent)}%", value * percent / 100, unit)


def changed(rule: Rule, percent: Decimal, how: str) -> Working:
    """An award raised or lowered: 1500元 × (1 + 50%) = 2250元."""
    unit = rule.amount.unit or "元"
    found = _working(f"{money(rule.amount.value, unit)} × {how}", rule.amount.value * percent / 100, unit)
    return replace(found, unit=f"{found.unit}/{rule.rhythm}") if rule.rhythm else found


def over(rule: Rule, amount: Quantity, low: Quantity) -> Working:
    """The part that a rate gives of what is above a threshold: (300万元 − 100万元) × 8% = 16万元."""
    unit = amount.unit or "元"
    above = amount.value - low.value
    return _working(
        f"({money(amount.value, unit)} − {money(low.value, unit)}) × {_rate(rule)}",
        above * _factor(rule),
        unit,
    )


def parted(rules: Sequence[Rule], amount: Quantity) -> Working:
    """The sum of what each tier gives for the part of the amount in it: 500万元 × 5% + 500万元 × 3%."""
    terms, value = [], Decimal(0)
    unit = amount.unit or "元"
    for rule in rules:
        low = rule.conditions[0].low.value if rule.conditions[0].low else Decimal(0)
        high = rule.conditions[0].high.value if rule.conditions[0].high else amount.value
        part = min(amount.value, high) - low
        if part > 0:
            terms.append(f"{money(part, unit)} × {_rate(rule)}")
            value += part * _factor(rule)
    return _working(" + ".join(terms), value, unit)


def counted(rule: Rule, amount: Decimal, months: int = 0) -> Working:
    """An award for each, so many times, and of what is given each month or year for so many: 200 × 8元 × 12 = 1.92万元.

    Where it is not told for how many (0) the award is one a month or a year: 5 × 1600元 = 8000元/月.
    """
    expression = f"{shown(amount)} × {money(rule.amount.value, rule.amount.unit)}"
    if months > 1:
        expression += f" × {shown(Decimal(months))}"
    found = _working(expression, amount * rule.amount.value * max(1, months), rule.amount.unit)
    return replace(found, unit=f"{found.unit}/{rule.rhythm}") if rule.rhythm and not months else found


def counted_over(rule: Rule, amount: Decimal, low: Decimal) -> Working:
    """An award for each of what is above a threshold: (260 − 100) × 5元 = 800元."""
    expression = f"({shown(amount)} − {shown(low)}) × {money(rule.amount.value, rule.amount.unit)}"
    return _working(expression, (amount - low) * rule.amount.value, rule.amount.unit)


def lasting(rule: Rule, months: int) -> Working | None:
    """What is given each month or year, for so many months, as long as it is given: 60 × 500元 = 3万元.

    None where it is given once, or where the months are no whole years.
    """
    if rule.span:
        months = min(months or rule.span.months, rule.span.months)
    size = MONTHS.get(rule.rhythm, 0)
    if not size or not months or months % size:
        return None
    count = Decimal(months // size)
    each = money(rule.amount.value, rule.amount.unit)
    return _working(f"{shown(count)} × {each}", count * rule.amount.value, rule.amount.unit)


def raised(first: Rule, more: Rule, steps: int) -> Working:
    """A first award with what is added for each step on: 20元 + 2 × 10元 = 40元."""
    unit = first.amount.unit
    expression = (
        f"{money(first.amount.value, unit)} + {shown(Decimal(steps))} × {money(more.amount.value, unit)}"
    )
    return _working(expression, first.amount.value + steps * more.amount.value, unit)


def less(one: Rule, other: Rule) -> Working:
    """How much more the first gives: 300万元 − 100万元 = 200万元."""
    unit = one.amount.unit
    if unit in {"%", "‰"}:
        expression = f"{shown(one.amount.value)} − {shown(other.amount.value)}"
        return Working(expression, one.amount.value - other.amount.value, "个百分点", ())
    expression = f"{money(one.amount.value, unit)} − {money(other.amount.value, unit)}"
    return _working(expression, one.amount.value - other.amount.value, unit)


def both(terms: Sequence[tuple[str, Decimal]], unit: str) -> Working:
    """Several awards added up, each with how it is written: 5 × 30万元 + 45万元."""
    return _working(
        " + ".join(text for text, _ in terms), sum((value for _, value in terms), Decimal(0)), unit
    )


def stepped(rule: Rule, amount: Decimal, first: Rule | None = None) -> Working:
    """An award for each full step, on top of the first award where there is one: 3 × 2万元 = 6万元."""
    assert rule.step
    count = amount // rule.step.value
    each = money(rule.amount.value, rule.amount.unit)
    value, expression = count * rule.amount.value, f"{shown(count)} × {each}"
    if first:
        value += first.amount.value
        expression = f"{money(first.amount.value, first.amount.unit)} + {expression}"
    return _working(expression, value, rule.amount.unit)


def money(value: Decimal, unit: str) -> str:
    """An amount of money as people write it: 3万元, 1.2亿元, 800元.

    >>> money(Decimal(30000), "元"), money(Decimal(120000000), "元"), money(Decimal(800), "元")
    ('3万元', '1.2亿元', '800元')
    """
    number, scale = _scaled(value)
    return f"{shown(number)}{scale}{_YUAN.get(unit, unit)}"


def _scaled(value: Decimal) -> tuple[Decimal, str]:
    if abs(value) >= _WAN * _WAN:
        return value / (_WAN * _WAN), "亿"
    return (value / _WAN, "万") if abs(value) >= _WAN else (value, "")


def _working(expression: str, value: Decimal, unit: str) -> Working:
    number, scale = _scaled(value)
    return Working(expression, number, scale + _YUAN.get(unit, unit).partition("/")[0], ())


def _said(amount: Quantity) -> str:
    return money(amount.value, amount.unit or "元")


def _rate(rule: Rule) -> str:
    return f"{shown(rule.amount.value)}{rule.amount.unit}"


def _factor(rule: Rule) -> Decimal:
    return rule.amount.value / (1000 if rule.amount.unit == "‰" else 100)
