"""Prose: the figures of one sentence, each with the name, time and mood it states or continues."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.extraction import mood, timing
from corpus.extraction.draft import Draft, last, level_in, members
from corpus.extraction.lexicon import clauses, head, indicators
from corpus.extraction.marked import PERIOD, Marked, Slot, slots
from corpus.extraction.phrase import Phrase, cause, content_verb, joined, lead_off, named, noun_behind, phrase, wrapped
from corpus.extraction.predicate import Predicate, predicate
from corpus.extraction.series import listed
from corpus.extraction.timing import Frame
from corpus.figure import Measure, Status
from corpus.period import Period
from corpus.unit import units

_GAPS = (Measure.GAP, Measure.RANK, Measure.CONTRIBUTION)


@dataclass(frozen=True)
class Setting:
    """What a sentence finds around it: the letter's place, its titles, whether they tell of plans, its time.

    `topic` is what the paragraph is about; `earlier` are the drafts of the letter so far.
    """

    home: str
    titles: tuple[str, ...]
    planned: bool
    frame: Frame
    topic: str
    earlier: tuple[Draft, ...]


@dataclass(frozen=True)
class Clause:
    """A slot with the words before its amount read. `own` is where they begin, a number with a noun included."""

    slot: Slot
    own: int
    said: Predicate
    phrase: Phrase
    words: str  # the masked words before the predicate


def drafts(marked: Marked, setting: Setting) -> tuple[Draft, ...]:
    """A draft for every mention of the sentence but those of a list that does not pair."""
    found: list[Draft] = []
    for run in _runs(_clauses(marked, setting)):
        reader = _Reader(marked, setting, tuple(found))
        found += reader.run(run) if len(run) > 1 else [reader.single(run[0])]
    return tuple(found)


def _clauses(marked: Marked, setting: Setting) -> Iterator[Clause]:
    before: Clause | None = None
    for slot in slots(marked):
        clause = _clause(marked, slot, slot.own, setting)
        if before and slot.own == before.slot.mention.end and not slot.joint and clause.phrase.name and not before.said.moves:
            clause = _clause(marked, slot, before.own, setting)
        yield clause
        before = clause


def _clause(marked: Marked, slot: Slot, own: int, setting: Setting) -> Clause:
    masked, text = marked.masked[own : slot.mention.start], marked.text[own : slot.mention.start]
    said = _ranked(masked, text) if slot.mention.ordinal else predicate(masked, text, slot.mention.quantity)
    words = masked[: said.start]
    return Clause(slot, own, said, phrase(words, setting.home), words)


def _ranked(masked: str, text: str) -> Predicate:
    """A rank's predicate: 增速居全市 → the words before 居, and 全市 as the whole."""
    verbs = "|".join(sorted(clauses()["verb"]["rank"], key=len, reverse=True))
    match = re.search(rf"(?P<verb>{verbs})(?P<whole>(?:(?!{verbs}).)*)$", masked)
    whole = re.search(r"(?:全[国省市县区州]|各?[^,;的在]{0,8})$", text)
    start = match.start() if match else (whole.start() if whole else len(masked))
    inner = text[match.start("whole") :] if match else text[start:]
    within = re.search(r"全[国省市县区州]", inner)
    first = re.search(rf"(?:在全[国省市县区州])?(?:{verbs})*$", masked[:start])
    return Predicate(
        first.start() if first else start,
        Measure.RANK,
        match["verb"] if match else "",
        whole=(within[0] if within else inner).strip("的"),
    )


def _runs(clauses_: Iterator[Clause]) -> Iterator[list[Clause]]:
    """Values joined by 、 or 和 without names of their own, together; any other alone."""
    run: list[Clause] = []
    for clause in clauses_:
        if run and not _continues(run[0], clause):
            yield run
            run = []
        run.append(clause)
    if run:
        yield run


def _continues(first: Clause, clause: Clause) -> bool:
    if not clause.slot.joint or clause.phrase.name or clause.phrase.place or first.said.moves or first.slot.mention.ordinal:
        return False
    bare = clause.said.start == 0 and clause.said.measure is None and not clause.said.verb
    return bare or clause.said.measure is first.said.measure is not None


class _Reader:
    """One sentence's clauses read in the light of the drafts before them."""

    def __init__(self, marked: Marked, setting: Setting, found: tuple[Draft, ...]) -> None:
        self.marked, self.setting, self.found = marked, setting, found
        self.known = (*setting.earlier, *found)

    def run(self, run: Sequence[Clause]) -> list[Draft]:
        """The drafts of a list of values; none where there are more or fewer members than values."""
        first, count = run[0], len(run)
        dated = [one for one in self.marked.dated if first.own <= one.start < first.slot.mention.start]
        names = listed(first.words, count)
        group = 1 + max((draft.group for draft in self.known), default=0)
        if not names and len(dated) == count:
            single = self.single(first)
            return [
                replace(single, mention=clause.slot.mention, period=one.period, group=group, stated=True)
                for clause, one in zip(run, dated, strict=True)
            ]
        pairs: Sequence[tuple[Phrase, Draft | None]] = [(name, None) for name in names]
        if not names:
            above = members(self.found, count) or members(self.setting.earlier[-8:], count)
            pairs = [(_of_member(draft, first.phrase), draft) for draft in above]
        found = []
        for clause, (name, above_one) in zip(run, pairs, strict=False):
            said = first.said if clause.said.start == 0 and not clause.said.verb else clause.said
            direction = said.direction if said.measure is Measure.LEVEL else _direction(said, clause)
            filled = replace(clause, own=first.own, said=replace(said, direction=direction), words=first.words)
            found.append(replace(self._draft(filled, name, above_one), group=group))
        return found

    def single(self, clause: Clause) -> Draft:
        """The draft of an amount of its own."""
        topic, why = cause(clause.words) if "影响" in self.marked.text[clause.slot.mention.end :][:8] else ("", "")
        if why:
            return replace(self._draft(clause, phrase(why), None), aside=True, scope=(phrase(topic).name,))
        name, source = self._name(clause)
        return self._draft(clause, name, source)

    def _draft(self, clause: Clause, name: Phrase, source: Draft | None) -> Draft:
        slot, said = clause.slot, clause.said
        measure = _measure(clause, name, source)
        dated = timing.stated(self.marked, slot, clause.own, said)
        status = self._status(clause, dated, source)
        period = self._period(clause, name, source, measure, status)
        parent = self._parent(clause)
        scope = (parent.phrase.name if parent else "", self._among(slot), self.setting.topic, *reversed(self.setting.titles))
        if source and not parent:
            scope = (*source.scope, *scope)
        if measure is Measure.GROWTH and said.measure is None:
            said = replace(said, direction=-1 if name.aspect in ("降幅", "跌幅") else _direction(said, clause))
        said = replace(said, direction=-1) if slot.mention.quantity.value < 0 else said
        if measure is Measure.MULTIPLE:
            said = replace(said, basis=said.whole, whole="")
        elif measure is Measure.SHARE and source and not said.whole:
            said = replace(said, whole=source.predicate.whole)
        if measure is Measure.SHARE and not said.whole and parent:
            said = replace(said, whole=parent.phrase.name)
        return Draft(
            slot.mention,
            self.marked.passage,
            replace(name, place=name.place or self._place(clause, source)),
            said,
            measure,
            period,
            status,
            tuple(word for word in scope if word and word != name.name),
            aside=slot.depth > 0 or self.marked.text[slot.mention.end :].startswith("的基础上"),
            part=slot.part,
            stated=bool(dated),
        )

    def _name(self, clause: Clause) -> tuple[Phrase, Draft | None]:
        """The clause's name and the draft that it continues, if it does."""
        given, slot = clause.phrase, clause.slot
        behind = self._behind(clause)
        if given.content:
            return self._completed(given, clause, behind)
        if not given.name or given.name in ("数", "增加值" * 2):
            return self._continued(clause, behind)
        source = self._parent(clause)
        among = self._among(slot)
        if among and among not in given.name and (given.indicator or clause.words.endswith("的") or not given.subject):
            return joined(given, among + given.subject), None
        if source and self._is_bare_part(given, source, slot):
            return replace(given, indicator=source.phrase.indicator, name=given.name + source.phrase.indicator, subject=given.name), None
        if given.indicator and not given.subject:
            return self._owned(given, source, slot), None
        verb = self._shared_verb(slot)
        if verb and not content_verb(given.name) and not given.indicator:
            return named(verb + given.name, given.place), None
        return given, None

    def _behind(self, clause: Clause) -> str:
        """The noun that the amount counts: 规上工业企业 in 322家规上工业企业中."""
        unit = units().get(clause.slot.mention.quantity.unit)
        counts = unit is not None and unit.family in ("", "people", "area", "length")
        share = clause.slot.mention.quantity.unit == "%" and not clause.said.verb
        return noun_behind(self.marked.masked[clause.slot.mention.end : clause.slot.tail]) if counts or share else ""

    def _continued(self, clause: Clause, behind: str) -> tuple[Phrase, Draft | None]:
        said, slot = clause.said, clause.slot
        if said.measure is None and behind and not said.moves:
            return replace(named(behind), place=clause.phrase.place), None
        lead = self._led(slot) if said.measure is None or not self.found else ""
        if lead:
            return phrase(lead, self.setting.home), None
        unit = slot.mention.quantity.unit
        if said.moves == "to" and self.found and self.found[-1].predicate.moves == "from":
            source: Draft | None = self.found[-1]
        elif said.measure is None or (said.measure is Measure.CHANGE and unit != "个百分点"):
            source = level_in(self.known, unit) or last(self.known)
        else:
            source = last(self.found) or last(self.setting.earlier)
        parent = self._parent(clause)
        if clause.phrase.place and parent:
            source = parent
        if source is None:
            return replace(clause.phrase, name=behind or self.setting.topic), None
        aspect = clause.phrase.aspect or ("" if said.measure not in _GAPS else source.phrase.aspect)
        return replace(source.phrase, place=clause.phrase.place or source.phrase.place, aspect=aspect), source

    def _completed(self, given: Phrase, clause: Clause, behind: str) -> tuple[Phrase, Draft | None]:
        """A verb that lacks its noun: it stands behind the amount, or before, with the unit or with the verb."""
        if behind:
            return named(given.content + behind, given.place), None
        lead = re.search(rf"[^,;:。]{{2,14}}{given.content}(?=,)", self.marked.masked[: clause.own])
        if lead:
            return named(lead_off(wrapped(lead[0])), given.place), None
        source = level_in(self.found, clause.slot.mention.quantity.unit) or level_in(
            self.setting.earlier[-6:], clause.slot.mention.quantity.unit
        )
        if source:
            name = source.phrase.name
            bare = name.removeprefix(content_verb(name)) or name
            return replace(named(given.content + bare), place=given.place or source.phrase.place), source
        above = last(self.found)
        return named((above.phrase.name if above else "") + given.content, given.place), None

    def _owned(self, given: Phrase, parent: Draft | None, slot: Slot) -> Phrase:
        """An indicator alone: what owns it is the 其中's parent or, for some, the clause before."""
        if parent and parent.phrase.subject and given.name not in ("税收收入",):
            return joined(given, parent.phrase.subject)
        if given.indicator not in indicators()["owned"]:
            return given
        above = last(self.found)
        if above is None:
            return given
        owner = above.phrase.subject if above.phrase.indicator else above.phrase.name
        return joined(given, owner)

    def _is_bare_part(self, given: Phrase, parent: Draft, slot: Slot) -> bool:
        """Whether a 其中 names only the part, in the unit of the whole: 其中林业3.97亿元."""
        unit = units().get(slot.mention.quantity.unit)
        measured = unit is not None and unit.family not in ("", "people")
        same = slot.mention.quantity.unit == parent.mention.quantity.unit
        return bool(measured and same and not given.indicator and parent.phrase.indicator)

    def _parent(self, clause: Clause) -> Draft | None:
        """What the clause is part of: the level before the sentence's 其中."""
        text = self.marked.text[: clause.slot.mention.start]
        place = max(text.rfind("其中", 0, clause.slot.mention.start), -1)
        if place < 0 or (clause.slot.depth == 0 and ")" in text[place:]):
            return None
        before = [draft for draft in self.found if draft.mention.end <= place and draft.measure is Measure.LEVEL]
        if not before and any(draft.mention.end <= place for draft in self.found):
            return last([draft for draft in self.found if draft.mention.end <= place])
        earlier = [draft for draft in self.setting.earlier if draft.is_level and draft.passage.paragraph == self.marked.passage.paragraph]
        return before[-1] if before else (_whole(earlier) if place <= 2 else None)

    def _among(self, slot: Slot) -> str:
        """The group that the ；-part speaks of: 规上工业企业 after 322家规上工业企业中."""
        for draft in reversed(self.found):
            if draft.part != slot.part:
                break
            behind = self.marked.masked[draft.mention.end :].split(",")[0]
            if re.search(r"[中里]$", behind) and len(behind) > 2:
                return draft.phrase.name
        opening = re.match(r"^([^,;]{2,16})中,", self.marked.masked)
        return lead_off(wrapped(opening[1])) if opening and not self.found_digit(opening.end()) else ""

    def found_digit(self, place: int) -> bool:
        """Whether an amount stands before a place of the sentence."""
        return any(mention.start < place for mention in self.marked.mentions)

    def _led(self, slot: Slot) -> str:
        """A clause without an amount that names what the next one is of: 竹林面积最大,达86.5万亩."""
        for words in reversed(self.marked.masked[slot.lead : slot.own].split(",")):
            text = words.strip(",;:。")
            for cut in range(len(text), 2, -1):
                if head(text[:cut]):
                    return text[:cut]
        return ""

    def _shared_verb(self, slot: Slot) -> str:
        """新增 of 新增国家级“小巨人”2家、小升规企业28家, for the second member."""
        return content_verb(self.found[-1].phrase.name) if slot.joint and self.found else ""

    def _place(self, clause: Clause, source: Draft | None) -> str:
        if source:
            return source.phrase.place
        same = [draft for draft in self.found if draft.part == clause.slot.part and not clause.slot.joint]
        return same[-1].phrase.place if same and not self._parent(clause) else ""

    def _status(self, clause: Clause, dated: Sequence[timing.Dated], source: Draft | None) -> Status:
        slot = clause.slot
        text = self.marked.text
        if mood.is_goal(text[slot.mention.end :]):
            return Status.TARGET
        own = mood.own_mood(text[slot.own : slot.mention.start]) or mood.own_mood(text[slot.lead : slot.own])
        if own or (source and clause.said.measure in (Measure.SHARE, Measure.GAP)):
            return own or (source.status if source else Status.RESULT)
        by_time = mood.by_time(dated, self.setting.frame.anchor)
        if by_time:
            return by_time
        first = self.marked.mentions[0].start
        before = [draft for draft in self.found if draft.part == slot.part and not draft.aside]
        if before or mood.own_mood(text[:first].split(";")[0]) is Status.TARGET:
            return before[-1].status if before else Status.TARGET
        return Status.TARGET if self.setting.planned and self.setting.titles else Status.RESULT

    def _period(self, clause: Clause, name: Phrase, source: Draft | None, measure: Measure, status: Status) -> Period | None:
        dated = timing.stated(self.marked, clause.slot, clause.own, clause.said)
        frame = self.setting.frame
        if dated:
            return dated[-1].period
        running = next((draft.period for draft in reversed(self.found) if draft.predicate.moves != "from" and not draft.aside), None)
        if clause.said.moves == "from":
            earlier = [draft.period for draft in self.known[-8:] if draft.predicate.moves == "from" and draft.stated]
            return earlier[-1] if earlier else timing.base(running or frame.default)
        if clause.said.moves == "to" and self.found and self.found[-1].predicate.moves == "from":
            ends = [draft.period for draft in self.found if draft.predicate.moves == "to" and draft.stated]
            opening = [one.period for one in self.marked.dated if one.end <= self.found[-1].mention.start and not self.found[-1].stated]
            return timing.inherited(ends[-1] if ends else timing.final(opening[-1] if opening else running or frame.default))
        if source and source.passage == self.marked.passage and measure is not Measure.LEVEL:
            return timing.inherited(source.period)
        if running:
            return timing.carried(running, name, measure, frame)
        period = timing.by_default(frame, status, planned=True)
        return timing.carried(period, name, measure, frame)


def _whole(earlier: Sequence[Draft]) -> Draft | None:
    """The total that a sentence beginning with 其中 divides: the last level that is no part itself."""
    return earlier[-1] if earlier else None


def _of_member(draft: Draft, given: Phrase) -> Phrase:
    """A member of an earlier list with another indicator: 小学 + 建筑面积."""
    if not given.name:
        return draft.phrase
    owner = draft.phrase.subject if draft.phrase.indicator else draft.phrase.name
    return joined(replace(given, place=draft.phrase.place), owner)


def _direction(said: Predicate, clause: Clause) -> int:
    quantity = clause.slot.mention.quantity
    if quantity.value == 0 and quantity.unit == "%":
        return 0
    return -1 if quantity.value < 0 else said.direction


def _measure(clause: Clause, name: Phrase, source: Draft | None) -> Measure:
    quantity, said = clause.slot.mention.quantity, clause.said
    if clause.slot.mention.ordinal:
        return Measure.RANK
    if quantity.parts:
        return Measure.RATIO
    if said.measure is Measure.SHARE and quantity.unit == "倍":
        return Measure.MULTIPLE
    if said.measure:
        return said.measure
    if quantity.unit in ("%", "‰") and name.aspect in indicators()["aspect"]:
        return Measure.GROWTH
    if quantity.unit == "%" and name.name.endswith(indicators()["share"]):
        return Measure.SHARE
    if source and quantity.unit == source.mention.quantity.unit and source.measure is not Measure.LEVEL and not said.verb:
        return source.measure
    return Measure.LEVEL
