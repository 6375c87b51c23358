"""Beginning: the steps that weigh, agree and give the first dose, with the doses of those who need another."""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import (
    beside_limits,
    by_weight,
    criteria,
    fitting,
    for_patient,
    given_on,
    guidance,
    illnesses,
    modes,
    noninferior,
    own_dose,
    quoting,
    sexes,
    standings,
    starting,
    suiting,
    uses,
    wording,
)
from probatum.apply.arms import choices
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.effects import effect_of, leading, worse_off
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.outcomes import PREVENTS
from probatum.apply.sections import agreeing, alike, dose_words, dosing, halts, studied_doses
from probatum.apply.sections.excluding import Row, of_somebody, said, spans, treats_what_is_prevented
from probatum.apply.selection import is_proposed
from probatum.model import Directive, DirectiveAction, Intent, Kind, Patient
from probatum.text import ages, doses
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.classes import members

MOST_NAMED: Final = 2
MOST_OTHER: Final = 2
"""Doses for other people that stand as branches."""
LONGEST: Final = 320
"""Characters of a conclusion that a step quotes."""


def moved(context: Context) -> tuple[list[str], list[str]]:
    """Names of the outcomes asked about (or the first, where none was) that moved, and of those that got worse."""
    effects = [(g, effect_of(g, context)) for g in leading(context)]
    moved_ = [(g, e) for g, e in effects if e is not None and e.direction in ("lower", "higher")]
    worse = [g.name for g, e in moved_ if worse_off(g, e, context)]
    better = [g.name for g, _ in moved_ if g.name not in worse]
    # A value in the blood that moves is no gain where what happens to people, told first, did not.
    if effects and effects[0][1] is not None and effects[0][1].direction == "none" and not effects[0][0].asked:
        better = [name for name in better if not _IN_BLOOD.search(name)]
    return better, worse


_IN_BLOOD: Final = caseless(
    r"\b(?:tsh|t[34]|thyroxine|cholesterol|ldl|hdl|triglycerides?|hba1c|glucose|urate|uric acid|ferritin|potassium"
    r"|sodium|calcium|phosphate|creatinine|hormones?|levels?|serum|plasma|antibod\w+)\b"
)
"""What is measured in blood and felt by nobody."""


def wanted(context: Context) -> bool:
    """Whether some outcome moved, and none of them to the worse."""
    better, worse = moved(context)
    return bool(better) and not worse


STARTED: Final = (Intent.THERAPY, Intent.DOSING, Intent.PREVENTION)
"""Kinds of question whose path leads to a first dose."""


def decidable(context: Context) -> bool:
    """Whether anything here says whether to give it: a path of checks before a choice that nothing supports is none."""
    if context.question.intent not in STARTED or for_patient.barred(context) or guidance.rows(context):
        return True
    uses = context.directives(DirectiveAction.INDICATED)
    meant = any(context.indicated_for_this(d) for _, d in uses) or (bool(uses) and not context.use)
    if meant or context.wider_use or any(effect_of(g, context) for g in leading(context)):
        return True
    return noninferior.claim(context) is not None or quoting.lead(context) is not None


def start(steps: Steps, context: Context) -> bool:
    """The first dose, as labelled for this use or as studied, only where an effect on the outcome asked about was seen.

    False where no dose is told.
    """
    drug = starting.drug(context)
    # It was chosen since a guideline advises it, or of a class the guideline chooses.
    if chosen_by_guideline(context):
        agreeing.say(steps, context, off_label=context.off_label)
        return _advised_dose(steps, context)
    if fit := suited(context):
        _weighed(steps, context)
        agreeing.say(steps, context, off_label=False)
        _labelled_dose(steps, context, fit)
        return True
    if noninferior.claim(context) is None or any(moved(context)):
        if not any(effect_of(g, context) for g in leading(context)):  # speaks neither for it nor against it
            return _concluded(steps, context, drug) or _as_advised(steps, context)
        _weighed(steps, context)
    _no_worse(steps, context)
    agreeing.say(steps, context, off_label=context.off_label)
    return _studied_dose(steps, context, drug)


def _no_worse(steps: Steps, context: Context) -> None:
    """Which of two courses a trial found to be no worse, in its own words: it chooses between doses."""
    claim = noninferior.claim(context)
    kinds = {m.lower() for name in context.classes for m in members(name)}
    if claim is not None and any(wording.stands_in(name, claim[1].quote.lower()) for name in kinds):
        return  # what one member did against something else chooses none of its class
    if claim is not None and len(claim[1].quote) <= LONGEST:
        steps.step(f"Choose by this: \u201c{' '.join(claim[1].quote.split())}\u201d", Kind.QUOTED, (claim[1],))


def chosen_by_guideline(context: Context) -> bool:
    """Whether the treatment was chosen since a guideline advises it, or is one of a class with advice on its dose."""
    return bool(is_proposed(context.question) or context.classes) and bool(advised(context))


def _weighed(steps: Steps, context: Context) -> None:
    """What got better against what got worse, where both were seen; what got worse, where a label is for this use."""
    better, worse = moved(context)
    if not worse:
        return
    price = wording.join(worse[:MOST_NAMED])
    against = f"{wording.join(better[:MOST_NAMED])} against what was found of {price}" if better else price
    steps.step(f"Weigh what was found above of {against}", Kind.NAVIGATION)
    steps.branch("a", f"Not worth it to the patient: do not start; {halts.elsewhere(context)}")
    steps.branch("b", "Worth it: go on")


def counted(use: str) -> bool:
    """Whether what is asked about is an event that is counted: nothing is started `for death`."""
    return _COUNTED_EVENT.match(use) is not None


_COUNTED_EVENT: Final = caseless(
    r"(?:all-cause |cardiovascular )?(?:deaths?|mortality|survival|hospital\w*|recurrences?)\b"
)


def first_dose(context: Context) -> Row | None:
    """The dose of a label with which the path starts; None where it starts with that of a study."""
    rows = suited(context)
    return min(rows, key=lambda row: _how_far(row[1], context)) if rows else None


@once
def suited(context: Context) -> list[Row]:
    """Doses of labels for this use; of a class those of its members, each in its own name."""
    every = dosing.label_doses(context)
    own = {id(item) for _, item in for_patient.told(context)}
    wide = not context.use or bool(context.wider_use)
    apart = [row for row in every if row not in uses.suited(every, context)]
    rows = [row for row in every if row not in apart or uses.for_another_use(row[1], context)]
    found = [(a, d) for a, d in rows if wide or any(context.indicated_for_this(i) for i in a.directives)]
    found = [
        (a, d)
        for a, d in found
        if doses.read(d.text) and (not uses.for_another_use(d, context) or (id(d) in own and _wide(d)))
    ]
    found = [(a, d) for a, d in found if not treats_what_is_prevented(d.text, context)]
    patient = context.question.patient
    found = [(a, d) for a, d in found if not _IS_NONE.search(d.text) and not _of_children(d.text, patient)]
    meant = uses.of_the_illness(found, context)
    told_for = {a.record.id for a, _ in meant}  # the amount for somebody of that age is that for each use of the label
    found = [row for row in found if row in meant or (id(row[1]) in own and row[0].record.id in told_for)]
    if choices(context.question):  # of the one that is started, and of no other
        found = [(a, d) for a, d in found if d.drug.lower() == starting.drug(context).lower()]
    return found


def _wide(item: Directive) -> bool:
    """Whether a dose names no illness but such as is a word for all of a kind: `in severe infections`."""
    ill = [m.term for m in vocabulary.load().find(item.text) if m.term.semantic == "condition"]
    return all(t.label.lower() in illnesses.TOO_WIDE for t in ill)


def _labelled_dose(steps: Steps, context: Context, rows: list[Row]) -> None:
    """The dose to begin with; behind it, as branches, the doses of people of whom the question leaves it open whether
    the patient is one of them, then how it is changed later."""
    if alike.say(steps, context, rows):
        return
    first = min(rows, key=lambda row: _how_far(row[1], context))
    listed = criteria.judged(first[1].text, fitting.told(context.question.patient))
    sure = listed is not None and bool(listed.fits)
    lead = "Choose one with a label for this use; its dose" if context.by_members else "Dose as on the label for it"
    lead = "Dose as on the label for such a patient" if sure else lead
    if own := [row for row in standings.lowered(context) if row[0] is first[0]]:
        steps.step(f"Dose for such a patient: {said(own)}", Kind.DIRECTIVE, spans(own))
        lead = "The usual dose on the label, which for such a patient is lowered"
    lead = f"{lead}, within the limit beside what is taken" if beside_limits.passes(first, context) else lead
    opens = _opening_dose(first, context)
    steps.step(f"{lead}: {said([*opens, first])}", Kind.DIRECTIVE, spans([*opens, first]))
    others = [row for row in rows if row[0] is first[0] and row is not first and _open(row[1], first[1], context)]
    others = [] if sure else [row for row in others if not _as_much(row[1], first[1])]
    for letter, row in zip("abc", others[:MOST_OTHER], strict=False):
        other = said([row])
        opening = uses.opening(first[1].text)
        other = other.replace(f"{other[:3]}{opening}, ", "", 1) if opening and other[3:].startswith(opening) else other
        steps.branch(letter, f"Another dose applies: {other}; then go on", Kind.DIRECTIVE, spans([row]))
    if others:
        steps.branch("abc"[len(others[:MOST_OTHER])], "Otherwise: this dose, and go on")
    later = [row for row in rows if row[0] is first[0] and row is not first and row not in others]
    later = [
        r
        for r in later
        if _GOES_ON.search(r[1].text)
        and (not fitting.special(r[1].text) or fitting.speaks_of(r[1].text, context.question.patient))
        and not _COUNTED.search(r[1].text)
        and not _beside_a_drug(r[1].text, context.question.patient)
    ]
    later = [r for r in later if _opening(r[1].text) in ("", _opening(first[1].text))]
    if any(_PACE.search(item.text) for _, item in own):
        later = []  # how fast it is raised in such a patient was told with the dose
    if later and not _GOES_ON.search(first[1].text):
        lead = "At most" if _TOP.match(later[0][1].text) else "Later"
        steps.step(f"{lead}: {said(later[:1])}", Kind.DIRECTIVE, spans(later[:1]))
    _how_given(steps, context, first)


_PACE: Final = caseless(r"\b(?:raised|increased|titrated)\b")


def _as_much(item: Directive, first: Directive) -> bool:
    """Whether a dose is the very amount that is begun with: another step has to change it."""
    keys = {dose.key for dose in doses.read(item.text)}
    return bool(keys) and keys <= {dose.key for dose in doses.read(first.text)}


def _opening_dose(first: Row, context: Context) -> list[Row]:
    """The dose of the first weeks, where the one chosen is that of later ones: who is told of week 5 has to be told of
    weeks 1 to 4."""
    rows = [row for row in dosing.label_doses(context) if row[0] is first[0]]
    begun = [row for row in rows if row[1] in uses.starts(rows) and row is not first]
    return begun[:1] if _WEEKS.search(first[1].text) and not _BEGINS.search(first[1].text) else []


_WEEKS: Final = caseless(r"\bweeks? (?:[2-9]|[1-9]\d)\b")


def _opening(text: str) -> str:
    """For what a dose is, where it says so first: `in bacterial vaginosis`; empty where it does not."""
    found = _FOR_WHAT.match(text)
    return found[0].casefold() if found else ""


_FOR_WHAT: Final = caseless(r"(?:in|for|to treat|to prevent) [^.;,]{3,80}(?=,)")
_MISSED: Final = caseless(r"\bmissed\b|\bforgotten\b")


def _how_given(steps: Steps, context: Context, first: Row) -> None:
    """How it is taken, where the label says that apart from the dose."""
    rows = [
        (a, d)
        for a, d in dosing.label_doses(context)
        if a is first[0] and not doses.read(d.text) and not _MISSED.search(d.text)
    ]
    rows = [r for r in rows if not fitting.special(r[1].text) and not uses.for_another_use(r[1], context)][:1]
    if rows:
        steps.step(f"Give it so: {said(rows)}", Kind.DIRECTIVE, spans(rows))


_COUNTED: Final = caseless(r"\bat least (?:\d|one|two|three) of\b")
"""A dose for those of whom several things hold together."""


def _open(item: Directive, first: Directive, context: Context) -> bool:
    """Whether a dose is for some of the people, and the patient may be one of them."""
    text, patient = item.text, context.question.patient
    if _COUNTED.search(text):
        return True
    if not fitting.special(text) or _RATHER_NOT.search(text) or fitting.of_children_alone(text, patient):
        return False
    young = fitting.YOUNG.search(text) or fitting.PREGNANT.search(text)
    told = bool(patient.kidney) if fitting.KIDNEY.search(text) else bool(patient.liver)
    return not young and not told and not fitting.speaks_of(first.text, patient)


_PARTS: Final = caseless(r"/ ?(?:m2|m\^2|m²|kg|week|cycle)|\bcycles?\b")
_TOP: Final = expression(r"(?:the )?(?:maximum|highest)\b", re.IGNORECASE)
"""A dose that is not to be passed, and none to begin with."""
_BEGINS: Final = expression(r"\b(?:start(?:s|ing|ed)?|initial(?:ly)?|beg[iau]n(?:s|ning)?)\b", re.IGNORECASE)
_GOES_ON: Final = expression(
    r"\b(?:target|maintenance|maximum|raised|increased|weeks? (?:[2-9]|[1-9]\d))\b", re.IGNORECASE
)
_RATHER_NOT: Final = expression(
    r"\bnot (?:be )?(?:recommended|started|used|given)\b|\b(?:seldom|rarely)\b", re.IGNORECASE
)


def _how_far(item: Directive, context: Context) -> tuple[bool, bool, bool, int]:
    """How far a dose is from the one to begin with: those of people whose kidneys or age ask for another, of whom
    several things must hold, and those reached later or not to be passed, come after the first of them all."""
    text, patient = item.text, context.question.patient
    listed = criteria.judged(text, fitting.told(patient))
    if listed is not None and listed.fits:
        return False, False, False, -1  # it is known to hold of this patient
    own = fitting.speaks_of(text, patient) or (not patient.kidney and fitting.of_healthy_kidneys(text))
    others = bool(_RATHER_NOT.search(text)) or (fitting.special(text) and not own) or bool(_COUNTED.search(text))
    others = others or _of_the_young(text, patient) or _beside_a_drug(text, patient)
    later = _FURTHER_ON.search(text) is not None and _BEGINS.search(text) is None
    theirs = fitting.special(text) and fitting.speaks_of(text, patient) and fitting.certain(text, patient)
    return (
        others or later,
        not theirs,
        not _BEGINS.search(text),
        2 * bool(_TOP.match(text)) + bool(_GOES_ON.search(text)),
    )


def _of_children(text: str, patient: Patient) -> bool:
    """Whether a dose is for children alone, and the patient is not told to be one."""
    alone = fitting.YOUNG.search(text) and not fitting.GROWN_TOO.search(text) and not fitting.PREGNANT.search(text)
    years = fitting.age(patient)
    grown = _ADULT.search(text) or fitting.OLD.search(text)  # `in older people and adolescents`
    return bool(alone) and not grown and (years is None or years.low >= fitting.CHILD_YEARS)


_ADULT: Final = caseless(r"\badults?\b")


_IS_NONE: Final = caseless(
    r"\brestricted to (?:people|patients|those|adults)\b|\bemergency care\b|\bcall(?:ed)? (?:for )?(?:an )?ambulance\b"
    r"|\bmissed\b|\ba second treatment\b"
)
"""An amount that is told, and is none to begin with."""
_FURTHER_ON: Final = caseless(r"\b(?:at|in|from) weeks? (?:[2-9]|[1-9]\d)\b|\bmaintenance dose\b")


def _beside_a_drug(text: str, patient: Patient) -> bool:
    """Whether a dose is for those who take another medicine, and the patient is told to take none of them."""
    what = uses.opening(text)
    drugs = any(m.term.semantic == "drug" for m in vocabulary.load().find(what)) if what else False
    return drugs and not fitting.takes(what, patient)


def _of_the_young(text: str, patient: Patient) -> bool:
    """Whether a dose by weight is for people from some age of childhood on, and the patient is none of the young."""
    told, years = ages.limits(text), fitting.age(patient)
    grown = years is None or years.low >= fitting.CHILD_YEARS
    return grown and told is not None and told.low < fitting.CHILD_YEARS and "/kg" in text


def _studied_dose(steps: Steps, context: Context, drug: str) -> bool:
    """The lowest dose of the trials; without one that was read, the sentence that tells it. True: the path goes on."""
    if context.drug_like and _advised_dose(steps, context):
        return True
    begun = starting.first(context)
    if begun is not None:
        _, arm, study = begun
        given = [d for d in starting.doses(context) if d[2] is study]
        several = len(given) > 1
        if several and len({d[1].dose for d in given if _PARTS.search(d[1].dose)}) > 1:
            # Doses by weight or surface belong to parts of a course: none of them is the lowest to begin with.
            listed = wording.join(list(dict.fromkeys(starting.amount(d[1], drug) for d in given)))
            said_ = f"Give {drug} by the plan of this trial, which had {listed}; which is for whom stands in its text"
            steps.step(said_, Kind.FINDING, tuple(d[1].span for d in given))
            return True
        which = f"the {'lowest ' if several else ''}dose {'in' if several else 'of'} this trial"
        kilos, sums = by_weight.of_arm(context, arm)
        given_by = f"{starting.amount(arm, drug)}{kilos}{given_on.way(arm)}"
        steps.step(f"Start {drug} {given_by}, {which}", Kind.FINDING, (arm.span,), sums)
        if (onward := given_on.further(study, arm)) is not None:
            steps.step(f"After that, as in this trial: {given_on.quoted(onward)}", Kind.QUOTED, (onward,))
        return True
    if context.drug_like and _quoted_dose(steps, context):
        return True
    own = [r for r in for_patient.told(context) if r[1].action is DirectiveAction.DOSE and doses.read(r[1].text)][:1]
    if own and context.drug_like:
        steps.step(f"Dose as on the label for such a patient: {said(own)}", Kind.DIRECTIVE, spans(own))
        return True
    if not context.drug_like:
        steps.step(f"Proceed with {drug} as in the studies above", Kind.NAVIGATION)
        return True
    told = next((s for s in dosing.compose(context).statements if s.kind.asserts and _short_dose(s.text)), None)
    if told is not None and not own_dose.stands(told, context):
        told = None
    if told is not None and context.classes and not dose_words.called_so(told.text, context):
        told = None  # the dose of one member is none of its class
    if told is None:
        studied = context.classes and any(one.kind.asserts for one in dosing.compose(context).statements)
        why = "what was given in studies stands under dosing" if studied else "no source here tells it for this"
        steps.step(f"Take the dose of {drug} from a current label: {why}", Kind.NAVIGATION)
    else:
        steps.step(f"Dose: {wording.lower(told.text.rstrip('. '))}", told.kind, told.supports)
    return True


def _short_dose(text: str) -> bool:
    return bool(doses.read(text)) and len(text.split()) <= MOST_WORDS


MOST_WORDS: Final = 45
"""Words of a sentence on doses that a step holds whole."""


def advised(context: Context) -> list[Row]:
    """The dose that a guideline advises such a patient, as a list of one or none."""
    patient = context.question.patient
    rows = dosing.guideline_doses(context)
    if kept_away(context):  # what ends an attack is no dose to keep it away
        rows = [row for row in rows if PREVENTS.search(row[1].text)]
    return sorted(rows, key=lambda row: not sexes.names(row[1].text, patient))[:1]


def kept_away(context: Context) -> bool:
    """Whether something is to be prevented from coming, or from coming again."""
    asked = context.question
    return asked.intent is Intent.PREVENTION or bool(PREVENTS.search(asked.read)) or modes.long_term(asked.read)


def _advised_dose(steps: Steps, context: Context) -> bool:
    """The same as a step, which goes before the dose of any one trial; False where no guideline tells one."""
    if rows := advised(context):
        steps.step(f"Dose as advised: {said(rows)}", Kind.DIRECTIVE, spans(rows))
        out = suiting.barred(rows[0][1], context) if context.classes else []
        for letter, (name, bar) in zip("ab", out, strict=False):
            rest = wording.join(suiting.left(rows[0][1], context), "or")
            text = f"Leave out {name} for this patient: {said(of_somebody([bar]))}; give {rest}"
            steps.branch(letter, text, Kind.DIRECTIVE, spans([bar, *rows]))
    return bool(rows)


def _quoted_dose(steps: Steps, context: Context) -> bool:
    """The dose as a study's own sentence tells it; False where none does."""
    scratch = Draft("dosing", "")
    if studied_doses.quoted(scratch, context):
        one = scratch.statements[0]
        if not own_dose.told(one.supports[0].quote, context):
            return False
        if dose_words.say(steps, context, one.supports[0]):
            return True
        if len(one.text.split()) > MOST_WORDS or (context.classes and not dose_words.called_so(one.text, context)):
            return False
        steps.step(f"Dose as it was studied: {wording.lower(one.text.rstrip('. '))}", Kind.QUOTED, one.supports)
        return True
    reviews = (a for a in context.answering if a.study.design.synthesis)
    told = next((span for a in reviews for span in studied_doses.telling(a, context)), None)
    return told is not None and dose_words.say(steps, context, told)


def _as_advised(steps: Steps, context: Context) -> bool:
    """Without a study's word: what a guideline recommends of it, which may tell when and how, and no amount."""
    rows = [row for row in guidance.rows(context) if row[1].action is DirectiveAction.RECOMMENDED][:1]
    if rows:
        steps.step(f"Give it as advised: {said(rows)}", Kind.DIRECTIVE, spans(rows))
    return bool(rows)


def _concluded(steps: Steps, context: Context, drug: str) -> bool:
    """Where only a conclusion can be quoted, and no effect counted: that conclusion, then the dose."""
    passage = quoting.lead(context)
    if passage is None or not any(s.kind.asserts for s in steps.draft.statements):
        return False  # without a label's word there is nothing to decide by either
    agreeing.say(steps, context, off_label=context.off_label)
    return _studied_dose(steps, context, drug)
