"""What a member of a list is called: its noun phrase, without its comparative, its group and its time; or a deed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from probatum.appraise.findings import estimate, items, outcome, predicates
from probatum.appraise.findings.adjectival import ADJECTIVE, noun
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.members import Member
from probatum.appraise.findings.roles import Kind, Role
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.skeleton import Skeleton
from probatum.appraise.findings.values import Place
from probatum.text.expressions import expression


def member_of(sentence: Sentence, sk: Skeleton, member: Member, role: Role, named: Sequence[Named]) -> str:
    """What a member's result is of."""
    start, stop = member.place
    if role.kind is Kind.LIKELY:
        return _deed(sentence, start, stop, first=member.first, head=role.member)
    if role.kind is Kind.MORE:
        across = _ACROSS.search(sk.signs, start, stop)
        return predicates.named(sentence, start, across.start() if across else stop) if member.first else ""
    words = sk.signs[start:stop].rstrip(" ,:;-–")
    aside = _SET_OFF.search(words)
    words = words[: aside.start()] if aside is not None else words
    if _FOR_EXAMPLE.search(words):
        return ""
    if (share := _SHARE_OF.match(_CUT.split(words, maxsplit=1)[0])) is not None and (member.first or "," not in words):
        return _of_people(sentence, start, share)
    if (score := _SCORE_FOR.match(words)) is not None and role.kind is Kind.OBJECT:
        name = outcome.phrase(sentence, start + score.start("x"), start + score.end("x"))
        return f"{score['noun'].lower().removesuffix('s')} for {name}" if name else ""
    listed = member.told.p is not None and member.told.pair is None and member.first
    if "," in words and role.kind is not Kind.DIFFERENCE and not listed:
        return ""
    if "," in words and not listed:
        last = words.rfind(", ") + 2  # `in X, Y (1 v 2)`: the figures are of the last
        start, words = start + last, words[last:]
    lead = _ARTICLES.match(words)
    start, stop = start + (lead.end() if lead else 0), start + len(words)
    cut = next((m for m in _CUT.finditer(sk.signs[start:stop]) if not (listed and m[0].strip() == ",")), None)
    if cut is not None and _NAMED_SO.match(cut[0]) and role.kind in (Kind.STATE, Kind.BEHIND):
        return ""  # `the ratio of A vs. B`: a name with a comparison in it
    if cut is not None and cut[0].strip() == "before":
        return ""  # what was there before is no outcome
    stop = start + cut.start() if cut else stop
    behind: re.Match[str] | None = None
    for group in named:
        if start <= group.start < stop:
            link = items._TO_GROUP.search(sentence.masked[start : group.start])
            if link is None or not member.first:
                return ""
            behind = _BEHIND_GROUP.match(words, group.end - start) if start + len(words) > group.end else None
            stop = start + link.start()
            break
    found = outcome.phrase(sentence, start, stop, commas=8 if listed else 2)
    if found and behind is not None:
        found = outcome.tidy(f"{found}{behind[0]}", sentence)
    linked = role.kind is Kind.LINK and not member.first and " and " in found
    if linked and _BETWEEN.search(sentence.masked, 0, start):
        return ""  # `between A and B Ⓑ, C and D Ⓑ`: the next two
    if _NO_MEMBER.search(found) or (ADJECTIVE.fullmatch(found) and not _is_noun(sentence, found, member)):
        return ""
    return _CHANCE.sub("", found) if member.told.pair is None else found


_SET_OFF: Final = expression(
    r",\s(?:(?:when|as)\s)?(?:compared (?:with|to)|versus|relative to|in comparison (?:with|to))\s[^,]{2,90}$",
    re.IGNORECASE,
)
"""`lower X, when compared with B Ⓑ`: the other side behind a comma, which parts no list."""


def _is_noun(sentence: Sentence, word: str, member: Member) -> bool:
    """`survival` and `disposal` have the shape of an adjective; one that shares the next member's noun is no noun."""
    if word in predicates.EVENTS:
        return True
    shared = estimate.SHARED_NOUN.match(sentence.masked[member.cell.end - 1 :])
    return shared is None and noun(word, sentence.context.record)


_SHARE_OF: Final = expression(
    rf"(?:an?\s|the\s)?(?:proportion|percentage|number|share|rate)s?\sof\s(?:the\s)?(?:[\w-]+\s)?{PEOPLE}\s(?:(?P<who>who|that)\s|with\s|"
    r"achieving\s|reaching\s|having\s|reporting\s|experiencing\s|requiring\s)(?P<rest>[^ⒷⓋⓅⒸ,;:()]{3,80})$",
    re.IGNORECASE,
)
"""`a higher proportion of children who had X`: X."""
_FOR_EXAMPLE: Final = expression(r",\s(?:including|such as|namely|e\.g\.)\s", re.IGNORECASE)
"""`a lower risk of X, including A Ⓑ`: the figure is of A, one of those that are linked to X."""
_SCORE_FOR: Final = expression(
    r"(?P<noun>scores?|levels?|ratings?|rates?|values?)\sthan\s[^ⒷⓋⓅⒸ,;:()]{2,50}?\s(?:for|on|in)\s(?P<x>[^ⒷⓋⓅⒸ,;:()]{3,60})$",
    re.IGNORECASE,
)
"""`lower scores than B for X`."""


def _of_people(sentence: Sentence, start: int, share: re.Match[str]) -> str:
    place = (start + share.start("rest"), start + share.end("rest"))
    if share["who"]:
        return predicates.named(sentence, place[0] - 1, place[1])
    return "" if outcome.has_verb(sentence.masked[slice(*place)]) else outcome.phrase(sentence, *place)


_ACROSS: Final = expression(
    r"\s(?:with|on|after|in|for|under|using|receiving|taking)\s(?:(?!(?:with|on|after|in|for|under|using|receiving)\b)"
    r"[\w/+-]+\s){1,6}(?:than|compared (?:with|to)|versus)\s",
    re.IGNORECASE,
)
"""`more children had X with A than with B`: where the sides begin."""
_ARTICLES: Final = expression(
    r"(?:(?:an?|the|having|and|or|both|also|all|any|in|either|statistically|significantly|significant|their|possibly|probably|"
    r"values (?:of|for)|"
    r"overall(?!\s(?:survival|response|mortality|accuracy)))\s)*"
    r"(?:(?:lower|smaller|shorter|less|fewer|reduced|decreased|higher|greater|longer|larger|more|increased|better|worse|"
    r"improved|similar|comparable|a)\s)?(?:the\s)?",
    re.IGNORECASE,
)
_BETWEEN: Final = expression(r"\b(?:correlation|association|relationship)s?\s[^Ⓥ]{0,40}?\bbetween\b", re.IGNORECASE)
_NO_MEMBER: Final = expression(
    r"\bnamely\b|^(?:efficacy|effectiveness|superiority|effects?|benefits?) of\b|"
    r"^(?:including|every|each|all)(?![\w-])|^(?:proportions|percentages|numbers|ratios)$|\b(?:studies|trials|analys[ei]s|cohorts?|sub-?groups?|models?|settings?)$",
    re.IGNORECASE,
)
"""Where a result holds, not what it is of."""
_CUT: Final = expression(
    r"\s(?:in (?:\w+ )*(?:studies|trials|analys[ei]s|models?)|from (?:the )?"
    r"(?:baseline|pre)|than|compared|versus|vs\.?|relative|between|among|"
    r"during|at|after|before|when|while|whereas|over|within|"
    r"respectively|following|across)\b|\sas\b(?!\swell\sas)|(?:\s\w+ed)?\sby\b|\s?,|\sⓉ+(?=\s?$|\s(?:in|with|after|and|of|for|from|at|"
    r"on|post\w*)\b)",
    re.IGNORECASE,
)
_BEHIND_GROUP: Final = expression(
    r"\s(?:on|for|in terms of|regarding)\s(?!the\s\w+\sday|Ⓣ)[a-z][^,ⒷⓋⓅ]{2,50}$", re.IGNORECASE
)
"""`performance in A on X`: performance on X."""
_NAMED_SO: Final = expression(r"\s(?:vs|versus)", re.IGNORECASE)
_CHANCE: Final = expression(
    r"^(?:the\s)?(?:risks?|odds|likelihood|hazards?|chances?|probability) (?:of|for) (?:(?:the|an?|any)\s)?",
    re.IGNORECASE,
)
_HAVING: Final = expression(
    r"(?:not\s)?(?P<verb>have|present with|develop|experience|report|achieve|suffer(?: from)?|show|exhibit|reach|"
    r"attain|require|need|receive|undergo|use|die|survive|relapse|recover|respond|complete|discontinue|withdraw)(?:\s(?:an?\s|the\s)?(?P<np>.+))?$",
    re.IGNORECASE,
)
_BEING: Final = expression(
    r"(?P<verb>be|get)\s(?P<rest>(?:re-?)?(?:admitted|vaccinated|hospitali[sz]ed|readmitted|discharged|diagnosed|referred|"
    r"screened|treated|infected|intubated|transfused|prescribed|tested|exposed|employed|obese|overweight|willing|able|aware|"
    r"satisfied|positive|negative|free|independent|dependent|alive|symptomatic|asymptomatic|pregnant)\b(?:\s(?:of|to|with|for|"
    r"against|from|in)\s.+)?)$",
    re.IGNORECASE,
)
"""`likely to be admitted to hospital`."""
_NOUNS: Final = {
    "die": "death",
    "survive": "survival",
    "relapse": "relapse",
    "recover": "recovery",
    "respond": "response",
    "discontinue": "discontinuation",
    "withdraw": "withdrawal",
}
_DOING: Final = {
    "require": "need for",
    "need": "need for",
    "receive": "receipt of",
    "use": "use of",
    "complete": "completion of",
    "discontinue": "discontinuation of",
    "undergo": "undergoing",
}


_STATE: Final = expression(
    r"be\s((?:[a-z]+ly\s)?(?!more|less|the|an?\b|from|in|on|at|not)[a-z][a-z-]{3,}(?:\s(?:to|with|for|of|from|by)\s.+)?)$"
)
"""`likely to be underweight`."""
_BASE_VERB: Final = expression(
    r"(?:have|present|develop|experience|report|achieve|suffer|exhibit|reach|attain|require|receive|undergo|die|survive|"
    r"relapse|recover|respond|complete|discontinue|be|get|share|live|smoke|drink|eat|take|make|go|come|see|visit|attend|"
    r"seek|choose|prefer|prescribe|know|think|believe|feel|agree|say|answer|work|own|meet|give|keep|leave|stop|start|"
    r"begin|depart|return|fail|gain|lose|quit|plan|continue|engage|participate|adhere|follow|initiate|demand|test|search|undertake|accept|refuse|decline|pursue|obtain|switch|"
    r"increase|reduce|change|show|cause|try|spend|travel|wear|believe|support|recommend|experience|return|belong|become|perform|provide|offer|consume|possess)\s",
    re.IGNORECASE,
)


def _deed(sentence: Sentence, start: int, stop: int, *, first: bool, head: Place) -> str:
    """`likely to receive X` gives `receipt of X`; a later member goes on with the verb of the first."""
    text = " ".join(sentence.text[start:stop].split()).rstrip(" ,:;")
    if not first and _BASE_VERB.match(text):
        pass  # `likely to have X and report Y`: a verb of its own
    elif not first and not re.match(r"(?:not\s)?to\s", text):
        lead = _HAVING.match(" ".join(sentence.text[slice(*head)].split()))
        verb = lead["verb"].lower() if lead else ""
        text = f"{verb} {text}" if verb else ""
    else:
        text = re.sub(r"^to\s", "", text)
    text = _HAVE_DONE.sub(lambda match: match["verb"], text)
    told = _HAVING.match(text)
    if told is None and (passive := _BEING.match(text)) is not None:
        return outcome.tidy(f"{passive['verb'].lower()}ing {passive['rest']}".replace("geting", "getting"), sentence)
    if told is None and (doing := _BASE_VERB.match(text)) is not None and doing[0] not in ("be ", "get ", "have "):
        rest = re.sub(r"\b(?:their|his|her|its)\s", "the ", _HELD.split(text[doing.end() :])[0])
        return outcome.tidy(f"{_gerund(doing[0].strip().lower())} {rest}", sentence)
    if told is None and (state := _STATE.match(text)) is not None:
        return outcome.tidy(f"being {state[1]}", sentence)
    if told is None or text.startswith("not "):
        return ""
    verb, rest = told["verb"].lower(), (told["np"] or "").strip()
    rest = "" if rest.startswith(("compared ", "than ", "versus ")) else rest
    if not rest or re.match(r"(?:of|from|within|in|at|during|after|to|by)\b", rest):
        return _NOUNS.get(verb, "")
    rest = _HELD.split(rest)[0]
    if verb in _NOUNS:
        return ""
    return outcome.tidy(f"{_DOING[verb]} {rest}" if verb in _DOING else rest, sentence)


_HELD: Final = expression(r"\s(?:than|compared|versus|in the)\b")
_HAVE_DONE: Final = expression(
    r"^have\s(?P<verb>use|receive|require|need|complete|discontinue|develop|experience|report)d(?=\s)"
)
_DOUBLED: Final = frozenset({"stop", "begin", "get", "prefer", "quit", "plan", "drop"})


def _gerund(verb: str) -> str:
    """`choose` gives `choosing`, `stop` gives `stopping`, `agree` gives `agreeing`."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    silent = verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be"
    return f"{verb[:-1] if silent else verb}ing"


def target(sentence: Sentence, place: Place) -> str:
    """What factors are linked to: `an increased risk of X` gives X."""
    lead = _ARTICLES.match(sentence.masked[slice(*place)])
    return _CHANCE.sub("", outcome.phrase(sentence, place[0] + (lead.end() if lead else 0), place[1]))
