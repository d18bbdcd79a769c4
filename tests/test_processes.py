"""Several processes that answer: the same answers, whoever gives them, and none lost with a process."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.answering.answerer import Answerer
from bot.service.running.processes import Opening, Processes, as_many_as
from index.opened import Index

QUESTIONS = ["电子信息产业产值多少", "时尚产业呢", "2030年的产值多少", "你好"]
_PATIENCE = 120  # seconds until a test is given up


@pytest.fixture
def processes(library: Index) -> Iterator[Processes]:
    """This process and one more on the shipped letter."""
    found = Processes(Opening(Path(library.place).parent, None), 2)
    yield found
    found.close()


class _Held:
    """Answers of this process that do not come until they are let go; how many were asked for."""

    def __init__(self, answerer: Answerer) -> None:
        self.begun, self.let_go = threading.Event(), threading.Event()
        self.asked = 0
        self._answerer = answerer

    def __call__(self, text: str, history: Sequence[str]) -> Answer:
        self.asked += 1
        self.begun.set()
        assert self.let_go.wait(_PATIENCE)
        return self._answerer.answer(text, history)


def test_another_process_answers_while_this_one_is_at_it(processes: Processes, answerer: Answerer) -> None:
    """With the answers that this one gives, in dialogues too; the first question gets its own in the end."""
    own, first = _Held(answerer), list[Answer]()
    answer = processes.answering(own)
    asking = threading.Thread(target=lambda: first.append(answer(QUESTIONS[0], ())))
    asking.start()
    assert own.begun.wait(_PATIENCE)
    for question in QUESTIONS:
        assert answer(question, QUESTIONS[:1]) == answerer.answer(question, QUESTIONS[:1])
    assert own.asked == 1
    own.let_go.set()
    asking.join(_PATIENCE)
    assert first == [answerer.answer(QUESTIONS[0])]


def test_an_answer_is_not_lost_with_its_process(processes: Processes, answerer: Answerer) -> None:
    """This one gives it."""
    own = _Held(answerer)
    answer = processes.answering(own)
    asking = threading.Thread(target=answer, args=(QUESTIONS[0], ()))
    asking.start()
    assert own.begun.wait(_PATIENCE)
    answer(QUESTIONS[0], ())
    processes.close()
    own.let_go.set()
    assert answer(QUESTIONS[1], QUESTIONS[:1]) == answerer.answer(QUESTIONS[1], QUESTIONS[:1])
    assert own.asked == 2
    asking.join(_PATIENCE)


def test_who_waits_goes_before_who_comes(answerer: Answerer) -> None:
    """However soon one who was answered asks again: who has waited longest is answered next."""
    own, processes = _Held(answerer), Processes(Opening("nowhere", None), 1)
    asked: list[str] = []

    def noted(text: str, history: Sequence[str]) -> Answer:
        asked.append(text)
        return own(text, history)

    answer = processes.answering(noted)
    again, *others = (
        threading.Thread(target=lambda said=said: [answer(one, ()) for one in said])
        for said in (QUESTIONS[:1] * 20, QUESTIONS[1:2], QUESTIONS[2:3])
    )
    again.start()
    assert own.begun.wait(_PATIENCE)
    for number, other in enumerate(others, 1):
        other.start()
        while len(processes._waiting) < number:
            other.join(0.01)
    own.let_go.set()
    for thread in (again, *others):
        thread.join(_PATIENCE)
    assert asked == [*QUESTIONS[:3], *QUESTIONS[:1] * 19]


def test_one_who_asks_begins_no_process(library: Index, answerer: Answerer) -> None:
    """However much: only who would have to wait does."""
    processes = Processes(Opening("nowhere", None), 8)
    answer = processes.answering(answerer.answer)
    assert [answer(question, ()) for question in QUESTIONS] == [answerer.answer(one) for one in QUESTIONS]


def test_an_index_that_is_not_there_leaves_this_process(answerer: Answerer, tmp_path: Path) -> None:
    """The others end; whoever waits is answered by this one."""
    own = _Held(answerer)
    processes = Processes(Opening(tmp_path / "none", None), 2)
    answer, found = processes.answering(own), list[Answer]()
    asking = [
        threading.Thread(target=lambda one=one: found.append(answer(one, ()))) for one in QUESTIONS[:1] * 3
    ]
    for thread in asking:
        thread.start()
    own.let_go.set()
    for thread in asking:
        thread.join(_PATIENCE)
    assert found == [answerer.answer(QUESTIONS[0])] * 3
    processes.close()


@pytest.mark.parametrize(("chosen", "least", "most"), [(1, 1, 1), (3, 3, 3), (0, 1, 4)])
def test_how_many(chosen: int, least: int, most: int) -> None:
    """What is chosen, else as many as there are cores, but not more than four."""
    assert least <= as_many_as(chosen) <= most
