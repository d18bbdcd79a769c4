"""What people say for what papers print: a question put into the words of the letters where those have them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.tables import FOLDER, table
from bot.understanding.lexicon import any_of, bare, decides, lexicon
from corpus.compiled import compiled

# What stands between two parts of a phrase: 房子…卖 of 房子一共卖了多少.
_GAP = "([^,，。;；?？!！]{0,6}?)"
# How much, with the verb before it.
_ASKED = compiled("(?:(?P<verb>.)了)?(?P<much>多少|几多|好多|几)$")
# What is a mean, and how people say so.
_MEAN, _MEANS = (
    compiled("人均|户均|平均|均"),
    compiled("(?:平均|一个人|每个人|每人|一人|每年|一年|下来|到手|的)*"),
)
# More of one question's phrases are not put otherwise; that many of its readings are tried.
_PHRASES, _READINGS = 4, 4


@dataclass(frozen=True)
class Phrase:
    """A phrase as it is written, and the terms that papers print for it, the usual one first."""

    words: str
    terms: tuple[str, ...]

    @cached_property
    def start(self) -> str:
        """What it begins with, up to its first gap."""
        return self.words.partition("…")[0]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it where its beginning stands, with anything short in its gaps."""
        if self.start == self.words:
            return _of(len(self.words))
        return re.compile(_GAP.join(map(re.escape, self.words.split("…"))))

    def at(self, text: str, place: int) -> re.Match[str] | None:
        """Where a text has it at a place."""
        # A pattern is made only where its beginning stands: of thousands few ever do.
        return self.pattern.match(text, place) if text.startswith(self.start, place) else None


@cache
def _of(size: int) -> re.Pattern[str]:
    """So many characters: where all of a phrase is known to stand, there is nothing more to compile for it."""
    return re.compile(f".{{{size}}}", re.DOTALL)


@dataclass(frozen=True)
class Thesaurus:
    """The phrases by their first character, longer ones first, and talk that narrows nothing."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    talk: re.Pattern[str]

    @property
    def entries(self) -> list[tuple[str, str]]:
        """Every phrase, nothing in its gaps, with each of its terms."""
        phrases = (phrase for group in self.phrases.values() for phrase in group)
        return [(phrase.words.replace("…", ""), term) for phrase in phrases for term in phrase.terms]

    def paraphrases(self, text: str, printed: Callable[[str], bool]) -> list[str]:
        """The text with its phrases put as the letters have them; first all of them, then all but one.

        `printed` says whether some letter has a term. No reading for a text without such a phrase.
        """
        found = list(self._found(bare(text), printed))[:_PHRASES]
        if not found:
            return []
        wholes = [found] if len(found) == 1 else [found, *([one] for one in found)]
        return list(dict.fromkeys(_put(bare(text), chosen) for chosen in wholes))[:_READINGS]

    def spoken(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        """Every phrase that stands in a text, one inside another too, with the terms that papers print for it."""
        asked = bare(text)
        found = (
            (phrase.at(asked, place), phrase.terms)
            for place in range(len(asked))
            for phrase in self._beginning(asked[place : place + 2])
        )
        return [(match.group(), terms) for match, terms in found if match]

    def terms(self, words: str) -> tuple[str, ...]:
        """What papers print for exactly these words; of 老房子…改造 the half 老房子 is no phrase."""
        text = bare(words)
        phrases = self.phrases.get(text[:1], ())
        return tuple(term for phrase in phrases if phrase.words == text for term in phrase.terms)

    def is_talk(self, words: str) -> bool:
        """Whether the words are talk and nothing else."""
        return bool(self.talk.fullmatch(bare(words)))

    def plainly(self, text: str) -> str:
        """The text without talk that narrows nothing; "" for a text without such talk, or of nothing else."""
        rest = self.talk.sub("", bare(text))
        return rest if rest != bare(text) and len(rest) > 1 else ""

    def _found(self, text: str, printed: Callable[[str], bool]) -> Iterator[tuple[re.Match[str], str]]:
        """The phrases of the text from left to right, none inside another, each with a term that is printed."""
        place = 0
        # 重工业产值 has no 工业产值 in it.
        inside = {
            at for whole in lexicon().terms.finditer(text) for at in range(whole.start() + 1, whole.end())
        }
        while place < len(text):
            match, term = (None, "") if place in inside else self._at(text, place, printed)
            if match:
                yield match, term
            place = match.end() if match else place + 1

    def _at(self, text: str, place: int, printed: Callable[[str], bool]) -> tuple[re.Match[str] | None, str]:
        for phrase in self._beginning(text[place : place + 2]):
            match = phrase.at(text, place)
            term = next(filter(printed, phrase.terms), "") if match else ""
            if term and term not in text:
                return match, term
        return None, ""

    def _beginning(self, letters: str) -> tuple[Phrase, ...]:
        """The phrases that may stand where a text has these one or two characters."""
        return self._begun.get(letters) or self._begun.get(letters[0], ())

    @cached_property
    def _begun(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases by two characters that some begin with, and by one those that begin with no more."""
        return {
            letters: tuple(one for one in group if letters.startswith(one.start[:2]))
            for first, group in self.phrases.items()
            for letters in {first, *(one.start[:2] for one in group)}
        }


def _put(text: str, found: Sequence[tuple[re.Match[str], str]]) -> str:
    """The text with each phrase replaced by its term; what stands in the phrase's gaps goes behind it, unless that or what
    follows only says the term's end again: 城镇居民人均可支配收入 for 城里人平均一年到手收入."""
    said = text[: found[0][0].start()]
    ends = [match.start() for match, _ in found[1:]] + [len(text)]
    for (match, term), end in zip(found, ends, strict=True):
        gaps = _gaps(match)
        # 卖了几亩地 asks for no money: the amount that a phrase has in it is still asked for.
        amount = _amount().search(match.group())
        kept = amount.group() if amount and amount.group() not in gaps + term else ""
        behind = gaps + kept + text[match.end() : end]
        said += term + behind[_again(term, behind) :]
    return said


def _again(term: str, behind: str) -> int:
    """Up to where what stands behind a term says its end again, after words for a mean that it has itself; 0 where nothing
    does."""
    means = _MEANS.match(behind)
    start = means.end() if means and _MEAN.search(term) else 0
    sizes = range(len(term) - 1, 1, -1)
    return next((start + size for size in sizes if behind.startswith(term[-size:], start)), 0)


def _gaps(match: re.Match[str]) -> str:
    """What stands in a phrase's gaps; of 卖地一年卖了几多钱 neither the verb said again nor how much."""
    gaps = "".join(match.groups(default=""))
    asked = _ASKED.search(gaps)
    if asked is None:
        return gaps
    verb = asked["verb"] and match.group().count(asked["verb"]) > 1
    return gaps[: asked.start() if verb else asked.start("much")]


@cache
def _amount() -> re.Pattern[str]:
    """How much, and of what: 几亩, 多少钱."""
    return re.compile(f"(?:多少|几多|好多|几)(?:{any_of(lexicon().asked).pattern})")


@cache
def thesaurus() -> Thesaurus:
    """The shipped thesaurus. Read once: it is data that never changes while the program runs."""
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for name, said in _entries():
        terms = tuple(bare(term) for term in name.split("|"))
        for words in said:
            parts = [bare(part) for part in words.split("…")]
            phrases[parts[0][0]].append(Phrase("…".join(parts), terms))
    ordered = {
        start: tuple(sorted(group, key=lambda one: (-len(one.words.replace("…", "")), one.words)))
        for start, group in phrases.items()
    }
    return Thesaurus(ordered, _talk())


def _entries() -> Iterator[tuple[str, list[str]]]:
    for file in sorted((FOLDER / "thesaurus").glob("*.toml")):
        if file.stem != "talk":
            for group in table(f"thesaurus/{file.stem}").values():
                yield from group.items()


def _talk() -> re.Pattern[str]:
    # 最后 says that a result is meant: what fills a slot is no talk.
    return any_of(bare(word) for word in table("thesaurus/talk")["words"] if not decides(word))
