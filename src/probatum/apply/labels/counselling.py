"""Counselling: what those who take a medicine are told, in the words of its label.

What matters most, how it is taken, what is reported, what is avoided, and what is done about a missed dose; what no
label tells is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives
from probatum.apply.labels import missed, swallowed
from probatum.apply.labels.label_sides import MANNER
from probatum.apply.once import once
from probatum.model import Appraisal, Directive, DirectiveAction, Kind
from probatum.text import counselling
from probatum.text.expressions import caseless

Row = tuple[Appraisal, Directive]


class Topic(NamedTuple):
    """What is told under one lead."""

    lead: str
    plain: str
    missing: str
    """What is said to be missing where no label tells it; empty where that says nothing."""
    tells: Callable[[Directive], bool]
    most: int = 1


_REPORTED: Final = caseless(
    r"\b(?:report(?:ed)? (?:signs?|symptoms?|any)|to report|(?:may be|are|first) (?:\w+ )?signs? of|seek|sought"
    r"|told (?:to|how)"
    r"|watched for|emergency)\b|\b(?:stopped|withheld|interrupted|reconsidered)\b[^.;]{0,40}\b(?:if|when|in|with"
    r"|at once)\b"
    r"|\bif (?:it does|they occur|one occurs|it occurs)\b|\bif [^.;,]{3,40} is suspected\b"
)
_HARMS: Final = caseless(r"\b(?:can|may) (?:cause|occur|lead|mask)\b|\b(?:serious|severe|fatal)\b")
_NOT_FELT: Final = caseless(r"\b(?:surgery|puncture|anaesth\w+|INR|laboratory|abnormal \w+ tests)\b")
_HABITS: Final = caseless(
    r"\b(?:alcohol|grapefruit|sunlight|ultraviolet|driv\w+|machin\w+|salt|smok\w+|caffeine|lie down|dehydrat\w+)\b"
)
_SUDDEN: Final = caseless(
    r"\bnot be stopped (?:abruptly|suddenly)\b|\bstopp\w+ [^.;]{0,40}\b(?:early|abruptly|suddenly)\b"
)
_MOTHERS: Final = caseless(r"\bcontracepti\w+|\bbreast-?feed\w*|\bmilk of mothers\b")
_BLOOD: Final = caseless(r"\b(?:measured|monitored|checked|blood counts?)\b")
_GRAVE: Final = caseless(r"\b(?:deaths?|died|fatal|never)\b")
_WITH: Final = (DirectiveAction.INTERACTION, DirectiveAction.CONTRAINDICATED)
_SELF: Final = caseless(
    r"\b(?:NSAIDs?|aspirin|herbal|antacids?|supplements?|calcium|iron|other medicines?|another drug)\b"
)
"""What people take without being told to."""
_DOSED: Final = caseless(r"\bdose of\b|\bshould be (?:reduced|halved|adjusted)\b")
_MEAL: Final = caseless(r"\b(?:food|meals?|breakfast|empty stomach|fasting|water|weekly)\b")
_ALLERGY: Final = caseless(r"\b(?:hypersensitiv\w+|allerg\w+)\b")


def _taken(item: Directive) -> bool:
    text = item.text
    manner = MANNER.search(text) or swallowed.TELLS.search(text) or swallowed.SETS_APART.search(text)
    dose = _DOSED.search(text) is not None and _MEAL.search(text) is None
    return manner is not None and item.action not in _WITH and not (dose or _of_mothers(item) or _BLOOD.search(text))


def _reported(item: Directive) -> bool:
    signs = _REPORTED.search(item.text) is not None and _SUDDEN.search(item.text) is None
    return signs and item.action not in _WITH and _NOT_FELT.search(item.text) is None


def _feared(item: Directive) -> bool:
    told = item.action in (DirectiveAction.CAUTION, DirectiveAction.BOXED_WARNING, DirectiveAction.ADVERSE_EFFECT)
    return told and _HARMS.search(item.text) is not None and _NOT_FELT.search(item.text) is None


def _kept_in_mind(item: Directive) -> bool:
    return _HABITS.search(fitting.OTHERWISE.sub(" ", item.text)) is not None


def _beside(item: Directive) -> bool:
    return item.action is DirectiveAction.INTERACTION and bool(item.other) and not _kept_in_mind(item)


def _of_mothers(item: Directive) -> bool:
    text = f"{item.population} {item.text}"
    return any(sign.search(text) for sign in (_MOTHERS, fitting.PREGNANT, fitting.FEEDING))


def _stopped(item: Directive) -> bool:
    return _SUDDEN.search(item.text) is not None


def _checked(item: Directive) -> bool:
    return item.action not in _WITH and bool(_BLOOD.search(item.text)) and not _DOSED.search(item.text)


TOPICS: Final = (
    Topic("How it is taken", "How to take it", "how {0} is taken", _taken, 2),
    Topic("To watch for and report", "Watch for this, and tell a doctor or nurse", "what is to be reported", _reported),
    Topic("Habits", "What to keep in mind", "", _kept_in_mind),
    Topic("Other medicines", "With other medicines", "", _beside),
    Topic("Pregnancy and breast-feeding", "Pregnancy and breast-feeding", "", _of_mothers),
    Topic("Stopping", "Stopping it", "", _stopped),
    Topic("Checks", "What is checked", "", _checked),
)


@once
def alone(context: Context) -> bool:
    """Whether this is what is asked, of a medicine whose label is held."""
    question = context.question
    if question.danger not in ("", "stopping") or context.combined or context.classes or not context.labels:
        return False
    return counselling.asks(question.typed) and len(context.named) == 1


def say(draft: Draft, context: Context) -> None:
    """A line for each topic, the gravest first, and one on what no label tells."""
    what = wording.join(list(context.named))
    boxed = list(context.directives(DirectiveAction.BOXED_WARNING))[:1]
    used = {item.text for _, item in boxed}
    rows: dict[str, list[Row]] = {}
    for topic in TOPICS:
        rows[topic.lead] = _best(topic, context, used)
        used |= {item.text for _, item in rows[topic.lead]}
    first = TOPICS[0] if any(_GRAVE.search(item.text) for _, item in rows[TOPICS[0].lead]) else None
    if first is not None:
        _tell(draft, first, rows[first.lead])
    directives(draft, boxed, "Boxed warning", "Boxed warning, the strongest kind")
    for topic in TOPICS:
        if topic is not first:
            _tell(draft, topic, rows[topic.lead])
    found = [row for row in missed.rows(context) if row[1].text not in used][:1]
    directives(draft, found, "Missed dose", "When a dose was missed")
    lacking = [
        t.missing.format(what) for t in TOPICS if t.missing and not (rows[t.lead] or (boxed and t is not TOPICS[0]))
    ]
    lacking += [] if found else ["what to do about a missed dose"]
    if lacking:
        said = wording.join(lacking, "or")
        easy = f"we found nothing that tells {said}. Ask a pharmacist"
        draft.add(f"nothing held tells {said}", Kind.ABSENCE, plain=easy)


def _tell(draft: Draft, topic: Topic, rows: list[Row]) -> None:
    """What is told of a topic; that the medicine must not be used is said, where a direction is on that."""
    never = [row for row in rows if row[1].action is DirectiveAction.CONTRAINDICATED]
    directives(draft, never, f"{topic.lead}: contraindicated", f"{topic.plain}: it must not be used")
    directives(draft, [row for row in rows if row not in never], topic.lead, topic.plain)


def _best(topic: Topic, context: Context, used: set[str]) -> list[Row]:
    """What the label tells of a topic, those first that people can act on; nothing that is for others than this
    patient, and nothing that was told. Where nothing tells what to report, what is feared of it."""
    every = [row for row in _every(context) if row[1].text not in used and not _ALLERGY.search(row[1].text)]
    found = [row for row in every if topic.tells(row[1])]
    if not found and topic.tells is _reported:
        found = [row for row in every if _feared(row[1])]
    return sorted(found, key=lambda row: _rank(row[1]))[: topic.most]


def _every(context: Context) -> Iterator[Row]:
    patient = context.question.patient
    told: set[str] = set()
    for item in context.labels[0].directives:
        if item.text not in told and not fitting.of_others(item.text, patient):
            told.add(item.text)
            yield context.labels[0], item


def _rank(item: Directive) -> tuple[bool, bool, bool]:
    """What nobody may do or has died of first, then what people meet by themselves."""
    return (
        item.action is not DirectiveAction.CONTRAINDICATED and _GRAVE.search(item.text) is None,
        _SELF.search(item.text) is None,
        _MOTHERS.search(item.text) is None,
    )
