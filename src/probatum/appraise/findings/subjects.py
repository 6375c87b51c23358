"""Who had it, did it or was linked to it: the subject of a clause, where it can be one side of a comparison."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import clauses, groups, outcome, skeleton
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.groups import Named
from probatum.appraise.findings.roles import Kind, Role
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.skeleton import Skeleton
from probatum.text.expressions import expression

_REPORTER: Final = expression(
    r"\b(?:analys[ei]s|results?|study|studies|trials?|models?|comparisons?|reviews?|data|findings|authors|investigators|"
    r"evidence|regressions?|we|it|they|there|this|these|those|which|that|who|estimates?|meta-analys[ei]s|subgroup|tests?|"
    r"factors?|predictors?|variables?|experiments?)$",
    re.IGNORECASE,
)

_REPORT_OF: Final = expression(
    r"\b(?:analys[ei]s|studies|trials|models?|results|data|regressions?|comparisons?)\s(?:of|on|for|in|by|using|with|from|"
    r"including|adjusted|that)\b",
    re.IGNORECASE,
)

_CHANCES: Final = expression(r"\b(?:risks?|odds|likelihood|hazards?|probability|chances?)\sof\b", re.IGNORECASE)
"""`The risk of X increased with Y`: the subject is the outcome."""

VS_ASIDE: Final = expression(
    r"\s[\[(](?:versus|vs\.?|compared (?:with|to)|relative to)\s(?:the\s)?(?P<b>[^()\[\]ⓋⓅ]{2,60})[\])]", re.IGNORECASE
)
"""`the A (versus B) group`."""

_ADVERB: Final = expression(
    r"(?:even|most|(?!early|elderly|family)\w+ly|of \w+|in \w+|finally|again|further)\b", re.IGNORECASE
)

_THOSE_WHO: Final = expression(
    rf"(?:the\s)?(?:[\w-]+\s){{0,2}}(?:{PEOPLE}|those|communities|countries|households|cases)\s(?:who|that|with|without|receiving|"
    rf"using|taking|carrying|having|younger|older|aged|living|expressing|reporting|exposed|infected|treated|born)\s"
    rf"[^,ⓋⓅⒷ]{{3,90}}$",
    re.IGNORECASE,
)

_ADJUSTED: Final = expression(r"\b(?:adjust|control|account)\w+\s(?:for\s)?[^.;Ⓑ]*,\s$", re.IGNORECASE)

_ARTICLE: Final = expression(r"(?:(?:the|those|all)\s)*", re.IGNORECASE)

_CUT_SUBJECT: Final = expression(
    r",?\s(?:(?:when|as)\s)?(?:compared (?:with|to)|versus|relative to|in comparison (?:with|to))\s.*$|\s(?:also|"
    r"both|all|"
    r"each|who|which|that)$|,\s.*$",
    re.IGNORECASE,
)

_NEXT_SUBJECT: Final = expression(r",\s(?:and|but|while|whereas|yet)\s")


def _last_subject(signs: str, start: int, stop: int) -> int:
    """`A explained B, and C was linked to D`: where the subject of the last verb begins."""
    for joint in reversed(list(_NEXT_SUBJECT.finditer(signs, start, stop))):
        if outcome.has_verb(signs[start : joint.start()]):
            return joint.end()
    return start


_TOLD_BY_KIND: Final = expression(
    r"(?:the\s)?(?:(?:wo)?men|girls|boys|(?:fe)?males|(?:non-?)?smokers|survivors|users|carriers|recipients|cases|physicians|"
    r"nurses|residents)",
    re.IGNORECASE,
)

_MOST_WORDS: Final = 14

_CLAUSES: Final = expression(r"[;:=]|\b(?:than|that|compared|whereas|while|because|but)\b", re.IGNORECASE)


def _told_apart(sentence: Sentence, start: int, stop: int) -> Named | None:
    """`students who were exposed to X`: the people of a subject, by all the words that tell them apart."""
    start += len(re.match(r"\s*(?:the\s)?", sentence.text[start:stop])[0])  # type: ignore[index]
    name = " ".join(sentence.text[start:stop].split())
    whole = name.count("(") == name.count(")") and name.count("[") == name.count("]")
    if not whole or len(name.split()) > _MOST_WORDS or _CLAUSES.search(name):
        return None
    return Named(start, stop, name)


def subject(sentence: Sentence, sk: Skeleton, role: Role) -> Named | None:
    """Who had, did or was linked to it, when that can be one side of a comparison."""
    if role.subject is None:
        return None
    start, stop = role.subject
    start = _last_subject(sk.signs, start, stop)
    start = clauses.skip_lead(sk.signs, start, stop)
    if _ADJUSTED.search(sk.signs, max(0, start - 120), start):
        start += sk.signs[start:stop].rfind(", ") + 1  # the rest of `adjusting for age, sex and weight, A ...`
    cut = _CUT_SUBJECT.search(sk.signs[start:stop].rstrip())
    stop = start + cut.start() if cut else stop
    words = sk.signs[start:stop].strip()
    if (
        not words
        or _REPORTER.search(words)
        or _REPORT_OF.search(words)
        or _CHANCES.search(words)
        or skeleton.CELL in words
        or "Ⓥ" in words
    ):
        return None
    people = [g for g in groups.named(sentence) if start <= g.start < stop]
    own = people[0] if len(people) == 1 and _ARTICLE.fullmatch(sk.signs, start, people[0].start) else None
    if own is not None and " who " in words and " who " not in sk.signs[own.end : stop]:
        return own
    if _THOSE_WHO.match(words):
        those = groups.made(sentence, (start, stop)) or _told_apart(sentence, start, start + len(words))
        if those is not None:
            return those._replace(name=outcome.lower(those.name, sentence))
    name = VS_ASIDE.sub("", outcome.exposure(sentence, start, stop))
    if not name or _ADVERB.match(name):
        return None
    human = re.match(rf"^(?:the\s)?(?:{PEOPLE}|groups?|arms?|individuals|those)$", words, re.IGNORECASE)
    if role.kind is Kind.LIKELY and role.rest is not None and _TOLD_BY_KIND.fullmatch(words):
        human = None  # `women were more likely than men to ...`
    return None if human else Named(start, stop, arm_names.clean(name, sentence.context))
