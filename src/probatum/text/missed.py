"""Missed: whether a text asks what to do about a dose that was not taken, or that came up again."""

from __future__ import annotations

from typing import Final

from probatum.text.expressions import caseless

_WHAT: Final = r"(?:dos\w*|tablets?|pills?|capsules?|injections?|jabs?|puffs?|patch\w*|medicines?|medication|meds?|one)"
_WHO: Final = (
    r"(?:i|we|he|she|they|mum|mom|mother|dad|father|you|nan|gran\w*|wife|husband|partner|son|daughter|brother|sister|aunt"
    r"|auntie|uncle|neighbou?r|friend|who|pt|patient|resident|client|inpatient|m[ae]n|wom[ae]n|lady|gentleman|bloke|chap"
    r"|guy|boy|girl|child|kid|teenager|someone|somebody)"
)
_ELSE: Final = (
    r"(?!(?:(?: about)?(?: my| his| her| the| an?| our)? (?:\w+ )?(?:period|appointment|visit|class|school|work|bus"
    r"|birthday|names?|words?|things?|keys?|diagnos\w+|dialysis|sessions?|clinic|scans?|reviews?|tests?|bloods|meals?"
    r"|signs?|fracture|vaccin\w*|smear|follow-?up))\b)"
)
_ASKS: Final = caseless(
    rf"\b(?:missed|forgotten|skipped|forgot) (?:[\w'\u2019]+ ){{0,3}}?{_WHAT}\b"
    r"|\b(?:missed|forgot(?:ten)?|skipped) (?:(?:last|the other|one) (?:night|evening|morning|day)|yesterday|today"
    r"|tonight|this (?:morning|evening)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"(?:['\u2019]?s)?\W*(?:$|[,.;?]|\b(?:what|do|can|should|and|so|now)\b)"
    rf"|\b{_WHAT} (?:of [\w-]{{1,30}} )?(?:was |were |is |are )?(?:missed|forgotten|skipped)\b"
    rf"|\b{_WHO}(?:'ve|'s)? (?:(?:have|has|had|just|accidentally|only|completely|totally|may have|might have) ){{0,2}}"
    rf"(?:missed|forgot(?:ten)?|skipped)\b{_ELSE}"
    rf"|\bforg[eo]t(?:ten)? to (?:take|give|administer|inject|have)\b{_ELSE}"
    rf"|^\W*(?:just |accidentally )?(?:missed|forgot(?:ten)?|skipped)\b{_ELSE}"
    rf"|\b(?:miss|forget|skip)(?:s|ping|ting)? (?:a|one|two|the|my|his|her|taking|to take) ?(?:\w+ )?{_WHAT}?\b{_ELSE}"
    r"|\b(?:if|when) (?:i|we|he|she|you|they) (?:miss|forget|skip|leave out)(?:es|s)? (?:it|them|that)\b"
    rf"|\b{_WHO} (?:didn'?t|did not|never|haven'?t|hasn'?t|hadn'?t) (?:take|taken|have|had|had time to take|give|given)"
    r" (?:my|his|her|the|it|them)\b[^.?!]{0,60}\b(?:today|yesterday|this morning|last night|tonight|now|double|two|2"
    r"|late|still)\b"
    r"|\b(?:take|have|give) (?:it|one|them|the dose) (?:late|now or wait|when (?:i|he|she) remembers?)\b"
    r"|\b(?:late|behind) (?:with|taking|for) (?:my|his|her|the) (?:\w+ )?(?:dose|tablets?|pills?|injection|jab)\b"
)
_MIGHT: Final = caseless(
    r"\b(?:miss|skip)\w* (?:a |an |one |my |his |her |the |this )?(?:(?:[\w-]+ )?(?:tests?|bloods|check-?ups?|scans?"
    r"|appointments?|reviews?|visits?)|meals?|breakfast|lunch|dinner|periods?|beats?)\b"
)
"""What is missed and is no dose."""


def asks(text: str) -> bool:
    """True for `forgot my A this morning`, `what if I miss a dose`, `didn't take his A last night, take two now?`, for
    a gap of several days and for a dose that came up again."""
    return _ASKS.search(_MIGHT.sub(" ", text)) is not None or came_up(text) or gap(text) or run_out(text)


_RUN_OUT: Final = caseless(
    r"\br[au]n(?:ning)? out of (?!any\b)"
    r"(?!breath|time|options?|ideas?|energy|steam|puff|patience|money|hope|road|veins?)"
    r"|\bno (?:more )?(?:tablets?|pills?|medicine|medication|insulin) left\b"
)


def run_out(text: str) -> bool:
    """True for `ran out of my A two days ago`: what is wanted is more of it, and how it is taken again."""
    return _RUN_OUT.search(text) is not None


_BY_SOMEBODY: Final = caseless(
    rf"\b{_WHO}(?:'ve|'s)? (?:(?:have|has|had|just|accidentally|only|completely|totally) ){{0,2}}"
    r"(?:missed|forgot(?:ten)?|skipped)\b|\bforg[eo]t(?:ten)? to (?:take|give|administer|inject|have)\b"
)


def by_somebody(text: str) -> bool:
    """True where it is told who missed it (`pt missed his A`): then nobody is to be begun on the medicine."""
    return asks(text) and _BY_SOMEBODY.search(text) is not None


_SOME: Final = r"(?:\d+|two|three|four|five|six|seven|ten|several|a few|a couple of|some|a|one)"
_LONG: Final = rf"{_SOME} (?:\w+ )?(?:days?|weeks?|months?|doses|nights|evenings|mornings)"
_NOT_TAKEN: Final = r"(?:missed|missing|skipped|skipping|forgotten|forgot|omitted|left out)"
_SKIPPED: Final = caseless(
    rf"\b{_LONG} (?:\w+ )?(?:of (?!missed\b)[\w-]+ )?(?:(?:were|was|have been|has been|of) )?(?:been )?{_NOT_TAKEN}\b"
    rf"|\b{_NOT_TAKEN} (?:(?!one\b|a dose\b)[\w'\u2019]+ ){{0,4}}?{_LONG}\b"
)
_WITHOUT: Final = caseless(
    rf"\b(?:without|off|ran out|run out|(?:not|n't|never) (?:been )?(?:taken|taking|had|having|given)|interrupt\w*"
    rf"|break|gap|pause\w*|stopped)\b[^.;?]{{0,40}}\b{_LONG}\b|\b{_LONG}(?:'s?)? (?:without|off|break|gap|pause)\b"
)
_TAKEN_AGAIN: Final = caseless(
    r"\b(?:re-?start\w*|start\w* (?:\w+ )?again|re-?titrat\w*|re-?initiat\w*|resum\w*|(?:go|get|come"
    r"|be|put \w+) back on"
    r"|re-?introduc\w*|same dose (?:again|as before)|take (?:it|them) again)\b"
)


def gap(text: str) -> bool:
    """True for `can A be restarted after 3 days missed`, `off her A for a week, restart?`: more was missed than a dose,
    and how it is taken again is another matter."""
    if _SKIPPED.search(text) and not (_ONE.search(text) or _NO_MEDICINE.search(text)):
        return True
    return bool(_WITHOUT.search(text) and _TAKEN_AGAIN.search(text)) and _OCCASION.search(text) is None


_ONE: Final = caseless(rf"\b{_NOT_TAKEN} (?:a|one|1) (?:dose|day|night|evening|morning)s?\b")
_NO_MEDICINE: Final = caseless(
    r"\b(?:missed|skipped) (?:\w+ )?(?:\w+ )?(?:periods?|appointments?|visits?|class\w*|school|work|meals?|sleep)\b"
)
_OCCASION: Final = caseless(
    r"\b(?:surgery|operations?|procedure|extraction|biopsy|\w*oscopy|contrast|scan|rash|bleed\w*"
    r"|neutrop\w+|pregnan\w+)\b"
)
"""What a medicine is stopped for: when it is taken again after that is told by what is said of the occasion."""


_UP: Final = (
    r"(?:vomit(?:ed|s|ing)?|thr(?:ew|ows?|owing|own)(?: (?:it|them|\w+ \w+))? up|puked?(?: up)?"
    r"|(?:was|been|is|being|were|got|gets) (?:just |then )?sick|br(?:ought|ings?)(?: (?:it|them|\w+ \w+))? (?:back )?up"
    r"|sp(?:at|its?)(?: (?:it|them|\w+ \w+))? (?:back )?(?:out|up))"
)
_NO_DOSE: Final = (
    r"(?!(?:\w+ )?(?:chemo\w*|radio\w*|surgery|operation|meals?|food|eating|dinner|breakfast|lunch|feeds?|milk|every"
    r"|each|starting)\b)"
)
_CAME_UP: Final = caseless(
    rf"\b{_UP}\b[^.?!]{{0,40}}?\b(?:after|of|following) {_NO_DOSE}(?:(?:his|her|my|the|their|a|taking|having|giving"
    rf"|swallowing) [\w-]|(?:\d+ ?\w*) {_WHAT}\b)"
    rf"|\b{_UP} (?:my|his|her|the|a) {_NO_DOSE}[\w-]"
    rf"|\b(?:took|taken|had|given|gave|swallowed) (?:\w+ ){{1,6}}?(?:and|then|but)(?: \w+){{0,3}} {_UP}\b"
    rf"|\b{_WHAT} (?:was|is|were|gets?|got) (?:vomited|thrown up|brought up|spat out)\b"
    r"|\b(?:done|do) if (?:[\w-]+ ){1,3}is vomited\b"
)
_AGAIN: Final = caseless(
    r"\b(?:again|another|repeat\w*|re-?dos\w+|one more|extra|second|replace\w*|retake|re-?give|what now|now what"
    r"|what (?:do|should|can|shall|to do|next)|what if|do (?:i|we|you)|should (?:i|we|he|she)|be done|still count)\b"
)
_TOO_MUCH: Final = caseless(
    r"\b(?:loads|lots|many|whole|all (?:of )?(?:the|my|his|her)|bottle|packet|overdos\w*|blood|\d+ (?:tablets|pills)"
    r"|every|always|keeps?|stop\w*)\b"
)


def came_up(text: str) -> bool:
    """True for `sick 10 minutes after his A, give it again?`, `threw up my A what now`; of too much that was taken and
    of what is vomited day by day other things are asked."""
    return bool(_CAME_UP.search(text) and _AGAIN.search(text)) and _TOO_MUCH.search(text) is None
