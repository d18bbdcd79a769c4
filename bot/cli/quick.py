"""`dafu ask QUESTION…` for a pipe: without what reads options and draws on terminals, which takes longer than the answer.

Whatever is not as plain as that goes the long way; so does what goes wrong, which is told there.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.cli.place import SHIPPED, library
from bot.cli.progress import Shown
from index.fault import ModelError, StoreUnavailable, UnusableIndex

NOT_FOUND = 3
_JSON = "--json"


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether a command line is one question, with no option but --json, whose answer a program reads."""
    asked = [word for word in arguments[1:] if word != _JSON]
    drawn = sys.stdout.isatty() or "FORCE_COLOR" in os.environ
    options = any(word.startswith("-") for word in asked)
    return arguments[:1] == ["ask"] and bool(asked) and not options and not drawn


def ask(arguments: Sequence[str]) -> int | None:
    """Print the answer: the exit status, 0 answered, 3 not in the letters; None where nothing could be asked."""
    # What is loaded lives as long as the process: little to be found by looking through it again and again.
    gc.set_threshold(100_000)
    from corpus.fault import UnreadableSource
    from index.folder import UnreadableCorpus

    text = " ".join(word for word in arguments[1:] if word != _JSON)
    corpus, index, model = map(os.environ.get, ("DAFU_CORPUS", "DAFU_INDEX", "DAFU_MODEL"))
    try:
        with closing(library(Path(corpus or SHIPPED), index or None, model or None, Shown())) as found:
            from bot.answering.answerer import Answerer

            start = time.perf_counter()
            answer = Answerer(found).answer(text)
            milliseconds = (time.perf_counter() - start) * 1000
    except (UnreadableCorpus, UnreadableSource, UnusableIndex, ModelError, StoreUnavailable):
        return None
    if _JSON in arguments:
        from bot.messages.contract import as_json

        lines = [json.dumps(as_json(answer, text, milliseconds), ensure_ascii=False)]
    else:
        from bot.cli.said import lines as said

        lines = [line for line, _ in said(answer, offers=False)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
    return NOT_FOUND if answer.kind.value == "not_found" else 0
