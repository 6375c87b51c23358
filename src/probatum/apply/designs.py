"""How a study is named: its design, its size and length, and in plain words what it did to be fair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply.wording import article, lower, people
from probatum.model import Design, Span, Study


def words(study: Study) -> str:
    """`double-blind randomised trial`."""
    blinding = study.blinding.value.lower() if study.blinding else ""
    plain = study.design.value if study.design is not Design.OTHER else "study"
    return f"{blinding} {plain}".strip() if blinding and blinding not in plain else plain


def lead(study: Study) -> tuple[str, tuple[Span, ...]]:
    """`a double-blind randomised trial (60 people, 12 weeks)` with the spans it rests on."""
    spans: list[Span] = []
    if study.design_span:
        spans.append(study.design_span)
    if study.blinding:
        spans.append(study.blinding.span)
    inside: list[str] = []
    if study.n_studies and study.n_studies_span:
        inside.append(f"{study.n_studies} studies")
        spans.append(study.n_studies_span)
    if study.n and study.n_span:
        inside.append(people(study.n))
        spans.append(study.n_span)
    if study.duration and not study.design.synthesis:
        inside.append(_for_how_long(study.duration.value))
        spans.append(study.duration.span)
    note = f" ({', '.join(inside)})" if inside else ""
    return article(words(study)) + note, tuple(dict.fromkeys(spans))


def _for_how_long(duration: str) -> str:
    """`12 weeks`; `for 3, 6 or 12 months` of several, so that their numbers count nothing else."""
    return f"for {lower(duration)}" if " or " in duration else lower(duration)


def brief(study: Study) -> tuple[str, tuple[Span, ...]]:
    """`randomised crossover trial, 7 people`, for a list of studies, with the spans that `lead` rests on."""
    parts = [study.design.value if study.design is not Design.OTHER else "study"]
    parts += [f"{study.n_studies} studies"] if study.n_studies and study.n_studies_span else []
    parts += [people(study.n)] if study.n and study.n_span else []
    return ", ".join(parts), lead(study)[1]


def again(study: Study) -> tuple[str, tuple[Span, ...]]:
    """`the trial of 60 people`: how a study is named after its first mention."""
    noun = "review" if study.design.synthesis or study.design is Design.REVIEW else "study"
    noun = "trial" if "trial" in study.design.value else noun
    if study.n and study.n_span:
        return f"the same {noun} ({people(study.n)})", (study.n_span,)
    return f"the same {noun}", ()


_BLINDED: Final = {
    "double": "nobody knew who got what",
    "triple": "nobody knew who got what",
    "single": "one side knew who got what",
    "open": "everybody knew who got what",
}

FAIRNESS: Final = (
    "each person tried each treatment in turn",
    "chance decided who got what",
    "everybody got the treatment",
    *dict.fromkeys(_BLINDED.values()),
)
"""All that `plainly` may say."""


def plainly(study: Study) -> tuple[str, ...]:
    """What a study did to be fair, in plain words: `chance decided who got what`, `nobody knew who got what`."""
    told: list[str] = []
    if study.design is Design.CROSSOVER:
        told.append("each person tried each treatment in turn")
    elif study.design.randomised:
        told.append("chance decided who got what")
    elif study.design is Design.SINGLE_ARM:
        told.append("everybody got the treatment")
    blinding = study.blinding.value.lower() if study.blinding else ""
    told.extend(words for start, words in _BLINDED.items() if blinding.startswith(start))
    return tuple(told)


def several(studies: Sequence[Study]) -> str:
    """`2 randomised trials`, `1 cohort study`, `3 studies`."""
    if len(studies) == 1:
        return f"1 {studies[0].design.value}" if studies[0].design is not Design.OTHER else "1 study"
    if all(s.design.randomised for s in studies):
        return f"{len(studies)} randomised trials"
    if all(s.design.synthesis for s in studies):
        return f"{len(studies)} systematic reviews"
    same = {s.design for s in studies}
    if len(same) == 1 and Design.OTHER not in same:
        noun = studies[0].design.value
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        return f"{len(studies)} {plural if noun != 'case series' else noun}"
    return f"{len(studies)} studies"
