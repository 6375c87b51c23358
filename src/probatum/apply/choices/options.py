"""Options: the drugs that an answer names besides what was asked about, and what their labels say before one is chosen.

A drug that the patient is allergic to, or of the class that is not tolerated, is no option; that it was left out is
said.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import controlling, elsewhere, of_a_kind, rivals, same_aim, same_drug
from probatum.apply.context import Context
from probatum.apply.evidence.given import given_in
from probatum.apply.fitting import kinds
from probatum.apply.labels import kinship
from probatum.apply.once import once, once_for
from probatum.apply.patient import complaint, illnesses, sexes, uses
from probatum.apply.selection import is_open, of_illness
from probatum.model import About, Appraisal, Concept, Directive, DirectiveAction, Intent, Patient, RecordKind, Role
from probatum.text import scores, words
from probatum.text.expressions import caseless
from probatum.text.operations import OPERATION
from probatum.vocabulary.classes import members

MOST: Final = 8
"""Options whose labels are looked for."""


def allowed(name: str, context: Context) -> bool:
    """Whether nothing told of the patient's allergies speaks against a drug."""
    return not any(kinship.of_class(name, allergen) for allergen in context.question.patient.allergies)


def named(item: Directive) -> tuple[str, ...]:
    """The drugs that a recommendation names, without what a thesaurus has behind some (`dimethicone, unspecified`)."""
    return tuple(name.strip().lower() for name in _UNSPECIFIED.sub("", item.drug).split(",") if name.strip())


_UNSPECIFIED: Final = caseless(r", unspecified(?: form)?\b")


@once
def recommended(context: Context) -> tuple[tuple[Appraisal, Directive], ...]:
    """What guidelines recommend for the illness asked about; what is for an allergy like the patient's first."""
    patient = context.question.patient
    rows = [
        (appraisal, item)
        for appraisal in context.guidelines
        for item in appraisal.directives
        if item.action is DirectiveAction.RECOMMENDED
        and on_illness(item, appraisal, context)
        and all(allowed(name, context) for name in named(item))
        and sexes.fits(item.text, patient)
        and of_age(item, context)
        and not of_the_pregnant(item, context)
        and not of_what_brings_it(item, context)
        and not of_a_complaint_in_it(item.text, context)
        and not whom.dosed_for_adults(item, patient)
        and not whom.opens_with_adults(item.text, patient)
        and not uses.of_what_is_prevented(item, context)
        and not uses.in_other_people(item, context)
        and not uses.only_kept_away(item, context)
        and not controlling.of_another_aim(item.text, context.question)
        and not scores.another(context.question.typed, item.text)
        and same_aim.serves(item, context)
        and not beside_its_drug(item)
        and not elsewhere.for_others(item.text, context)
    ]
    suited = [row for row in elsewhere.by_cause(rows, context) if of_its_time(row[1].text, context)]
    keeps = context.question.intent is Intent.PREVENTION  # what is given against it before how it is found and measured
    ranked = sorted(suited, key=lambda row: (keeps and not named(row[1]), *_first(row[1], patient)))
    return tuple(kinds.whole_first(ranked, context.question))


def beside_its_drug(item: Directive) -> bool:
    """Whether advice says what is checked or done before, during or after a medicine, and not that this is given."""
    tested = _TESTED.search(item.text)
    if tested is not None and named(item):  # `pressure should be measured before A`
        before = words.stems(item.text[: tested.end()])
        return not any(words.stems(name) <= before for name in named(item))
    opening = _OPENING.match(item.text)
    if opening is None:
        return False
    rest = words.stems(item.text[opening.end() :])
    return bool(named(item)) and not any(words.stems(name) <= rest for name in named(item))


_TESTED: Final = caseless(r"\b(?:should|must) be (?:measured|checked|tested)(?: \w+)? (?:before|during|while|after)\b")
_OPENING: Final = caseless(
    r"^\W*(?:before|during|after|while (?:taking|on)|in people (?:who take|on|taking)) [^,;]{2,60},"
)


def of_age(item: Directive, context: Context) -> bool:
    """Whether advice for an age is for the patient's, or for an illness of theirs that it names in its place (`below 55
    years or with A`); what names several ages is read as a whole."""
    if fitting.of_age(item.text, context.question.patient) or len(_YEARS.findall(item.text)) != 1:
        return True
    other = _OR_ELSE.search(item.text)
    had = [(c.label, c.text, *c.synonyms[:8]) for c in context.question.having(Role.POPULATION) if c.semantic]
    had += [(name,) for name in context.question.patient.conditions]
    return other is not None and any(fitting.names_one(other["else"], (names,)) for names in had)


_YEARS: Final = caseless(r"\b\d{1,3} (?:years?|months?)\b")


_OR_ELSE: Final = caseless(r"\b(?:years?|months?),? or (?:with|in|people of) (?P<else>[^,;.]{3,90})")


def of_what_brings_it(item: Directive, context: Context) -> bool:
    """Whether a complaint alone is asked about, and advice opens with an illness that the question does not tell and
    that may bring it: what is given for vomiting in migraine is no choice in vomiting at large."""
    ill = [c for c in context.question.concepts if c.role in (Role.POPULATION, Role.OUTCOME) and c.semantic]
    ill = [c for c in ill if not fitting.of_organ(c.label, context.question.patient)]
    opening = _OPENS_IN.match(item.text)
    if opening is None or not ill or any(c.semantic != "symptom" for c in ill):
        return False
    whom = opening["whom"]
    known = any(m.term.semantic == "condition" for m in vocabulary.load().find(whom))
    return known and not any(complaint.names(whom, c) for c in ill) and illnesses.untold(whom, context.question)


_OPENS_IN: Final = caseless(r"^\W*in (?P<whom>(?:(?! who )[^,.;]){3,90})")


def of_a_complaint_in_it(text: str, context: Context) -> bool:
    """Whether a treatment of the illness itself is weighed, and advice, or the title of a study, is for a complaint
    in it of which nothing is asked: what eases cramps in an illness does not stand in the place of what slows it."""
    asked = [c for c in context.question.concepts if c.semantic]
    if not context.drugs or any(c.semantic == "symptom" or c.role is Role.OUTCOME for c in asked):
        return False
    found = _FELT_IN.search(text)
    felt = vocabulary.load().find(found["felt"]) if found else ()
    return any(m.term.semantic == "symptom" for m in felt)


_FELT_IN: Final = caseless(r"\bfor (?P<felt>[^,.;]{3,60}?) in (?!(?:adults|children|people|patients|women|men)\b)[a-z]")


def of_the_pregnant(item: Directive, context: Context) -> bool:
    """Whether what is offered is for pregnancy alone, of which the question tells nothing."""
    asked = bool(context.question.patient.pregnancy) or _EXPECTS.search(context.question.typed) is not None
    return item.action is DirectiveAction.RECOMMENDED and not asked and _PREGNANT.match(item.text) is not None


def of_a_pregnancy(appraisal: Appraisal, context: Context) -> bool:
    """Whether a guideline is on an illness of pregnancy by its title, of which the question tells nothing: in asthma or
    high blood pressure it has nothing to offer."""
    asked = bool(context.question.patient.pregnancy) or _EXPECTS.search(context.question.typed) is not None
    return _EXPECTS.search(appraisal.record.title) is not None and not asked


_PREGNANT: Final = caseless(
    r"^\W*(?:in|for|during|with) (?:[\w'-]+ ){0,6}?"
    r"(?:(?<!not )(?<!non-)pregnan(?:t|cy)|(?<!after )(?<!earlier )(?<!past )(?:pre-?)?eclampsia|hyperemesis"
    r"|gestational)\b"
)


_EXPECTS: Final = caseless(
    r"pregnan|gestation|trimester|eclampsi|hyperemesis|morning sickness|antenatal|obstetric|maternal|expecting|foetus"
    r"|fetus|unborn|conceiv|conception|for a baby"
)


def of_an_allergy(text: str, patient: Patient) -> bool:
    """Whether advice is for people with an allergy that the patient is not told to have."""
    return _WITH_ALLERGY.search(text) is not None and not fitting.allergic(text, patient)


_WITH_ALLERGY: Final = caseless(
    r"(?<!\bno )(?<!\bwithout )(?<!\bwithout a )\b(?:with|in|and) (?:an? )?[\w-]{3,30} allergy\b|\ballergic to\b"
)


def _first(item: Directive, patient: Patient) -> tuple[bool, bool, bool, bool]:
    """What is for an allergy like the patient's first, then first choices, of these those that name what is given and
    how much: that something is to be given at once does not say what."""
    apart = of_an_allergy(item.text, patient) or (not patient.age and _of_young_alone(item.text))
    return apart, not fitting.allergic(item.text, patient), second(item.text), not (item.dose and _one_drug(item))


def _of_young_alone(text: str) -> bool:
    """Whether advice is on children and on nobody grown."""
    return fitting.YOUNG.search(text) is not None and _GROWN.search(text) is None


_GROWN: Final = caseless(r"\badults?\b|\bfrom (?:1[2-8]|[2-9]\d) years\b|\b(?:any|every) age\b")


def _one_drug(item: Directive) -> bool:
    return any(not members(name) for name in named(item))


def second(text: str) -> bool:
    """Whether advice is for when another treatment did not serve."""
    return bool(_SECOND.search(text))


_SECOND: Final = caseless(
    r"^\W*(?:if|when)\b|\b(?:second|third)[- ](?:choice|line)s?|\b(?:cannot|(?:do|does|is|are|was|were) not)"
    r" (?:take|tolerate|work|suffice|help|tolerated|suitable|enough|(?:\w+ )?controlled)\b|\bwithout relief\b"
    r"|\bno(?:t enough)? relief\b|\b(?:has|have|had) not (?:\w+ )?(?:worked|helped|sufficed|relieved)\b"
    r"|\b(?:that|which) (?:returns?|recurs?)\b|\bafter the first course\b|\bonce first[- ]line\b"
    r"|\b(?:with|after) (?:too little|no|an inadequate|a poor) response\b"
)


_ATTACK: Final = caseless(r"\b(?:acute\w*|flares?|attacks?|episodes?|exacerbations?|sudden)\b")


_PRESENT: Final = caseless(r"\b(?:tonight|today|now)\b")
"""What is there now may be an attack, and may be no illness of attacks at all."""


_BETWEEN: Final = caseless(
    r"^\W*to prevent\b|\b(?:prophyla\w*|long-term|maintenance|urate-lowering|to lower urate)\b"
    r"|\bafter an? [^.;,]{0,30}\b(?:flare|attack|episode)|\bto prevent [^.;,]{0,30}\b(?:flares?|attacks?|episodes?)"
    r"|\bwith signs and symptoms\b"
)


def of_its_time(text: str, context: Context) -> bool:
    """Whether advice or a use is for the attack that is asked about, where one is: what keeps attacks away, or is
    begun between them, ends none. What is asked about to keep them away is for no attack."""
    if context.question.intent is Intent.PREVENTION:
        return True  # what is for an attack alone serves no such question
    if not _ATTACK.search(context.question.read):
        return not (_PRESENT.search(context.question.read) and _BETWEEN.search(text))
    return bool(_ATTACK.search(text)) and not _BETWEEN.search(text)


IN_PASSING: Final = caseless(
    r"\b(?:no|not a) reason (?:not )?to\b|\bto (?:assess|estimate|judge|predict) the (?:\w+ )?risk\b"
)
"""An illness that a recommendation only weighs: `a risk of falls is no reason to withhold it` is none for falls."""


_FEARED: Final = caseless(r"\b(?:monitor\w*|watch\w*|look(?:ing)?|risks?|signs) (?:closely )?(?:for|of) [^.;,]{3,60}")
"""What may come of a treatment, and is not what it is for."""


_TAKEN_ON: Final = caseless(
    rf"^\W*(?:for|before|during|around) [^.;]{{0,80}}?\b{OPERATION}\b[^.;]{{3,120}}\bcontinuing\b"
)
"""What is taken on through an operation is taken for something else: the bleeding that it names there is only feared,
and what is continued stops none."""
_OPERATED: Final = caseless(rf"\b{OPERATION}\b")


def _of_her_pregnancy(text: str, ill: Concept, patient: Patient) -> bool:
    """Whether a text is on the complaint as the pregnant have it, under a name of its own (`nausea and vomiting of
    pregnancy`), and a pregnancy is told."""
    said = words.stems(text)
    named = any(stems and stems <= said for stems in map(words.stems, ill.names))
    return bool(patient.pregnancy) and named and fitting.PREGNANT.search(text) is not None


@once_for
def on_illness(item: Directive, appraisal: Appraisal, context: Context) -> bool:
    """Whether a recommendation names the illness asked about; one for such an allergy may stand beside such."""
    if IN_PASSING.search(item.text) or illnesses.widely_alone(item.text, context.question):
        return False
    if _TAKEN_ON.search(item.text) and not _OPERATED.search(context.question.typed):
        return False
    text = _FEARED.sub(" ", f"{item.text} {item.condition}")
    ill = [c for c in context.question.concepts if c.role in (Role.POPULATION, Role.OUTCOME) and c.semantic]
    if not _of_illness_alone(text, context) and any(complaint.names(text, c) for c in ill):
        return True
    if not _of_illness_alone(text, context) and kinds.in_whole(text, appraisal.record.title, context.question):
        return True
    if any(_of_her_pregnancy(text, c, context.question.patient) for c in ill):
        return True
    beside = any(complaint.names(other.text, c) for other in appraisal.directives for c in ill)
    own = beside and not elsewhere.opens_in_another(item.text, context)
    return own and fitting.allergic(item.text, context.question.patient)


def left_out(context: Context) -> tuple[str, ...]:
    """Drugs that sources name for the illness and that an allergy rules out."""
    found = [
        name
        for appraisal in context.guidelines
        for item in appraisal.directives
        if item.action is DirectiveAction.RECOMMENDED and on_illness(item, appraisal, context)
        for name in named(item)
    ]
    beside = context.about(About.ALTERNATIVE, About.QUESTION) if not context.drugs else context.about(About.ALTERNATIVE)
    found += [name for a in beside for name in sorted(given_in(a))]
    return tuple(dict.fromkeys(name for name in found if not allowed(name, context)))


def stands_aside(text: str, context: Context) -> bool:
    """Whether a text is on a kind of the illness asked about, where advice on the illness itself is held."""
    return kinds.of_kind(text, context.question, _wholes(context))


@once
def _wholes(context: Context) -> frozenset[str]:
    """The illnesses asked about, and kinds of them, on which advice is held as a whole."""
    return kinds.wholes((item.text for _, item in recommended(context)), context.question)


@once
def drugs(context: Context) -> tuple[str, ...]:
    """The drugs that the answer may name as options, besides those asked about, in its order."""
    known = vocabulary.load()
    found = [name for _, item in recommended(context) for name in named(item)]
    studied = (About.ALTERNATIVE, About.QUESTION) if is_open(context.question) else (About.ALTERNATIVE,)
    for appraisal in context.about(*studied):
        if appraisal.record.kind is RecordKind.LABEL or not complaint.is_on(context.question, appraisal):
            continue
        found += [arm.drug.lower() for arm in appraisal.study.arms if arm.drug and not arm.control]
        found.append(appraisal.directness.intervention.words.split(",")[0].strip().lower())
    found += (*labelled(context), *near(context))
    kept = [name for name in found if name and name not in context.drugs and known.is_drug(name)]
    if context.drugs:  # what the question names itself was told of already
        told = [c.label for c in context.question.concepts if c.semantic == "drug"]
        kept = [name for name in kept if not any(same_drug.alike(name, one) for one in told)]
    every = list(dict.fromkeys(name for name in kept if allowed(name, context)))
    last = [at for at, name in enumerate(every) if not members(name)][:MOST]  # a class has no label to be looked for
    return tuple(every[: max((*last, MOST - 1)) + 1])


@once
def near(context: Context) -> tuple[str, ...]:
    """Drugs of the kind asked about whose labels are for the same illness, and those that a study set against it."""
    alike = (d.drug.lower() for _, d in rivals.labelled(context) if not rivals.apart(d.drug, context))
    return tuple(dict.fromkeys((*alike, *(name for name, _, _ in rivals.compared(context)))))


@once
def labelled(context: Context) -> tuple[str, ...]:
    """The drugs whose labels are for the illness that is to be treated, where no treatment is named."""
    if not of_illness(context.question):
        return ()
    labels = (a for a in context.appraisals if a.record.kind is RecordKind.LABEL)
    found = (d.drug.lower() for a in labels for d in a.directives if d.drug and is_for(d, context))
    return tuple(dict.fromkeys(found))


def is_for(item: Directive, context: Context) -> bool:
    """Whether a label names the illness that is to be treated among its uses."""
    if item.action is not DirectiveAction.INDICATED or _of_illness_alone(item.text, context):
        return False
    ill = complaint.complaint(context.question)
    return any(complaint.names(item.text, c) for c in ill) or (
        bool(of_a_kind.kind(context.question)) and any(_of_wider(item.text, c) for c in ill)
    )


def _of_wider(text: str, ill: Concept) -> bool:
    """Whether a label names the wider illness in whose name the one asked about has its own: of a class that is asked
    for members are given for osteoarthritis where it is of the knee."""
    said, own = words.stems(text), words.stems(ill.label)
    return any(stems <= own and stems <= said for stems in map(words.stems, ill.broader[:2]))


def _of_illness_alone(text: str, context: Context) -> bool:
    """Whether a text is on an illness (diabetes) of which a complaint (nerve pain) is to be treated, and does not name
    the complaint: what treats the one does nothing for the other. That it hurts is a part of what is treated."""
    felt = [c for c in context.question.having(Role.OUTCOME) if c.semantic == "symptom" and c.label.lower() != "pain"]
    had = any(c.semantic == "condition" for c in context.question.having(Role.POPULATION))
    return bool(felt) and had and is_open(context.question) and not any(complaint.names(text, c) for c in felt)
