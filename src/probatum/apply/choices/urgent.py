"""Urgent: what guidelines of emergency care have done in the very situation that a question tells.

Such guidelines say for each situation what is done in it (`in hypoglycaemia in unconscious adults without intravenous
access, the dose of glucagon is 1 mg`). Held against a question, a sentence gains by what both tell, and loses by what
it alone presupposes; what comes later, or only besides, stands behind what comes first.
"""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import barred_here, elsewhere, emergencies, next_step
from probatum.apply.choices.nearness import (
    ABSENT,
    LATER,
    OPENS,
    SAYS_SO,
    TOO_MUCH,
    Asked,
    alike,
    denied,
    pressure,
    says,
    score_of,
)
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.fitting import spared
from probatum.apply.once import once
from probatum.apply.quoted import sides
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.replies import danger
from probatum.apply.selection import is_open, is_proposed
from probatum.apply.together import making_way
from probatum.model import Appraisal, Intent, RecordKind, Role
from probatum.text import doses, measured, phases, recurring, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 3
MOST_STEPS: Final = 6
"""Sentences that a path holds."""
_DOES: Final = caseless(
    r"\b(?:recommends?|advises?|(?:is|are) (?:given|added|started|used|done|paused|stopped|repeated|held back)"
    r"|the (?:next )?dose of|(?:first|second) choices?|the choice is|the first \w+ is\b|the first treatment"
    r"|alternatives?|(?:should|must) (?:not )?(?:be|have|sit))\b"
)
_GROWN: Final = caseless(r"\badults?\b")
_WEIGHS: Final = caseless(
    r"\b(?:evidence|trials?|stud(?:y|ies)|versus|vs|compared|(?<!not )(?<!no )better|effective\w*|reduces?"
    r"|prevent\w*|works?|improves?|helps?|worth|benefits?|role of|mortality|survival|safe|necessary|harms?"
    r"|side effects?|risks?|interact\w*|cause[sd]?|why|long[- ]term)\b"
)
"""Words that ask what was found, and not what is done."""
_ACTS: Final = caseless(r"\b(?:give|treat|manage|do|dose|start|now|stat|immediately)\b")
_TOLD_SO: Final = {
    "shock": caseless(r"(?<!without )\bshock(?:ed)?\b|\bha?emodynamically unstable\b|\bperi-?arrest\b"),
    "unconscious": caseless(
        r"\b(?:fitting|seizing|convulsing|unconscious|unresponsive|coma(?:tose)?|gcs [3-8]|not rousable|unrousable)\b"
    ),
    "conscious": caseless(r"(?<!un)(?<!semi-)\b(?:conscious|awake|alert|can swallow|able to swallow|gcs 15)\b"),
    "line": caseless(
        r"\bno (?:iv|intravenous|venous)\b|\bwithout (?:iv|intravenous|venous)\b|\bcan'?t get (?:a )?(?:line|access)"
    ),
}
_EXCLUDES: Final = {"unconscious": "conscious", "conscious": "unconscious", "shock": "no shock"}
_BY_VEIN: Final = caseless(r"\bintravenous(?:ly)?\b(?! access)")


def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences that have done what is done in such a situation, the nearest first; none for those who are no
    professionals, and none where it is asked what was found."""
    found = _nearest(context)
    if not found:
        return ()
    told = _asked(context)
    # When something is begun, and what may follow, stands in several sentences.
    most = MOST + ("time" in told.sides or told.failed)
    least = max(found[0][0] - (WITHIN + 2.0 * told.failed), _least(context))
    left = [row for row in found if not _done(row[1], told)]
    left = [row for row in left if not told.failed or _akin(row[1], left[0][1], context)]
    first = [one for score, one in left[:most] if score >= least] or [found[0][1]]
    gone = barred_here.had_not(context)
    over = told.tried if told.failed and not next_step.again(first[0].span.quote, told.typed) else ()
    return tuple(_with_doses(first, [one for _, one in found], most, gone | frozenset(over)))


def steps(context: Context) -> tuple[Salient, ...]:
    """The same for a path, which holds more of them: those of the same sources that presuppose little else."""
    first = rows(context)
    held = {one.span.record for one in first}
    least = _least(context) - WITHIN / 2
    told = _asked(context)
    near = [one for score, one in _nearest(context) if score >= least and one.span.record in held]
    more = [one for one in near if one not in first and not _done(one, told)]
    return (*first, *more[: max(MOST_STEPS - len(first), 0)]) if first else ()


def _akin(one: Salient, head: Salient, context: Context) -> bool:
    """Whether a sentence is of the same source or illness as the first: a seizure may be of several."""
    if one.span.record == head.span.record:
        return True
    names = [own for name in emergencies.illnesses(context) if (own := words.stems(name))]
    return any(own <= one.stems and own <= head.stems for own in names)


def _done(one: Salient, told: Asked) -> bool:
    """Whether a sentence gives what was given already."""
    return told.failed and next_step.done(one.span.quote, told.tried, told.typed)


def _least(context: Context) -> float:
    """How near a sentence has to be: where an emergency is told, what presupposes nothing else is near enough."""
    return LEAST if not emergencies.told_urgent(context) else LEAST_URGENT


@once
def _nearest(context: Context) -> list[tuple[float, Salient]]:
    """The sentences on such a patient with how near they are, nearest first; none where the nearest is far."""
    if not called_for(context) or recurring.often(context.question.typed):
        return []
    told = _asked(context)
    found = [
        (score_of(text, source.record.title, told), Salient(source, one.span, 1.0, words.stems(text)))
        for source in emergencies.sources(context)
        for one in sentences_in(source.record)
        if quotable(one.span) and _DOES.search(text := one.span.quote) and _of_patient(text, source, told, context)
    ]
    out = barred_here.medicines(emergencies.sources(context), context)
    found = [row for row in found if not barred_here.gives(row[1].span.quote, out)]
    gone = barred_here.had_not(context)
    found = [row for row in found if not barred_here.gives_only(row[1].span.quote, gone)]
    allergies = context.question.patient.allergies
    found = [row for row in found if not barred_here.of_allergy(row[1].span.quote, allergies)]
    found.sort(key=lambda row: -row[0])
    return found if found and found[0][0] >= _least(context) else []


def _with_doses(first: list[Salient], every: list[Salient], most: int, over: frozenset[str]) -> list[Salient]:
    """The sentences with the dose of what the first of them gives behind it, where its own source or else the nearest
    other one tells it apart; not of what is `over`."""
    head = first[0]
    given = frozenset(drug for drug in _medicines(head.span.quote) if drug.casefold() not in over)
    if not given or doses.read(head.span.quote):
        return first
    named = [frozenset((drug, *_of_class(drug))) for drug in _in_order(given, head)]
    own = [one for one in every if one.span.record == head.span.record]
    dosed = [next((o for o in (*own, *every) if o is not head and _doses_it(o, drug)), None) for drug in named]
    behind = {one.span: one for one in dosed if one is not None and one.span != head.span}
    return [head, *behind.values(), *(one for one in first[1:] if one.span not in behind)][:most]


def _of_class(name: str) -> tuple[str, ...]:
    """The members of a class by which a sentence has something given: their doses are told by their own names."""
    found = members(name)
    return found if len(found) <= WIDEST else ()


WIDEST: Final = 12
"""Members of a class of which the dose of one answers; of a wider one it would be any."""


def _in_order(drugs: frozenset[str], head: Salient) -> list[str]:
    """The medicines in the order in which a sentence names them."""
    low = head.span.quote.lower()
    return sorted(drugs, key=lambda drug: low.find(drug.lower()))


def _doses_it(one: Salient, given: frozenset[str]) -> bool:
    """Whether a sentence gives an amount of the very medicine."""
    low = {drug.casefold() for drug in given}
    named = any(drug.casefold() in low for drug in _medicines(one.span.quote)) and bool(doses.read(one.span.quote))
    return named and LATER.search(one.span.quote) is None


def _medicines(text: str) -> frozenset[str]:
    return frozenset(m.term.label for m in vocabulary.load().find(text) if m.term.semantic == "drug")


def called_for(context: Context) -> bool:
    """Whether it is asked what is done in an emergency: of a treatment that the asker names how or when, and not
    whether it is right."""
    question = context.question
    compared = question.having(Role.COMPARATOR) and not (is_proposed(question) or making_way.left(question))
    if context.reader.plain or compared or _WEIGHS.search(question.typed or question.read):
        return False
    if question.danger not in ("", "emergency") or phase_asked.asked(question) == phases.LONG:
        return False
    ill = [name for name in emergencies.illnesses(context) if not TOO_MUCH.search(name)]
    if phases.is_over(question.read, ill):
        return False  # what is given once it is over is nothing that is done at once
    critical = danger.values(question)
    if question.intent is Intent.DIAGNOSIS and not (critical or question.danger):
        return False  # what is only suspected is looked for first: nobody treats it at once
    states = measured.states(question.patient.values)
    by_nature = any(
        emergencies.BY_NATURE.search(name) for name in (*states, *emergencies.illnesses(context))
    ) or emergencies.severe(context)
    grave = critical or question.danger or by_nature or says("shock", question.typed, _TOLD_SO)
    # What is a little out of range is weighed by the labels of what is taken; it may be what is to be treated.
    of_taken = any(emergencies.of_what_is_taken(a.record.title, question.patient) for a in emergencies.sources(context))
    open_ = is_open(question) and (not question.patient.drugs or of_taken)
    if question.patient.values and not (grave or (states and open_)):
        return False
    acts = _ACTS.search(question.read) or critical or (by_nature and question.patient.values)
    told = question.danger == "emergency" and _ASKS_HARM.search(question.typed) is None
    if question.intent not in (Intent.THERAPY, Intent.DOSING) and not (acts or told):
        return False
    if by_nature and question.patient.values:
        return bool(critical or states) or not _weighed_against(context)
    which = by_nature and _WHICH.search(question.read) is not None
    named = bool(_asked(context).drugs) and not critical and not which
    if _COURSE.search(question.read) and not question.danger:
        return False  # how long something is given is told by what was found
    if not named or question.intent is Intent.DOSING or _HOW.search(question.read):
        return True
    bare = not (question.patient.drugs or _WHETHER.search(question.typed))
    return bare and phase_asked.asked(question) == phases.ACUTE  # `steroids for acute asthma`


def _weighed_against(context: Context) -> bool:
    """Whether it is asked if something that is named may be given beside what is taken: an INR on warfarin is no state
    to be treated and bears on thrombolysis."""
    question = context.question
    if is_proposed(question) or not (question.having(Role.INTERVENTION) and question.patient.drugs):
        return False
    return _WHETHER.search(question.typed) is not None and _HOW.search(question.read) is None


_WHICH: Final = caseless(r"\b(?:which|what|first(?:[- ](?:line|choice))?|best|empirical?) (?:\w+ ){0,2}?antibiotics?\b")
"""A class by which one is asked for, and none that was chosen."""
_HOW: Final = caseless(r"^\W*(?:when|how)\b|\b(?:when to|how (?:to|much|do|is|should)|what dose|dose of)\b")
_COURSE: Final = caseless(r"\b(?:how long|how many (?:days|weeks)|course|duration|days)\b")
_ASKS_HARM: Final = caseless(
    r"\b(?:can|could|does|do|did|may|might|will|would)\b[^?]{0,60}\b(?:cause|give|make|raise|increase)\w*"
    r"|\b(?:risks?|side[- ]effects?|chance|how (?:common|often|likely))\b"
)
"""Asks what harm something does, and not what is done now."""
_WHETHER: Final = caseless(
    r"\?|\b(?:can|could|should|shall|may|must|is|are|do|does|did|will|would|still|ok|or|if|after|before|hours?|hrs?)\b"
)
LEAST: Final = 1.0
LEAST_URGENT: Final = -0.5
WITHIN: Final = 4.0
"""By how much less a sentence may fit than the nearest one."""


@once
def _asked(context: Context) -> Asked:
    question = context.question
    titles = [words.stems(a.record.title) for a in emergencies.sources(context)]
    names = [own for name in emergencies.illnesses(context) if (own := words.stems(name))]
    names = [own for own in names if any(own <= title for title in titles)]
    failed = next_step.asked(question)
    taken = {drug.lower() for drug in question.patient.drugs}
    drugs = {c.label.lower() for c in question.having(Role.INTERVENTION) if c.semantic == "drug"} - taken
    drugs = set() if is_proposed(question) else drugs  # nobody asked for what was chosen here
    values = question.patient.values
    organs = f"{question.patient.kidney and 'kidney impairment'} {question.patient.liver and 'liver disease'}"
    conditions = " ".join(question.patient.conditions)
    told = f"{question.read} {question.typed} {conditions} {question.patient.kidney} {organs}"
    return Asked(
        stems=words.stems(alike(ABSENT.sub(" ", told))),
        denied=denied(told),
        own=frozenset().union(*names),
        drugs=frozenset() if failed else frozenset(drugs),
        failed=failed,
        tried=next_step.given(question) if failed else (),
        typed=question.typed or question.read,
        taken=tuple(question.patient.drugs),
        value=float(values[0].rpartition(" ")[2]) if len(values) == 1 else None,
        pressure=pressure(values),
        measure=values[0].rpartition(" ")[0] if len(values) == 1 else "",
        aged=fitting.age(question.patient) is not None,
        dose=question.intent is Intent.DOSING,
        sides=sides.asked(question.read),
        state=frozenset(name for name in _TOLD_SO if says(name, f"{question.typed} {question.read}", _TOLD_SO)),
    )


def _of_patient(text: str, source: Appraisal, told: Asked, context: Context) -> bool:
    """Whether a sentence is for such a patient and of what is asked for by name."""
    question, patient = context.question, context.question.patient
    others = fitting.of_other_children(text, patient) or spared.shuts_out(text, patient)
    others = others or elsewhere.on_another_medicine(text, context)
    if not fitting.of_age(text, patient) or whom.of_adults(text, patient) or others:
        return False
    measured_so = any(words.stems(state) <= words.stems(text) for state in measured.states(patient.values))
    named = any(c.semantic in emergencies.ILL for c in question.concepts)  # else what undoes it tells the illness
    if named and not (measured_so or _on_own(text, context)) and elsewhere.for_others(text, context):
        return False
    if _of_what_comes_of_it(text, context):
        return False
    young, grown = fitting.YOUNG.search(text), _GROWN.search(text)
    if (grown and not young) if whom.is_child(patient) else (young and not grown):
        return False
    if not phase_asked.fits(text, source.record.title, question) or phases.of_text(text) == phases.LONG:
        return False
    if any(says(name, question.read, _TOLD_SO) and says(not_, text, SAYS_SO) for name, not_ in _EXCLUDES.items()):
        return False
    if says("line", question.read, _TOLD_SO) and _BY_VEIN.search(text) and not says("line", text, SAYS_SO):
        return False
    if not told.drugs:
        return True
    given = {m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug"}
    wanted = {*told.drugs, *(m.lower() for drug in told.drugs for m in members(drug))}
    if len(told.drugs) > 1:  # what is asked of both together
        return all(words.stems(drug) <= words.stems(text) for drug in told.drugs)
    return bool(given & wanted) or any(words.stems(drug) <= words.stems(text) for drug in told.drugs)


def _of_what_comes_of_it(text: str, context: Context) -> bool:
    """Whether a sentence is on the illness that follows the one asked about (`eclampsia` behind `pre-eclampsia`)."""
    opening = OPENS.match(text)
    what = opening["what"].lower() if opening else ""
    read = context.question.read.lower()
    for name in map(str.lower, emergencies.illnesses(context)):
        early = _EARLY.match(name)
        if early and re.search(rf"(?<![-\w]){early['it']}", what) and not re.search(rf"(?<![-\w]){early['it']}", read):
            return "pre" not in what
    return False


_EARLY: Final = caseless(r"^pre-?(?P<it>[a-z]{6,})$")


def _on_own(text: str, context: Context) -> bool:
    """Whether a sentence opens with what is to be treated, be it told by a value alone, and with no pregnancy of which
    nobody told."""
    opening = OPENS.match(text)
    if opening is None or (fitting.PREGNANT.search(opening["what"]) and not context.question.patient.pregnancy):
        return False
    held = words.stems(opening["what"])
    return any((own := words.stems(name)) and own <= held for name in emergencies.illnesses(context))


def clashes(text: str, source: Appraisal, context: Context) -> bool:
    """Whether a sentence is of another situation than the one of which sentences are told: of a study, of another
    illness."""
    if not rows(context):
        return False
    if source.record.kind is not RecordKind.GUIDELINE:
        said = words.stems(f"{source.record.title} {text}")
        return not any((own := words.stems(name)) and own <= said for name in emergencies.illnesses(context))
    return not _of_patient(text, source, _asked(context), context)
