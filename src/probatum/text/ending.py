"""Ending: whether a text asks how, when or whether one may end a treatment; what good that does is another question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from probatum.text.expressions import caseless
from probatum.text.operations import OPERATION

_END: Final = r"(?:stop(?:ping|ped)?|discontinu\w+|withdraw\w*|com(?:e|ing) off|get(?:ting)? off|cut(?:ting)? down)"
_ASKS: Final = caseless(
    r"\b(?:taper(?:ing|ed)?|wean(?:ing|ed)?)\b|^\W*(?:stopping|coming off|getting off|withdrawing)\b"
    rf"|\b(?:how|when|what is the (?:best|right|safest) way)\b[^.;?]{{0,40}}\b{_END}\b"
    rf"|\b(?:can|could|may|should|shall|shd|must|ok|okay|alright|safe)\b(?: (?:i|we|he|she|they|to|just|now"
    rf"|my \w+|for (?:him|her|them)))* "
    rf"{_END} (?:my|his|her|the|taking|giving|it|them)\b(?! (?:getting|happening|coming|hurting|from|bleeding|itching))"
    rf"|\b{_END}\b[^.;?]{{2,60}}\b(?:for|before|ahead of|prior to) (?:(?:having|getting|i have|i get|they)\b )?"
    rf"(?:an? |the |my |his |her |your )?(?:[\w-]+ ){{0,2}}?{OPERATION}\b"
    rf"|\b(?:can|could|may|should|must|shd|ok to|okay to|safe to)(?: (?:i|we|he|she|they|just|now))* {_END}\W*$"
    rf"|\b(?:can|could|may|should)(?: (?:i|we|he|she|they|just|now)){{1,3}} {_END} (?!\w+ing\b)[\w-]{{5,25}}\W*$"
    rf"|[,;.-] ?{_END}(?: now| yet)?\W*$"
    r"|\b(?:have|need|must|should|do|got|worth)(?: (?:i|we|he|she|to|it))* (?:finish(?:ing)?|complet(?:e|ing))\b"
    r"[^.;?]{0,20}"
    r"\b(?:antibiotics?|course|pack(?:et)?|tablets?|pills?|steroids?|capsules?)\b"
    r"|\b(?:deprescrib\w+ schedule|withdrawal (?:schedule|regimen|plan))\b"
    rf"|\b{_END}\b[^.;?]{{0,60}}\b(?:how (?:fast|quickly|slowly|rapidly|gradually)|what happens|how\W*$)"
    rf"|\bwhat (?:happens|will happen|would happen|could happen|to expect)\b[^.;?]{{0,30}}\b(?:if|when|after|once)\b"
    rf"[^.;?]{{0,40}}\b{_END}\b"
)


_KEEPS_FROM: Final = caseless(
    rf"\b{_END} (?:me|us|you|him|her|them|anyone|somebody|people|doctors?)(?: from)? (?:\w+ing|\w+ant)\b"
)
"""`should her falls stop me anticoagulating her`: what keeps somebody from giving it ends nothing."""


_CANNOT: Final = caseless(
    r"\b(?:can['’]?t|cannot|can not|won['’]?t|couldn['’]?t|doesn['’]?t|didn['’]?t|wouldn['’]?t|never)"
    r" (?:(?:seem to|quite|ever) )?stop(?:s|ped|ping)? (?!taking|using|giving|having)\w+ing\b"
    r"|\b(?:periods?|bleeding|cough|pain|sickness|itch\w*|cramps?) (?:ha(?:s|ve) )?stopped\b"
)
"""`can't stop coughing on A`: what goes on is the complaint."""
_HOW: Final = caseless(
    rf"\b(?:taper(?:ing|ed)?|wean(?:ing|ed)?)\b|\b(?:how (?:do|should|can|to|must|is|are|does|fast|quickly|slowly"
    rf"|rapidly|gradually)|(?:best|right|safest) way)\b[^.;?]{{0,40}}\b{_END}\b"
    rf"|\b{_END}\b[^.;?]{{0,60}}\b(?:how (?:fast|quickly|slowly|rapidly|gradually)|how\W*$)"
    r"|\bwithdrawal (?:schedule|regimen|plan)\b"
)
_AFTER: Final = caseless(
    rf"\b(?:what (?:happens|will happen|would happen|could happen|to expect))\b[^?]*\b{_END}\b"
    rf"|\b{_END}\b[^.;?]{{0,60}}\bwhat happens\b"
    # What somebody feels who has just ended it: `stopped my A suddenly and feel dizzy`.
    r"|(?<!never )(?<!not )\b(?:stop+ed|came off|went off|ran out of|been off|off|quit|ceased)\b[^.;?]{3,50}?"
    r"\b(?:and|now|then|so)\b[^.;?]{0,40}?\b(?:fe(?:el(?:ing)?|lt)|get(?:ting)?|got|having|dizz\w+|zaps?|shak\w+|racing"
    r"|sweat\w+|anxious|awful|terrible|rough|withdrawal\w*)\b"
)
_WHEN: Final = caseless(rf"\bwhen (?:to|can|should|may|do|could|is|are)\b[^.;?]{{0,30}}\b{_END}\b")


def asks_how(text: str) -> bool:
    """Whether a text asks in which way or how fast a treatment is ended."""
    return _HOW.search(acts(text)) is not None


def asks_after(text: str) -> bool:
    """Whether a text asks what comes of an end."""
    return _AFTER.search(acts(text)) is not None


def asks_when(text: str) -> bool:
    """Whether a text asks from when on a treatment may end."""
    return _WHEN.search(acts(text)) is not None


_LEAVE: Final = caseless(
    r"\b(?:can|could|may|might|should|shall|ok(?:ay)?|safe|all ?right|fine|want(?:s|ed)?|(?:would|'d) like|need"
    r"|going)\b"
    rf"(?: (?:if|for|to|i|we|he|she|they|me|him|her|them|my|just|simply|now|\w+ing))* {_END}\b"
)


def asks_leave(text: str) -> bool:
    """Whether somebody asks if a treatment may just end, and neither how nor when that is done."""
    other = asks_how(text) or asks_when(text) or asks_after(text)
    return not other and _LEAVE.search(acts(text)) is not None


def of_treatment(text: str, complaints: Iterable[str]) -> str:
    """The text without the end that is wished to a complaint (`how do I stop the runs`): it ends no treatment."""
    names = "|".join(re.escape(name) for name in complaints if name)
    if not names or not _ENDS.search(text):
        return text
    return re.sub(
        rf"\b{_END} (?:(?:all|the|my|his|her|this|that|these|those|of|having|getting) ){{0,2}}(?:{names})\b",
        " ",
        text,
        flags=re.IGNORECASE,
    )


_ENDS: Final = caseless(rf"\b{_END} ")


_DOES_AWAY: Final = caseless(
    r"\b(?:will|would|does|do|did|can|could|might|may) (?!(?:i|we|he|she|they|you|one|it|the (?:patient|doctor|team|gp"
    r"|man|woman|lady)|my (?:mum|mom|dad|wife|husband|son|daughter|partner|nan\w*|gran\w*|patient))\b)"
    r"[^.?!;]{3,80}?\bstop (?:it|them|this|that|these)(?: (?:coming back|happening|from \w+))?(?=\W*$)"
    r"|\b(?:tablets?|pills?|capsules?|creams?|ointments?|drops|sprays?|medicines?|anything|something|things?|treatments?)"
    r" (?:that |which )?(?:to |can |will |could )?stops? (?:it|them|this|that|these)\b"
)
"""`will moisturiser every day stop it`, `is there a tablet to stop them`: what a treatment does away with is the
illness."""


def acts(text: str) -> str:
    """The text without what keeps somebody from something, what does not cease, what a treatment does away with, and
    the illness of those who ended no treatment: only what is left may speak of ending a treatment."""
    text = _OF_NO_TREATMENT.sub(" ", text)
    return _DOES_AWAY.sub(" ", _KEEPS_FROM.sub(" ", _CANNOT.sub(_left, text)))


_OF_NO_TREATMENT: Final = caseless(
    r"\b(?:alcohol|ethanol|etoh|drink(?:ing)?|heroin|cocaine|cannabis|nicotine|tobacco|smoking|ghb)[- ]withdrawals?\b"
)
"""`alcohol withdrawal, benzodiazepine`: what is treated, and no medicine that is to end."""


def _left(found: re.Match[str]) -> str:
    """Of what goes on the complaint alone."""
    return found[0].rsplit(" ", 1)[-1]


_DOES: Final = caseless(
    r"^\W*(?:stopping|withdrawing|discontinuing|coming off|getting off)\b[^?;]{3,150}?[,:;-] ?"
    r"(?:does|do|did|will|would|can|could|might|may)(?: (?:it|this|that|they))? "
    r"(?:lower|reduc|rais|increas|improv|chang|affect|alter|prevent|save|worsen|help|lead|cut)\w*"
)
"""`stopping A in B, does it lower C`: what comes of an end in numbers, which trials and cohorts tell."""


def asks(text: str) -> bool:
    """True for `how to taper sertraline`, `when should it be stopped before surgery`, `can I stop my bisoprolol`."""
    return _ASKS.search(acts(text)) is not None and _DOES.search(text) is None


_STEPS: Final = caseless(
    rf"\b{_END}\b[^.;]{{0,60}}\bby lowering\b|\bsteps? down\b|\bsmaller steps\b"
    r"|\bbe stopped (?:step by step|gradually|slowly)\b"
    r"|\b(?:lowered|reduced) (?:more )?(?:slowly|gradually|step by step)\b|\bwithdrawal symptoms\b"
    r"|\b(?:quick|slow|gradual|sudden|abrupt)\w* (?:withdrawal|reduction)\b|^\W*on a change (?:of|from|to)\b"
)


def tells_way(text: str) -> bool:
    """Whether advice is on the way in which a treatment is ended or changed, and not on when: it says nothing of
    whether that is given."""
    return _STEPS.search(text) is not None
