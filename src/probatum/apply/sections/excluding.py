"""Excluding: the steps before a first dose: whether it is what the label or the studies are about, what rules the
treatment out, which other medicines matter and what is done about them, and what is checked beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import suiting
from probatum.apply.context import Context
from probatum.apply.drafting import source_name
from probatum.apply.evidence.outcomes import PREVENTS
from probatum.apply.labels import switching
from probatum.apply.numbering import Steps
from probatum.apply.patient import advised_out, bars, for_patient, other_uses, uses
from probatum.apply.sections import halts
from probatum.apply.together import brought
from probatum.model import Appraisal, Directive, DirectiveAction, Intent, Kind, Patient, Span
from probatum.text import words
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


MOST_NAMED: Final = 3
"""Contraindications that a step names; the others stand under safety."""


MOST_PAIRS: Final = 1


MOST_CHECKS: Final = 2


LONGEST: Final = 60
"""Words of a direction that a step holds, where there is a shorter one."""


def said(rows: Sequence[Row]) -> str:
    """Directions with their sources, those of one source together: `active bleeding; anaphylaxis (US label of X)`."""
    sources: dict[str, list[str]] = {}
    for appraisal, item in rows:
        sources.setdefault(source_name(appraisal), []).append(wording.lower(item.text.rstrip(". ")))
    return "; ".join(f"{'; '.join(dict.fromkeys(texts))} ({name})" for name, texts in sources.items())


def of_somebody(rows: Sequence[Row]) -> list[Row]:
    """What forbids a treatment as a sentence: `contraindicated in pregnancy` for `pregnancy`."""
    bare = (DirectiveAction.CONTRAINDICATED,)
    made = []
    for appraisal, item in rows:
        text = item.text if item.action not in bare or _SAYS.search(item.text) else _whole(item)
        made.append((appraisal, msgspec.structs.replace(item, text=text)))
    return made


def _whole(item: Directive) -> str:
    placed = _TOGETHER.match(item.text) or _AFTER.match(item.text) or _PLACED.match(item.text)
    within = "" if placed else "in "
    return f"contraindicated {within}{wording.lower(item.text)}"


_SAYS: Final = caseless(r"\bcontra-?indicated|\b(?:must|should|do) not\b")


def present(rows: Sequence[Row]) -> list[Row]:
    """What forbids a treatment as something that may be there: `earlier jaundice` for `after jaundice`."""
    made = []
    for appraisal, item in rows:
        text = wording.lower(item.text)
        text = _TOGETHER.sub("", text) if _TOGETHER.match(text) else _AFTER.sub("earlier ", text)
        text = _NOW_OR_SOON.sub(r"\g<what>, now or within \g<time>", text)
        text = _BECAUSE.sub("", text)  # in a list a reason reads as one more item of it
        text = _EXAMPLES.sub("", text) if len(text.split()) > MOST_WORDS else text
        made.append((appraisal, msgspec.structs.replace(item, text=text)))
    return made


MOST_WORDS: Final = 16
"""Words of a contraindication from which on its examples are left to safety."""


_EXAMPLES: Final = caseless(r",? such as [^;]{20,}$")


_BECAUSE: Final = caseless(r",? because\b[^;]*$")


_TOGETHER: Final = caseless(
    r"^(?:together |in combination |combined |along )?with (?:the use of )?|^(?:in|during) (?!or\b)"
)


_PLACED: Final = caseless(r"^(?:during|within|when|while|if|before|at|for|in)\b")


_NOW_OR_SOON: Final = caseless(r"^during or within (?P<time>\d+ \w+) of (?P<what>[^,;]+(?:, [^,;]+ included)?)$")
"""A medicine and the time after it: `during or within 14 days of A`."""


_AFTER: Final = caseless(r"^after (?:an? |earlier |previous )?")


def spans(rows: Sequence[Row]) -> tuple[Span, ...]:
    """The words that directions rest on."""
    return tuple(item.span for _, item in rows)


def fits(steps: Steps, context: Context) -> None:
    """Whether it is what a label of it is for; without one, whether the patient is like those who were studied."""
    every = context.directives(DirectiveAction.INDICATED)
    meant = [row for row in every if context.indicated_for_this(row[1]) or not context.use]
    meant = [row for row in meant if not treats_what_is_prevented(row[1].text, context)]
    worn = words.stems(" ".join(c.label for c in uses.worn(context)))  # of its uses the one that names a heart valve
    meant = sorted(meant, key=lambda row: -len(worn & words.stems(row[1].text)))[:1]
    if meant and context.use and context.indicated_for_this(meant[0][1]):
        return  # the question names what the label is for
    if meant:
        steps.step(f"Be clear what it is given for: {said(meant)}", Kind.DIRECTIVE, spans(meant))
        return
    told = (a.study.population for a in context.answering[:1] if not a.directness.note)
    people = next((p for p in told if p is not None and _PEOPLE.match(p.value)), None)
    if people is None or not _LIMITED.search(people.value):
        return  # the question names the illness
    who = wording.lower(people.value)
    capitals = sum(word[:1].isupper() for word in who.split())
    who = who.lower() if 2 * capitals > len(who.split()) > MOST_NAMED else who  # the words of a title
    text = f"Check that the patient is one like those studied: {who}"
    steps.step(text, Kind.FINDING, (people.span,))
    steps.branch("a", f"Not so: nothing here shows that it helps; {halts.elsewhere(context)}")
    steps.branch("b", "So: go on")


_LIMITED: Final = caseless(r"\b(?:of|below|above|under|over|at least|aged|than)\b \d")
"""A limit of age or of a value by which people were chosen."""


_PEOPLE: Final = caseless(
    r"(?:\d[\d,]* )?(?:people|patients|adults|children|women|men|boys|girls|infants|babies|newborns?|pregnant|older"
    r"|adolescents|participants)\b"
)
"""How people who were studied are named; other words were read from another part of the sentence."""


_KEEPS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|lower\w*|reduc\w*|maintenance|long-term)\b")


def treats_what_is_prevented(text: str, context: Context) -> bool:
    """Whether words are of treating the very attack that the question wants kept away."""
    asked = context.question
    keeps = asked.intent is Intent.PREVENTION or bool(PREVENTS.search(asked.read))
    own = words.stems(context.outcome)
    return keeps and bool(own) and own <= words.stems(text) and not _KEEPS.search(text)


def rules_out(steps: Steps, context: Context) -> None:
    """What the label forbids it in, what fits this patient first and what can fit nobody like that left out."""
    own_names = {item.drug.lower() for a in context.labels for item in a.directives} if context.by_members else set()
    if len(own_names) > 1 or own_names & suiting.members_out(context):
        return  # what one member is forbidden in forbids nothing of the others
    own = [row for row in for_patient.barred(context) if row[1].action is DirectiveAction.CONTRAINDICATED]
    rows = [*own, *(row for row in context.directives(DirectiveAction.CONTRAINDICATED) if row not in own)]
    rows = [row for row in rows if row in own or not fitting.of_others(row[1].text, context.question.patient)]
    if switching.asked(context):  # what is to make way is told of in a step of its own
        made_way = {item.span for _, item in switching.rows(context)}
        rows = [row for row in rows if row[1].span not in made_way]
    unborn = _unborn(context) if not any(fitting.PREGNANT.search(item.text) for _, item in rows) else []
    telling = [*unborn, *(row for row in rows if row in own or not _of_itself(row[1]))]
    nearest = brought.rows(context)
    telling.sort(key=lambda row: row not in nearest)
    if fitting.may_conceive(context.question.patient):  # what may befall a child comes before what is rare
        telling.sort(key=lambda row: (row not in own, not fitting.PREGNANT.search(row[1].text)))
    named = telling[:MOST_NAMED]
    kept = [row for row in advised_out.outright(context) if not _elsewhere(row, named, context)][:MOST_KEPT]
    if not (named or kept):
        return  # a reaction to a medicine rules out every medicine, and stands under safety
    more = "; for the others see safety" if len(rows) > len(named) else ""
    steps.step(f"Rule out: {said([*present(named), *kept])}{more}", Kind.DIRECTIVE, spans([*named, *kept]))
    given = wording.join(sorted(own_names)) or halts.names(context)
    steps.branch("a", f"Any present: do not use {given}; {halts.elsewhere(context, named or kept)}")
    steps.branch("b", "None present: go on")


def _elsewhere(row: Row, named: Sequence[Row], context: Context) -> bool:
    """Whether a caution that keeps a medicine from people is of another label, is asked in another step, is of nobody
    like this patient, or of another illness that the label treats."""
    text = row[1].text
    others = fitting.of_others(text, context.question.patient) or _in_another_use(text, context)
    return others or _at_start(text) or any(row[0] is not appraisal for appraisal, _ in named)


MOST_KEPT: Final = 2


def _of_itself(item: Directive) -> bool:
    """Whether all that is forbidden is to give a medicine again after a reaction to it: one to any other of its kind
    (`allergy to any penicillin`) is asked for before a first dose."""
    return _ITSELF.search(item.text) is not None and _KIND.search(item.text) is None


_KIND: Final = caseless(r"\b(?:to|of) (?:any|other|another)\b")


def start_limits(steps: Steps, context: Context) -> None:
    """A value at which a label wants it not to be started: `not with potassium above 5.0 mmol/l`."""
    patient = context.question.patient
    rows = [row for row in context.directives(DirectiveAction.CAUTION, DirectiveAction.DOSE) if _at_start(row[1].text)]
    rows = [row for row in rows if not _settled(row[1].text, patient) and not _in_another_use(row[1].text, context)]
    rows = [row for row in rows if not other_uses.of_one_use(row[1], context)][:MOST_CHECKS]
    if rows:
        steps.step(f"Look at the values at which it is not begun: {said(rows)}", Kind.DIRECTIVE, spans(rows))
        steps.branch("a", f"Such a value: do not start {halts.names(context)}; {halts.elsewhere(context)}")
        steps.branch("b", "No such value: go on")


_USE: Final = caseless(
    r"\bnot (?:be )?(?:recommended|advised|started|begun|used|given) in (?P<whom>[^.;,]{3,60}?)"
    r"(?= with\b| when\b|[.;,]|$)"
)


def _in_another_use(text: str, context: Context) -> bool:
    """Whether a limit is of another use or illness that the label is for: `not for glucose control below 30`, `not in
    acute stroke with a score above 5`."""
    if other_uses.for_other_use(text, context):
        return True
    found = _USE.search(text)
    if found is None:
        return False
    known = vocabulary.load()
    whom = {m.term.label for m in known.find(found["whom"]) if m.term.semantic == "condition"}
    asked = {name.lower() for c in context.question.concepts for name in (c.label, *c.broader, *c.synonyms)}
    uses = {
        m.term.label
        for _, item in context.directives(DirectiveAction.INDICATED)
        for m in known.find(item.text)
        if m.term.semantic == "condition"
    }
    return bool(whom & uses) and not {name.lower() for name in whom} & asked


def _settled(text: str, patient: Patient) -> bool:
    """Whether what is known of the patient answers that already."""
    if fitting.of_others(text, patient):
        return True
    return bool(patient.kidney) and fitting.KIDNEY.search(text) is not None and not fitting.speaks_of(text, patient)


def _at_start(text: str) -> bool:
    return _NOT_BEGUN.search(text) is not None and _VALUE.search(text) is not None


_NOT_BEGUN: Final = caseless(
    r"\bshould not be (?:started|begun|given)\b|\b(?:starting|initiation)\b[^.;]{0,60}\bnot recommended\b"
    r"|\bis not recommended\b"
)


_VALUE: Final = caseless(
    r"\b(?:above|below|under|over|less than|more than)\b \d[\d.,]{0,8}(?! ?(?:hours?|days?|weeks?|months?|years?))\b"
)


def _unborn(context: Context) -> list[Row]:
    """Pregnancy, where a label forbids a treatment in it to somebody who may become pregnant."""
    patient = context.question.patient
    told = (row for row in for_patient.told(context) if bars.of_the_unborn(row[1], patient))
    return [(a, msgspec.structs.replace(d, text="pregnancy")) for a, d in told][:1]


_ITSELF: Final = caseless(r"\b(?:hypersensitiv\w*|allerg\w*|anaphyla\w*)\b")
"""What rules out every medicine after a reaction to it: a step names what is this one's own."""


PLANNED: Final = caseless(
    r"\b(?:surgery|surgical|procedures?|operations?|fasting|anaesthe\w+|contrast|delivery|dental)\b|\bbefore an?\b"
)
"""What a medicine is interrupted for though nothing went wrong."""


_BEFORE: Final = caseless(r"\b(?:before|baseline|prior to|at the start)\b")


def every_check(context: Context, *, before: bool) -> list[Row]:
    """What labels want checked before the first dose, or else while it is taken; what is for other people left out."""
    patient = context.question.patient
    return [
        row
        for row in context.directives(DirectiveAction.MONITOR)
        if bool(_BEFORE.search(row[1].text)) is before
        and not PLANNED.search(row[1].text)
        and not fitting.of_others(row[1].text, context.question.patient)
        and (not fitting.of_some(row[1].text) or fitting.speaks_of(row[1].text, patient))
    ]


def checks(context: Context, *, before: bool) -> list[Row]:
    """The first of them."""
    return every_check(context, before=before)[:MOST_CHECKS]


def baseline(steps: Steps, context: Context) -> None:
    """What is checked before the first dose, in the words of the label."""
    rows = checks(context, before=True)
    if rows:
        steps.step(f"Check first: {said(rows)}", Kind.DIRECTIVE, spans(rows))
