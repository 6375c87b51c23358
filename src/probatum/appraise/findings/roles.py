"""What the words before and behind a run of cells say of them: outcomes or exposures, which way, of whom.

One grammar for all kinds of cells. The lead is read from its end: the trigger nearest to the first cell decides.
`A had lower X Ⓑ`, `A reduced X Ⓑ`, `no difference in X Ⓑ`, `X was lower in A Ⓑ`, `A was more likely to do X Ⓑ`,
`X Ⓑ was lower in A`, `X Ⓑ was associated with Y`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from probatum.appraise.findings import outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.tie_words import OF_BOTH, SHOWED_TIE, TIE, TIE_ALONE, TIED, WITH_IT
from probatum.appraise.findings.values import Place
from probatum.model import Direction
from probatum.text.expressions import expression


class Kind(Enum):
    """How the words lead to the cells."""

    OBJECT = "A had lower X Ⓑ"
    ACT = "A reduced X Ⓑ"
    LINK = "A was associated with X Ⓑ"
    DIFFERENCE = "a difference in X Ⓑ"
    SIZE = "a reduction in X Ⓑ"
    LIKELY = "A was more likely to do X Ⓑ"
    MORE = "more A than B did X Ⓑ"
    STATE = "X was lower in A Ⓑ"
    BEHIND = "X Ⓑ was lower in A"
    FACTOR = "X Ⓑ predicted Y"


class Role(NamedTuple):
    """A reading of one run of cells; places count from the sentence's start."""

    kind: Kind
    member: Place
    """The words of the first cell's outcome or, of a factor, its exposure."""
    way: Direction | None = None
    """None where the words say no way, or one of value (better) or time (faster)."""
    subject: Place | None = None
    """Who had, did or was linked to it; an empty place where the subject is left out."""
    rest: Place | None = None
    """Where the sides may be named beside lead and tail: behind `was lower`."""
    target: Place | None = None
    """What factors predict."""


_LOW: Final = r"lower|smaller|shorter|less|fewer|reduced|decreased|diminished|lesser"
_HIGH: Final = r"higher|greater|longer|larger|more|increased|elevated|raised|enhanced|prolonged"
_VALUED: Final = (
    r"better|superior|improved|worse|inferior|poorer|earlier|later|faster|slower|similar|comparable|different|equal|"
    r"equivalent|good|poor|excellent"
)
_WAY: Final = rf"{_LOW}|{_HIGH}|{_VALUED}"
_ADV: Final = (
    r"(?:(?:an?|the|both|also|all|statistically|significantly|significant|markedly|substantially|slightly|slight|much|"
    r"considerably|clinically|non-?significant(?:ly)?|numerically|somewhat|even|relatively|independently|"
    r"marginally|marginal|far|highly|"
    r"approximately|overall(?!\s(?:survival|response|mortality|accuracy))|consistently|marked|modest(?:ly)?|strongly|not|only|then|still|strong|their|its|similarly|"
    r"further|trend (?:towards?|to|for)|tendency (?:towards?|to|for)|positively|directly|negatively|inversely)\s)*"
)
_NP: Final = r"[^ⒷⓋⓅⒸⓂⓇ;:]{2,120}?"
_VERBED: Final = r"\w{3,}ed|underwent|died|were|withdrew|lost|got|met|became"
_LIKELY: Final = expression(
    rf"^(?P<subj>(?:.*\s)?(?=(?:was|were|is|are)\s)|\s*)(?:(?:was|were|is|are)\s)?(?:\w+ly\s|also\s|twice\s(?:as\s)?|(?:[\w.]+\s)?times\s)*(?P<way>more|less)\slikely\s"
    rf"(?:than\s(?P<rest>[^ⒷⓋⓅ;:,]{{2,70}}?)\s)?to\s(?P<np>{_NP})$",
    re.IGNORECASE,
)
_DIFFERENCE: Final = expression(
    rf"^(?P<subj>.*)\bdifferences?\s(?:(?:was|were)\s(?:\w+ly\s|also\s)?(?:found|observed|seen|noted|detected|"
    rf"identified|demonstrated)\s)?(?P<rest>between\s[^ⒷⓋⓅ;:]{{3,90}}?\s)?(?:(?:was|were)\s(?:found|observed|seen|"
    rf"noted|detected)\s)?(?:in terms of|with (?:respect|regard) to|regarding|concerning|as to|in|of|for|on|with)\s"
    rf"(?P<np>{_NP})(?:\s(?:was|were)\s(?:not\s|also\s)*(?:statistically\s|clinically\s)?(?:significant|non-?significant|small|large|"
    rf"minimal|negligible|found|observed|seen|noted|detected|identified|demonstrated|apparent|evident|present)(?:\s(?:between|among)\s[^ⒷⓋⓅ;:]{{3,90}})?)?$",
    re.IGNORECASE,
)
_DIFFER: Final = expression(
    rf"^(?P<subj>.*\b(?:groups|arms|treatments|regimens|cohorts|interventions|procedures|techniques|methods))\s"
    rf"(?:did not |also |were not |were )?(?:\w+ly )?(?:differ(?:ed)?|different|comparable|similar)"
    rf"(?:\s(?:significantly|statistically))?\s(?:in terms of|with (?:respect|regard) to|regarding|concerning|as to|in|"
    rf"for|on)\s"
    rf"(?P<np>{_NP})$",
    re.IGNORECASE,
)
"""`The A and B groups did not differ in X Ⓑ`."""
_ONLY: Final = (
    r"the\s(?:only|strongest|main|single|most\s\w+)\s(?:(?!factors?\sfor|factors?\sof|predictors?\s)[\w-]+\s){1,4}?"
)
"""`was the only variable associated with`."""
_OBJECT: Final = expression(
    rf"^(?P<subj>.*)\s?(?<![\w-])(?:had|has|have|having|showed|shows|experienced|reported|required|demonstrated|"
    rf"achieved|spent|developed|exhibited|displayed|maintained|resulted in|results in|resulting in|led to|leads to|"
    rf"leading to|produced|yielded|(?:was|were|is|are|be)\s(?:{_ONLY})?(?:\w+ly\s|also\s|not\s)*(?:associated|"
    rf"correlated|linked|"
    rf"connected)\s(?:with|to)|revealed|found to have|(?:was|were|is|are)\sat|"
    rf"received|presented(?: with)?|needed|provided|caused|gave|conferred|,\swith|"
    rf"(?:(?:may|might|could|can|will|would)\s(?:\w+ly\s)?|(?:probably|likely)\s)(?:result|results) in|"
    rf"(?:may|might|could|can|will|would)\s(?:\w+ly\s)?(?:lead to|have|cause|produce|provide|require|need|"
    rf"achieve|experience)|"
    rf"(?:we|there)\s(?:also\s)?(?:observed|found|noted|was|were)|and|,|,\sand|or(?!\s(?:more|fewer|less|greater)\s))\s{_ADV}(?:(?:almost|about|nearly)\s)?(?:Ⓥ+\s)?"
    rf"(?P<way>{_WAY})\s{_ADV}(?P<np>{_NP})$",
    re.IGNORECASE,
)
_ACT: Final = expression(
    rf"^(?P<subj>.*)\s?(?<![\w-])(?:(?<!was\s)(?<!were\s)(?<!not\s)(?<!be\s)(?<!had\s)(?<!an\s)(?<!a\s)(?:\w+ly\s)?"
    rf"(?P<way>reduced|reduces|lowered|lowers|decreased|decreases|shortened|increased|increases|raised|prolonged|improved|"
    rf"improves|prevented|prevents|attenuated|worsened|enhanced|delayed)|"
    rf"(?:can|could|may|might|would|will|did|does|do|probably|likely|possibly)\s(?:not\s|also\s|either\s|\w+ly\s)*(?P<verb>reduce|lower|decrease|"
    rf"shorten|increase|raise|prolong|improve|prevent|attenuate|worsen|enhance|delay))\s(?:both\s)?"
    rf"(?!(?:in|by|with|from|to|at|on|for|after|over|more|less|significantly|among|during|when|between|compared|and)\b)"
    rf"{_ADV}(?P<np>{_NP})$",
    re.IGNORECASE,
)
_EFFECTIVE: Final = expression(
    rf"^(?P<subj>.*)\s?(?<![\w-])(?:(?:may|might|could|can|is|was|were|are)\s(?:\w+ly\s)*(?:be\s)?)(?P<way>more|less)\s(?:effective|"
    rf"efficacious)\s(?:than\s[^ⒷⓋⓅ;:]{{2,70}}?\s)(?:in|for|at)\s(?P<aim>achieving|reducing|preventing|inducing|producing|increasing|"
    rf"lowering|decreasing)\s(?:the\s)?(?P<np>{_NP})$",
    re.IGNORECASE,
)
"""`A was more effective than B in reducing X Ⓑ`."""
_SIZE: Final = expression(
    rf"^(?P<subj>.*)\s?(?<![\w-])(?P<way>reductions?|decreases?|declines?|increases?|improvements?|effects?|advantages?)\s(?:in|of|for|on)\s"
    rf"{_ADV}(?P<np>{_NP})$",
    re.IGNORECASE,
)
_LINK: Final = expression(
    rf"^(?P<subj>.*)\s?(?:was|were|is|are|be|being|remained|remains|became)\s(?:(?:identified|determined|found|"
    rf"considered|shown|reported|confirmed)\s(?:as|to be)\s)?(?:{_ONLY})?{_ADV}(?:associated with|"
    rf"correlated (?:with|to)|related to|linked (?:to|with)|"
    rf"connected with|(?:independent\s|significant\s|strong\s|risk\s|prognostic\s|protective\s|predictive\s)*"
    rf"(?:factors?|predictors?|determinants?)\s"
    rf"(?:of|for|against)|predictive of)\s{_ADV}(?P<np>{_NP})$|"
    rf"^(?P<subj4>.*?)\s{TIED}\s{_ADV}(?P<np4>{_NP})$|"
    rf"^(?:.*\s)?{TIE}\s(?:(?:was|were)\s\w+\s)?between\s(?:the\s)?(?P<subj3>{_NP})\sand\s(?:the\s)?(?P<np3>{_NP})"
    rf"(?:\sin\s(?:the\s)?[\w-]+\sanalysis)?(?:\s(?:was|were)\s(?:also\s)?(?:found|seen|observed|noted|detected))?$|"
    rf"^(?:.*\s)?{TIE}\sof\s(?:the\s)?(?P<subj5>{_NP})\swith\s(?:the\s)?(?P<np5>{_NP})$|"
    rf"^.*\b(?:identified|revealed|showed|found|confirmed)\s(?:that\s)?(?:the\s)?(?P<subj6>{_NP})\s(?:as|to be)\s{_ADV}"
    rf"(?:(?:independent|significant|strong|risk|prognostic|protective|predictive|only)\s)*(?:factors?|predictors?|determinants?)\s"
    rf"(?:of|for)\s{_ADV}(?P<np6>{_NP})$|"
    rf"^(?P<subj2>.*)\s(?:independently\s|significantly\s|strongly\s)*(?:predicted|predicts|(?:resulted|results)\sin|(?:led|leads)\sto)\s{_ADV}(?P<np2>{_NP})$",
    re.IGNORECASE,
)
_MORE: Final = expression(
    rf"^(?:significantly\s)?(?:an?\s(?:\w+ly\s)?)?(?P<way>more|fewer|higher|lower|greater|larger|smaller)\s(?:(?:proportion|"
    rf"percentage|number|share)s?\sof\s(?:the\s)?)?(?P<subj>[^ⒷⓋⓅ;:,]{{3,70}}?)\s(?=(?:had|{_VERBED})\b)(?P<np>{_NP})$",
    re.IGNORECASE,
)
"""More people of one group did something."""
_PEOPLE: Final = expression(rf"(?<![\w-])(?:{PEOPLE}|proportion|percentage|number|share|cases)(?![\w-])", re.IGNORECASE)
_STATE: Final = expression(
    rf"^(?P<np>{_NP})\s(?:(?:was|were|is|are|remained|became|appeared|seemed|tended to be)\s{_ADV}(?P<way>{_WAY})"
    rf"(?:\s(?:frequent(?:ly)?|common(?:ly)?|pronounced|severe|often|prevalent))?|(?:did not|also|"
    rf"significantly|not|\s)*(?P<verb>differ(?:ed)?|increased|decreased|improved|rose|fell|declined|dropped)"
    rf"(?:\s(?:significantly|markedly|similarly))?(?:\s(?P<more>more|less))?)(?=[\s,]|$)(?P<rest>[^Ⓑ]*)$",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    rf"^,?\s(?:(?:was|were|is|are|remained|tended to be)\s(?P<not>not\s)?{_ADV}(?P<way>{_WAY})|(?:did not|also|"
    rf"significantly|not|\s)*(?P<verb>differ(?:ed)?)(?:\s(?:significantly|markedly))?)"
    r"(?:\s(?:frequent(?:ly)?|common(?:ly)?|pronounced|severe|often|prevalent))?(?=[\s,.;]|$)(?P<rest>[^Ⓑ]*)",
    re.IGNORECASE,
)
_FACTOR: Final = expression(
    rf"^,?\s(?:(?:was|were|are|is|remained|being|emerged as|identified as)\s)?(?:all\s|each\s|also\s|both\s|found "
    rf"to be\s|"
    rf"identified as\s|as\s)*{_ADV}(?P<neg>)"
    rf"(?:(?:(?:important|major|main|key|prognostic|risk|protective|predictive|favou?rable|adverse|unfavou?rable|independent|"
    rf"significant|strong|strongest|best|only|common|most|poor)(?:,|\sand)?\s)*)"
    rf"(?:(?:factors?|variables?|characteristics|features)\s(?:that\s(?:were\s|are\s)?)?(?:\w+ly\s)*(?:associated with|"
    rf"related to|for|of)|(?:\w+ly\s)*associated factors?\s(?:for|of|with)|predictors?\s(?:of|for)|determinants?\sof|"
    rf"associated with|correlated with|related to|{TIED}|"
    rf"linked (?:to|with)|influenced|affected|predict(?:ed|ive of|ors? of)|at\s(?P<risk>increased|higher|lower|"
    rf"reduced)\srisk (?:of|for))\s"
    rf"{_ADV}(?:(?P<way>{_LOW}|{_HIGH}|{_VALUED})\s)?(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?)"
    rf"(?=\s?[,;:(.\[ⓠⒷ]|\s?$|\s(?:in|among|at|after|during|within|with|compared|than|versus|relative|whereas|while|but)"
    rf"\s|\sⓉ)",
    re.IGNORECASE,
)
_FACTORS_OF: Final = expression(
    rf"(?:factors?|predictors?|variables?|covariates?|determinants?|parameters?|characteristics|features?|"
    rf"correlates?)\s(?:that\s)?(?:(?:were\s)?(?:\w+ly\s)*(?:associated "
    rf"with|related to|predicting|predictive of|influencing|affecting|contributing to)|of|for)\s(?:the\s|an?\s)*"
    rf"(?:(?:{_LOW}|{_HIGH}|{_VALUED})\s)?(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?)(?:\s(?:in|on|by)\s(?:the\s|an?\s)?(?:multi|uni)\w+\s"
    rf"(?:[\w-]+\s)?(?:analys[ei]s|regressions?|models?))?(?:\s(?:was|were|are|is|included?|including|"
    rf"identified|found|as follows)\s?|:\s|,\s)(?:that\s|the\s|as\s|to be\s)*(?P<np>{_NP})$",
    re.IGNORECASE,
)
_IDENTIFIED: Final = expression(
    r".*\b(?:identified|revealed|showed|found|confirmed|retained|selected)\s(?:that\s)?(?:the\s)?(?:only\s)?",
    re.IGNORECASE,
)
_VALUE_WORDS: Final = expression(
    rf"(?:{_VALUED}|improve[ds]?|improvements?|enhanced?|worsen(?:ed)?|delay(?:ed)?|effects?|advantages?)",
    re.IGNORECASE,
)
_DOWN: Final = expression(
    rf"(?:{_LOW}|reduces?|lowered|lowers|decreases?|shorten(?:ed)?|prevent(?:ed|s)?|attenuated?|reductions?|declines?|fell|"
    rf"declined|dropped)",
    re.IGNORECASE,
)
_COMPARED: Final = expression(r"\s(?:than|compared (?:with|to)|relative to)\s", re.IGNORECASE)
_NEGATED: Final = expression(r"\b(?:no|not|nor|neither|without|failed to)\s", re.IGNORECASE)


def way_of(word: str | None) -> Direction | None:
    """Lower or higher; None for words of value or time, and for none."""
    if word is None or not word or _VALUE_WORDS.fullmatch(word):
        return None
    return Direction.LOWER if _DOWN.fullmatch(word) else Direction.HIGHER


def read(signs: str, start: int, first: int, last: int, stop: int) -> Role | None:
    """The role of the cells from `first` to `last` in a clause from `start` to `stop`; None when unclear."""
    lead, tail = signs[start:first].rstrip(), signs[last:stop]
    told = _IDENTIFIED.match(lead)
    if told is not None and (factor := _FACTOR.match(tail)) is not None and _noun(lead[told.end() :]):
        return Role(Kind.FACTOR, (start + told.end(), first), target=_at(factor, "y", last))
    found = _tied(lead, tail, start, last) or _before(lead, start)
    if found is None and not outcome.has_verb(lead) and lead.strip():
        found = _behind(tail, start, first, last)
    if found is None and lead.strip() and set(signs[first:last]) == {"Ⓑ"}:
        found = _likely_behind(tail, start, first, last)
    return found


_LIKELY_BEHIND: Final = expression(
    rf"^,?\s(?:were|was|are|is)\s(?:\w+ly\s|also\s|(?:twice|[\w.]+\stimes)\s)*(?P<way>more|less)\slikely\sto\s(?P<np>{_NP})"
    r"(?=\s?[,;.]|\s?$|\s(?:than|(?:as\s)?compared (?:with|to))\s)",
    re.IGNORECASE,
)


def _likely_behind(tail: str, start: int, first: int, last: int) -> Role | None:
    """`Women who had X Ⓑ were more likely to do Y`: one cell, behind whom it is of."""
    match = _LIKELY_BEHIND.match(tail)
    if match is None:
        return None
    return Role(Kind.LIKELY, _at(match, "np", last), way_of(match["way"]), (start, first))


def _before(lead: str, start: int) -> Role | None:
    factors = _FACTORS_OF.search(lead)
    if factors is not None and not outcome.has_verb(lead[: factors.start()]) and _noun(factors["np"]):
        return Role(Kind.FACTOR, _at(factors, "np", start), target=_at(factors, "y", start))
    more = _MORE.match(lead)
    if more is not None and not outcome.has_verb(more["subj"]) and _PEOPLE.search(lead, 0, more.start("np")):
        return Role(Kind.MORE, _at(more, "np", start), way_of(more["way"]), _at(more, "subj", start))
    made: list[Role] = []
    for kind, pattern in _TRIGGERS:
        match = pattern.match(lead)
        if match is None:
            continue
        tail = next((t for t in ("", "2", "3", "4", "5", "6") if match.groupdict().get("np" + t)), "")
        np, subj = "np" + tail, "subj" + tail
        if kind is not Kind.LIKELY and not _noun(match[np]):
            continue
        between = tail in ("3", "5")
        if between and (
            _OF_RISK.search(match[subj].rstrip()) or _OF_SEVERAL.search(match[subj]) or _OF_SEVERAL.search(match[np])
        ):
            continue
        negated = _NEGATED.search(lead, match.end(subj), match.start(np)) or (
            kind is Kind.DIFFERENCE and _NEGATED.search(match["subj"])
        )
        word = match.groupdict().get("way") or match.groupdict().get("verb")
        way = None if negated else _signed(way_of(word), lead[0 if between else match.end(subj) : match.start(np)])
        if way is not None and kind is Kind.ACT and _LESSENS.fullmatch(match.groupdict().get("aim") or ""):
            way = Direction.HIGHER if way is Direction.LOWER else Direction.LOWER
        made.append(
            Role(
                kind,
                _at(match, np, start),
                way,
                _at(match, subj, start),
                _at(match, "rest", start) if match.groupdict().get("rest") else None,
            )
        )
    both = next((role for role in made if role.kind is Kind.LINK and _OF_TWO.search(lead)), None)
    if both is not None:
        return both
    if made and (risked := _risked(lead, start)) is not None:
        return risked
    if made:
        return max(made, key=lambda role: role.member[0])
    state = _STATE.match(lead)
    if state is not None and not outcome.has_verb(_BY_WHOM.sub("", state["np"])):
        unsaid = _NEGATED.search(state[0]) or (state["verb"] or "").startswith("differ")
        way = None if unsaid else way_of(state["way"] or state["verb"])
        if way is not None and state["more"] == "less":  # `increased less`
            way = Direction.HIGHER if way is Direction.LOWER else Direction.LOWER
        return Role(Kind.STATE, _at(state, "np", start), way, rest=_at(state, "rest", start))
    return None


_OF_SEVERAL: Final = expression(
    r",|\sand\s|\b(?:scores|levels|values|ratings|results)\s(?:from|of|on|in)\s", re.IGNORECASE
)
"""`between A, B and C and D`: which are linked is not certain."""
_OF_RISK: Final = expression(r"\b(?:risks?|odds|incidence|prevalence|likelihood)$", re.IGNORECASE)
"""`an association of the risk of Y with A`: the outcome stands first."""
_OF_TWO: Final = expression(rf"\b{TIE}\s(?:(?:was|were)\s\w+\s)?between\b", re.IGNORECASE)
_RISKED: Final = expression(
    rf"^(?:an?\s|the\s)?(?:\w+ly\s)?(?P<way>higher|lower|increased|reduced|greater)\s(?:risks?|odds|incidence|likelihood)\sof\s(?:the\s)?"
    rf"(?P<y>[^ⒷⓋⓅⒸⓂⓇ;:,()]{{2,90}}?)\s(?:was|were)\s{_ADV}associated\swith\s{_ADV}(?P<np>{_NP})$",
    re.IGNORECASE,
)


def _risked(lead: str, start: int) -> Role | None:
    """`A higher risk of Y was associated with A Ⓑ and B Ⓑ`: the outcome stands where the exposure mostly does."""
    match = _RISKED.match(lead)
    if match is None or not _noun(match["np"]) or not _noun(match["y"]):
        return None
    return Role(Kind.FACTOR, _at(match, "np", start), way_of(match["way"]), target=_at(match, "y", start))


_LESSENS: Final = expression(r"reducing|preventing|lowering|decreasing", re.IGNORECASE)
_SIGNED: Final = expression(
    r"\b(?:(?P<up>positive|direct)|negative|inverse)(?:ly)?\s(?:\w+\s)?(?:associat|correlat|relat|link)\w+|"
    r"\bcorrelat(?:ed|es)\s(?:[a-z]+ly\s)?(?:(?P<up2>positively|directly)|negatively|inversely)\b",
    re.IGNORECASE,
)


def _signed(way: Direction | None, link: str) -> Direction | None:
    """`negatively associated with X`: less X; what is negatively linked to less of it, goes with more."""
    said = _SIGNED.search(link)
    if said is None:
        return way
    up = said["up"] or said["up2"]
    if way is None:
        return Direction.HIGHER if up else Direction.LOWER
    if up:
        return way
    return Direction.HIGHER if way is Direction.LOWER else Direction.LOWER


_TRIGGERS: Final = (
    (Kind.LIKELY, _LIKELY),
    (Kind.DIFFERENCE, _DIFFERENCE),
    (Kind.DIFFERENCE, _DIFFER),
    (Kind.OBJECT, _OBJECT),
    (Kind.ACT, _ACT),
    (Kind.ACT, _EFFECTIVE),
    (Kind.SIZE, _SIZE),
    (Kind.LINK, _LINK),
)


def _tied(lead: str, tail: str, start: int, last: int) -> Role | None:
    """`A showed a correlation Ⓑ with B`, `a correlation Ⓑ was seen between A and B`: what is linked stands behind."""
    shown = SHOWED_TIE.match(lead)
    told = WITH_IT.match(tail) if shown is not None else None
    if shown is not None and told is not None and not outcome.has_verb(shown["subj"]):
        return Role(Kind.LINK, _at(told, "y", last), _signed(None, lead), _at(shown, "subj", start))
    both = OF_BOTH.match(tail) if TIE_ALONE.match(lead) else None
    if both is None or outcome.has_verb(both["x"]) or outcome.has_verb(both["y"]):
        return None
    return Role(Kind.LINK, _at(both, "y", last), _signed(None, lead), _at(both, "x", last))


def _behind(tail: str, start: int, first: int, last: int) -> Role | None:
    factor = _FACTOR.match(tail)
    if factor is not None and not _NEGATED.search(factor[0]):
        return Role(Kind.FACTOR, (start, first), way_of(factor["way"] or factor["risk"]), target=_at(factor, "y", last))
    match = _BEHIND.match(tail)
    if match is None:
        return None
    negated = match["not"] or match["verb"]
    way = None if negated else way_of(match["way"])
    return Role(Kind.BEHIND, (start, first), way, rest=_at(match, "rest", last))


_BY_WHOM: Final = expression(
    r"\b(?:rated|reported|assessed|measured|recorded|scored|diagnosed|observed|experienced|identified)\s(?:by|with|using|on)\b",
    re.IGNORECASE,
)
"""`the score rated by X`: by whom, and no verb of the clause."""
_PEOPLE_WHO: Final = expression(r"(?<=of )(?:the\s)?(?:[\w-]+\s){1,2}(?:who|that)\s.*$", re.IGNORECASE)
"""`a higher proportion of children who achieved X`: the verb is theirs."""


def _noun(words: str) -> bool:
    """A noun phrase has no verb of its own; whom it is compared with may: `X than those who had Y`."""
    return not outcome.has_verb(_COMPARED.split(_PEOPLE_WHO.sub("", words), maxsplit=1)[0])


def _at(match: re.Match[str], group: str, start: int) -> Place:
    return start + match.start(group), start + match.end(group)
