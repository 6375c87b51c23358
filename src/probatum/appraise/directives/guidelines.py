"""Directives of guidelines and regulators' notices: what they recommend or advise against, how strongly, for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from probatum.appraise.directives import clauses, naming
from probatum.appraise.directives.clauses import Clause
from probatum.model import Directive, DirectiveAction, Record, SectionKind
from probatum.text import doses
from probatum.text.expressions import caseless, expression
from probatum.text.people import people_in
from probatum.text.undoing import UNDONE

AGAINST = caseless(
    r"\b(?:recommend(?:s|ed|ation)?s? (?:against|avoiding|not|to avoid)|(?:do|should"
    r"|must) not (?:be )?(?:\w+ )?(?:offer|us|giv|prescrib|start|consider|recommend|administ|treat)\w*"
    r"|(?:is|are|was) not (?:\w+ )?recommended|not be (?:used|offered|given|prescribed|recommended)|advises? against"
    r"|warns? against|avoid(?:ed|ing)?|contra-?indicated|we suggest(?:s|ed)? (?:against|not)"
    r"|suggest(?:s|ed)? (?:against|avoiding|not (?:to |routinely )?(?:us|giv|offer|prescrib|start|add|treat)\w*))\b"
)
FOR = caseless(
    r"\b(?:recommend(?:s|ed|ation)?s?|consider(?:ed|ing)?|offer(?:ed)?|suggest(?:s|ed)?|(?:should|may|can"
    r"|could) be (?:\w+ )?(?:offered|considered|used|given|started|prescribed|tried|referred|reviewed|measured"
    r"|assessed|performed)|should"
    r" (?:receive|have|undergo|take|lie)|(?:first|second|third)[- ](?:choices?|lines?)"
    r"|the choices?(?: for [^.;,]{3,60}?)? (?:is|are)"
    r"|(?:treatment|drug|antibiotic)s? of choice|is indicated|preferred"
    r"|(?:guideline|recommendation)s? (?:of \d{4} )?includes? an? \w+"
    r"|decision to (?:start|initiate|offer|use|give)\b[^.;]{0,160}\bshould be (?:an )?individual(?:i[sz]ed)?)\b"
)
KEPT = caseless(
    r"\b(?:no reason to (?:withhold|stop|deny|avoid|refuse)|(?:recommend(?:s|ed)?|advis(?:e|es|ed)) (?:against|not) "
    r"(?:to )?(?:withhold|stopp?|deny|discontinu)\w*"
    r"|(?:should|must|do) not (?:be )?(?:withh[eo]ld|stop|deny|denied|discontinu)\w*)"
)
"""Advice that a treatment is to be given all the same: nothing speaks against it there."""
ITSELF = caseless(
    r"\b(?:this|the) (?:recommendation|guideline|statement)\b[^.;]{0,60}\b(?:replaces|updates|supersedes)\b"
)
"""What is said of the document and directs nothing."""
FOUND = caseless(
    r"\b(?:evidence|data|stud(?:y|ies)|trials?|results?|findings|reports?|literature|analys[ei]s|surveys?|experience)"
    r" (?:\w+ )?suggest(?:s|ed|ing)?\b"
    r"|\b(?:formulat|develop|establish|issu|publish|summari[sz])(?:es|s|ed|ing)\b[^.;]{0,60}\brecommendations\b"
)
"""What studies suggest, and that recommendations were made: neither is advice."""
DIRECTS = caseless(
    r"^(?:offer|consider|give|use|refer|advise|assess|monitor|do not|avoid|start|stop|review|discuss|prescribe"
    r"|measure|ensure|provide)\b"
)
NOT_YET = caseless(
    r"\b(?:insufficient|inadequate|no recommendation|further research|research recommendation|asks? for more"
    r"|not named|cannot be made|unable to)\b"
)
STATUS = caseless(
    r"\b(?:not (?:been )?approved|off-?label|approved (?:in [\w ]{2,30} )?only|only approved|unlicensed"
    r"|not (?:authori[sz]ed|licensed)|(?:required?|approved) a (?:risk|medication))\b"
)
CAUTION = caseless(
    r"\b(?:warns? that|(?:can|may|might) (?:\w+ ){0,2}(?:cause|lead|result|increase|worsen)|serious"
    r"|life-threatening|fatal|caution)\b"
)
MONITOR = caseless(r"\bmonitor(?:ed|ing)?\b")
LEVEL = caseless(
    r"\b(?:level|grade|class|category) (?:of (?:recommendation|evidence) )?(?:[A-DU]|[1-4][A-D]?"
    r"|I{1,3}V?[ab]?)\b(?! (?:study|studies|trial))"
    r"|\b(?:strong|weak|conditional|good practice|expert (?:opinion|consensus))(?:ly)?(?= (?:recommend|suggest"
    r"|statement|point|against|in favou?r|for\b))"
)
CHOICE = caseless(r"\b(?:first|second|third)[- ](?:choice|line)(?=s?\b)|\btreatment of choice\b")
VERBS = (
    (caseless(r"\b(?:do|should|must) not\b|\bnot be\b"), "should not"),
    (caseless(r"\bconsider"), "consider"),
    (caseless(r"\boffer"), "offer"),
    (caseless(r"\bmust\b"), "must"),
    (caseless(r"\bsuggest"), "suggest"),
    (caseless(r"\bshould\b"), "should"),
    (caseless(r"\brecommend"), "recommend"),
)
"""Verbs that carry the strength of a recommendation where no level is printed."""
CONDITIONAL = expression(
    r"^(?:If|When|Where|Unless|In people|For people)\b.{5,300}?,\s(?=(?:[\w()-]+ ){0,6}(?:recommend|consider|offer"
    r"|suggest|use|give|start|advise|prescribe))",
    re.DOTALL,
)
"""`If A fails or is contraindicated, `: when a recommendation holds, and no part of what it says."""
WHO = caseless(r"\b(?:who|whose|which|that) (?:do|does|is|are|have|has|can|cannot)\b.*$")
"""What is said of the people, and not of what is done: `women who do not ovulate`."""
HAPPENS = caseless(r"(?<=[\w,] )(?:when|if|unless|until|where|once|in case)\b[^.;,]*")
"""A condition behind the advice: what happens there is not what is done."""
SCOPE = caseless(r"^\W*in (?:the )?[A-Z][\w ]{2,40}?, ")
KINDS = (SectionKind.LABEL, SectionKind.ABSTRACT, SectionKind.BODY)
MOST = 40


def read(record: Record) -> tuple[Directive, ...]:
    """The recommendations of a guideline in its order, at most forty, each sentence once."""
    found: list[Directive] = []
    for section in record.sections:
        if section.kind in KINDS and section.heading.lower() not in (
            "background",
            "methods",
            "search strategy",
            "scope",
        ):
            for clause in clauses.read(record, section):
                found += list(_read(clause))
    kept = {(d.action, d.text.lower()): d for d in reversed(found)}
    return tuple(d for d in found if kept.get((d.action, d.text.lower())) is d)[:MOST]


def _read(clause: Clause) -> Iterator[Directive]:
    text = clause.quote
    if clause.end - clause.start > clauses.LONGEST or NOT_YET.search(text):
        return
    action = _action(text) or _done(clause) or _dosed(clause)
    if action is None:
        return
    if action is DirectiveAction.NOT_RECOMMENDED and (instead := _advised(text)):
        yield _directive(clause, DirectiveAction.RECOMMENDED, instead)
    yield _directive(clause, action, _dosed_drug(text) if action is DirectiveAction.DOSE else _drug(text, action))


def _directive(clause: Clause, action: DirectiveAction, drug: str) -> Directive:
    text, record = clause.quote, clause.record
    return Directive(
        record=record.id,
        action=action,
        text=clause.text,
        span=clause.span(),
        drug=drug,
        condition=_condition(clause),
        population=people_in(text),
        dose=next((d.text for d in doses.read(text)), ""),
        other=naming.tests_in(text) if action is DirectiveAction.MONITOR else "",
        strength=_strength(text),
        issuer=record.issuer,
        country=record.country,
        date=record.date,
    )


def _action(text: str) -> DirectiveAction | None:
    if STATUS.search(text):
        return DirectiveAction.STATUS
    if ITSELF.search(text):
        return None
    text = FOUND.sub("", CONDITIONAL.sub("", text))
    kept = KEPT.search(text) is not None
    if _against(text):
        return DirectiveAction.NOT_RECOMMENDED
    if kept or FOR.search(text) or DIRECTS.match(text):
        return (
            DirectiveAction.MONITOR
            if MONITOR.search(text) and not naming.drugs_in(text)
            else DirectiveAction.RECOMMENDED
        )
    return DirectiveAction.CAUTION if CAUTION.search(text) else None


def _done(clause: Clause) -> DirectiveAction | None:
    """What a summary of advice tells as what is done for an illness (`for A, B is put on twice`) is advised there; a
    paper tells so of what others do."""
    told = (
        clause.section.kind is SectionKind.LABEL
        and _DONE.match(clause.quote) is not None
        and _SOME_TIMES.search(clause.quote) is None
    )
    return DirectiveAction.RECOMMENDED if told and naming.drugs_in(clause.quote) else None


_DONE: Final = caseless(r"^\W*for [^,;.]{3,60}, (?:[^;.]|\.(?=\d)){3,120}? (?:is|are) (?:put on|applied|tried|used)\b")
_SOME_TIMES: Final = caseless(r"\b(?:at most|only|as well|alone|not)\b")


def _dosed(clause: Clause) -> DirectiveAction | None:
    """What a summary of advice gives as the dose of one medicine (`in A, the starting dose of B is 5 mg daily`): how it
    is given where it is given, which is no advice to give it."""
    told = clause.section.kind is SectionKind.LABEL and bool(_dosed_drug(clause.quote))
    return DirectiveAction.DOSE if told and doses.read(clause.quote) else None


def _dosed_drug(text: str) -> str:
    """The medicine of which a dose is given, and none for whose overdose or beside which it is; empty for several."""
    found = _DOSE_IS.match(text)
    named = dict.fromkeys(name for _, name in naming.given_in(found["what"])) if found else {}
    return next(iter(named)) if len(named) == 1 else ""


_DOSE_IS: Final = caseless(
    r"^\W*(?:in|for) [^.;]{3,160}?, (?:the|an?) (?:(?:starting|usual|recommended) )?dose of (?P<what>[\w /-]{3,60}?)"
    r" is (?=\d)"
)


def _against(text: str) -> bool:
    """Whether it is advised against: neither by what happens (`when symptoms do not start to improve`) nor by a limit
    that follows what is advised (`the first choice is A; it should be avoided at term`)."""
    said = HAPPENS.sub("", KEPT.sub("", text))
    main, _, limit = said.partition(";")
    if limit and FOR.search(main) and not AGAINST.search(main):
        return False
    return AGAINST.search(said) is not None


def _drug(text: str, action: DirectiveAction) -> str:
    """What is recommended: the drugs after the verb, those of a list joined; else the last before it."""
    undone = [found.span() for found in UNDONE.finditer(text)]
    named = [
        (start, name)
        for start, name in naming.given_in(text)
        if not _OF_TOO_MUCH.match(text, start) and not any(low < start < high for low, high in undone)
    ]
    if not named:
        return ""
    condition = CONDITIONAL.match(text)
    named = [(start, name) for start, name in named if not condition or start >= condition.end()] or named
    verb = (AGAINST if action is DirectiveAction.NOT_RECOMMENDED else FOR).search(
        text, condition.end() if condition else 0
    )
    if action is DirectiveAction.NOT_RECOMMENDED and (kept_from := _kept_from(text)):
        return kept_from
    beside = _BESIDE.search(text) if action is DirectiveAction.NOT_RECOMMENDED else None
    if beside and all(start > beside.start() for start, _ in named):
        return ""  # what is kept from those who take it is another thing, of no name that is known
    behind = [(start, name) for start, name in named if verb and start >= verb.start()] or named
    listed = [behind[0][1]]
    for (start, name), (before, _) in zip(behind[1:], behind, strict=False):
        if _LISTED.fullmatch(text, before, start) or _OTHERWISE.fullmatch(text, before, start):
            listed.append(name)
        else:
            break
    return ", ".join(listed)


_BESIDE: Final = caseless(
    r"\b(?:should|must) (?:be avoided|not be (?:given|used|taken|combined)) (?:together )?(?:with|beside)\b"
)
_OF_TOO_MUCH: Final = caseless(
    r"[\w-]+(?:[ -][\w-]+){0,2}? (?:over-?dos(?:e|es|age)|poisoning|intoxication|toxicity)\b"
)
"""A medicine of which too much was taken: what is advised then is given against it."""


def _kept_from(text: str) -> str:
    """What is told to be avoided where its verb stands behind it: of `A is advised, and B should be avoided` B alone.
    Empty where no such verb is found, or nothing with a name before it."""
    told: list[str] = []
    for found in _PASSIVELY.finditer(text):
        part = re.split(r"[,;] ", text[: found.start()])[-1]
        if " with " in part:
            continue  # the two together are to be avoided
        classes = [(m.start(), m[0].lower()) for m in naming.AGENTS.finditer(part)]
        told += [name for _, name in sorted((*naming.given_in(part), *classes))]
    return ", ".join(dict.fromkeys(told))


def _advised(text: str) -> str:
    """What the same sentence advises in the place of what it keeps people from; empty where it advises nothing."""
    found = _INSTEAD.search(text)
    return ", ".join(dict.fromkeys(name for _, name in naming.given_in(found["what"]))) if found else ""


_INSTEAD: Final = caseless(
    r"(?:^|[,;] )(?P<what>[\w /-]{3,80}) (?:is|are) (?:advised|recommended|preferred)\b[^,;.]{0,60}, (?:and|but)\b"
)
_PASSIVELY: Final = caseless(
    r"\b(?:(?:should|must) be avoided|(?:should|must) not be (?:used|offered|given|prescribed)"
    r"|(?:is|are) not indicated)\b"
)
_LISTED: Final = expression(r"[\w-]+(?: [\w-]+)?(?:,| or| and|, or|, and)\s+(?:of )?(?:an? )?(?:[\w-]+ ){0,2}")
"""What stands between two treatments of a list: `NSAID, ` and `colchicine or a short oral `."""
_OTHERWISE: Final = expression(r"[^.;\d]{3,40}\d[^.;]{3,140}, or (?:an? )?")
"""The same, where the first is told with its dose: `A 100 mg twice daily for 3 days, or B 200 mg`."""


def _condition(clause: Clause) -> str:
    """The conditions a recommendation names; where it names none, those of its heading."""
    return naming.conditions_in(SCOPE.sub("", clause.text)) or naming.conditions_in(clause.section.heading)


def _strength(text: str) -> str:
    """Level or class as printed, else the verb that carries the strength; with the place in a sequence, if any."""
    level = LEVEL.search(text)
    main = WHO.sub("", CONDITIONAL.sub("", text))
    said = level[0] if level else next((name for pattern, name in VERBS if pattern.search(main)), "")
    choice = CHOICE.search(main)
    return ", ".join(part for part in (said, choice[0].lower() if choice else "") if part)
