"""Urgent: what guidelines of emergency care have done in the very situation that a question tells.

Such guidelines say for each situation what is done in it (`in hypoglycaemia in unconscious adults without intravenous
access, the dose of glucagon is 1 mg`). Held against a question, a sentence gains by what both tell, and loses by what
it alone presupposes; what comes later, or only besides, stands behind what comes first.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, next_step
from probatum.apply.context import Context
from probatum.apply.evidence import phase_asked
from probatum.apply.labels import first_aid
from probatum.apply.once import once
from probatum.apply.quoted import sides
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.apply.replies import danger
from probatum.apply.selection import is_proposed
from probatum.apply.together import making_way
from probatum.model import Appraisal, Intent, RecordKind, RecordStatus, Role
from probatum.text import ages, doses, measured, phases, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 3
MOST_STEPS: Final = 6
"""Sentences that a path holds."""
_ILL: Final = ("condition", "symptom")
_OF_EMERGENCIES: Final = caseless(
    r"\b(?:emergency|first|initial) (?:\w+ ){0,2}(?:treatment|care|management)\b|\bacute (?:severe|asthma|hyper\w+)\b"
    r"|\bresuscitation\b|\boverdose\b|: treatment(?= \(|$)|\bfirst aid\b|\bemergenc(?:y|ies)\b"
)
"""How the titles of such guidelines call what they are for."""
_OF_ACUTE: Final = caseless(r"\bacute\b")
_NO_EMERGENCY: Final = caseless(r"\bantimicrobial prescribing\b|\bprevention\b")
"""A sore throat is acute and no emergency."""
_DOES: Final = caseless(
    r"\b(?:recommends?|advises?|(?:is|are) (?:given|added|started|used|done|paused|stopped|repeated)|the dose of"
    r"|(?:first|second) choices?|the first \w+ is\b|the first treatment|(?:should|must) (?:not )?(?:be|have|sit)\b"
    r"|alternatives?)\b"
)
_FIRST: Final = caseless(
    r"\b(?:first (?:choice|treatment)|given first|at once|without delay|immediately|as early as possible)\b"
)
_LATER: Final = caseless(
    r"^\W*(?:once|after)\b|\b(?:only besides|second (?:choices?|dose)|further|repeat\w*|persist\w*|refractory"
    r"|alternatives?|(?:poor|without a marked|no) response|is added\b|added to|does not stop|reaction to"
    r"|is no contraindication|not routinely|not be used)\b"
)
_GROWN: Final = caseless(r"\badults?\b")
_WEIGHS: Final = caseless(
    r"\b(?:evidence|trials?|stud(?:y|ies)|versus|vs|compared|(?<!not )(?<!no )better|effective\w*|reduces?"
    r"|prevent\w*|works?|improves?|helps?|worth|benefits?|role of|mortality|survival|safe|necessary|harms?"
    r"|side effects?|risks?|interact\w*|cause[sd]?|why|long[- ]term)\b"
)
"""Words that ask what was found, and not what is done."""
_ACTS: Final = caseless(r"\b(?:give|treat|manage|do|dose|start)\b")
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
_SAYS_SO: Final = {
    "no shock": caseless(r"\bwithout shock\b|\bha?emodynamically stable\b"),
    "unconscious": caseless(r"\bunconscious\b"),
    "conscious": caseless(r"(?<!un)\bconscious\b"),
    "line": caseless(r"\bwithout intravenous access\b|\binto (?:a|the) (?:muscle|cheek)\b"),
}
_EXCLUDES: Final = {"unconscious": "conscious", "conscious": "unconscious", "shock": "no shock"}
_BY_VEIN: Final = caseless(r"\bintravenous(?:ly)?\b(?! access)")
_OPENS: Final = caseless(
    r"^\W*(?:in|for|after|with|when|during|once|before|while) (?P<what>[^.;]{3,200}?)"
    r"(?:, (?=(?:the|an?|NICE|BTS|NHS|JBDS|British|\w+) )|$)"
)
_PLAIN: Final = words.stems(
    "adult people person patient child severe acute emergency treatment mmol more less year month symptoms with or and"
)


class _Asked(NamedTuple):
    """What a question tells of the situation."""

    stems: frozenset[str]
    own: frozenset[str]
    """Stems of the illness that the titles are of, of which every sentence tells."""
    drugs: frozenset[str]
    """What is asked for by name."""
    failed: bool
    tried: tuple[str, ...]
    """What was given and did not serve."""
    typed: str
    taken: tuple[str, ...]
    value: float | None
    """The one value that was measured."""
    aged: bool
    dose: bool
    sides: frozenset[str]
    state: frozenset[str]
    """What is told of consciousness and of access to a vein."""


def _illnesses(context: Context) -> tuple[str, ...]:
    """The names of what is to be treated at once: of the illness, of the state that a value is, of the alarm."""
    question = context.question
    ill = [c for c in question.concepts if c.semantic in _ILL and c.role in (Role.POPULATION, Role.OUTCOME)]
    named = [name for c in ill for name in (c.label, c.text, *c.synonyms[:8])]
    alarm = first_aid.illness(question)
    return tuple(
        dict.fromkeys(
            n for n in (alarm, *first_aid.states(question), *measured.states(question.patient.values), *named) if n
        )
    )


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
    over = told.tried if told.failed and not next_step.again(first[0].span.quote, told.typed) else ()
    return tuple(_with_doses(first, [one for _, one in found], most, frozenset(over)))


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
    names = [own for name in _illnesses(context) if (own := words.stems(name))]
    return any(own <= one.stems and own <= head.stems for own in names)


def _done(one: Salient, told: _Asked) -> bool:
    """Whether a sentence gives what was given already."""
    return told.failed and next_step.done(one.span.quote, told.tried, told.typed)


def _least(context: Context) -> float:
    """How near a sentence has to be: where an emergency is told, what presupposes nothing else is near enough."""
    return LEAST if not _told_urgent(context) else LEAST_URGENT


def _told_urgent(context: Context) -> bool:
    question = context.question
    if phase_asked.asked(question) == phases.ACUTE or question.danger == "emergency" or danger.values(question):
        return True
    return any(_BY_NATURE.search(name) for name in _illnesses(context))


_BY_NATURE: Final = caseless(
    r"\b(?:ketoacidosis|anaphyla\w+|status epilepticus|adrenal crisis|thyroid storm|eclampsia|sepsis|septic shock"
    r"|meningitis|pulmonary (?:o?edema|embolism)|cardiac arrest|hypoglyc(?:a?e)mia|stroke|myocardial infarction"
    r"|epiglottitis|neutropenic|cauda equina|torsion|malignant hyperthermia|myxo?edema coma)\b"
)
"""Illnesses that are emergencies by their nature, whether the question says so or not."""


@once
def _nearest(context: Context) -> list[tuple[float, Salient]]:
    """The sentences on such a patient with how near they are, nearest first; none where the nearest is far."""
    if not called_for(context):
        return []
    told = _asked(context)
    found = [
        (_score(text, source.record.title, told), Salient(source, one.span, 1.0, words.stems(text)))
        for source in _sources(context)
        for one in sentences_in(source.record)
        if quotable(one.span) and _DOES.search(text := one.span.quote) and _of_patient(text, source, told, context)
    ]
    found.sort(key=lambda row: -row[0])
    return found if found and found[0][0] >= _least(context) else []


def _with_doses(first: list[Salient], every: list[Salient], most: int, over: frozenset[str]) -> list[Salient]:
    """The sentences with the dose of what the first of them gives behind it, where its source tells that apart; not of
    what is `over`."""
    head = first[0]
    given = _medicines(head.span.quote) - over
    if not given or doses.read(head.span.quote):
        return first
    named = [frozenset((drug,)) for drug in _in_order(given, head)]
    dosed = [next((o for o in every if _doses_it(o, head, drug)), None) for drug in named]
    behind = {one.span: one for one in dosed if one is not None and one.span != head.span}
    return [head, *behind.values(), *(one for one in first[1:] if one.span not in behind)][:most]


def _in_order(drugs: frozenset[str], head: Salient) -> list[str]:
    """The medicines in the order in which a sentence names them."""
    low = head.span.quote.lower()
    return sorted(drugs, key=lambda drug: low.find(drug.lower()))


def _doses_it(one: Salient, head: Salient, given: frozenset[str]) -> bool:
    """Whether a sentence of the same source gives an amount of the very medicine."""
    same = one.span.record == head.span.record and given & _medicines(one.span.quote)
    return bool(same) and bool(doses.read(one.span.quote)) and _LATER.search(one.span.quote) is None


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
    ill = [name for name in _illnesses(context) if not _TOO_MUCH.search(name)]
    if phases.is_over(question.read, ill):
        return False  # what is given once it is over is nothing that is done at once
    critical = danger.values(question)
    states = measured.states(question.patient.values)
    by_nature = any(_BY_NATURE.search(state) for state in states)
    if question.patient.values and not (critical or question.danger or by_nature):
        return False  # what is a little out of range is weighed by the labels of what is taken
    if question.intent not in (Intent.THERAPY, Intent.DOSING) and not (_ACTS.search(question.read) or critical):
        return False
    named = bool(_asked(context).drugs) and not critical
    if _COURSE.search(question.read) and not question.danger:
        return False  # how long something is given is told by what was found
    if not named or question.intent is Intent.DOSING or _HOW.search(question.read):
        return True
    bare = not (question.patient.drugs or _WHETHER.search(question.typed))
    return bare and phase_asked.asked(question) == phases.ACUTE  # `steroids for acute asthma`


_HOW: Final = caseless(r"^\W*(?:when|how)\b|\b(?:when to|how (?:to|much|do|is|should)|what dose|dose of)\b")
_COURSE: Final = caseless(r"\b(?:how long|how many (?:days|weeks)|course|duration|days)\b")
_WHETHER: Final = caseless(
    r"\?|\b(?:can|could|should|shall|may|must|is|are|do|does|did|will|would|still|ok|or|if|after|before|hours?|hrs?)\b"
)
LEAST: Final = 1.0
LEAST_URGENT: Final = -0.5
WITHIN: Final = 4.0
"""By how much less a sentence may fit than the nearest one."""


@once
def _asked(context: Context) -> _Asked:
    question = context.question
    titles = [words.stems(a.record.title) for a in _sources(context)]
    names = [own for name in _illnesses(context) if (own := words.stems(name))]
    names = [own for own in names if any(own <= title for title in titles)]
    failed = next_step.asked(question)
    taken = {drug.lower() for drug in question.patient.drugs}
    drugs = {c.label.lower() for c in question.having(Role.INTERVENTION) if c.semantic == "drug"} - taken
    drugs = set() if is_proposed(question) else drugs  # nobody asked for what was chosen here
    values = question.patient.values
    told = f"{question.read} {question.typed} {' '.join(question.patient.conditions)} {question.patient.kidney}"
    return _Asked(
        stems=words.stems(_alike(told)),
        own=frozenset().union(*names),
        drugs=frozenset() if failed else frozenset(drugs),
        failed=failed,
        tried=next_step.given(question) if failed else (),
        typed=question.typed or question.read,
        taken=tuple(question.patient.drugs),
        value=float(values[0].rpartition(" ")[2]) if len(values) == 1 else None,
        aged=fitting.age(question.patient) is not None,
        dose=question.intent is Intent.DOSING,
        sides=sides.asked(question.read),
        state=frozenset(name for name in _TOLD_SO if _says(name, f"{question.typed} {question.read}", _TOLD_SO)),
    )


@once
def _sources(context: Context) -> list[Appraisal]:
    """Guidelines on the illness that are of its emergencies by their titles."""
    every = {a.record.id: a for a in (*context.guidelines, *context.first_aid)}.values()
    acute = phase_asked.asked(context.question) == phases.ACUTE or context.question.danger == "emergency"
    names = [own for name in _illnesses(context) if (own := words.stems(name))]
    called = acute or bool(danger.values(context.question)) or not _has_a_long_course(context, names)
    return [
        a
        for a in every
        if a.record.kind is RecordKind.GUIDELINE
        and a.record.status is not RecordStatus.SUPERSEDED
        and (_OF_EMERGENCIES.search(a.record.title) or (acute and _OF_ACUTE.search(a.record.title)))
        and not _NO_EMERGENCY.search(a.record.title)
        and (called or phases.of_text(a.record.title) != phases.ACUTE)
        and any(own <= words.stems(a.record.title) for own in names)
    ]


def _has_a_long_course(context: Context, names: list[frozenset[str]]) -> bool:
    """Whether sources are held on the illness that are of no attack of it: who names asthma alone tells of none."""
    titles = [a.record.title for a in context.appraisals if a.record.kind is not RecordKind.LABEL]
    apart = [words.stems(title) for title in titles if phases.of_text(title) != phases.ACUTE]
    return any(own <= title for own in names for title in apart)


def _of_patient(text: str, source: Appraisal, told: _Asked, context: Context) -> bool:
    """Whether a sentence is for such a patient and of what is asked for by name."""
    question, patient = context.question, context.question.patient
    if not fitting.of_age(text, patient) or whom.of_adults(text, patient):
        return False
    measured_so = any(words.stems(state) <= words.stems(text) for state in measured.states(patient.values))
    if not (measured_so or _on_own(text, context)) and elsewhere.for_others(text, context):
        return False
    young, grown = fitting.YOUNG.search(text), _GROWN.search(text)
    if (young and not grown) if not patient.age else (grown and not young and whom.is_child(patient)):
        return False
    if not phase_asked.fits(text, source.record.title, question) or phases.of_text(text) == phases.LONG:
        return False
    if any(_says(name, question.read, _TOLD_SO) and _says(not_, text, _SAYS_SO) for name, not_ in _EXCLUDES.items()):
        return False
    if _says("line", question.read, _TOLD_SO) and _BY_VEIN.search(text) and not _says("line", text, _SAYS_SO):
        return False
    if not told.drugs:
        return True
    given = {m.term.label.lower() for m in vocabulary.load().find(text) if m.term.semantic == "drug"}
    wanted = {*told.drugs, *(m.lower() for drug in told.drugs for m in members(drug))}
    if len(told.drugs) > 1:  # what is asked of both together
        return all(words.stems(drug) <= words.stems(text) for drug in told.drugs)
    return bool(given & wanted) or any(words.stems(drug) <= words.stems(text) for drug in told.drugs)


def _on_own(text: str, context: Context) -> bool:
    """Whether a sentence opens with what is to be treated, be it told by a value alone, and with no pregnancy of which
    nobody told."""
    opening = _OPENS.match(text)
    if opening is None or (fitting.PREGNANT.search(opening["what"]) and not context.question.patient.pregnancy):
        return False
    held = words.stems(opening["what"])
    return any((own := words.stems(name)) and own <= held for name in _illnesses(context))


def _says(name: str, text: str, by: dict[str, re.Pattern[str]]) -> bool:
    return by[name].search(text) is not None


def _score(text: str, title: str, told: _Asked) -> float:
    """How near a sentence is: what both tell of the situation, less what it alone presupposes."""
    opening = _OPENS.match(text)
    what, behind = (opening["what"], text[opening.end() :]) if opening else ("", text)
    told_of, presupposed = _own(_LACKS.sub(" ", what), told), _own(_ASIDE.sub(" ", what), told)
    figures = frozenset(stem for stem in presupposed if any(sign.isdigit() for sign in stem))
    score = 2.0 * len(told_of & told.stems) - 3.0 * _of_untold_cause(what, told)
    score -= 0.5 * len(presupposed - told.stems - figures) + 0.5 * (not opening)
    score += 0.7 * len(_own(behind, told) & told.stems)
    stopped = _STOPS.search(text) is not None and any(words.stems(drug) <= words.stems(text) for drug in told.taken)
    later = _LATER.search(text) is not None
    score += 4.0 * stopped
    score -= (4.0 if told.value is not None else 1.5) * (
        _LIGHT.search(what) is not None and not _LIGHT.search(" ".join(told.stems))
    )
    if told.value is not None and (limit := _FROM.search(text)):
        score += 1.0 if told.value >= float(limit["from"]) else -4.0
    score += 2.0 * sum(name in told.state and _says(name, text, _SAYS_SO) for name in _SAYS_SO)
    if told.failed:
        score += next_step.gain(text, told.tried, told.typed) - 4.0 * (_REFERS.search(behind) is not None)
    else:
        score += 2.0 * (_FIRST.search(text) is not None) - 2.5 * later
    score += 3.0 * (told.aged and ages.limits(text) is not None)  # of which it is known that they are the patient's
    score -= 0.7 * (_REFERS.search(behind) is not None)  # what is given on the way there stands before it
    score += 2.0 * bool(told.drugs)  # what does not name it was left out
    score += 1.5 * (told.dose and bool(doses.read(text)))
    score += 1.0 * bool(told.sides & sides.told(text) - {"help", "instead", "may"})
    return score


def _of_untold_cause(what: str, told: _Asked) -> bool:
    """Whether a situation is told with a cause of which the question says nothing."""
    cause = _CAUSE.search(what)
    if _TOO_MUCH.search(what) and not _TOO_MUCH.search(" ".join(told.stems)):
        return True
    return cause is not None and not _own(cause["by"], told) & told.stems


def _own(text: str, told: _Asked) -> frozenset[str]:
    """The stems of a text that are not of the illness itself, with one word for fits however they are called."""
    return frozenset(words.stems(_alike(text))) - told.own - _PLAIN


def _alike(text: str) -> str:
    """A text with one word for fits, and one for shock, however they are called."""
    return _SHOCK.sub("shock", _FITS.sub("seizure", text))


_REFERS: Final = caseless(r"\b(?:referred|admitted|admission|transferred)\b")
_FITS: Final = caseless(r"\b(?:seiz(?:ing|ures?)|fit(?:ting|s)?|convuls\w+)\b")
_SHOCK: Final = caseless(r"\bha?emodynamically unstable\b|\bshocked\b|\bperi-?arrest\b")
_ASIDE: Final = caseless(r"\([^()]{1,90}\)")
_LACKS: Final = caseless(r"\bwithout (?:an? )?(?!intravenous)[\w-]+")
"""What is not at hand in a situation is no word that both tell."""
_CAUSE: Final = caseless(r"\b(?:from|caused by|due to) (?P<by>[^,;]{3,80})")
_LIGHT: Final = caseless(r"\b(?:low|moderate|mild)\b")
_TOO_MUCH: Final = caseless(r"\b(?:toxic\w*|overdos\w*|poison\w*)\b")
_STOPS: Final = caseless(r"\b(?:stopped|withheld|discontinued)\b")
_FROM: Final = caseless(r"\b(?P<from>\d{1,3}(?:\.\d)?) ?mmol/l or more\b")


def clashes(text: str, source: Appraisal, context: Context) -> bool:
    """Whether a sentence is of another situation than the one of which sentences are told: of a study, of another
    illness."""
    if not rows(context):
        return False
    if source.record.kind is not RecordKind.GUIDELINE:
        said = words.stems(f"{source.record.title} {text}")
        return not any((own := words.stems(name)) and own <= said for name in _illnesses(context))
    return not _of_patient(text, source, _asked(context), context)
