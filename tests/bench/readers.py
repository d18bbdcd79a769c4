"""`python -m tests.bench readers FOLDER`: files of every format read here and by an independent reader, compared."""

import csv
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.formats.libreoffice import Unconverted, converted
from corpus.source import UnreadableSource, read
from corpus.texts.text import plain
from tests.papers import PAPERS, WRITERS, paper

_SECONDS = 120
_ALIKE = 0.995  # of the characters, or of the cells
# Every sheet, UTF-8, as it is shown to a Chinese reader.
_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true,true,false,false,-1"
_BARS = re.compile(r"[\s|｜∣\u200b\ufeff]+")
_CELLS = (".xlsx", ".xls", ".ods", ".et", ".csv")  # formats that are compared cell by cell
_MARKED = re.compile(r"^\s*[-\\]+", re.MULTILINE)

Parts = Counter[str]


@dataclass(frozen=True)
class Compared:
    """A file: how much of what the other reader has is missing here, and how much is here and not there, 0 to 1."""

    path: Path
    missing: float
    added: float
    examples: tuple[str, ...] = ()


def office_sheets(path: Path) -> Parts | None:
    """The cells of a workbook as LibreOffice shows them."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", _SHEETS, "--outdir", folder, str(path)]
        _run(command)
        found: Parts = Counter()
        for sheet in Path(folder).glob("*.csv"):
            with sheet.open(encoding="utf-8", errors="replace", newline="") as file:
                found.update(filter(None, (_bare(cell) for row in csv.reader(file) for cell in row)))
        return found or None


def office_text(path: Path) -> Parts | None:
    """The characters of a text document in LibreOffice."""
    try:
        made = converted(path.read_bytes(), path.suffix.lower(), "txt:Text (encoded):UTF8")
    except Unconverted:
        return None
    return characters(made.decode("utf-8", "replace"))


def poppler(path: Path) -> Parts | None:
    """The characters of a PDF file by pdftotext."""
    said = _run(["pdftotext", "-enc", "UTF-8", str(path), "-"]) if shutil.which("pdftotext") else None
    return characters(said) if said else None


def antiword(path: Path) -> Parts | None:
    """The characters of an old Word file by antiword."""
    said = _run(["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)]) if shutil.which("antiword") else None
    return characters(said) if said else None


def article(path: Path) -> Parts | None:
    """The characters of the article in a page by trafilatura."""
    try:
        import trafilatura  # type: ignore[import-not-found]
    except ImportError:
        return None
    try:
        page = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:  # it takes GB18030 for Cyrillic by itself
        page = path.read_bytes().decode("gb18030", "replace")
    said = trafilatura.extract(page, favor_precision=True, include_comments=False)
    # The marks of lists and rules are its own.
    return characters(_MARKED.sub("", said)) if said else None


def layout(path: Path) -> Parts | None:
    """The characters of an OFD file by easyofd."""
    try:
        from easyofd.ofd import OFD  # type: ignore[import-not-found]
        from loguru import logger  # type: ignore[import-not-found]
    except ImportError:
        return None
    logger.remove()
    reader = OFD()
    try:
        reader.read(str(path), fmt="path")
        pages = [page for document in reader.data for page in document["page_info"].values()]
    except Exception:  # noqa: BLE001  # it stumbles over much that the standard allows
        return None
    return characters("".join(one["text"] for page in pages for one in page["text_list"]))


def separated(path: Path) -> Parts | None:
    """The cells of a file of values between commas by pandas, of one in UTF-8 or GB18030."""
    try:
        import pandas  # type: ignore[import-untyped]
    except ImportError:
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            width = max(line.count(",") for line in path.read_text(encoding).splitlines() or [""]) + 1
            found = pandas.read_csv(
                path, header=None, names=range(width), dtype=str, keep_default_na=False, encoding=encoding
            )
        except (UnicodeDecodeError, pandas.errors.ParserError, pandas.errors.EmptyDataError):
            continue
        return Counter(filter(None, (_bare(str(cell)) for row in found.to_numpy() for cell in row)))
    return None


READERS: dict[str, Callable[[Path], Parts | None]] = {
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".et"), office_sheets),
    **dict.fromkeys((".docx", ".rtf", ".odt", ".wps"), office_text),
    ".doc": antiword,
    ".pdf": poppler,
    **dict.fromkeys((".html", ".htm"), article),
    ".ofd": layout,
    ".csv": separated,
}


def characters(text: str) -> Parts:
    """The characters of a text, gaps and bars aside, full-width forms folded."""
    return Counter(_BARS.sub("", plain(text)))


def _bare(cell: str) -> str:
    """A cell without gaps, and without the commas that group digits."""
    return _BARS.sub("", plain(cell)).replace(",", "")


def _ours(path: Path) -> Parts:
    text = read(path).text
    if path.suffix.lower() in _CELLS:
        return Counter(filter(None, (_bare(cell) for line in text.splitlines() for cell in line.split("|"))))
    return characters(text)


def compared(path: Path) -> Compared | None:
    """A file read by both; None where one of them cannot."""
    theirs = READERS[path.suffix.lower()](path)
    if theirs is None:
        return None
    try:
        ours = _ours(path)
    except UnreadableSource:
        return None
    if path.suffix.lower() in _CELLS:
        # A merged cell stands here in each of its places.
        theirs, ours = Counter(set(theirs)), Counter(set(ours))
    missing, added = theirs - ours, ours - theirs
    return Compared(
        path,
        missing.total() / max(1, theirs.total()),
        added.total() / max(1, ours.total()),
        tuple(part for part, _ in missing.most_common(8)),
    )


def invented(folder: Path) -> None:
    """Write the invented papers of the tests as files of each format."""
    for kind, write in WRITERS.items():
        for number in range(PAPERS):
            (folder / f"paper{number}.{kind}").write_bytes(write(paper(number)))


def run(folder: Path, most: int, kinds: Sequence[str]) -> None:
    """A row for each format; below it the files in which something is missing."""
    for kind in kinds or [suffix.removeprefix(".") for suffix in READERS]:
        found = list(_found(folder, f".{kind}", most))
        good = [one for one in found if one.missing <= 1 - _ALIKE]
        missing = sum(one.missing for one in found) / max(1, len(found))
        added = sum(one.added for one in found) / max(1, len(found))
        told = f"{kind:6}{len(good):5} of {len(found):4}  missing {missing:.2%}  added {added:.2%}"
        print(told, flush=True)  # noqa: T201
        for one in sorted(found, key=lambda one: -one.missing)[:12]:
            if one not in good:
                told = f"  {one.missing:.1%} {one.added:.1%} {one.path} {' '.join(one.examples)[:120]}"
                print(told, flush=True)  # noqa: T201


def _found(folder: Path, suffix: str, most: int) -> Iterator[Compared]:
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() == suffix and path.is_file()]
    for path in paths[:: max(1, len(paths) // most)][:most]:
        one = compared(path)
        if one is not None:
            yield one


def _run(command: Sequence[str]) -> str:
    """What a program says, "" where it takes too long."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")
