"""What a document says of itself, asked in everyday words."""

from pathlib import Path

import pytest

from bot.answer import Kind
from bot.answering.answerer import Answerer
from tests.libraries import answer_from, assert_told


@pytest.mark.parametrize(
    ("question", "headline", "cited"),
    [
        pytest.param("联系人是谁", "联系人:张航", "联 系 人:张航", id="contact"),
        pytest.param(
            "这事找谁对接",
            "联系人:张航",
            "联 系 人:张航",
            id="whom to ask",
        ),
        pytest.param("联系电话多少", "联系电话:0576-88830501", "联系电话:0576-88830501", id="telephone"),
        pytest.param("邮编", "邮编:318020", "邮 编:318020", id="postcode"),
        pytest.param(
            "提案几号", "提案编号:第133号", "第133号", id="number of the proposal, in four characters"
        ),
        pytest.param(
            "这封信谁写的", "发布机构:区经信和科技局(区中小企业局)", "区经信和科技局", id="who wrote it"
        ),
        pytest.param(
            "盖章那里写的是哪天", "落款日期:2024年7月25日", "2024年7月25日", id="the day of the seal"
        ),
        pytest.param(
            "几位委员",
            "郑仁娇、孙鑫柔、蒋安杰、洪建平、朱玲、柯优美、方宁、张启斌、王昌云等9位委员:",
            "等9位委员",
            id="how many members",
        ),
        pytest.param("文号是多少", "文号:椒经科提函〔2024〕45号", "椒经科提函〔2024〕45号", id="number"),
        pytest.param("几号文", "文号:椒经科提函〔2024〕45号", "椒经科提函〔2024〕45号", id="which number"),
        pytest.param(
            "索引号发我",
            "信息索引号:11331002002668741Q/2024-159030",
            "11331002002668741Q/2024-159030",
            id="index",
        ),
        pytest.param("公开方式是什么", "公开方式:主动公开", "主动公开", id="openness"),
        pytest.param("成文日期是哪天", "成文日期:2024-11-18", "2024-11-18", id="the page's date"),
        pytest.param("落款是哪天", "落款日期:2024年7月25日", "2024年7月25日", id="the letter's date"),
        pytest.param("什么时候印发的", "印发日期:2024年7月25日", "2024年7月25日印发", id="printed"),
        pytest.param("抄送给谁了", "抄送:区政府办公室,区政协提案委", "抄送:区政府办公室", id="copies"),
        pytest.param(
            "电话和邮编", "联系电话:0576-88830501;邮编:318020", "联系电话:0576-88830501", id="two at once"
        ),
    ],
)
def test_a_fact_is_given_with_the_line_it_stands_in(
    question: str, headline: str, cited: str, answerer: Answerer
) -> None:
    """Its standard name and its value as printed."""
    answer = answerer.answer(question)
    assert (answer.kind, answer.headline) == (Kind.ANSWER, headline)
    assert any(cited in one.passage.text for one in answer.cited)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("提案是谁提的", ("郑仁娇", "朱玲", "王昌云"), id="members"),
        pytest.param("提案编号多少", ("133",), id="number of the proposal"),
        pytest.param("这是第几号提案", ("133",), id="which proposal"),
        pytest.param("提案题目叫什么", ("加快推进新型工业化",), id="title of the proposal"),
        pytest.param("哪个单位答复的", ("区经信和科技局",), id="who answers"),
        pytest.param("谁写的这封信", ("区经信和科技局",), id="who wrote it"),
        pytest.param("谁发来的函", ("区经信和科技局",), id="who sent it"),
        pytest.param("这封信写给谁", ("郑仁娇", "王昌云"), id="to whom"),
        pytest.param("回复给哪些委员", ("郑仁娇", "王昌云"), id="to which members"),
        pytest.param("这份答复是给哪位委员的", ("郑仁娇", "王昌云"), id="for which member"),
    ],
)
def test_a_longer_fact(question: str, parts: tuple[str, ...], answerer: Answerer) -> None:
    """All of it."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.ANSWER
    assert all(part in answer.headline for part in parts)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("黄岩区经信局的联系电话", id="another office"),
        pytest.param("2023年那份函的联系人", id="another year"),
    ],
)
def test_a_fact_of_another_document_is_not_given(question: str, answerer: Answerer) -> None:
    """This letter's telephone is no answer to that."""
    answer = answerer.answer(question)
    assert answer.kind is Kind.NOT_FOUND
    assert "0576" not in answer.headline
    assert "张航" not in answer.headline


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        pytest.param("南浦区答复的联系人", "联系人:钱小雨", id="by place"),
        pytest.param("第27号建议联系电话", "联系电话:0571-88001234", id="by its number"),
    ],
)
def test_the_document_meant_among_several(question: str, headline: str, counties: Answerer) -> None:
    """By place, by number, by what it is about."""
    assert counties.answer(question).headline == headline


REPORT = """政府工作报告
——2025年1月9日在苍川县第十届人民代表大会第五次会议上
苍川县县长　路远之
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2024年工作回顾
全县地区生产总值186.4亿元，增长5.6%。
"""
POLICY = """苍川县人民政府办公室
苍政办发〔2024〕8号
关于印发《苍川县民宿发展扶持办法》的通知
各乡镇人民政府：
第一条 新开业的民宿每家补助8万元。
第二条 本办法自2024年6月1日起施行，有效期至2027年5月31日。发现违规的可拨打12345举报。
"""


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(REPORT, "这报告是谁作的", "路远之", id="who reported"),
        pytest.param(REPORT, "哪位县长作的报告", "路远之", id="which head"),
        pytest.param(REPORT, "报告是哪天在什么会上作的", "2025年1月9日", id="day of a report"),
        pytest.param(REPORT, "报告是在哪个会上作的", "第五次会议", id="the meeting"),
        pytest.param(POLICY, "办法什么时候开始施行", "2024年6月1日", id="in force from"),
        pytest.param(POLICY, "这个政策管到哪一天", "2027年5月31日", id="in force to"),
        pytest.param(POLICY, "违规举报打哪个号", "12345", id="a number in a sentence"),
    ],
)
def test_what_a_document_says_of_itself(paper: str, question: str, said: str, tmp_path: Path) -> None:
    answer = answer_from(tmp_path, paper, question)
    assert (answer.kind, said in answer.headline) == (Kind.ANSWER, True), answer.headline


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        pytest.param(REPORT, "报告有效期到哪天", id="no such article"),
        pytest.param(POLICY, "咨询消防打什么电话", id="a number for something else"),
        pytest.param(REPORT, "谁撰稿的发布会通稿", id="another text"),
    ],
)
def test_what_it_does_not_say_is_not_given(paper: str, question: str, tmp_path: Path) -> None:
    assert answer_from(tmp_path, paper, question).kind is Kind.NOT_FOUND


NOTICE = "来源:霞溪县统计局 发布日期:2024-08-22\n霞溪县2024年上半年经济运行情况分析\n\n上半年,全县粮食产量3.2万吨,增长2.1%。\n"
PROPOSAL = (
    "霞溪县住建局\n霞住建函〔2024〕12号\n关于政协霞溪县十届二次会议第57号提案的答复\n\n周以宁委员:\n"
    "您提出的关于加装电梯的提案收悉。2024年全县加装电梯35部。\n\n霞溪县住建局\n2024年7月25日\n"
)


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(NOTICE, "这份分析是哪个单位写的,什么日期?", ["统计局", "2024-08-22"], id="who and when"),
        pytest.param(NOTICE, "这份材料哪天发布的,哪家单位出的", ["统计局", "2024-08-22"], id="when and who"),
        pytest.param(
            NOTICE, "上半年情况是哪个局发的,几号发布", ["统计局", "2024-08-22"], id="what it is about"
        ),
        pytest.param(PROPOSAL, "这提案是谁提的,编号多少", ["周以宁", "57"], id="whose and which number"),
        pytest.param(PROPOSAL, "提案是谁提的,算哪一类", ["周以宁", "没有写明类别标记"], id="one is not said"),
    ],
)
def test_both_facts_are_told_or_that_one_is_missing(
    paper: str, question: str, said: list[str], tmp_path: Path
) -> None:
    headline = answer_from(tmp_path, paper, question).headline
    assert [piece for piece in said if piece not in headline] == []


GAZETTE = "溪口县2024年国民经济和社会发展统计公报\n溪口县统计局\n（2025年4月18日）\n2024年,全县粮食产量12.6万吨,增长1.8%。\n"
ACCOUNTS = "2024年度柳堡市财政决算情况\n日期:2025-08-12 09:30\n来源:柳堡市财政局\n2024年全市一般公共预算收入52.31亿元,增长3.3%。\n"
UNSIGNED = "发布日期:2025-02-06\n桐山区2024年工业经济运行情况\n\n2024年,全区工业产值312.6亿元,增长4.1%。\n"


@pytest.mark.parametrize(
    ("paper", "question", "said"),
    [
        pytest.param(GAZETTE, "溪口这份公报是哪个单位、哪一天发布的", ["溪口县统计局", "2025年4月18日"], id="one verb"),
        pytest.param(GAZETTE, "公报是谁公布的,几月几号?", ["溪口县统计局", "2025年4月18日"], id="the verb between"),
        pytest.param(ACCOUNTS, "柳堡2024年财政决算是谁在哪天发布的", ["柳堡市财政局", "2025-08-12"], id="who on which day"),
        pytest.param(ACCOUNTS, "这份决算情况是什么时候由哪个部门公开的?", ["柳堡市财政局", "2025-08-12"], id="when by whom"),
        pytest.param(REPORT, "报告是谁在哪天作的", ["路远之", "2025年1月9日"], id="who spoke on which day"),
        pytest.param(REPORT, "工作报告哪天在什么会上作的", ["第五次会议", "2025年1月9日"], id="which day at which meeting"),
    ],
)  # fmt: skip
def test_two_facts_asked_with_one_verb(paper: str, question: str, said: list[str], tmp_path: Path) -> None:
    assert_told(tmp_path, paper, question, said)


@pytest.mark.parametrize(
    ("paper", "question"),
    [
        pytest.param(UNSIGNED, "这份情况是哪个单位、哪一天发布的", id="no office"),
        pytest.param(UNSIGNED, "材料是谁在几号公布的?", id="no office, who"),
        pytest.param(ACCOUNTS, "这个报告是哪天在会上作的", id="published is not reported"),
    ],
)
def test_one_of_two_facts_is_no_answer(paper: str, question: str, tmp_path: Path) -> None:
    """Where the other is not said it is told as the nearest there is."""
    assert answer_from(tmp_path, paper, question).kind is Kind.NOT_FOUND
