"""Reactions: a follow-up that tells what came of the treatment asked about just now.

`she came out in hives after the 2nd dose` was read as a question for the dose, of which the word stands there.
"""

from __future__ import annotations

from typing import Final

from probatum import vocabulary
from probatum.ask.danger import reaction
from probatum.ask.danger.allergic import remedy
from probatum.ask.following.phrases import labels, people_of, treatments
from probatum.model import FollowUp, FollowUpKind, Question, Role
from probatum.text.expressions import caseless

_TELLS: Final = caseless(
    r"\b(?:came|come|comes|has|have|had|'?ve|got|getting|gets|developed|covered|broke|broken|now|started|noticed|feels?"
    r"|looks?|after|since|she'?s|he'?s|i'?m|is|are|went|gone)\b"
)
_OF_IT: Final = caseless(
    r"^\W*(?:and |but |so )*(?:is|are|can|could|does|do|will|would|what|how|which|for|in|when"
    r"|should)\b(?!.*[?.,;:] ?\w)"
    r"|(?<!out )(?<!up )(?<!covered )\b(?:for|in|if|about|with a history of) (?:[\w-]+ ){0,2}(?:hives|urticaria"
    r"|rash|wheez|allerg|anaphyl|swelling)"
)
"""What is asked of such a trouble in general, or of somebody who may come to have it."""
_RASH: Final = caseless(r"\brash\b(?! cream)")
_ALLERGIC: Final = caseless(
    r"urticaria|anaphyla|angioedema|allerg|hypersensitiv|rash|prurit|wheez|asthma|eczema|dermatitis"
)


def reacted(typed: str, own: Question, last: Question) -> FollowUp | None:
    """The tale of a reaction to what was asked about, whole; None where it is none, or where that was asked about for
    such a trouble."""
    drugs = [c.label for c in last.having(Role.INTERVENTION) if c.semantic == "drug"] or _named(last)
    drugs = [name for name in drugs if not remedy(name)]
    ill = [c.label for c in last.having(Role.POPULATION)]
    other = [c for c in treatments(own) if c.label not in labels(last)]
    if not drugs or other or any(_ALLERGIC.search(name) for name in ill):
        return None
    names = " and ".join(dict.fromkeys(drugs))
    told = f"{'after the last dose of' if _RASH.search(typed) else 'on'} {names}, {typed.rstrip('?.! ')}"
    if not _TELLS.search(typed) or _OF_IT.search(typed) or (_INSTEAD.search(typed) and treatments(own)):
        return None
    why = f"what came of {names}, which may be a reaction to it"
    problem = f" for {' and '.join(_typed(name, last) for name in dict.fromkeys(ill))}" if ill else ""
    who = people_of(last).replace(f" with {' and '.join(ill)}", "", 1) if ill else people_of(last)
    who = _ONE.get(who, who)
    asked = f"{told}{problem}{who}?"
    if reaction(asked) is None:
        return None
    return FollowUp(typed, FollowUpKind.NEW, asked, why)


_ONE: Final = {
    " in people": "",
    " in adults": "",
    " in older adults": " in an older adult",
    " in children": " in a child",
    " in infants": " in an infant",
    " in toddlers": " in a toddler",
    " in newborns": " in a newborn",
    " in adolescents": " in an adolescent",
}
"""Whom it is about, as one person: what is told of many is no tale."""
_INSTEAD: Final = caseless(r"\b(?:instead|alternativ\w+|something else|anything else|what else)\b")


def _typed(name: str, last: Question) -> str:
    """An illness as it was typed: sources may know it by that name alone (`sore throat`)."""
    lay = (a.from_ for a in last.assumptions if a.what == "lay term" and a.to.lower() == name.lower())
    return next((word.lower() for word in lay if word), name)


def _named(last: Question) -> list[str]:
    """The medicine of a treatment that is named with its dose: `amoxicillin 500 tds`."""
    return [m.term.label for m in vocabulary.load().find(last.intervention) if m.term.semantic == "drug"]
