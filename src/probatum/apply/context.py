"""Context: everything a section may write from, and the selections that several sections share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Final

import msgspec

from probatum.apply import wording
from probatum.apply.children import studied
from probatum.apply.choices.option import Option
from probatum.apply.evidence import harms_seen, intervention, no_answer
from probatum.apply.evidence.outcomes import OutcomeGroup
from probatum.apply.fitting import titled
from probatum.apply.labels import own_labels, same_way
from probatum.apply.once import once_for
from probatum.apply.patient import beside, indications, sexes, use_asked
from probatum.apply.quoted import placing
from probatum.apply.together import combining
from probatum.model import (
    About,
    Appraisal,
    Certainty,
    Concept,
    Depth,
    Design,
    Directive,
    DirectiveAction,
    Finding,
    Intent,
    Question,
    Reader,
    Record,
    RecordKind,
    Role,
    SearchAccount,
    SectionKind,
    SpinSignal,
    Telling,
)
from probatum.text import ending, halting, words
from probatum.text.expressions import expression
from probatum.vocabulary.classes import members

if TYPE_CHECKING:
    from probatum.apply.quoted.salience import Salient

SPECIAL: Final[dict[str, tuple[str, ...]]] = {
    "pregnan": ("pregnan", "trimester"),
    "breast": ("breast-feeding", "breastfeeding", "breast feeding", "lactat", "nursing mother"),
    "child": ("child", "infant", "toddler", "paediatric", "pediatric", "adolescen", "newborn"),
    "older": ("elderly", "older", "aged"),
    "renal": ("kidney", "renal", "dialysis"),
    "kidney": ("kidney", "renal", "dialysis"),
    "liver": ("liver", "hepat", "cirrhosis"),
    "hepat": ("liver", "hepat", "cirrhosis"),
}
"""Stem under which labels speak of special patients -> stems by which questions do."""


SPECIAL_WORDS: Final = ("children", "adults", "women", "men", "people", "patients", "older", "elderly", "infants")
"""Words for people that say nothing of their illness."""
_TIMED: Final = expression(
    r"\b(?:how (?:long|soon|early|late|quickly)|(?:with)?in how many|for how many|what (?:duration|time window)"
    r"|when (?:should|must|can|to)) (?!.*\b(?:live|survive|last)\b)",
    re.IGNORECASE,
)
"""Wordings that ask for a time."""


class Context(msgspec.Struct, frozen=True, dict=True):
    """The question with all that was read for it. `dict=True` only lets selections be kept once computed."""

    question: Question
    reader: Reader
    appraisals: tuple[Appraisal, ...]
    """Best first; retracted records are not among them."""
    groups: tuple[OutcomeGroup, ...]
    search: SearchAccount
    overall: tuple[tuple[str, Certainty], ...] = ()
    """Certainty of the own answers of the sources that lead, by record, for where no outcome group carries one."""
    alternatives: tuple[tuple[str, Certainty], ...] = ()
    """Certainty of the evidence of each alternative's record."""
    depth: Depth = Depth.FULL
    option_labels: tuple[Appraisal, ...] = ()
    """Labels of the drugs that the answer names as options."""
    first_aid: tuple[Appraisal, ...] = ()
    """Guidelines on the emergency that the question names, whatever else it asks."""
    shortlist: tuple[Option, ...] = ()
    """The treatments that may answer a question which names none, the best first; they stay where one was proposed."""
    further: tuple[Appraisal, ...] = ()
    """What was found and left out, of which a sentence may be told where nothing else tells it as plainly."""
    clause: str = ""
    """The words of a further question of the same text; empty for the question itself."""
    aside: bool = False
    """Whether that further question leans on the first one, and is understood only in its light."""
    last: bool = False
    """Whether nothing answered, however the question was put: what is most salient then stands in the place of that."""
    settle: Callable[[str, Sequence[str]], tuple[str, float]] | None = None
    """Reads whether sentences answer a question with `yes`, `no` or `maybe`, and how probable that is."""
    tells: Callable[[str, Record, str], Telling] | None = None
    """Reads which sentences of an abstract tell what is asked."""

    spin: tuple[tuple[str, SpinSignal], ...] = ()
    """Where authors of the studies that answer claim more than their numbers carry, by record."""

    @property
    def as_of(self) -> str:
        """Date the answer speaks of."""
        return self.search.as_of

    @property
    def searched(self) -> str:
        """Words for an empty section: what was searched and when."""
        return f"Searched the library ({self.search.records} records) on {self.as_of}"

    def about(self, *abouts: About) -> tuple[Appraisal, ...]:
        """Appraisals that stand so to the question, best first."""
        return tuple(a for a in self.appraisals if a.directness.about in abouts and a.record.id not in self._raising)

    @cached_property
    def _raising(self) -> frozenset[str]:
        """Studies of other treatments that brought on what is to be treated."""
        others = (a for a in self.appraisals if a.directness.about is About.ALTERNATIVE)
        return frozenset(a.record.id for a in others if no_answer.raised(self.question, a))

    @cached_property
    def answering(self) -> tuple[Appraisal, ...]:
        """Studies and reviews that bear on the question itself."""
        barred = (RecordKind.LABEL, RecordKind.GUIDELINE, RecordKind.REGISTRY_ENTRY)
        found = tuple(
            a
            for a in self.about(About.QUESTION)
            if a.record.kind not in barred
            and a.study.design not in (Design.PROTOCOL, Design.REGISTRY)
            and not self.allergenic(a)
            and self.of_mothers(a)
            and not no_answer.tells_nothing(a, self.question)
            and studied.answers(self.question, a)
            and (combining.on_all(self.question, a) if self.combined else not no_answer.gave_another(self.question, a))
        )
        own = tuple(a for a in found if sexes.of_their_own(a.record.title, self.question.patient))
        return own or found

    @cached_property
    def combined(self) -> tuple[str, ...]:
        """The medicines of which it is asked whether they go together; empty for other questions."""
        return combining.together(self.question)

    def of_mothers(self, appraisal: Appraisal) -> bool:
        """Whether a study speaks of pregnancy or breast-feeding, where the question is about it: others say nothing of
        the child."""
        patient = self.question.patient
        stems = [stem for stem, told in (("pregnan", patient.pregnancy), ("breast", patient.breastfeeding)) if told]
        signs = [sign for stem in stems for sign in SPECIAL[stem]]
        record = appraisal.record
        text = " ".join((record.title, *(s.text for s in record.sections if s.kind is SectionKind.ABSTRACT))).lower()
        return not signs or any(sign in text for sign in (*signs, "maternal", "neonat", "obstetric"))

    def allergenic(self, appraisal: Appraisal) -> bool:
        """Whether a study gave what the patient is allergic to, though nobody asked about it: it is no answer."""
        return no_answer.gave_allergen(self.question, appraisal)

    @cached_property
    def drugs(self) -> tuple[str, ...]:
        """Names of the interventions asked about, lower case, for comparing."""
        return tuple(name.lower() for name in self.named)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Names of the interventions asked about, as they stand in running text: `vitamin D`."""
        named = [c.label for c in placing.given(self.question.having(Role.INTERVENTION), self.question.read)]
        return tuple(dict.fromkeys(named or ([self.question.intervention] if self.question.intervention else [])))

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """Those of the interventions that are classes of drugs: what was studied is a member, in its own doses."""
        return tuple(name for name in self.drugs if members(name))

    @cached_property
    def population(self) -> str:
        """The population in running text: the vocabulary's names, else the question's words."""
        named = [wording.spelled(c) for c in self.question.having(Role.POPULATION)]
        return wording.join(list(dict.fromkeys(named))) or wording.lower(self.question.population)

    @cached_property
    def outcome(self) -> str:
        """The outcome asked about in running text."""
        return wording.lower(self.question.outcome)

    @property
    def ends(self) -> bool:
        """Whether it is asked how, when or whether the treatment may be ended."""
        ills = (n for c in self.question.concepts if c.semantic in ("condition", "symptom") for n in (c.text, c.label))
        asked = ending.of_treatment(self.question.read, ills)
        return self.question.danger == "stopping" or ending.asks(asked)

    @cached_property
    def halts(self) -> halting.Way:
        """Whether it is asked if the treatment is stopped or goes on."""
        names = [n.lower() for c in self.question.having(Role.INTERVENTION) for n in (c.text, c.label)]
        return halting.way(self.question.typed, names) or halting.way(self.question.read, names)

    @property
    def use(self) -> str:
        """The use asked about, `muscle cramps in amyotrophic lateral sclerosis`; empty when no illness was named."""
        return use_asked.use(self)

    @cached_property
    def beside(self) -> tuple[Concept, ...]:
        """Illnesses that the patient has, and that what is asked about is not to treat."""
        return beside.beside(self)

    @cached_property
    def by_organ(self) -> bool:
        """Whether no illness told of is to be treated: each is the patient's own, or an organ fits the dose to them."""
        return use_asked.by_organ(self)

    @cached_property
    def labels(self) -> tuple[Appraisal, ...]:
        """Labels of the interventions asked about."""
        return own_labels.held(self)

    @cached_property
    def by_members(self) -> bool:
        """Whether the labels are those of members of a class, which forbid nothing of the class as a whole."""
        return own_labels.by_members(self)

    @cached_property
    def other_labels(self) -> tuple[Appraisal, ...]:
        """Labels of other drugs that speak of the intervention."""
        others = (a for a in self.appraisals if a.record.kind is RecordKind.LABEL and a not in self.labels)
        return tuple(a for a in others if same_way.speaks(a, self))

    @cached_property
    def salient(self) -> tuple[Salient, ...]:
        """The sentences of all sources that may speak, those first that most probably tell what is wanted."""
        from probatum.apply.quoted.salience import ranked  # which reads passages, and they this

        return ranked(self)

    @cached_property
    def guidelines(self) -> tuple[Appraisal, ...]:
        """Guidelines that bear on the question or its alternatives."""
        held = (a for a in self.appraisals if a.record.kind is RecordKind.GUIDELINE)
        return tuple(a for a in held if a.directness.about is not About.NONE and titled.is_on(a.record, self.question))

    def on_matter(self, appraisal: Appraisal) -> bool:
        """Whether a source's title shares a word with the people or the outcome asked about, as far as it has a title;
        what the same drug does in another illness may name both in passing."""
        concepts = (*self.question.having(Role.POPULATION), *self.question.having(Role.OUTCOME))
        names = [n for c in concepts for n in c.names]
        asked = words.stems(" ".join((*names, self.outcome))) - words.stems(" ".join(SPECIAL_WORDS))
        return not appraisal.record.title or not asked or bool(asked & words.parted(appraisal.record.title))

    def names_intervention(self, text: str) -> bool:
        """Whether a text names what was asked about."""
        return intervention.named_in(text, self.question)

    def spells_intervention(self, stems: Set[str]) -> bool:
        """Whether stems, those of expanded abbreviations among them, name what was asked about."""
        return intervention.spelled_by(stems, self.question)

    @once_for
    def directives(self, *actions: DirectiveAction) -> tuple[tuple[Appraisal, Directive], ...]:
        """Directives of the labels asked about, by action: the first of each label, then the second of each."""
        rows = [[(a, d) for d in a.directives if d.action in actions] for a in self.labels]
        return tuple(row[n] for n in range(max(map(len, rows), default=0)) for row in rows if n < len(row))

    def harms(self) -> tuple[tuple[Appraisal, Finding], ...]:
        """Findings of harm from the studies that answer, then from labels and studies elsewhere."""
        return harms_seen.seen(self)

    @property
    def therapeutic(self) -> bool:
        """True when something is to be given or done."""
        wanted = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION, Intent.HARM, Intent.INTERACTION)
        return self.question.intent in wanted and bool(self.drugs)

    @property
    def treatable(self) -> bool:
        """True when the intervention is a drug or procedure that the vocabulary knows: something that is given."""
        if self.therapeutic and self._given("drug", "procedure"):
            return True
        if self._given("condition", "symptom"):
            return False  # an illness is not given, though trials were made in it
        # What chance gave to one group and not to the other is a treatment, whatever the vocabulary calls it.
        return bool(self.drugs and self.answering) and intervention.by_chance(self.answering[0])

    @property
    def asks_dose(self) -> bool:
        """True when a dose is all that is asked: what a drug does to some outcome is no answer to that."""
        return self.question.intent is Intent.DOSING and self.drug_like and not self.outcome

    @property
    def asks_time(self) -> bool:
        """True when it is asked how long, how soon or within what time something is given."""
        return bool(_TIMED.search(self.question.read)) and self.treatable

    @property
    def drug_like(self) -> bool:
        """True when an intervention is a drug (a label can be asked for)."""
        return self._given("drug")

    @once_for
    def _given(self, *semantics: str) -> bool:
        """Whether the intervention is of that sort, or a drug by the doses in which a study gave it."""
        return intervention.is_of(self.question, semantics) or ("drug" in semantics and self._dosed())

    def _dosed(self) -> bool:
        """Whether a leading study gave the thing asked about in doses, though the vocabulary does not know it."""
        arms = [arm for a in self.answering[:2] for arm in a.study.arms if arm.dose and not arm.control]
        return any(self.names_intervention(f"{arm.drug} {arm.name}") for arm in arms)

    @cached_property
    def special(self) -> tuple[str, ...]:
        """Words for the special patient asked about: pregnancy, breast-feeding, children, kidney, liver ..."""
        patient = self.question.patient
        said = " ".join(
            (self.question.population, patient.pregnancy, patient.age, patient.kidney, patient.liver)
        ).lower()
        told = list(patient.conditions) + (["breast"] if patient.breastfeeding else [])
        found = [word for word, signs in SPECIAL.items() if any(sign in said for sign in signs)]
        return tuple(dict.fromkeys([*found, *told]))

    def indicated_for_this(self, directive: Directive) -> bool:
        """Whether an indication names the population or outcome that was asked about."""
        return indications.named(directive, self)

    @cached_property
    def wider_use(self) -> str:
        """The illness that a label is for and of which the illness asked about is a kind; empty where a label names the
        latter itself, or neither."""
        return indications.wider(self)

    @property
    def unmeant(self) -> bool:
        """Whether an illness is asked about and no indication of the labels names it or one of which it is a kind."""
        return indications.unmeant(self)

    @cached_property
    def dosed_for_this(self) -> tuple[tuple[Appraisal, Directive], ...]:
        """Doses that a label gives for the very illness asked about, whatever its indications call it."""
        return indications.dosed(self)

    @property
    def off_label(self) -> bool:
        """Whether no label of what was asked about names this use, nor an illness of which it is a kind."""
        return indications.off_label(self)
