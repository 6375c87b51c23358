"""How a signalling question is put to a report: rules in order, the decisive ones first, each with a plain sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from probatum.appraise.reading import Sentence, sentences
from probatum.model import BiasSignal, Record, SectionKind, SectionRole, SignalAnswer, Span, Study
from probatum.text.expressions import caseless, expression

ORDER = (
    SectionRole.METHODS,
    SectionRole.OBJECTIVE,
    SectionRole.NONE,
    SectionRole.RESULTS,
    SectionRole.CONCLUSIONS,
)
"""Where a report is believed first. Its background speaks of other studies and is not read."""

OTHERS = expression(
    r"\b(?:previous|prior|earlier|other|future|further|larger|most|many|several"
    r"|some) (?:\w+[ -]){0,3}(?:stud(?:y|ies)|trials?|work|research|reports?|authors|investigators)\b"
    r"|\bet al\b|\bshould (?:be|have|use)\b|\bwould have\b",
    re.IGNORECASE,
)
"""Words of a sentence about other studies than this one."""
REVIEWS = expression(r"\b(?:meta-analys\w+|systematic review|literature)\b", re.IGNORECASE)
"""Words by which a report that is no review speaks of others."""
THEY = expression(r"^(?:They|These authors|The authors)\b|\b(?:their|his|her) (?:study|trial)\b")
"""In a discussion these are others."""


@dataclass(frozen=True)
class Rule:
    """A wording that answers a question."""

    answer: SignalAnswer
    triggers: tuple[str, ...]
    """Lower-case letters, one of which every match contains."""
    pattern: re.Pattern[str]
    said: str
    """What it means, as one plain sentence."""
    veto: re.Pattern[str] | None = None
    """Seen in the same sentence, the wording means something else."""
    need: re.Pattern[str] | None = None
    """Must stand in the same sentence."""
    plain_fact: bool = False
    """True of a number or name that is no argument: it is believed behind the conclusions too."""

    def find(self, text: str) -> re.Match[str] | None:
        """The match in a sentence that holds a trigger."""
        match = self.pattern.search(text)
        if match is None or (self.veto and self.veto.search(text)) or (self.need and not self.need.search(text)):
            return None
        return match


def rule(
    answer: SignalAnswer,
    triggers: str,
    pattern: str,
    said: str,
    *,
    veto: str = "",
    need: str = "",
    plain_fact: bool = False,
) -> Rule:
    """A rule; triggers are parted by `|`."""
    return Rule(answer, tuple(triggers.split("|")), caseless(pattern), said, _maybe(veto), _maybe(need), plain_fact)


def _maybe(pattern: str) -> re.Pattern[str] | None:
    return caseless(pattern) if pattern else None


REASSURING = (SignalAnswer.YES, SignalAnswer.PROBABLY_YES)


def _argues(sentence: Sentence) -> bool:
    """True in a discussion: what it says for a result is as often said of other trials. Admissions are kept."""
    return sentence.role is SectionRole.CONCLUSIONS and "result" not in sentence.section.heading.lower()


@dataclass(frozen=True)
class Report:
    """A record with its study, the sentences that tell of it, and its registry entry where there is one."""

    record: Record
    study: Study
    registry: Record | None = None

    @cached_property
    def said(self) -> tuple[tuple[str, Sentence], ...]:
        """Sentences in the order in which they are believed, each with its text in lower case."""
        own = [s for s in sentences(self.record) if s.role in ORDER]
        own = [s for s in own if s.role is SectionRole.METHODS or not OTHERS.search(s.text)]
        if not self.study.design.synthesis:
            own = [s for s in own if s.role is SectionRole.METHODS or not REVIEWS.search(s.text)]
        own = [s for s in own if s.role is not SectionRole.CONCLUSIONS or not THEY.search(s.text)]
        own.sort(key=lambda s: ORDER.index(s.role))
        return tuple((s.text.lower(), s) for s in own)

    @cached_property
    def low(self) -> str:
        """All of them as one text."""
        return "\n".join(low for low, _ in self.said)

    @cached_property
    def _holding(self) -> dict[str, frozenset[int]]:
        """Trigger -> numbers of the sentences that hold it, filled as rules ask: many rules share their triggers."""
        return {}

    def _having(self, triggers: Sequence[str]) -> list[int]:
        """Numbers of the sentences that hold one of the triggers, in order."""
        for trigger in triggers:
            if trigger not in self._holding:
                held = (i for i, (low, _) in enumerate(self.said) if trigger in low) if trigger in self.low else ()
                self._holding[trigger] = frozenset(held)
        return sorted(frozenset().union(*(self._holding[t] for t in triggers)))

    @property
    def named(self) -> str:
        """`report`, or `abstract` where that is all there is."""
        return "report" if any(s.kind is SectionKind.BODY for s in self.record.sections) else "abstract"

    def first(self, rules: Sequence[Rule]) -> tuple[Rule, Span] | None:
        """The first rule that holds, with the characters it rests on."""
        for each in rules:
            for number in self._having(each.triggers):
                sentence = self.said[number][1]
                if _argues(sentence) and each.answer in REASSURING and not each.plain_fact:
                    continue
                match = each.find(sentence.text)
                if match:
                    return each, sentence.span(*match.span())
        return None


@dataclass(frozen=True)
class Signalling:
    """A signalling question with the rules that answer it."""

    tool: str
    domain: str
    key: str
    question: str
    rules: tuple[Rule, ...]
    silent: str
    """What is said where no rule holds; `{}` stands for `report` or `abstract`."""

    def ask(self, report: Report) -> BiasSignal:
        """The answer of one report."""
        found = report.first(self.rules)
        if found is None:
            return self.answer(report, SignalAnswer.NOT_REPORTED, self.silent.format(report.named))
        return self.answer(report, found[0].answer, found[0].said, found[1])

    def answer(self, report: Report, answer: SignalAnswer, sentence: str, *spans: Span) -> BiasSignal:
        """A signal of this question."""
        return BiasSignal(
            report.record.id, self.tool, self.domain, self.key, self.question, answer, sentence, tuple(spans)
        )
