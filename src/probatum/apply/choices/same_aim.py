"""Same aim: whether advice or another medicine may stand in the place of the treatment that is asked about.

What is for another illness of the patient, for a milder or a graver form of the same, for a later step of care or to
keep away what is there already is no way on where a treatment is left.
"""

from __future__ import annotations

import re
from typing import Final

from probatum import vocabulary
from probatum.apply import wording
from probatum.apply.choices import controlling, so_long
from probatum.apply.context import Context
from probatum.apply.once import once
from probatum.apply.patient import aimed
from probatum.apply.selection import is_open
from probatum.model import Concept, Directive, DirectiveAction, Intent, Role
from probatum.text import opposites, recurring, words
from probatum.text.expressions import caseless


def serves(item: Directive, context: Context) -> bool:
    """Whether advice of a guideline is for what is treated here, and as grave as it is."""
    if another_degree(item.text, context):
        return False
    if is_open(context.question) or not context.drugs or context.names_intervention(item.text):
        return True
    if controlling.of_another_aim(item.text, context.question, _uses(context)):
        return False
    return not (_of_another_illness(item, context) or _keeps_another_away(item, context))


def _keeps_another_away(item: Directive, context: Context) -> bool:
    """Whether advice is to prevent an illness (`a statin to prevent cardiovascular disease` in kidney disease) that is
    not asked about, and that no label of the treatment asked about names in its uses."""
    found = _TO_PREVENT.search(item.text)
    if found is None or not _uses(context) or context.question.intent is Intent.PREVENTION:
        return False
    kept = [m.term for m in vocabulary.load().find(found["what"]) if m.term.semantic == "condition"]
    asked = {name.lower() for c in context.question.concepts for name in (c.label, *c.broader)}
    used = {m.term.label for text in _uses(context) for m in vocabulary.load().find(text)}
    return bool(kept) and not any(term.label.lower() in asked or term.label in used for term in kept)


_TO_PREVENT: Final = caseless(r"\bto prevent (?P<what>[^.;,]{3,60})")


@once
def _uses(context: Context) -> tuple[str, ...]:
    """What the labels of what is asked about are for in the illness."""
    rows = context.directives(DirectiveAction.INDICATED)
    return tuple(d.text for _, d in rows if context.indicated_for_this(d))


def _of_another_illness(item: Directive, context: Context) -> bool:
    """Whether advice names an illness of the patient that the treatment is not for, and none that it is for."""
    besides = _besides(context)
    if not besides:
        return False
    text = f"{item.text} {item.condition}"
    titled = words.stems(item.span.source.title)
    own = aimed.treated(context)
    names = (words.stems(name) for c in own for name in c.names)
    return aimed.named(text, besides) and not aimed.named(text, own) and not any(n and n <= titled for n in names)


@once
def _besides(context: Context) -> tuple[Concept, ...]:
    """The illnesses of the people asked about that the treatment is not for."""
    treated = aimed.treated(context)
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    left = tuple(c for c in ill if c not in treated)
    return left if len(left) < len(ill) else ()


def of_a_later_step(text: str, context: Context) -> bool:
    """Whether advice is for those in whom several treatments did not serve, where nobody told of that: it is told, and
    is no first way on."""
    return _LATER.search(text) is not None and _TRIED.search(context.question.read) is None


_LATER: Final = caseless(
    r"^\W*step [3-9]\b|(?<![-\w])(?:treatment[- ])?resistant (?!to\b)[a-z]|\bnot controlled by [2-9]\b"
    r"|\b(?:third|fourth)[- ](?:choice|line)\b|\blast (?:resort|choice|line)\b"
)
_TRIED: Final = caseless(
    r"\b(?:resistant|refractory|uncontrolled|not controlled|despite|failed?|failing|tried|steps? [2-9]|third|fourth"
    r"|still (?:high|raised)|max(?:imal|imum)?|on [2-9] (?:drugs|medicines|tablets|agents)|already (?:on|takes?))\b"
)


def of_some_alone(text: str, context: Context) -> bool:
    """Whether a use is for those with a resistant illness, or in a state, of which the question tells nothing."""
    return any(state.search(text) and not state.search(context.question.read) for state in _STATES)


_STATES: Final = (
    caseless(r"\b(?:treatment[- ]resistant|TRD|refractory|(?:does|do|did|has|have) not respond\w*|failed)\b"),
    caseless(r"\bsuicid\w*"),
)


def another_degree(text: str, context: Context) -> bool:
    """Whether a text is for the illness asked about in another degree alone: advice for low severity where it is
    severe, for an attack where the next one is to be kept away, or for one that has lasted longer or shorter."""
    told, meant = _both(text, context)
    if so_long.of_another_length(text, context.question.read) or opposites.opposite(text, context.question.read):
        return True
    if opposites.of_a_cause(text, f"{context.question.typed} {context.question.read}"):
        return True
    return (bool(told) and bool(meant) and not told & meant) or _of_an_attack(text, context)


def _of_an_attack(text: str, context: Context) -> bool:
    """Whether a text is for an attack of the illness alone, or for a short course, where it is asked what keeps attacks
    away."""
    prevents = context.question.intent is Intent.PREVENTION or recurring.goes_on(context.question.typed)
    told = _IN_AN_ATTACK.match(text) or _COURSE.search(text)
    return prevents and told is not None and _KEEPS.search(text) is None


_IN_AN_ATTACK: Final = caseless(
    r"^\W*(?:in|for|during)\b[^,;.]{0,60}?\b(?:acute|attacks?|flares?|exacerbations?|episodes?)\b"
    r"|[^;.]{0,120}\b(?:treatment|choice) (?:of|for|in) (?:an? )?(?:[\w'-]+ ){0,2}(?:flares?|attacks?|exacerbations?)\b"
)
_COURSE: Final = caseless(r"\bfor \d{1,2}(?: to \d{1,2})? days\b|\b(?:immediate|back-?up) antibiotic\b")
"""A course that ends what is there."""
_KEEPS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|secondary|long-term)\b")


def of_the_degree(text: str, context: Context) -> bool:
    """Whether a text names the very degree of the illness that the question tells."""
    told, meant = _both(text, context)
    return bool(told & meant)


def of_the_gravest(text: str, context: Context) -> bool:
    """Whether a text is for the grave form of the illness alone, and the question tells no degree."""
    told, meant = _both(text, context)
    return not told and meant == {GRAVE}


def _both(text: str, context: Context) -> tuple[set[str], set[str]]:
    """The degrees of the illness that the question tells, and those that a text is for."""
    asked = context.question
    ill = [c for c in asked.concepts if c.semantic == "condition" and c.role in (Role.POPULATION, Role.OUTCOME)]
    told = _degrees(asked.read, ill)
    if ill and _CRITICAL.search(asked.read):
        told |= {GRAVE}
    if (score := _SCORED.search(asked.read)) is not None:
        told |= {_by_score(score)}
    return told, _degrees(text, ill)


LIGHT, MIDDLE, GRAVE = "light", "middle", "grave"
_DEGREES: Final = (
    (LIGHT, caseless(r"\b(?:mild|low[- ]severity|non-severe|minor)\b")),
    (MIDDLE, caseless(r"\bmoderate(?:[- ]severity)?\b")),
    (GRAVE, caseless(r"(?<!non-)\b(?:severe|high[- ]severity|life-threatening)\b")),
)
_SCORED: Final = caseless(r"\b(?P<of>CURB|CRB)-?65\b(?: score)?(?: (?:of|is))?\W{0,3}(?P<points>[0-5])\b")


def _by_score(found: re.Match[str]) -> str:
    """How grave a pneumonia is by its points: CURB65 of 0 to 1 low, 2 moderate, 3 to 5 high; without the urea (CRB65) 0
    low, 1 to 2 moderate, 3 to 4 high (Lim 2003, doi:10.1136/thorax.58.5.377; NICE CG191)."""
    points, light = int(found["points"]), 1 if found["of"].lower() == "curb" else 0
    return LIGHT if points <= light else MIDDLE if points <= MIDDLE_POINTS else GRAVE


MIDDLE_POINTS: Final = 2
_CRITICAL: Final = caseless(r"\b(?:icu|itu|intensive care|critical care|ventilat(?:ed|or)|critically ill)\b")
_NEAR: Final = 60
"""Characters behind a degree within which the illness stands that it is of."""


def _degrees(text: str, ill: list[Concept]) -> set[str]:
    """The degrees in which a text tells of one of the illnesses."""
    low = _LISTED.sub(" or ", text.lower())
    found = set()
    for degree, words_ in _DEGREES:
        for match in words_.finditer(low):
            names = (name.lower() for c in ill for name in (c.text, c.label, *c.synonyms))
            behind = _STOP.split(low[match.end() : match.end() + _NEAR])[0]
            if any(wording.stands_in(name, behind) for name in names if name):
                found.add(degree)
    return found


_LISTED: Final = caseless(r", (?=(?:mild|moderate|severe)\b)")
_STOP: Final = caseless(r"[.;,()]| and | with | in ")


def keeps_away(text: str, context: Context) -> bool:
    """Whether a use of a label names the illness that is there only as what is kept away, or as what is over: it
    prevents the next one and treats none."""
    asked = context.question
    if asked.intent is Intent.PREVENTION or _PREVENTS.search(asked.read):
        return False
    ill = tuple(c for c in asked.having(Role.POPULATION) if c.semantic == "condition")
    return bool(ill) and aimed.named(text, ill) and not aimed.named(_KEPT_AWAY.sub(" ", text), ill)


_PREVENTS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|secondary|recur\w*|after|risk of)\b")
_KEPT_AWAY: Final = caseless(
    r"\b(?:lower|reduce|prevent\w*)(?: the)?(?: risks?| rates?)?(?: of)? [^.;]{2,90}?(?= in\b|[.;]|$)"
    r"|\b(?:after|following|with (?:a )?history of|who (?:have )?had) (?:an? )?[\w -]{3,40}"
)
