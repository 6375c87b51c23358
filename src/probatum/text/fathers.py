"""Fathers: whether a text asks of a medicine that a man takes while a child is wished for, and what tells of it."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WHO: Final = (
    r"(?:i|she|we|you|a woman|women|someone|somebody|(?:my |his |the )?(?:wife|partner|girlfriend|daughter|sister))"
)
_WISHES: Final = (
    rf"\b(?:(?:can|could|may|should|shall|when can|if|when) {_WHO}(?: still| safely| ever| now| soon)?"
    r"|(?:is|would) it(?: be)? (?:safe|ok(?:ay)?|all ?right|fine|dangerous|risky|wise|bad|a problem)"
    r"(?: for \w+(?: \w+)?)? to|(?:wants?|wanting|would like|'d like|plan(?:s|ning)?|hop(?:es?|ing)|tr(?:y|ies|ying)"
    r"|ready|keen|due) to"
    r"|(?:thinking (?:of|about)|plan(?:s|ning)? on|before)) (?:get|gets|getting|become|becomes|becoming) pregnant\b"
    rf"|\b(?:(?:can|could|may|should|if|when) {_WHO}|(?:wants?|wanting|would like|plan(?:s|ning)?|hop(?:es?|ing)"
    r"|tr(?:y|ies|ying)) to|before)"
    r" (?:conceive|conceiving)\b"
)
_CHILD: Final = (
    r"\b(?:wants?|wanting|tr(?:y|ies|ying)|hop(?:es?|ing)|plan(?:s|ning)?|would like|thinking of)\b[^.?]{0,20}"
    r"\b(?:baby|babies|child|children|kids?|family|father|dad)\b|\bconcei\w+|\bfather(?:ing)? (?:a child|children)\b"
    r"|\bpartner\b[^.?]{0,20}\bpregnan\w+"
)
WISHES: Final = caseless(_WISHES)
"""Words of somebody who wishes to conceive, or asks whether it may be."""
WISHED: Final = caseless(rf"{_WISHES}|{_CHILD}")
"""Words of those who wish for a child."""
_HE: Final = (
    r"\b(?:husband|boyfriend|man|men|he|bloke|fianc[e\u00e9]|male)(?:'s| is| are| was)?(?: who)?(?: is| are)?"
    r"(?: also| already| still| currently)? (?:tak(?:es?|ing)|us(?:es?|ing)|on)\b"
    r"|\bin (?:an? |the |my )?(?:\d{1,2} year old )?(?:man|men|males?|husband)\b"
    r"|\bmy (?:wife|girlfriend)\b[^.?]*\b(?:i|i'm|im|i am) (?:tak(?:e|ing)|on|us(?:e|ing))\b"
    r"|\b(?:i|i'm|im|i am) (?:tak(?:e|ing)|on|us(?:e|ing))\b[^?]*\bmy (?:wife|girlfriend)\b"
    r"|\bpartner(?:'s| is)? (?:tak(?:es|ing)|on)\b[^?]*\bi (?:get|fall|become)\b"
)
_WIFE: Final = r"\bmy (?:wife|girlfriend)\b"
_SHE: Final = r"\b(?:i|i'm|im|i am|she|she's|she is) (?:also )?(?:tak(?:e|es|ing)|on|us(?:e|es|ing))\b"
HE_ALONE: Final = caseless(rf"^(?!(?!.*{_WIFE}).*{_SHE}).*?(?:{_HE})")
"""Words of a man who takes something, and of no mother who takes something, too."""


def asks(text: str) -> bool:
    """True for `my husband takes A and we want a baby`, `A in a man whose wife wants to conceive`."""
    return HE_ALONE.search(text) is not None and WISHED.search(text) is not None


TOLD: Final = caseless(
    r"\b(?:men|males?|male patients?|fathers?|paternal|sperm\w*|semen)\b[^.;]{0,90}"
    r"\b(?:partners?|contracepti\w+|conce\w+|father\w*|fertil\w+|infertil\w+|sperm|child|children|offspring)\b"
    r"|\b(?:male (?:in)?fertility|spermato\w+|paternal)\b"
)
"""What a label says of those who father a child."""
