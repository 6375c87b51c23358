"""Of people: what is asked of one person's illness is asked of people who have it.

`My mother has A. Is she more likely to get B?` asks what `are women with A more likely to get B` asks: read as words
that follow each other both are illnesses of hers, and a cohort on A and B answers nothing. Nothing is added; somebody
whose age is told stays who he is.
"""

from __future__ import annotations

from typing import Final

from probatum.ask.words.text import Draft
from probatum.text.expressions import caseless
from probatum.vocabulary import Vocabulary

_ILL: Final = ("condition", "symptom")
_WHO: Final = (
    r"(?:(?:my|our|her|his) )?(?P<who>mother|mum|mom|wife|sister|grandmother|aunt|father|dad|husband|brother"
    r"|grandfather|uncle|partner|friend|patient|i|she|he)"
)
_HAS: Final = (
    r"(?:(?: was| were| is|'s|'ve| have| has| had)? (?:been )?(?:told (?:that )?(?:she|he|i) (?:has|have)"
    r"|diagnosed with|living with)|'ve(?: got)?|'s got|'s had| has(?: got)?| have(?: got)?| had| suffers? from)"
)
_OF_ONE: Final = caseless(
    rf"^\W*{_WHO}{_HAS} (?P<have>[^.;,?!]{{3,60}}?)[.;,!]\s*(?:so |and |then |but )?(?P<asks>[^.;!?]{{6,120}})\W*$"
)
_SHE: Final = r"(?:he|she|they|i|it|that|this)"
_MORE: Final = (
    caseless(
        rf"^(?:is|are|am|will|would|could|can|might|does) {_SHE} (?:be |make her |make him |make me )?(?:also |now )?"
        r"(?:at all )?more (?:likely|prone) to (?:get|have|develop|suffer(?: from)?|catch) (?P<get>.{3,60})$"
    ),
    caseless(
        rf"^(?:is|are|am) {_SHE} (?:also |now )?at (?:an? )?(?:higher|greater|increased|raised|more|high|extra|added)"
        r" risk (?:of|for) (?:getting |having |developing )?(?P<get>.{3,60})$"
    ),
    caseless(
        rf"^(?:does|will|would|can|could) {_SHE} (?:also )?(?:raise|increase|put up) (?:the|my|her|his|their)"
        r" (?:chances?|risks?|odds|likelihood) of (?:getting |having |developing )?(?P<get>.{3,60})$"
    ),
)
_COMMON: Final = caseless(
    r"^\W*(?:is|are) (?P<get>[^?.;,]{3,60}?) (?:more|less) (?:common|frequent|likely) (?:in|among)"
    r" (?P<who>people|patients|adults|women|men|those) (?:with|who have) (?P<have>[^?.;,]{3,60})\W*$"
)
"""`is B more common in people with A`."""
_WOMEN: Final = caseless(r"mother|mum|mom|wife|sister|grandmother|aunt|she|women")
_MEN: Final = caseless(r"father|dad|husband|brother|grandfather|uncle|he|men")
_OF: Final = caseless(r"^(?:an? |the |some )|(?: (?:because of|from|due to|with) (?:it|this|that))$")


def read_of_people(draft: Draft, vocabulary: Vocabulary) -> None:
    """Put such a question as one on people; the text stays where it is none, or where one of the two is no illness."""
    text = draft.text
    if any(sign.isdigit() and text[at - 5 : at] != "type " for at, sign in enumerate(text)):
        return
    told = _COMMON.match(text) or _OF_ONE.match(text)
    if told is None:
        return
    asked = told if "get" in told.re.groupindex else next((m for p in _MORE if (m := p.match(told["asks"]))), None)
    if asked is None:
        return
    have, get = _OF.sub("", told["have"]), _OF.sub("", asked["get"])
    if not (_is_ill(have, vocabulary) and _is_ill(get, vocabulary)):
        return
    who = "women" if _WOMEN.fullmatch(told["who"]) else "men" if _MEN.fullmatch(told["who"]) else "people"
    draft.text = f"Are {who} with {have} more likely to get {get}?"


def _is_ill(said: str, vocabulary: Vocabulary) -> bool:
    """Whether words name an illness or a complaint, and no treatment."""
    kinds = [m.term.semantic for m in vocabulary.find(said)]
    return any(kind in _ILL for kind in kinds) and not any(kind in ("drug", "procedure") for kind in kinds)
