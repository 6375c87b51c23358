"""Our own hand-written files, and packaged abbreviations."""

from __future__ import annotations

import tomllib
from pathlib import Path

from probatum.vocabulary.normal import name_key
from vocabulary_build.entry import many, read_tsv
from vocabulary_build.words import DATA, Abbreviation


def read_own(english: frozenset[str]) -> dict[str, object]:
    """Our hand-written files and the packaged abbreviations, as they are stored."""

    def rows(name: str) -> list[list[str]]:
        lines = (DATA / name).read_text("utf-8").splitlines()[1:]
        return [line.split("\t") for line in lines if line.strip()]

    near = tomllib.loads((DATA / "near.toml").read_text("utf-8"))["group"]
    return {
        "lay": dict(rows("lay.tsv")),
        "near": near,
        "sound_alikes": [(a, b) for a, b in rows("sound_alikes.tsv")],
        "stems": [(a, b) for a, b in rows("stems.tsv")],
        "abbreviations": [
            (r[0], r[1], r[2].split("|") if len(r) > 2 and r[2] else [], True) for r in rows("abbreviations.tsv")
        ],
    }


def packaged_abbreviations(source: Path, own: list[Abbreviation]) -> list[Abbreviation]:
    """The packaged list's meanings that ours lack, in its order."""
    held = {(s.casefold(), name_key(m)) for s, m, _, _ in own}
    extra: list[Abbreviation] = []
    for row in read_tsv(source / "abbreviations.tsv.gz"):
        short = row["abbreviation"].strip()
        if not 2 <= len(short) <= 12:
            continue
        for meaning in many(row["meanings"]):
            if (short.casefold(), name_key(meaning)) not in held:
                extra.append((short, meaning.strip(), [], False))
    return extra


def own_names() -> frozenset[str]:
    """Names of our own lists of brands and look-alikes, lower case: all of them are in use."""
    lines = [
        line for f in ("brands.tsv", "sound_alikes.tsv") for line in (DATA / f).read_text("utf-8").splitlines()[1:]
    ]
    return frozenset(part.lower() for line in lines for part in line.split("\t"))
