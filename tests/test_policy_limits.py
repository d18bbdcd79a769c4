"""What a policy says of itself: for how long, for whom it does not hold, whether awards add up, and what is no longer given."""

from pathlib import Path

import pytest

from tests.libraries import answer_from, assert_told

SHIPS = """渔港镇渔船更新补助办法

第一条 本办法适用于本镇登记的捕捞渔船。
第二条 船长24米以上的渔船更新,每艘补助40万元;12米以上不足24米的,每艘补助15万元。
第三条 船长小于12米的渔船,不再补助。
第四条 下列渔船不享受本办法补助:(一)船龄不足十年的;(二)有违规捕捞记录的;(三)产权不清的。
第五条 已享受上级更新补助的渔船,不得重复申请本补助。
第六条 本办法自2023年3月1日起施行,有效期至2026年2月28日。
"""

SHOPS = """关于扶持夜间经济的若干措施

一、对新开24小时便利店,每店补助6万元。
二、对夜间外摆摊位,每个每年补助1200元。
三、本措施不适用于娱乐场所、网吧和彩票站。
四、同一项目符合多项奖补条件的,按照就高不重复的原则执行。
五、外地经营主体在本区开设门店的,参照本措施执行。
六、本措施自发布之日起实施,试行两年。
"""

TREES = """柏溪县林果产业奖补方案

对新栽核桃50亩以上的农户,每亩奖补300元。国家公职人员、涉林违法人员除外。
新栽花椒的,每亩奖补200元;与核桃奖补可叠加享受。
本方案执行期限为2021年至2023年,由县林业局负责解释。
"""


@pytest.mark.parametrize(
    ("policy", "question", "said"),
    [
        (SHIPS, "这个办法从什么时候开始施行", "2023年3月1日"),
        (SHIPS, "补助办法到哪年到期", "2026年2月28日"),
        (SHIPS, "哪些渔船不能享受补助", "有违规捕捞记录的"),
        (SHIPS, "船长10米的渔船还能拿到补助吗", "不再补助"),
        (SHIPS, "已经拿了上级的更新补助，还能重复申请吗", "不得重复申请"),
        (SHOPS, "这措施管几年", "试行两年"),
        (SHOPS, "哪些场所不适用", "娱乐场所、网吧和彩票站"),
        (SHOPS, "好几项奖补条件都符合，能叠加吗", "就高不重复"),
        (SHOPS, "外地经营主体能享受吗", "参照本措施执行"),
        (TREES, "方案执行到哪一年", "2021年至2023年"),
        (TREES, "哪些人不能享受", "国家公职人员、涉林违法人员除外"),
        (TREES, "核桃和花椒的奖补能叠加吗", "可叠加享受"),
    ],
)
def test_limits(policy: str, question: str, said: str, tmp_path: Path) -> None:
    """Told in the policy's own words."""
    assert_told(tmp_path, policy, question, [said])


@pytest.mark.parametrize(
    ("policy", "question"),
    [
        (SHIPS, "船长30米的渔船还能拿到补助吗"),
        (SHOPS, "新开24小时便利店能拿多少"),
        (TREES, "新栽核桃80亩补多少"),
    ],
)
def test_limits_are_not_told_of_others(policy: str, question: str, tmp_path: Path) -> None:
    """What does not hold for the person's case is no answer."""
    headline = answer_from(tmp_path, policy, question).headline
    assert not any(words in headline for words in ("不再", "不适用", "除外"))
