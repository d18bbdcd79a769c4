"""Whether a rate is the most that is given of something."""

import re

from corpus.amounts.quantity import Bound, Quantity
from corpus.compiled import compiled
from corpus.rule.words import words

RATES = frozenset({"%", "‰"})
HEDGED = compiled(r"^(?:最|不[超得高大多]|至多|小于等于)")
# A rate may be the most that is given: 按不超过投资额的20%给予补助.
_BY_MOST = compiled(r"按照?(?:最高)?不(?:超过|高于|多于)[^,;]{0,24}$")
_GIVEN_MOST = compiled(r"(?:给予|予以)(?:企业|单位|其)?(?:最高)?不(?:超过|高于|多于)[^,;]{2,24}$")
_GIVEN_NAME = compiled(r"^的?(?:比例|标准|额度)?[^,;的]{0,8}(?:奖励|奖补|补助|补贴|资助|贴息|返还|支持|减免)")
_GIVES_RATE = compiled(r"(?:给予|予以|奖励|补助|补贴|资助|返还)[^,;]{0,16}$")


def is_rate_at_most(amount: Quantity, near: str, before: str, after: str) -> bool:
    """Whether a percentage is the most of something that is given by it: 给予最高30%补助, 按不超过投资额的20%给予."""
    if amount.unit not in RATES or amount.bound is Bound.AT_LEAST:
        return False
    if _BY_MOST.search(near) or _GIVEN_MOST.search(near):
        return bool(words().verb.search(after))
    hedged = amount.bound is Bound.AT_MOST and HEDGED.match(amount.raw)
    if not (hedged or words().cap.search(near)):
        return False
    named = re.search(r"(?:额度?|金额|标准|比例|总[额量])(?:最高)?(?:不超过)?$", near)
    return not named and bool(_GIVEN_NAME.match(after) or _GIVES_RATE.search(before))
