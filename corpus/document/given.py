"""What a document is said to be outside its text: by front matter, page headers, a sidecar or the command line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields

# Keys as people and government pages write them.
_KEYS = {
    "title": ("title", "标题", "articletitle", "dc.title"),
    "number": ("number", "文号", "发文字号"),
    "issuer": ("issuer", "发布机构", "发文机关", "发布单位", "contentsource"),
    "place": ("place", "地区", "地点"),
    "signed": ("signed", "成文日期", "落款日期"),
    "published": ("published", "date", "发布日期", "pubdate"),
    "url": ("url", "link", "网址", "链接"),
    "period": ("period", "时期", "所属时期"),
}


@dataclass(frozen=True)
class Given:
    """Said of a document, as written; "" where nothing is said."""

    title: str = ""
    number: str = ""
    issuer: str = ""
    place: str = ""
    signed: str = ""
    published: str = ""
    url: str = ""
    period: str = ""

    def over(self, other: "Given") -> "Given":
        """This, where it says something, else the other."""
        return Given(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(Given)))


NOTHING = Given()


def given(said: Mapping[str, object]) -> Given:
    """What is said under any spelling of the keys; other keys are passed over.

    >>> given({"标题": "关于茶产业的答复", "Date": "2024-07-10"})
    Given(title='关于茶产业的答复', number='', issuer='', place='', signed='', published='2024-07-10', url='', period='')
    """
    lower = {key.strip().lower(): str(value).strip() for key, value in said.items()}
    return Given(
        **{
            name: next((lower[key] for key in spellings if lower.get(key)), "")
            for name, spellings in _KEYS.items()
        }
    )


def sidecar(said: Given) -> str:
    """The text of a sidecar file that says this; "" for nothing.

    >>> sidecar(Given(title='关于"茶"的答复', place="云岭县"))
    'title = "关于\\\\"茶\\\\"的答复"\\nplace = "云岭县"\\n'
    """
    rows = ((field.name, getattr(said, field.name)) for field in fields(Given))
    # A JSON string is a TOML string.
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in rows if value)
