"""Meeting: whether a question asks if a medicine goes with one that is taken, and which is which.

`I'm on A, my tooth is infected, can I take B`, `is B ok with my A`, `she takes A, chemist gave her B`, `A and B
together`: whatever the order and the reason in between, one is taken, the other is to be, and the question is whether
they may meet. Each drug that is named is taken, wanted or neither, by the words before and behind it; one decision is
made over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from probatum.ask.between import begun_by, prescribed
from probatum.ask.people import taken_or_wanted
from probatum.ask.people.taken_or_wanted import OWN
from probatum.text.expressions import expression
from probatum.vocabulary import Mention, Vocabulary
from probatum.vocabulary.classes import classes_of, members


class Meeting(NamedTuple):
    """The drugs that are taken and those that are asked about beside them; `taken` is empty where both are alike."""

    taken: tuple[Mention, ...]
    wanted: tuple[Mention, ...]
    asked: bool = True
    """Whether it is asked if they go together; else who takes what is told, and something else is asked."""

    def labels(self, part: str) -> tuple[str, ...]:
        """Names of one of the two, each once."""
        return tuple(dict.fromkeys(m.term.label for m in getattr(self, part)))


_BOTH: Final = expression(
    r"\b(?:have|take|use|give|given|taking|on|be) (?:them )?both\b|\bboth (?:together|at once|at the same time)\b"
    r"|\binteract(?:s|ed|ing|ions?)?\b(?! with (?:the )?(?:health|family|doctor|urokinase))",
    re.IGNORECASE,
)
"""Words that ask it plainly, whatever else is asked."""
_ALL_OF_IT: Final = expression(
    r"\b(?:is|are|would) (?:it|this|that|they|these|those|all (?:of )?(?:it|this|that|these|them)"
    r"|the (?:mix|combination))(?: \w+){0,2}? (?:safe|ok(?:ay)?|alright|all right|fine|dangerous|risky|bad"
    r"|harmful|a problem|too much)\b\W*$"
    r"|\b(?:do|does|will|can) (?:they|these|those|any of (?:them|these|those)) (?:clash|interact|go together|mix)\b",
    re.IGNORECASE,
)
"""Words that ask of all that is taken whether it goes together."""
_BOTH_FOR: Final = expression(
    r"\bshould [\w ]{2,20} both (?:for|after|in|following|to (?:treat|prevent))\b", re.IGNORECASE
)
"""`should we give both after a stroke?`: what the two do for an illness is asked."""
_MIXED: Final = expression(
    r"\b(?:together|at the same time|how far apart|mix(?:ed|ing)?|combin(?:e|ing)"
    r"|combined(?! (?:or|pill|oral|hormon)\w*)|concurrent\w*|concomitant\w*|co-?prescri\w+"
    r"|(?:get|gets|is|are|be) (?:blocked|affected|reduced|weakened|stopped|inhibited|cancelled out) by"
    r"|co-?administ\w+|alongside|along with|side by side|interact\w*)\b",
    re.IGNORECASE,
)
"""Words that say that two are taken at once."""
_SAFE_ASKED: Final = expression(
    r"[,.;?:-]\s*(?:and |so )?(?:(?:is|are|would) (?:that|this|it|they|those) (?:be )?|(?:will|does|do) (?:it|they"
    r"|that) )?"
    r"(?:ok(?:ay)?|safe|alright|all right|fine|(?:any|an?) (?:clash|issues?|problems?|interactions?|concerns?|danger"
    r"|risk)"
    r"|clash|interact|bad)(?: (?:for|to|with|if) [\w ,']{1,30})?\W*$",
    re.IGNORECASE,
)
"""`..., any clash?`: asked in the end of whatever was told."""
_WHAT_IF: Final = expression(
    r"\bwhat (?:happens|could happen|would happen|will happen)\b[^.?;]{0,20}\b(?:if|when)"
    r" (?:i|we|he|she|you|they|my \w+)"
    r" (?:\w+ ){0,2}(?:take|takes|have|has|had|drink|drinks|drank|eat|eats|ate|use|uses|smoke|smokes)\b",
    re.IGNORECASE,
)
"""What comes of it is asked: where two are named, of the one beside the other."""
_STOPS_WORKING: Final = expression(
    rf"(?:stops?|keeps?|prevents?|blocks?|make) (?:{OWN} |the )?[\w-]+ (?:it )?(?:from )?(?:working|work|less)\b",
    re.IGNORECASE,
)
_CHOSEN: Final = expression(
    r"\b(?:versus|vs\.?|v|compared|instead|rather than|alternatives?|switch\w*|swap\w*|chang(?:e|ed|ing) (?:from|to"
    r"|over)"
    r"|replac\w+|better|best|superior|in place of|stop(?:ped|ping)?(?! [\w ]{0,24}\bwork)|fail(?:ed|s|ure)?"
    r"|not (?:work|respond)\w*"
    r"|adding|added to|add[- ]on|on top of|in addition to|than|reversal|reverse|antidote|withdraw\w*)\b",
    re.IGNORECASE,
)
"""Words that set one drug against another or add it for more effect: what one does is asked, and not whether they go
together."""
_AMOUNT: Final = expression(
    r"\b(?:dos(?:e|es|age|ing)|how (?:much|many|often|long|soon)|titrat\w+|taper\w*)\b", re.IGNORECASE
)
_WORKS: Final = expression(
    r"\b(?:help|helps|work|works|benefit\w*|improve\w*|reduce\w*|prevent\w*|effective\w*|efficacy|evidence|worth|why"
    r"|should (?!(?:i|we|he|she|they|you) (?:be (?:worried|concerned)|worry)))\b",
    re.IGNORECASE,
)
"""Words of a question on what a drug does, which a story of two drugs may end in."""
_WHILE: Final = expression(r"\b(?:while|whilst|when|if)\s+(?:\w+\s+){0,2}(?:on|taking)\b", re.IGNORECASE)


def meeting(text: str, vocabulary: Vocabulary) -> Meeting | None:
    """The drugs that a question names beside each other, and which are taken; None where nothing is told of it."""
    named = _apart([m for m in vocabulary.find(text) if m.term.semantic == "drug"])
    if len(named) > PAIR and _a_pair_alone(text, named[:PAIR]):
        named = named[:PAIR]  # `A with B, what happens to potassium`
    if (begun := begun_by.another(text, named)) is not None:
        return Meeting(begun[:1], begun[1:])
    kinds = taken_or_wanted.kinds(text, named)
    taken = [m for m, kind in zip(named, kinds, strict=True) if kind == "taken"]
    rest = [m for m in named if m not in taken]
    wanted = [m for m, kind in zip(named, kinds, strict=True) if kind in ("allowed", "given", "meddles")]
    if not taken and len({m.term.label for m in named}) < 2:
        return None
    if _WHAT_IF.search(text) and len({m.term.label for m in named}) == PAIR and not _chosen(text, named):
        return Meeting((), tuple(named))  # `what happens if I drink A with B`
    if one_of := _one_of(text, named):
        return one_of
    if len({m.term.label for m in taken}) > 1 and not rest and _ALL_OF_IT.search(text):
        return Meeting((), tuple(named))  # `I take A and B and C, is it dangerous`
    sure = bool(_BOTH.search(text) and not _BOTH_FOR.search(text)) or "meddles" in kinds
    if not taken and not _chosen(text, named) and prescribed.together(text, named, vocabulary):
        return Meeting((), tuple(named))
    if not _asks(text, named, kinds, sure=sure) or not rest:
        free = () if _chosen(text, named) else tuple(wanted)
        return Meeting(tuple(taken), free, asked=False) if taken else None
    return Meeting(tuple(taken), tuple(wanted or rest) if taken else tuple(named))


def _asks(text: str, named: Sequence[Mention], kinds: Sequence[str], *, sure: bool) -> bool:
    """Whether it is asked if they go together; `sure` where words say so."""
    if len({m.term.label for m in named}) < 2:
        return False
    if sure:
        return True
    mixed = bool(_MIXED.search(text) or _STOPS_WORKING.search(text))
    if _changes_a_dose(text, named, kinds) and not _chosen(text, named):
        return True
    if (_AMOUNT.search(text) and not mixed) or _chosen(text, named):
        return False
    taken, works = "taken" in kinds, bool(_WORKS.search(text))
    if not taken and not works and _a_pair_alone(text, named):
        return True
    if taken and not works and _SAFE_ASKED.search(text):
        return True
    if taken and ("allowed" in kinds or ("given" in kinds and not works)):
        return True
    if (mixed and not (works and not _STOPS_WORKING.search(text))) or (taken and _WHILE.search(text)):
        return True
    if _RISK_ASKED.search(text) and not taken and _side_by_side(text, named):
        return True
    return "allowed" in kinds and _joined(text, named)


def _changes_a_dose(text: str, named: Sequence[Mention], kinds: Sequence[str]) -> bool:
    """Whether it is asked if a dose changes because a second medicine is begun beside the one that is taken."""
    if "taken" not in kinds or _DOSE_CHANGED.search(text) is None:
        return False
    return "given" in kinds or any(_IS_BEGUN.match(text, m.end) for m in named)


_IS_BEGUN: Final = expression(
    r" (?:(?:was|is|has|been|being|just|now|to|be|gets?) ){1,3}(?:added|started|begun|introduced|prescribed|given)\b",
    re.IGNORECASE,
)


_DOSE_CHANGED: Final = expression(
    r"\b(?:chang|adjust|alter|reduc|lower|halv|cut|drop|decreas)(?:e|ing|ed)?(?: down)? (?:(?:the|his|her|my|their|its"
    r"|your|of|that) ){0,2}(?:[\w-]+ )?dos(?:e|es|age)\b"
    r"|\bdos(?:e|es|age) (?:be )?(?:chang|adjust|reduc|lower|halv|cut)\w*"
    r"|\bdos(?:e|es|age) (?:needs?|has|have|should|must) (?:to )?(?:be )?(?:chang|adjust|reduc|lower|halv|cut)\w*",
    re.IGNORECASE,
)


def _a_pair_alone(text: str, named: Sequence[Mention]) -> bool:
    """`A 40 mg with B`, and nothing of an illness: nothing but whether they go together can be asked."""
    between = text[named[0].end : named[1].start]
    opens = not text[: named[0].start].strip() and _PAIRED.fullmatch(between) is not None
    behind = text[named[1].end :]
    return opens and len(named) == PAIR and bool(_NOTHING_ELSE.fullmatch(behind) or _WHAT_COMES.match(behind))


def _one_of(text: str, named: Sequence[Mention]) -> Meeting | None:
    """`which antibiotic with A?`, `safest painkiller for somebody on A`: which of a kind goes with what is taken, where
    no illness is told for which it would be chosen."""
    if len(named) != PAIR or not members(named[0].term.label):
        return None
    kind, taken = named
    opens = _WHICH_OF.fullmatch(text[: kind.start])
    if (
        not opens
        or not _BESIDE.fullmatch(text[kind.end : taken.start])
        or not _NOTHING_ELSE.fullmatch(text[taken.end :])
    ):
        return None
    return Meeting((taken,), (kind,))


_WHICH_OF: Final = expression(
    r"\W{0,3}(?:(?:what(?:'s)?|which|is there|any|an?|the|(?:is|are)|safest|safe|best|good|better|preferred|suitable"
    r"|ideal|most|least|suited|choice|of|type|kind|sort) ?){1,6}",
    re.IGNORECASE,
)
_BESIDE: Final = expression(
    r" (?:(?:is|are|to|can|i|he|she|we|be|take|taken|use|used|give|given|safe|safest|best|ok|okay|fine|preferred)"
    r" ){0,5}"
    r"(?:with|alongside|beside|together with|on|while on|when on|if on|(?:if|when|while|in|for) (?:an? |the |i am |i'm"
    r" |he is |she is )?"
    r"(?:(?:patients?|pts?|people|someone|somebody|person|man|woman|already) )?(?:who (?:is |are )?)?"
    r"(?:on|taking|with|takes?)) (?:an? |my |his |her |their )?",
    re.IGNORECASE,
)
PAIR: Final = 2
_PAIRED: Final = expression(
    r"(?: ?\d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g|ml|units?)?)?(?: (?:od|bd|daily|a day|once daily|twice daily))?"
    r" ?(?:and|with|plus|\+|&) ?",
    re.IGNORECASE,
)
_A_FORM: Final = (
    r"(?: (?:oral|eye|ear|nasal|nose|mouth|vaginal|topical))?"
    r"(?: (?:gel|cream|ointment|drops|spray|tablets?|capsules?|pessar(?:y|ies)|patch(?:es)?|inhaler|injections?"
    r"|syrup))?"
)
_AN_AMOUNT: Final = r"(?: ?\d[\d.,]{0,6} ?(?:mg|mcg|micrograms?|g|ml|units?)?)?"
_NOTHING_ELSE: Final = expression(
    rf"{_A_FORM}{_AN_AMOUNT}(?:,? (?:for )?(?:an? |one )?(?:\d{{1,2}} )?(?:days?|weeks?)(?: course)?)?"
    r"(?:,? (?:in )?(?:an? )?(?:\d{1,3}|patient|elderly|old"
    r"|year|years|yr|yo|aged|man|woman|male|female|adult)){0,6}\W{0,3}",
    re.IGNORECASE,
)
"""What may stand behind a pair: an amount, for how long, and who the patient is."""
_WHAT_COMES: Final = expression(
    rf"{_AN_AMOUNT}\s*[:;,.\u2013-]\s*(?:so )?"
    r"(?:what (?:happens|do|should|would|will|could|to do|is the (?:risk|effect|problem"
    r"|danger))|any (?:interaction|problem|issue|risk|effect)|how (?:does|do|is|big|serious)|(?:effects?|impact) on"
    r"|(?:can|may) (?:i|we|they|he|she))\b",
    re.IGNORECASE,
)
"""`A and B: what happens to the INR?`: what comes of the two is asked."""
_RISK_ASKED: Final = expression(
    r"\b(?:bleed\w*|any|safety|what)?,? ?(?:risks?|safe|ok(?:ay)?|dangerous)\W*$", re.IGNORECASE
)


def _side_by_side(text: str, named: Sequence[Mention]) -> bool:
    """`A + B ...`: whether nothing but a sign or `with` stands between the first two."""
    return bool(re.fullmatch(r"\s*(?:\+|&|and|with|plus)\s*", text[named[0].end : named[1].start], re.IGNORECASE))


def _apart(named: Sequence[Mention]) -> list[Mention]:
    """The drugs, without a class that only says what another of them is: `an antibiotic, clarithromycin`."""
    labels = {m.term.label for m in named}
    wider = ((label, c) for label in labels for c in (*classes_of(label), *_broader(named, label)))
    general = {c for label, c in wider if c != label} & labels  # some names stand above themselves in a vocabulary
    general |= {label for label in labels if set(members(label)) & labels}
    kept = [m for m in named if m.term.label not in general]
    return kept if len({m.term.label for m in kept}) > 1 else list(named)


def _broader(named: Sequence[Mention], label: str) -> tuple[str, ...]:
    return next((m.term.broader for m in named if m.term.label == label), ())


def _chosen(text: str, named: Sequence[Mention]) -> bool:
    """Whether one is to be chosen, or given for more effect; a choice among what is wanted is none of those."""
    return bool(_CHOSEN.search(text)) or any(
        re.fullmatch(r"[\s,]*or\s+(?:an? |the )?", text[one.end : two.start], re.IGNORECASE)
        for one, two in pairwise(named)
    )


def _joined(text: str, named: Sequence[Mention]) -> bool:
    """Whether words of being together stand between two of them."""
    return any(
        re.search(r"\b(?:and|with|plus|on|while|whilst|if|alongside)\b|[+&/]", text[one.end : two.start], re.IGNORECASE)
        for one, two in pairwise(named)
    )
