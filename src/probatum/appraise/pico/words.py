"""Words as the model sees them: numbers made from their letters, their cluster and what the vocabulary knows."""

from __future__ import annotations

import functools
import io
import zlib
from importlib import resources
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from probatum import vocabulary
from probatum.text.expressions import expression

TOKEN = expression(r"\d+(?:[.,:]\d+)*|\+/-|[^\W_](?:[\w'’/.&+-]*[^\W_])?[+]?|\S")
"""A number, a word with its hyphens, slashes and inner points, or one sign."""

FIGURE = expression(r"\d+(?:[.,:]\d+)*")
WIDTH = 15
"""Features of a word alone, at most."""
CONTENT = 4
"""Letters from which a word is taken for one that carries meaning."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CUES = _words(
    "in of with on for to and or was were by between among received receive receiving randomized randomised randomly"
    " assigned allocated group groups versus vs compared than who aged undergoing treated treatment after before during"
    " at from as effect effects ( ) , : ; % had increased decreased reduced measured assessed evaluated primary"
    " secondary outcome outcomes score scores n = placebo either the"
)
"""Words between which participants, treatments and outcomes stand."""

SUBJECTS = (
    expression(r"randomi|allocat|assign"),
    expression(r"outcome|end-?point"),
    expression(r"measur|assess|evaluat|determin|record|monitor"),
    expression(r"signific|differen|p$"),
    expression(r"compar|versus$|vs"),
    expression(r"aged?$|years?$|old$"),
    expression(r"enrol|recruit|eligib|includ|criteri|consecut"),
    expression(r"receiv|administ|treated$|given$"),
    expression(r"increas|decreas|reduc|improv|lower$|higher$|greater$"),
    expression(r"aim|objective|purpose|investigat|determine$|hypothe"),
    expression(r"conclu|suggest|may$|should$|could$|recommend"),
    expression(r"adverse$|side$|safe|toler"),
)
"""What a sentence is about, by the beginnings of its words."""


class Word(NamedTuple):
    """A form of a word. Numbers are CRC-32 of what they stand for; 0 stands for nothing."""

    id: int
    features: tuple[int, ...]
    """`WIDTH` numbers: letters, ends, beginnings, shape, clusters, what the vocabulary knows."""
    coarse: int
    """Its cluster of the coarse clustering, counted from 1; 0 for an unknown word."""
    middle: int
    cue: int
    """Its id where it is one of `CUES`."""
    subjects: int
    """One bit for each of `SUBJECTS`."""
    content: bool


def number(text: str) -> int:
    """CRC-32 of a text."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def plain(word: str) -> str:
    """In lower case, with every figure as 0."""
    return FIGURE.sub("0", word.lower())


def shape(word: str) -> str:
    """`A` for capitals, `a` for small letters, `0` for digits, runs of a sign cut to two: `IL-10` -> `AA-00`."""
    return _RUN.sub(r"\1\1", word.translate(_DRAWN))[:10]


_DRAWN = {
    **dict.fromkeys(range(65, 91), "A"),
    **dict.fromkeys(range(97, 123), "a"),
    **dict.fromkeys(range(48, 58), "0"),
}
_RUN = expression(r"(.)\1{2,}")
"""Two of a sign stay as they are."""


@functools.cache
def _clusters() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """The numbers of the known words, in order; for each its coarse, middle and fine cluster, counted from 1."""
    data = resources.files("probatum.appraise.models").joinpath("word_clusters.npz").read_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as held:
        return held["keys"], np.column_stack([held[sort] for sort in ("coarse", "middle", "fine")]).astype(np.int64) + 1


def clusters(form: str) -> tuple[int, int, int]:
    """Clusters of a word in plain form, of its last part or its singular where it is unknown itself; else zeros."""
    known, rows = _clusters()  # looked up in the arrays: of 35,000 words a text has some hundreds
    for tried in (form, form.rsplit("-", 1)[-1], form.removesuffix("s")):
        wanted = np.uint32(number(tried))
        at = int(known.searchsorted(wanted))
        if at < len(known) and known[at] == wanted:
            coarse, middle, fine = rows[at].tolist()
            return coarse, middle, fine
    return 0, 0, 0


@functools.lru_cache(maxsize=65536)
def read(word: str) -> Word:
    """A form of a word, read once."""
    form = plain(word)
    coarse, middle, fine = clusters(form)
    known = vocabulary.load()
    kind = f"{known.is_english(form):d}{known.in_names(form):d}{min(9, known.documents(form).bit_length() // 2)}"
    made = [f"w={form}", f"x={shape(word)}", f"v={kind}", f"a={coarse}"]
    made += [f"b={middle}", f"c={fine}"] if coarse else []
    if form[0].isalpha():
        made += [f"s={form[-k:]}" for k in (2, 3, 4) if len(form) > k + 1]
        made += [f"p={form[:k]}" for k in (3, 4, 6) if len(form) > k]
        made += [f"h={form.split('-', 1)[0]}", f"t={form.rsplit('-', 1)[1]}"] if "-" in form else []
    numbers = [number(text) for text in made]
    return Word(
        numbers[0],
        tuple(numbers + [0] * (WIDTH - len(numbers))),
        coarse,
        middle,
        numbers[0] if form in CUES else 0,
        sum(1 << bit for bit, rule in enumerate(SUBJECTS) if rule.match(form)),
        len(form) >= CONTENT,
    )
