"""Is a source about other people or another illness offered without a word about it?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from probatum import vocabulary
from probatum.assess.audit import keys
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.drug import drugs
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.parting import Said
from probatum.assess.audit.source import Source
from probatum.model import Fault
from probatum.text.expressions import expression

_SAID = expression(
    r"\b(?:indirect(?:ly)?|extrapolat\w*|other (?:people|patients|conditions?|illness)|not in (?:people|patients"
    r"|adults|children))\b",
    re.IGNORECASE,
)
"""Words that say that a source is about others."""
LITTLE = 0.25
"""Share of the title's subject that a source must be about, where the title names no illness that is known."""


@probe(
    name="applicability",
    order=85,
    purpose="A source on another illness or another kind of patient than the text's own is used only with a word "
    "about it.",
    source="Guyatt GH, et al. GRADE guidelines 8: indirectness (2011), doi:10.1016/j.jclinepi.2011.04.014",
)
def applicability(case: Cited) -> Opinion | None:
    """Population differs when the source is about nothing of the text's subject and the sentence does not say whom it
    studied."""
    if len(case.sources) != 1 or not case.whole.title:
        return None
    source = case.sources[0]
    if not source.record.title.strip() or _SAID.search(case.text):
        return None
    wanted = illnesses(case.whole.title)
    if _own_matter(case) or _scattered(case, wanted) or _own_section(case):
        return None
    if not wanted and (_treats(case, source) or _titled(case, source)):
        return None
    foreign = not any(_about(source, names) for names in wanted) if wanted else _foreign(case, source)
    if not (_other_age(case, source) or (foreign and not _told(case, source) and not _of_both(case, source))):
        return None
    return strange(source)


def strange(source: Source) -> Opinion:
    """That the source is about something else than the text."""
    return Opinion(
        Fault.APPLICABILITY,
        f"the source is about something else than the text, and the sentence does not say so: "
        f"\u201c{source.record.title}\u201d",
        tuple(u.span for u in source.units[:1]),
    )


def elsewhere(case: Cited, source: Source) -> bool:
    """True where the heading names an illness of which the source knows nothing, while the text's title or another
    heading names the source's: what belongs under one heading is told under another."""
    here, theirs = illnesses(case.said.section), illnesses(source.record.title)
    if not here or not theirs or any(_about(source, names) for names in here) or _told(case, source):
        return False
    places = {case.whole.title, *(s.section for s in case.whole.sentences)} - {case.said.section}
    held = [keys.of(place) for place in places]
    return any(name <= place for names in theirs for name in names if name for place in held)


@lru_cache(maxsize=256)
def illnesses(text: str, kinds: tuple[str, ...] = ("condition", "symptom")) -> tuple[tuple[frozenset[str], ...], ...]:
    """The illnesses and complaints (or terms of other kinds) that a text names, each by the keys of all its names."""
    made = []
    for mention in vocabulary.current().find(text):
        if mention.term.semantic in kinds:
            names = (text[mention.start : mention.end], mention.term.label, *mention.term.synonyms)
            made.append(tuple({k for n in names if (k := keys.of(n) - LOOSE)}))
    return tuple(made)


_WHOM = expression(
    r"\b(?:in|among|with|of|for|from|on|patients|people|adults|children|women|men|users|those)\s[^,;.]{3,90}"
    r"|[^,;.]{3,60}\s(?:patients|users|sufferers|trial|study)\b",
    re.IGNORECASE,
)
"""Phrases that say whom a study was in."""
_AGES = (
    keys.table("child children infant infants neonate toddler pediatric adolescent"),
    keys.table("adult adults elderly"),
)


def _other_age(case: Cited, source: Source) -> bool:
    """True when the text is about adults and the source about children alone, or the other way round."""
    for mine, theirs in (_AGES, _AGES[::-1]):
        title = keys.of(source.record.title)
        if mine & case.whole.topic and not theirs & case.whole.topic and theirs & title and not mine & source.about:
            return not (theirs & case.keys or _subject(case, source) & _said(case, source))
    return False


LOOSE = keys.table(
    "disease disorder syndrome chronic acute condition illness primary secondary type uncomplicated severe mild"
)


def _about(source: Source, names: tuple[frozenset[str], ...]) -> bool:
    return any(name <= source.about for name in names)


def _foreign(case: Cited, source: Source) -> bool:
    """Where the title names no known illness: the source shares little of what the others are about."""
    others = [s for s in case.whole.sources if s is not source]
    if not others:
        return False
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    common = [k for k in case.whole.topic - named if sum(k in s.about for s in others) * 2 > len(others)]
    told = [k for k in case.whole.topic - named if k in source.about]
    return (
        bool(common)
        and len(told) <= 1
        and sum(k in source.about for k in common) / len(common) <= LITTLE
        and not any(case.whole.rank(k) for k in told)
    )


def _treats(case: Cited, source: Source) -> bool:
    """True where the text's title names no illness, and the sentence a treatment of the source's title: it is held to
    what it says itself."""
    named = frozenset().union(*(a.words for a in case.arms if not a.control), frozenset())
    return bool(named & keys.of(source.record.title))


def _titled(case: Cited, source: Source) -> bool:
    """True where the text's title names no illness, and a drug that the source's title names: it is on that drug."""
    theirs = drugs(source.record.title)
    return any(set(mine.names) & set(other.names) for mine in drugs(case.whole.title) for other in theirs)


def _of_both(case: Cited, source: Source) -> bool:
    """True when the text's own title names two things at least that the source's title names: a text on two matters."""
    return len(keys.of(source.record.title) & case.whole.topic - keys.GENERIC - LOOSE - _AGES[0] - _AGES[1]) >= ALIKE


ALIKE = 2


_SEVERAL: Final = expression(r",| and | & |/|;", re.IGNORECASE)


def _own_matter(case: Cited) -> bool:
    """True under a heading that is one of several matters of the text's title: `Heartburn and painkillers`."""
    heading = keys.of(case.said.section) - keys.GENERIC - LOOSE
    title = case.whole.title
    parts = [part for part in _SEVERAL.split(title) if keys.of(part) - keys.GENERIC]
    return bool(heading) and len(parts) > 1 and bool(heading & case.whole.topic)


def _own_section(case: Cited) -> bool:
    """True where several sentences of the section cite what this one cites, and none anything else: the section is on
    that source."""
    cited = [
        frozenset(n for m in s.marks for n in m.numbers)
        for s in case.whole.sentences
        if s.section == case.said.section and s.marks and not s.row
    ]
    own = frozenset(r.number for r in case.references)
    return (
        bool(case.said.section)
        and sum(numbers == own for numbers in cited) > _FEW
        and all(not numbers or numbers == own for numbers in cited)
    )


_FEW: Final = 2


def _scattered(case: Cited, wanted: tuple[tuple[frozenset[str], ...], ...]) -> bool:
    """True where most sources are about other things than the illness of the title: a text on several matters."""
    about = [any(_about(source, names) for names in wanted) for source in case.whole.sources]
    return len(about) > 2 and sum(about) * 2 < len(about)


def _told(case: Cited, source: Source) -> bool:
    """True when a phrase on people names the illness studied, or two words at least of the source's title."""
    said = _said(case, source)
    theirs = illnesses(source.record.title)
    return any(name <= said for names in theirs for name in names) or len(_subject(case, source) & said) >= 2


def _said(case: Cited, source: Source) -> frozenset[str]:
    """Keys of the phrases that say whom a study was in, quoted ones too, abbreviations spelt out; also those of the
    sentences before it in its paragraph that cite the same."""
    own = frozenset(n for m in case.said.marks for n in m.numbers)
    told = [s.plain for s in case.whole.marked if _before(case, s) and own == {n for m in s.marks for n in m.numbers}]
    said = frozenset().union(*(keys.of(m[0]) for text in (case.said.plain, *told) for m in _WHOM.finditer(text)))
    spelt = (long for short, long in source.long_forms.items() if short in said)
    return said.union(*spelt)


def _before(case: Cited, said: Said) -> bool:
    return said.paragraph == case.said.paragraph and said.n < case.said.n and not said.item


def _subject(case: Cited, source: Source) -> frozenset[str]:
    """Keys of the source's title that are neither the text's own subject nor a treatment."""
    named = frozenset().union(*(a.words for a in case.arms), frozenset())
    return keys.of(source.record.title) - keys.GENERIC - case.whole.topic - named
