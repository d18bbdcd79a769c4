"""An invented letter as an office scans it: two pages a little askew, a red head, a seal over the signature."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from tests.bench.scans import printed

_RED = (205, 25, 25)
_HEAD, _HEAD_SIZE, _HEAD_TOP, _RULE = "云岭县农业农村局文件", 104, 60, 195  # dots
_SEAL, _SEAL_SIZE = "云岭县农业农村局", 330
_FIRST = """
关于2024年上半年茶叶生产情况的报告
县人民政府：
现将2024年上半年全县茶叶生产情况报告如下。
一、茶园面积
全县茶园面积12.8万亩，比上年同期增加0.6万亩，
其中良种茶园面积9.7万亩，占75.8%。
二、产量和产值
上半年全县茶叶产量3260吨，同比增长6.4%；茶叶产值5.72
亿元，同比增长9.1%。"""
_SECOND = """三、加工和销售
全县有茶叶加工企业46家，其中规模以上企业8家。上半年茶叶
出口额1240万美元，同比下降3.5%。
四、下一步打算
下半年计划改造低产茶园0.9万亩。



                                            云岭县农业农村局
                                              2024年7月12日"""


def write(path: Path, font: Path) -> None:
    """The letter as a PDF file of two pictures, printed in this font."""
    first = printed(_FIRST, font).convert("RGB")
    pen = ImageDraw.Draw(first)
    head = ImageFont.truetype(str(font), _HEAD_SIZE)
    pen.text((first.width / 2, _HEAD_TOP), _HEAD, fill=_RED, font=head, anchor="ma")
    pen.rectangle((200, _RULE, first.width - 200, _RULE + 6), fill=_RED)
    second = printed(_SECOND, font).convert("RGB")
    second.paste(*_seal(font, (1010, 760)))
    pages = [
        page.rotate(lean, Image.Resampling.BICUBIC, fillcolor="white")
        for page, lean in ((first, 0.8), (second, -0.6))
    ]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200, quality=70)


def _seal(font: Path, place: tuple[int, int]) -> tuple[Image.Image, tuple[int, int], Image.Image]:
    """A round seal with a star, where it stands, and what of it is ink."""
    size = _SEAL_SIZE
    ink = Image.new("L", (size, size))
    pen = ImageDraw.Draw(ink)
    pen.ellipse((4, 4, size - 4, size - 4), outline=190, width=10)
    pen.regular_polygon((size / 2, size / 2, 52), 5, fill=190)
    face = ImageFont.truetype(str(font), 40)
    for number, letter in enumerate(_SEAL):
        one = Image.new("L", (size, size))
        ImageDraw.Draw(one).text((size / 2, 22), letter, fill=190, font=face, anchor="ma")
        turned = one.rotate(105 - 30 * number)
        ink.paste(turned, (0, 0), turned)
    return Image.new("RGB", (size, size), _RED), place, ink
