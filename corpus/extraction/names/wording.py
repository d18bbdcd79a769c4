"""Words before an amount without what wraps them: periods, methods, whose a standard is."""

from functools import lru_cache

from corpus.compiled import compiled
from corpus.extraction.lexicon import clauses
from corpus.extraction.marked import PERIOD, VOID

_MASKED = compiled(
    rf"(?:截至|截止|到|至|自|从|于|在|以|距|据|由)?{PERIOD}+"
    r"(?:以来|期间|年末|末|底|初|内|里|前后|前|后|当季|当期|单季|单月|当年|当月|当日|止|起|份|[上中下]旬|全年|的(?=[^占]))?"
)
_PLAN = compiled(
    r"^[^,;]{0,8}?(?:核定|下达|批准)给?(?:我[省市县区州旗]|全[市县区])(?=[^,;]{2})"
    r"|^.*?(?:确定|设定|提出|下达|制定|明确|规划|预定)的|^(?:未|没有|没能)(?:达到|完成|实现)"
)
_AFFECTED = compiled(r"^(?P<topic>.*?)受(?P<cause>[^受]+?)(?:影响|等因素影响)?$")
_METHOD = compiled(
    r"受[^,;]*?影响|按[^,;的]{1,14}?(?:汇率(?:计算|折算)?|计算|计价|口径|计(?!划))|(?:经|根?据)[^,;的]{1,14}?(?:核算|统计|测算|监测|显示)(?:结果|数据)?"
    r"|经[^,;的]{1,16}?(?:批准|同意|审议|审定|通过|审查)(?:后|,)?"
    r"|[^,;的]{0,10}(?:人代会|人大|人民代表大会)[^,;的]{0,10}(?:批准|通过)的?"
)
# 收入加转移性收入9亿元: what is added is the amount's own.
_PLUS = compiled(r"^.{2,}(?:收入|支出|财力|资金|结余)加上?(?=.{3,}$)")
_SPAN = compiled(
    r"^[一二两三四五六七八九十\d]+年(?:来|间|内)?(?=累计|共|平均|完成|新[增建]|改造|建成|投入|$)"
)
# 内河吞吐量5年增长1.6倍
_YEARS_BEHIND = compiled(r"(?<=[\u4e00-\u9fff]{3})(?:[两二三四五六七八九十]|\d{1,2})年(?:来|间)?$")
# 由各乡镇建设了硬化工程, 境内有水库: by whom and where, before what it is.
_BY = compiled(r"^由[^,;由的]{1,8}?(?:建设|实施|投资|承担|组织实施)了?(?=.{2,})")
_INSIDE = compiled(r"^(?:[本全]?[省市县区乡镇州旗村]|辖区)?(?:境内|内)(?:现|共)?有(?=.{2,}|$)")
# 新城因集中交付住宅: what comes of it is the name.
_BECAUSE = compiled("(?<=[\u4e00-\u9fff]{2})因(?![素特果地材势])(?=[\u4e00-\u9fff]{4,})")
# 与2010年第六次全国人口普查的44万人相比, 常住人口[2]: when it was counted, and a note's mark.
_CENSUS = compiled(r"第[一二三四五六七八]次(?:全国)?(?:人口|经济|农业)普查(?:的|时|数据)?|\[\d{1,3}\]")
# 增长的主要原因是出让收入增加3亿元: what rose is the income.
_REASON = compiled(r"^[^,;。]{0,14}?原因(?:是|为|在于)(?=.{2,})")
# 经济概况国内生产总值: a heading that runs into what it is above.
_HEADING = compiled(
    r"^(?:(?:经济|社会|基本|自然|工业|农业|交通|人口)?(?:概况|状况)|(?:经济发展|相关介绍|基本情况|主要情况|行政区划|地理位置)(?=[全本我辖]))(?=[\u4e00-\u9fff]{2,}$)"
)
# 进一步明确“2022年新增充电桩300个…”的目标任务: what is quoted begins with its time.
_QUOTED = compiled(rf"^[^“”]*“(?=(?:到|至)?{PERIOD})(?=[^”]*$)")
_NTH = compiled(r"^[一二三四五六七八九十]{1,3}是")
# 补助标准为一类学校: of whom stands behind what it is.
_STANDARD = compiled(r"^(?P<what>[^为是]{2,12}(?:标准|补贴|补助|津贴|补偿|奖励))(?:为|是|:)(?P<who>.{2,})$")
_TOLD = 20  # characters of a name with two 的 that is part of what is told
_LONGEST = 45  # characters of a name: a longer one is most of a sentence
_TORN = compiled(
    r"^(?:/|[对为因从与](?:此|这|该)|(?:\d{4}年|[去上]年)?同期|此(?![次起])|面对|围绕|针对|根据|按照|为了|由于|随着|鉴于|自从|凭借|关于|[^按]{1,8}按(?![摩揭照时期劳])|有(?![效机色限线轨偿关望序力]|[^的]{1,6}的)|.{0,4}(?<!第)一[个家座所条名项批处](?![半次])|.*之$|以(?!工代赈|旧换新|色列|奖代补|租代)|连同|起(?=第|[一二三四五六七八九十])|这|据(?![点])|每(?:个|一)[^,]{6,}(?:通|建有|都有|拥有)[^,]+|.*最[^,]{1,3}且|把|办好|做好|用好|被(?![子动告征保])|让|使(?![用馆])|较(?![大好高快])|比(?![例重赛率值亚选对])|距|从(?!业)|分(?=[面批期步])|不含|不包括|[了着的之]"
    r"|(?:前期|近期|先期|后期|此前|给予|予以|按照?|含|不含|如|每|(?:以[上下])?至|[增减升降涨跌]至|[增减升降涨跌]到)$|(?:牢牢|始终|坚决|须)|.*[局委办厅府]对(?:[全我各本][省市县区州])?$|.*(?:较|[前上后]|提升)移$|.*[你您]们?(?:建议|反映|提出|要求|所|在)|.*\d.*元.*了|.*\d万?亿?元[^,]{0,6}资金(?:建设|建成|新建|改造|实施|购置|配备)|.*了.*等$|按(?![摩揭时期]).{1,11}$|对(?:我|全)[省市县区州]|[^,]{1,6}[镇乡村县区市]外(?![资贸语环来地科线])|年$|.*(?:按|最高不|在这|给所?|(?<![税以之])[前后])$|[前后第头][一二三四五六七八九十两\d]+年$|这里|[一二三四五六七八九十是有]$|为(?![农民老侨])|范围|每年(?=[一-龥]{0,2}$)|成为|分布于|位于|坚持把|继$|就是|[)】》、,])"
    r"|(?:[摆了着的被把于从或且但、(]|(?<![惠普涉波危])及|(?<![参给])与|进至|较其|(?<=准)按|(?<=贴)按|在全?[国省市县区州]|(?<=.)全[国省市县区州]|仅限|以来|^第[\d一二三四五六七八九十]+|对?当年|享受|导致|造成|致使|引起|引发|使得|表明|显示|起了一个|这里将?建)$|[。;!?]|单位:"
)
WRAP = "、,;:。的 " + VOID


@lru_cache(maxsize=4096)
def wrapped(masked: str) -> str:
    """The words without periods, empty brackets and what wraps a name: 年初确定的, 按可比价计算."""
    masked = _QUOTED.sub("", masked)
    masked = _BECAUSE.sub("", _CENSUS.sub("", _REASON.sub("", masked)))
    text = _PLUS.sub("", _METHOD.sub("", _PLAN.sub("", _MASKED.sub("", masked))))
    text = _SPAN.sub("", _NTH.sub("", text.strip(WRAP)).lstrip("-*•●■◆—–"))
    text = _HEADING.sub("", _INSIDE.sub("", _BY.sub("", _YEARS_BEHIND.sub("", text))))
    return text.replace(PERIOD, "").replace(VOID, "").strip(WRAP.replace("的", ""))


def unspanned(text: str) -> str:
    """The words without the years that they begin with: 三年内新增停车位."""
    return _SPAN.sub("", text)


def cause(masked: str) -> tuple[str, str]:
    """Who is affected and by what: 行业受大修45天影响 → (行业, 大修); two empty strings where nothing is."""
    match = _AFFECTED.match(masked)
    return (match["topic"], match["cause"]) if match else ("", "")


def of_kind(text: str) -> str:
    """Whose a standard is before what it is: 一类学校补助标准."""
    match = _STANDARD.match(text)
    return match["who"] + match["what"] if match else text


@lru_cache(maxsize=4096)
def is_torn(name: str) -> bool:
    """Whether a name begins or ends in the middle of a phrase.

    >>> is_torn("把政治建设摆"), is_torn("比预算目标"), is_torn("比重"), is_torn("城镇化率")
    (True, True, False, False)
    """
    if len(name) > _LONGEST or name in ("一次性", "楼") or name in clauses()["torn"]["verbs"]:
        return True
    told = name.count("的") > 1 and len(name) > _TOLD
    return told or bool(_TORN.search(name)) or name.count("“") != name.count("”")
