"""Course: how long a treatment is given, when it is begun and stopped, a dose that was missed, and when to get well."""

from __future__ import annotations

import re
from typing import Final

from probatum.ask.following import cues
from probatum.ask.following.phrases import (
    among,
    condition_of,
    illnesses,
    labels,
    people_of,
    people_with,
    problem_of,
    treatment_of,
    treatments,
)
from probatum.model import FollowUp, FollowUpKind, Question, Role
from probatum.text import illness_days, missed, onset
from probatum.text.expressions import expression

_I: Final = re.IGNORECASE
_RECOVERS: Final = expression(
    r"\bhow (?:long|soon|quick(?:ly)?)\b[^?]{0,30}\b(?:(?:till?|until|before)\b[^?]{0,20}\b(?:better|well|healed|gone"
    r"|normal)|to (?:heal|recover|get better|go away)|recovery)\b",
    _I,
)
_WORKS: Final = expression(
    r"\bhow (?:long|soon|quick(?:ly)?|fast)\b[^?]{0,30}\b(?:works?|working|kicks? in|takes? effect|starts? to help)\b"
    r"|\bhow (?:long|soon|quick(?:ly)?)\b[^?]{0,12}\b(?:until|till?|before|can|will|do"
    r"|should)\b[^?]{0,16}\b(?:see|notice|feel"
    r"|expect)\b[^?]{0,24}\b(?:something|anything|an?y? (?:\w+ )?(?:effect|change|difference|benefit|improvement"
    r"|result)s?|it work\w*|results|improvement)\b"
    r"|^\W*(?:and |so |but |ok(?:ay)? |then )*how (?:long|much time) (?:does|do|will|would|might|could|should)"
    r" (?:it|they|this|that) (?:normally |usually |typically )?take(?: for (?:it|this|them) to (?:work|help))?\W*$",
    _I,
)
_COMES_OFF: Final = expression(
    r"\b(?:com(?:e|ing)|get(?:ting)?|go(?:ing)?|wean(?:ing)?|taper(?:ing)?) (?:\w+ ){0,2}?off\b"
    r"|\b(?:how|can|should|when)\b[^?]{0,20}\bstop(?:ping)? (?:it|them|this|that|mine|taking)\b|\btaper(?:ing|ed)?\b"
    r"|\b(?:if|when|once) (?:i|we|he|she|they|you) (?:just )?(?:stop|quit)s?(?: (?:it|them|taking (?:it|them)))?\W*$",
    _I,
)
_PLANNED: Final = expression(
    r"\b(?P<what>(?:(?!(?:an?|the|his|her|my|have|having|needs?|before|for|has|had|is|was|and|on|in"
    r"|to|of)\b)[a-z-]{2,20} "
    r"){0,2}(?:operations?|surgery|op|replacement|procedure|extractions?|biopsy|\w{3,12}oscopy|epidural|spinal"
    r"|an(?:a)?esthetic))\b",
    _I,
)
"""For what something is stopped: `needs a hip operation`."""
_STOPS: Final = expression(
    r"\b(?:stop(?:ping|ped)?|pause\w*|hold|omit\w*|withh\w+|leave (?:it|them|this|that) out|miss)\b", _I
)
_WHETHER_TO_STOP: Final = expression(
    r"^\W*(?:and |so |but |then |ok(?:ay)? )*(?:should|must|do|does|shall|would) \w+\b[^?]{0,12}\bstop",
    _I,
)
"""`so should he stop it?` asks whether, and not how."""
_FORM: Final = expression(
    r"\b(?:it|they|them|that|these|those|tablets?|capsules?|pills?)\b[^?]{0,20}\b"
    r"(?:crush(?:ed)?|open(?:ed)?|chew(?:ed)?|split|dissolved?|emptied|cut in (?:half|two)|broken)\b"
    r"|\b(?:crush|open|chew|split|dissolve|break|halve) (?:it|them|the (?:tablets?|capsules?|pills?))\b",
    _I,
)
"""`can they be opened`, `can I crush it`."""
_KIND: Final = expression(r"^\W*(?:and |so )?(?:what|which) (?:kind|type|sort)s?(?: of \w+)?\W*$", _I)


def while_ill(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what if I get a tummy bug?` of what is taken: whether it is held in such an illness."""
    taken = last.having(Role.INTERVENTION) and treatment_of(last)
    if not taken or treatments(own) or any(c.semantic != "drug" for c in last.having(Role.INTERVENTION)):
        return None
    if not illness_days.befalls(text) or illness_days.asks(text) or _is_its_own(last):
        return None
    if _ACUTE.search(f"{last.read} {condition_of(last)}") and _VOMITS.search(typed) and "diarr" not in typed:
        asked = f"What should be done if {taken} is vomited{people_of(last) or among(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"whether {taken} stays down")
    asked = f"Should {taken} be stopped in an illness with vomiting and diarrhoea?"
    return FollowUp(
        typed, FollowUpKind.ASPECT, asked, f"whether {taken} is held in an illness with vomiting or diarrhoea"
    )


_VOMITS: Final = expression(
    r"\bvomit\w*|\b(?:throw(?:ing|s)|threw|bring(?:ing|s)|brought|being sick|keep\w*|stay\w*)\b", _I
)
_ACUTE: Final = expression(
    r"\b(?:infections?|croup|otitis|pharyngitis|tonsillitis|sore throat|sinusitis|bronchi(?:olit|t)is|pneumonia"
    r"|cystitis|pyelonephritis|cellulitis|erysipelas|impetigo|scarlet fever|fever|malaria|lyme|shingles|zoster"
    r"|influenza|flu|whooping cough|pertussis)\b",
    _I,
)
"""An illness of days: what is given for it is to stay down, and is not held as what is taken all year is. With
diarrhoea it may be what the medicine brings."""


def _is_its_own(last: Question) -> bool:
    """Whether the last question is on the treatment of such an illness itself."""
    return any(illness_days.ILLNESS.search(c.label) for c in illnesses(last))


def course(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`how long til better`, `how do I come off it`, `what kind`: what is asked of the course of a treatment."""
    planned = _PLANNED.search(text)
    new = {d.label for d in treatments(own) if not (planned and _PLANNED.search(d.text))} - labels(last)
    ill = [c for c in illnesses(own) if not (planned and c.text.lower() in planned["what"].lower())]
    if not last.intervention or new or ill:
        return None
    treatment, people = treatment_of(last), people_of(last) or ("" if problem_of(last) else among(last))
    if _RECOVERS.search(text):
        asked, why = f"How long does recovery take with {treatment}{problem_of(last)}{people}?", "how long it takes"
    elif _WORKS.search(text) or onset.asks(text):
        asked, why = f"How soon does {treatment} work{problem_of(last)}{people}?", "how soon it works"
    elif planned and _STOPS.search(text):
        asked = f"When should {treatment} be stopped before {_article(planned['what'])}{people}?"
        why = f"when it is stopped before {planned['what']}"
    elif _COMES_OFF.search(text):
        whether = _WHETHER_TO_STOP.search(text)
        asked = f"Should {treatment} be stopped{people}?" if whether else f"How is {treatment} stopped{people}?"
        why = "whether it is stopped" if whether else "how it is stopped"
    elif _FORM.search(text):
        asked, why = f"Can {treatment} be crushed or opened?", "how it is swallowed"
    elif cues.RETURNS.search(text) and illnesses(last):
        asked, why = f"How often does {condition_of(last)} recur after {treatment}?", "whether it comes back"
    elif _KIND.search(text):
        asked, why = f"Which kind of {treatment} is best{problem_of(last)}{people}?", f"kinds of {treatment}"
    else:
        return None
    return FollowUp(typed, FollowUpKind.ASPECT, asked, why)


def _article(named: str) -> str:
    """The name with an article, but for what takes none."""
    if named.lower().endswith(("surgery", "s")):
        return named
    return f"{'an' if named[:1].lower() in 'aeiou' else 'a'} {named}"


_REVERSES: Final = expression(r"\b(?:revers(?:e|es|ed|al|ing)|antidotes?|neutrali[sz]e\w*|undo(?:es|ne)?)\b", _I)


def undone(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`bleeding now, how reverse it`: how the last medicine is undone, also behind a comparison; the bleed is why."""
    drug = next((c for c in last.having(Role.INTERVENTION) if c.semantic == "drug"), None)
    given = {d.label for d in treatments(own) if not _REVERSES.search(d.text)}
    if drug is None or given - {drug.label} or not _REVERSES.search(typed):
        return None
    new = [c.label for c in illnesses(own) if c.label not in labels(last)]
    asked = f"How is {drug.label} reversed{people_with(last, own.patient, new)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how {drug.label} is undone")


_NEXT: Final = expression(
    r"^\W*(?:(?:and|so|but|then|ok(?:ay)?|well)\b\W*){0,3}(?:what(?:'s| is| do (?:we|i) do| should (?:we|i) do| comes)?"
    r"|which) (?:the )?next(?: step)?\b(?P<rest>[^?]{0,60}?)[\s?.!]*$",
    _I,
)


def next_step(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what next`, `what next if still 160/95`: what follows where the last treatment was not enough."""
    found = _NEXT.match(text)
    if found is None or not illnesses(last) or treatments(own):
        return None
    people, ill = people_of(last), condition_of(last)
    named = people.removeprefix(" in ") if ill in people else f"{ill}{people}"
    treatment = treatment_of(last)
    asked = f"{named} not controlled{f' on {treatment}' if treatment else ''}{found['rest']}, what next?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, f"what follows {treatment or 'what was given'}")


_AFTER: Final = expression(r"\bafter (?P<what>(?:an?|the|his|her|my) [\w' -]{3,40}?)[\s?.!]*$", _I)


def how_long(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`for how long?`: how long the last treatment is given."""
    after = _AFTER.search(text)
    if treatments(own) or (illnesses(own) and not after) or not cues.HOW_LONG.search(text):
        return None
    if after and last.intervention:
        asked = f"How long should {treatment_of(last)} be given after {after['what']}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how long it is given after {after['what']}")
    if not last.intervention:
        if not illnesses(last):
            return None
        people = people_of(last)
        asked = (
            f"How long should treatment last{people}?"
            if condition_of(last) in people
            else f"How long should {condition_of(last)} be treated{people}?"
        )
        return FollowUp(typed, FollowUpKind.ASPECT, asked, f"how long {condition_of(last)} is treated")
    asked = f"How long should {treatment_of(last)} be given{problem_of(last)}{people_of(last)}?"
    return FollowUp(typed, FollowUpKind.ASPECT, asked, "how long it is given")


def said_of_it(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`what if she misses a dose`, `would 5 days do`, `when should I worry`: what users of a treatment want to know."""
    if treatments(own) or illnesses(own):
        return None
    treatment, people = treatment_of(last), people_of(last)
    enough = cues.ENOUGH.search(text)
    if last.intervention and (missed.asks(text) or cues.MISSED.search(text)):
        asked, why = f"What should be done about a missed dose of {treatment}?", "a missed dose"
    elif last.intervention and cues.VOMITS.search(text):
        asked, why = f"What should be done if {treatment} is vomited{people}?", "a dose that came up again"
    elif last.intervention and enough:
        time = enough["time"] or enough["before"] or enough["short"]
        asked = f"Are {time} of {treatment} enough{problem_of(last)}{people}?"
        why = f"{time} of {treatment}"
    elif cues.SEEK.search(text) and illnesses(last):
        asked, why = f"When should somebody with {condition_of(last)} see a doctor?", "when to seek help"
    else:
        return None
    return FollowUp(typed, FollowUpKind.ASPECT, asked, why)


_HARM: Final = expression(r"\b(?:risks?|harm\w*|dangers?|dangerous|safe\w*|side[- ]effects?|problems?|bad for)\b", _I)


def when(typed: str, text: str, own: Question, last: Question) -> FollowUp | None:
    """`from which week?`, `any long-term data?`: when the last treatment is begun, and what comes of it later."""
    if not last.intervention or treatments(own) or illnesses(own):
        return None
    if cues.WHEN.search(text):
        asked = f"When should {treatment_of(last)} be started{problem_of(last)}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "when it is begun")
    if cues.LATER.search(text) and _HARM.search(text):
        asked = f"What are the adverse effects of long-term {treatment_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "its harms in long use")
    if cues.LATER.search(text):
        asked = f"What are the long-term effects of {treatment_of(last)}{problem_of(last)}{people_of(last)}?"
        return FollowUp(typed, FollowUpKind.ASPECT, asked, "what comes of it later")
    return None
