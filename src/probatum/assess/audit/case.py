"""One sentence under audit with everything the checks ask about it, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from probatum.assess.audit import arms, comparing, figures, keys, leads, renaming
from probatum.assess.audit.aligning import Aligned, align
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.comparing import Compared
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.parting import Said
from probatum.assess.audit.source import MARK, Source, Unit, flat
from probatum.model import AuditedReference, Record
from probatum.text import doses, sentences, statistics
from probatum.text.doses import Dose
from probatum.text.expressions import expression
from probatum.text.statistics import IntervalMention, PMention

_MOST_PARTS: Final = 8
MOST: Final = 60
"""Numbers of one sentence that are checked: a bound on the time."""
NEGATED: Final = expression(
    r"\b(?:no|not|never|neither|nor|without|none|cannot|\w+n't|fail(?:ed|s)? to|lack(?:ed|s)?|absence of|unlikely"
    r"|except"
    r"|nobody|nothing|no one)\b",
    re.IGNORECASE,
)
_OF_GROUPS: Final = expression(
    r"\bwith (?:and|or) without\b|\bwhether or not\b|\bnot only\b|\b(?:than|those|that|patients|people|women|men"
    r"|children|and|or) without\b|\bwithout (?:it|them)\b",
    re.IGNORECASE,
)
"""Words of denial that name a group or add to it, and deny nothing."""
HEDGED: Final = expression(
    r"\b(?:(?-i:may)|might"
    r"|could(?! (?:hold|walk|stand|lift|climb|see|hear|read|manage|tolerate|sleep|carry|run)\b)"
    r"|possibly|probably|perhaps|suggest(?:s|ed|ing)?|appear(?:s|ed)?|seem(?:s|ed)?"
    r"|(?<!more )(?<!less )(?<!as )(?<!times )likely"
    r"|potential(?:ly)?"
    r"|trend|tend(?:s|ed)?|uncertain|unclear|limited|preliminary|not (?:been )?(?:proven|shown|established))\b",
    re.IGNORECASE,
)
FILLER: Final = keys.table(
    "old young done seen performed lowest highest shortest longest length review trial these conclude concludes "
    "concluded detect detected "
    "include includes suggest suggests certainty certain grade "
    "judged imprecision inconsistency indirectness bias publication domain step steps "
    "start starts design "
    "cited quoted stated possibly probably possible remains remain unclear size almost interval took person "
    "people beyond went goes "
    "preparation part number both given say says product formulation run ran lasted obtain obtained matching "
    "extra further counting bring brought cut cuts add adding added halve "
    "halving halved "
    "quarter third "
    "ahead move moved way slightly wrong narrowly miss missed reach roughly correspond corresponds spare spared "
    "clear gain gained "
    "raise raising need needed carry carrying seen finish finished single surface surfaced appear appeared "
    "thereby now neither "
    "neither compared corresponded extent similar whatever band word words state stated mark marked note noted "
    "overall arm "
    "main begin began start started ended end short planned everything everybody nobody anybody recipient "
    "recipients users "
    "user taker takers treated untreated average each every whole half twofold threefold point period later "
    "earlier early "
    "recorded reported clearly plainly only additional common commoner rare rarer frequent likely often less "
    "regimen product "
    "put differently happen happened struck hit experience experienced suffer suffered develop developed alike sooner "
    "course usual usually particular respectively kind sort matching gap spread drop margin separate separated account "
    "several many some various figure corresponding equal equally comparable close closely broadly larger bigger "
    "smaller came come comes stood stand stands lay lie amounted amount put"
)
"""Words that paraphrase a result and need not stand in its source."""
JUDGING: Final = keys.table(
    "moderate reason reasons same nearest answer asked "
    "read many imprecise certainty certain grade judged imprecision inconsistency indirectness bias "
    "publication domain step steps "
    "start starts design cited "
    "quoted says reports stated possibly probably says"
)
"""Words in which a writer judges evidence: no source holds them."""


QUOTED: Final = expression(r"\"([^\"]{0,3000})\"")
"""What stands between two quotation marks, pair by pair: a word in marks must not open what follows it."""
_CUT: Final = expression(r"\s*\[?\.\.\.\]?\s*")


_CONCENTRATION: Final = expression(r"/\s?(?:d|m|\u03bc)?[lL]\Z")
"""How much of something a fluid holds is measured, and not given."""
_NEXT: Final = expression(r"\s([A-Z][\w-]{3,30})")
_PREPARED: Final = expression(
    r"\s(?:[a-z]{3,20}\s)?(?:cream|gel|ointment|solution|drops?|lotion|foam|spray|mouthwash|shampoo|patch|paste|emulsion)\b"
)
_CONSUMED: Final = expression(
    r"\bconsum(?:ption|ed)\b|\b(?:use|doses?|requirements?|intake) (?:\w+ ){0,5}(?:averaged|was lower"
    r"|was higher|were|fell)\b"
    r"|\brequirements?\b|\baveraged\b|\b(?:mean|median|cumulative|total) (?:\w+ ){0,2}(?:dose|doses"
    r"|use|consumption|amount)\b"
    r"|\b(?:blood|fluid|h(?:a)?emoglobin) loss\b|\bbleeding (?:\w+ ){0,4}(?:was|were|came to|amounted to)\b"
    r"|\b(?:less|more|fewer) \w+ than\b|^(?:that is|a saving|a gap|the difference)",
    re.IGNORECASE,
)
_LESS: Final = expression(r",?[^,.;]{0,24},?\s(?:less|more|fewer)\b", re.IGNORECASE)


def unquoted(text: str, sources: Sequence[Source]) -> tuple[str, tuple[Unit, ...]]:
    """A sentence without the quotations that stand word for word in its sources, and the units they stand in.

    What is quoted exactly needs no other check.
    """
    found: list[Unit] = []

    def gone(match: re.Match[str]) -> str:
        told = [p for p in _CUT.split(match[1]) if len(p.split()) > 2]
        parts = [flat(p) for p in told]
        units = [_holding(part, sources, MARK.findall(p)) for part, p in zip(parts, told, strict=True)]
        if not parts or not all(units):
            return match.group()
        found.extend(unit for unit in units if unit is not None)
        return " "

    return QUOTED.sub(gone, text) if '"' in text and sources else text, tuple(found)


def _holding(part: str, sources: Sequence[Source], marks: Sequence[str]) -> Unit | None:
    """The unit that says a part word for word; marks of citations may be left out of it, but none be another."""
    for source in sources:
        for unit in source.units:
            if part in flat(unit.raw_text) and all(mark in unit.raw_text for mark in marks):
                return unit
        if part in source.flat and not marks:
            return max(source.units, key=lambda u: len(set(part.split()) & set(flat(u.text).split())))
    return None


_REMARK: Final = expression(
    r"\((?![^()]{0,160}[0-9])[^()]{3,160}\)|,\s(?:al)?though\s[^;.]{3,160}|,\sbut not every\s[^;.]{3,160}",
    re.IGNORECASE,
)
_GRADES: Final = expression(
    r"(?:the )?(?:GRADE )?certainty (?:for|of) [^:]{1,200}: (?:very low|low|moderate|high)\b"
    r"|this is of (?:very low|low|moderate|high) certainty\b"
    r"|this rests on (?:(?:very low|low|moderate|high)-certainty )?evidence\b",
    re.IGNORECASE,
)
_LISTED: Final = expression(r";\s(?![^()]{0,400}\))")


class Whole:
    """What the checks of a sentence need of the whole text."""

    def __init__(
        self,
        title: str,
        said: Sequence[Said],
        sources: Sequence[Source],
        references: Sequence[AuditedReference] = (),
        label: Callable[[str], Record | None] = lambda _: None,
    ) -> None:
        self.label = label
        """The label that the library holds of a drug."""
        self.title, self.sentences, self.sources, self.references = (
            title,
            tuple(said),
            tuple(sources),
            tuple(references),
        )

    @cached_property
    def marked(self) -> tuple[Said, ...]:
        """The sentences that cite something."""
        return tuple(said for said in self.sentences if said.marks)

    @cached_property
    def topic(self) -> frozenset[str]:
        """Keys of the title."""
        return keys.of(self.title) - keys.GENERIC

    def rank(self, key: str) -> bool:
        """True for a word of the title that the titles of half of its sources bear, or that is written in capitals:
        `HIV`."""
        bearing = sum(key in keys.of(s.record.title) for s in self.sources)
        capital = any(
            w.isupper() and len(w) > 2 and keys.key(w) == key for w in re.findall(r"[A-Za-z0-9]+", self.title)
        )
        return capital or 2 * bearing > len(self.sources)


class Cited:
    """One sentence, the records it cites, and the other records the text cites."""

    def __init__(
        self,
        said: Said,
        sources: Sequence[Source],
        references: Sequence[AuditedReference],
        whole: Whole,
    ) -> None:
        self.said, self.sources, self.references, self.whole = said, tuple(sources), tuple(references), whole
        bare, self.quoted = unquoted(leads.behind(said.plain), self.sources)
        self.text = renaming.renamed(bare, self.sources)
        self._aligned: dict[int, tuple[Aligned, ...]] = {}
        self.reckoned: dict[Claimed, str] = {}
        """Numbers that were worked out of others that stand apart, kept by `reckoning`."""

    @property
    def others(self) -> tuple[Source, ...]:
        """Records of the reference list that the sentence does not cite."""
        own = {s.record.id for s in self.sources}
        return tuple(s for s in self.whole.sources if s.record.id not in own)

    @cached_property
    def affirmed(self) -> str:
        """The sentence without remarks in brackets and concessions: a `not` in them denies nothing else."""
        return _REMARK.sub(" ", self.text)

    @cached_property
    def denies(self) -> bool:
        """True when the sentence denies something, remarks and the names of groups (`those without it`) aside."""
        return NEGATED.search(_OF_GROUPS.sub(" ", self.affirmed)) is not None

    @property
    def grades(self) -> bool:
        """True for a sentence that grades evidence and gives the reasons: it tells no effect."""
        return _GRADES.match(self.text) is not None

    @cached_property
    def parts(self) -> tuple[Cited, ...]:
        """The findings that a sentence lists, divided by semicolons, each as a sentence of its own; none for one."""
        told = _LISTED.split(self.text)
        if not 1 < len(told) <= _MOST_PARTS:
            return ()
        return tuple(Cited(self.said._replace(plain=t), self.sources, self.references, self.whole) for t in told)

    @cached_property
    def lower(self) -> str:
        """The sentence in lower case."""
        return self.text.lower()

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys of its content words."""
        return keys.of(self.text)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Keys that say what it is about: without generic words and words that paraphrase."""
        return self.keys - keys.GENERIC - FILLER

    @cached_property
    def figures(self) -> tuple[Claimed, ...]:
        """The numbers it asserts."""
        return figures.claimed(self.text)[:MOST]

    @cached_property
    def crowded(self) -> bool:
        """True when it holds more numbers than are checked."""
        return len(figures.claimed(self.text)) > MOST

    @cached_property
    def anchors(self) -> tuple[Claimed, ...]:
        """The numbers by which its place in a source is found: p values too, and doses only where nothing else is."""
        tested = tuple(
            Claimed(m.value, len(m.value_text.rpartition(".")[2]), "", "p", False, m.start, m.end, m.text)
            for m in self.p
            if m.value is not None and m.relation == "=" and m.value_text
        )
        measured = tuple(f for f in self.figures if not self.is_dose(f))
        return (
            (*measured, *tested)
            if any(f.kind != "duration" for f in measured) or self.compared or tested
            else self.figures
        )

    @cached_property
    def before(self) -> tuple[Claimed, ...]:
        """Results of the sentence before it in the same paragraph: `that is a gap of 12 points`."""
        said = next((s for s in self.whole.sentences if s.n == self.said.n - 1), None)
        near = said is not None and (said.paragraph == self.said.paragraph or said.section == self.said.section)
        return figures.claimed(said.plain) if said is not None and near else ()

    @cached_property
    def results(self) -> tuple[Claimed, ...]:
        """The numbers that are results: no doses, no spans of time."""
        return tuple(
            f for f in self.figures if f.kind != "duration" and not self.is_dose(f) and not self._is_strength(f)
        )

    def _is_strength(self, claim: Claimed) -> bool:
        """True for the strength of a preparation: `4% hydroquinone`, `a 0.2% gel`."""
        if claim.kind != "percent":
            return False
        behind = _PREPARED.match(self.text, claim.end)
        if behind is not None or any(0 < arm.start - claim.end <= 1 for arm in self.arms if not arm.control):
            return True
        word = _NEXT.match(self.text, claim.end)
        return word is not None and any(keys.key(word[1].lower()) in s.title for s in self.sources)

    @cached_property
    def doses(self) -> tuple[Dose, ...]:
        """The doses it names."""
        return doses.read(self.text)[:MOST]

    def is_dose(self, claim: Claimed) -> bool:
        """True when the number belongs to a dose that was given, and is no amount that people turned out to use."""
        if _CONCENTRATION.search(claim.unit):
            return False
        dose = next((d for d in self.doses if d.start <= claim.start < d.end), None)
        return dose is not None and not self.consumed(dose)

    def consumed(self, dose: Dose) -> bool:
        """True for an amount that is a result: `154 mg of it were used`, `8 mg less morphine`."""
        if dose.frequency_per_day is not None or dose.per_kg:
            return False
        return self._used or _LESS.match(self.text, dose.end) is not None

    @cached_property
    def _used(self) -> bool:
        return _CONSUMED.search(self.text) is not None

    @cached_property
    def p(self) -> tuple[PMention, ...]:
        """Its p values."""
        return statistics.read_p(self.text)

    @cached_property
    def intervals(self) -> tuple[IntervalMention, ...]:
        """Its intervals."""
        return statistics.read_intervals(self.text)

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """Its clauses."""
        return tuple(self.text[a:b] for a, b in sentences.clauses(self.text))

    @cached_property
    def arms(self) -> tuple[Arm, ...]:
        """The treatments it names, every mention."""
        return arms.read(self.text, self.sources)

    @cached_property
    def treatments(self) -> tuple[Arm, ...]:
        """The treatments that words or doses set apart, each once."""
        return arms.distinct(self.arms)

    @cached_property
    def mentions(self) -> tuple[tuple[int, int], ...]:
        """Where each of `treatments` is named: pairs of offset and number, in order."""
        made = [
            (m.start, number)
            for number, arm in enumerate(self.treatments)
            for m in self.arms
            if (m.words >= arm.words if arm.words else not m.words) and (not arm.dose or arm.dose == m.dose)
        ]
        return tuple(sorted(set(made)))

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """Its comparisons; places in `treatments`."""
        return comparing.read(self.text, self.mentions)

    @cached_property
    def topic(self) -> frozenset[str]:
        """Keys of what is measured: `wanted` without the treatments."""
        named = frozenset().union(*(a.words for a in self.arms)) if self.arms else frozenset()
        return self.wanted - named

    def aligned(self, source: Source) -> tuple[Aligned, ...]:
        """The units of a source that fit it best."""
        held = self._aligned.get(id(source))
        if held is None:
            held = self._aligned[id(source)] = align(source, self.wanted, self.anchors, 12)
        return held

    @cached_property
    def best(self) -> tuple[tuple[Source, Aligned], ...]:
        """The best units of all cited sources, best first."""
        made = [(s, a) for s in self.sources for a in self.aligned(s)]
        return tuple(sorted(made, key=lambda m: -m[1].score))

    def relevant(self, share: float = 0.34) -> list[tuple[Source, Unit]]:
        """Cited units that hold enough of what the sentence is about, best first."""
        return [(s, a.unit) for s, a in self.best if a.words >= share]
