"""The role of every sentence of an abstract: background, objective, methods, results or conclusions.

Where headings name the roles, they decide. A running abstract is read by a model: a chain over its sentences, whose
features are the words, how a sentence begins, what figures it holds, where it stands, and how far off the first aim and
the first figures are (the task and its five classes: Dernoncourt and Lee 2017, arXiv:1710.06071). The journal and the
publisher count where they are known: whether an aim stands under "background" or under "objective" is their custom
(`probatum.appraise.aims`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from probatum.appraise import aims, reading
from probatum.appraise.models.chain import Chain
from probatum.appraise.reading import Sentence
from probatum.model import Record, SectionKind, SectionRole
from probatum.text.expressions import expression

MODEL: Final = "roles"
TOKEN: Final = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,·]\d+)*|[%=<>≤≥±()]")
SIGNS: Final = frozenset("%=<>≤≥±()")
MOST_WORDS: Final = 80
"""Words of a sentence that are looked at."""
MOST_SENTENCES: Final = 200
"""Sentences of an abstract that are read; what follows is no abstract and has no role."""
MARKS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "aim",
        expression(
            r"^to [a-z]+\b|\b(?:aim|aims|aimed|purpose|objectives?|goal|sought|hypothesi[sz]ed?|we (?:investigated?"
            r"|evaluated?|assess(?:ed)?|examined?|compared?|report|describe|present|studied|explored?)"
            r"|(?:this|the present|the current|our) (?:study|paper|article|review|work|trial|analysis|report)"
            r" (?:aim|was|is|investigat|evaluat|assess|examin|compar|describ|present|explor|report)\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "methods",
        expression(
            r"\b(?:w(?:as|ere) (?:\w+ly )?(?:collected|performed|measured|included|enrolled|recruited|randomi[sz]ed"
            r"|analy[sz]ed|assessed|used|conducted|searched|evaluated|divided|assigned|reviewed|obtained|recorded"
            r"|calculated|carried)|we (?:searched|used|conducted|performed|included|enrolled|recruited|collected"
            r"|retrospectively|measured|analy[sz]ed|reviewed))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "figures",
        expression(
            r"\d\s?%|\bp\s?[<=>≤]|\bCI\b|±|\b(?:significant(?:ly)?|showed|found|revealed|identified)\b", re.IGNORECASE
        ),
    ),
    (
        "conclusion",
        expression(
            r"\b(?:conclu\w+|suggests?|may|should|could|our (?:findings|results|data|study)|these (?:findings|results"
            r"|data)|this study (?:shows?|demonstrat|provid|highlight|suggest|confirm)\w*|further|future|potential"
            r"|important)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a sentence does, by its commonest words."""


def read(record: Record) -> tuple[Sentence, ...]:
    """The sentences of the abstract with their roles, in reading order. What stands under a heading without a role
    (a registration, a funder) has none."""
    said = [s for s in reading.sentences(record) if s.section.kind is SectionKind.ABSTRACT]
    running = [i for i, s in enumerate(said) if s.role is not SectionRole.NONE or not s.section.heading]
    running = running[:MOST_SENTENCES]
    if all(said[i].role is not SectionRole.NONE for i in running):
        return tuple(said)
    rows = features([said[i].text for i in running], record.journal, publisher_of(record.identifier("doi") or ""))
    names = Chain.load(MODEL).likeliest(rows, [said[i].role.value for i in running])
    for i, name in zip(running, names, strict=True):
        one = said[i]
        said[i] = Sentence(one.record, one.section, one.start, one.end, SectionRole(name))
    return tuple(said)


def publisher_of(doi: str) -> str:
    """The prefix of a DOI, which names who registered it (`10.1186`); empty where there is none."""
    return doi.partition("/")[0] if doi.startswith("10.") else ""


def features(said: Sequence[str], journal: str = "", publisher: str = "") -> list[list[str]]:
    """The features of each sentence of one abstract, in reading order."""
    words = [_words(text) for text in said]
    marks = {name: [i for i, text in enumerate(said) if pattern.search(text)] for name, pattern in MARKS}
    lay = aims.Lay.of(said, marks["methods"])
    return [
        [
            *_own(words[i]),
            *_place(i, len(said)),
            *_near(words, i),
            *_far(i, len(said), marks),
            *aims.features(said, lay, i),
            *(_custom(i, marks, lay, journal) if journal else ()),
            *(aims.publishing(lay, i, publisher) if publisher else ()),
        ]
        for i in range(len(said))
    ]


def _words(text: str) -> list[str]:
    found = []
    for match in TOKEN.finditer(text):
        word = match[0].lower()
        found.append("#" if word[0].isdigit() else word)
        if len(found) == MOST_WORDS:
            break
    return found


def _own(words: Sequence[str]) -> Iterator[str]:
    """Words, pairs of words, and how the sentence begins and ends."""
    plain = [w for w in words if w not in SIGNS]
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(f"{a} {b}" for a, b in pairwise(plain))
    for most in (1, 2, 3):
        yield f"begins={' '.join(plain[:most])}"
    yield f"ends={' '.join(plain[-1:])}"
    yield f"figures={min(4, words.count('#'))}"
    yield f"length={min(6, len(plain) // 8)}"


def _place(index: int, count: int) -> Iterator[str]:
    """Where it stands: from the start, from the end, and as a share of the whole."""
    first, last, size = min(index, 6), min(count - 1 - index, 6), min(count, 16) // 2
    yield from ("always", f"first={first}", f"last={last}", f"share={index * 10 // count}")
    yield from (f"first={first} of {size}", f"last={last} of {size}")


def _near(words: Sequence[Sequence[str]], index: int) -> Iterator[str]:
    """How the neighbours begin, and the words that they hold."""
    for name, at in (("before", index - 1), ("after", index + 1)):
        if 0 <= at < len(words):
            plain = [w for w in words[at] if w not in SIGNS]
            yield f"{name} begins={' '.join(plain[:2])}"
            yield f"{name} figures={min(4, words[at].count('#'))}"
            yield from dict.fromkeys(f"{name}:{w}" for w in plain)


NOWHERE: Final = 9


def _off(at: Sequence[int], which: int, index: int) -> int:
    """How many sentences off the first or last of those is, at most 4 either way."""
    return max(-4, min(4, at[which] - index)) if at else NOWHERE


def _far(index: int, count: int, marks: dict[str, list[int]]) -> Iterator[str]:
    """How far the first and the last aim, method, figure and conclusion are."""
    for name, at in marks.items():
        yield f"{name} first {_off(at, 0, index)}"
        yield f"{name} last {_off(at, -1, index)}"
    aim, methods, figures = (_off(marks[name], 0, index) for name in ("aim", "methods", "figures"))
    late = [i for i in marks["conclusion"] if 2 * i >= count]
    end = min(count - 1 - index, 4)
    yield f"aim {aim} methods {methods}"
    yield f"aim {aim} at {min(index, 4)}"
    yield f"methods {methods} figures {figures}"
    yield f"figures last {_off(marks['figures'], -1, index)} end {end}"
    yield f"conclusion {_off(late, 0, index)} end {end}"


def _custom(index: int, marks: dict[str, list[int]], lay: aims.Lay, journal: str) -> Iterator[str]:
    """The custom of a journal: what it calls the sentences up to the aim, and those up to the methods."""
    yield f"journal={journal}"
    yield f"journal={journal} first={min(index, 6)}"
    yield f"journal={journal} aim {_off(marks['aim'], 0, index)}"
    yield f"journal={journal} methods {_off(marks['methods'], 0, index)}"
    yield from aims.custom(lay, index, f"journal={journal}")
