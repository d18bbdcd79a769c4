"""Three invented letters of two places and two years, for what one letter cannot show."""

from pathlib import Path

YUNXI_2023 = """云溪县统计局
云溪县2023年国民经济和社会发展统计公报
2024年3月15日
一、综合
2023年全县实现地区生产总值201.36亿元,比上年增长5.2%。年末常住人口31.8万人。
二、财政
2023年全县一般公共预算收入18.05亿元,比上年增长4.1%。
"""
YUNXI_2024 = """云溪县统计局
云溪县2024年国民经济和社会发展统计公报
2025年3月12日
一、综合
2024年全县实现地区生产总值214.90亿元,比上年增长6.1%。其中,第一产业增加值22.18亿元,增长3.5%;第二产业增加值88.40亿元,增长7.0%;第三产业增加值104.32亿元,增长6.0%。年末常住人口31.5万人。
二、财政
2024年全县一般公共预算收入18.77亿元,比上年增长4.0%。
三、旅游
全年接待游客412.6万人次,比上年增长12.3%。
"""
NANPU_2024 = """南浦区文化和旅游局
南浦区文化和旅游局关于区人大七届四次会议第27号建议的答复
赵一鸣代表:
您提出的关于发展乡村旅游的建议收悉。现答复如下:
一、基本情况
2024年全区实现地区生产总值530.12亿元,同比增长4.8%。全年接待游客1236万人次,同比下降2.1%,主要是受台风影响。
二、下一步打算
2025年力争接待游客1300万人次以上。
联系人:钱小雨
联系电话:0571-88001234
南浦区文化和旅游局
2025年2月10日
"""


def write_counties(corpus: Path) -> Path:
    """The folder with the three letters written."""
    corpus.mkdir(parents=True)
    texts = {"yunxi-2023": YUNXI_2023, "yunxi-2024": YUNXI_2024, "nanpu-2024": NANPU_2024}
    for name, text in texts.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return corpus
