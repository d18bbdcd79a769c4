"""Web pages as a browser shows them: rules of the page that hide, strike out, raise and lower."""

from pathlib import Path

import pytest

from corpus.formats.web.page import webpage
from tests.counting import at_most, steps


def seen(rules: str, body: str) -> str:
    """What is read of a page with these rules and this body."""
    page = f"<html><head><style>{rules}</style></head><body><p>{body}</p></body></html>"
    return webpage(page.encode(), Path("a.html")).text.strip()


@pytest.mark.parametrize(
    ("rules", "body"),
    [
        (".hid{display:none}", "<span class='hid'>9</span>377亩"),
        ("#h { display : none !important }", "<span id=h>9</span>377亩"),
        ("ins{visibility:hidden}", "<ins>9</ins>377亩"),
        ("span.old{text-decoration: line-through red}", "<span class='x old'>9377</span>377亩"),
        (".a,.b{text-decoration-line:line-through}", "<i class=b>9</i>377亩"),
        (".w .n{opacity:0}", "<b class=w><i class=n>9</i>377</b>亩"),
        ("@media screen{.q{display:none}}", "<i class=q>9</i>377亩"),
        ("/* .k */ .k{font-size:0}", "<i class=k>9</i>377亩"),
        ("", "<i style='font-size:0px'>9<b style='font-size:14px'>377</b>9</i>亩"),
        ("", "<i style='opacity:0.0'>9</i>377亩"),
        (".u{vertical-align:super}", "377<i class=u>2</i>亩"),
        (".u{vertical-align:4px}", "377<i class=u>[2]</i>亩"),
        (".u{position:relative;top:-4px}", "377<i class=u>2</i>亩"),
        ("", "377<i style='position:relative;top:-.4em'>2</i>亩"),
        ("", "377<i style='position:relative;bottom:5px'>③</i>亩"),
        (".x{display:block} .x{display:none}", "<i class=x>9</i>377亩"),
        ("#y{display:none} .y{display:inline}", "<i id=y class=y>9</i>377亩"),
        (".z{display:none!important}", "<i class=z style='display:inline'>9</i>377亩"),
    ],
)
def test_what_is_not_shown_is_not_read(rules: str, body: str) -> None:
    """Nor are raised marks."""
    assert seen(rules, body) == "377亩"


@pytest.mark.parametrize(
    ("rules", "body"),
    [
        ("@media print{.p{display:none}}", "<i class=p>3</i>77亩"),
        ("@media (max-width: 600px){.p{display:none} .r{opacity:0}}", "<i class=p>3</i><i class=r>7</i>7亩"),
        ("/* .p{display:none} */", "<i class=p>3</i>77亩"),
        (".p:hover{display:none}", "<i class=p>3</i>77亩"),
        (".p{display:none} .p{display:inline}", "<i class=p>3</i>77亩"),
        (".p{display:none}", "<i class=p style='display:inline'>3</i>77亩"),
        (".p{font-size:0} .r{font-size:16px}", "<span class=p><i class=r>3</i></span>77亩"),
        (".p{position:relative;top:-1px}", "<i class=p>3</i>77亩"),
        (".p{opacity:.5}", "<i class=p>3</i>77亩"),
        ("a[{{{;}} @", "<i class=p>3</i>77亩"),
    ],
)
def test_what_is_shown_is_read(rules: str, body: str) -> None:
    assert seen(rules, body) == "377亩"


def test_powers_and_lowered_digits_stay() -> None:
    """Raised and lowered by rules as by elements."""
    body = "绿地12km<i class=u>2</i>,减排CO<i class=d>2</i>8.1万吨和CO<sub>2</sub>9万吨"
    assert seen(".u{vertical-align:6px} .d{vertical-align:sub}", body) == "绿地12km²,减排CO₂8.1万吨和CO₂9万吨"


@pytest.mark.parametrize(
    "rules",
    ["a" * 150_000, "@" * 150_000, f"a{' ' * 150_000}!{{display:none}}", "/*" * 75_000, "{" * 150_000],
)
def test_damaged_rules_take_no_time(rules: str) -> None:
    """They say nothing."""
    with at_most(5):
        assert seen(rules, "377亩") == "377亩"


def test_many_rules_and_nodes_take_bounded_work() -> None:
    """Rules beyond so many are not looked at: the work grows with the nodes alone."""

    def work(size: int) -> int:
        rules = "".join(f".c{number}{{display:none}}" for number in range(size))
        return steps(lambda: seen(rules, "<i class=c1>9</i>377亩" * size))

    assert work(2400) < 5 * work(600)
