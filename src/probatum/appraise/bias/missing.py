"""RoB 2 domain 3, missing outcome data: how many of those allocated are in the result, and who was lost.

Sterne et al. 2019, doi:10.1136/bmj.l4898; its guidance takes data from 95 % of people as often sufficient for a
continuous outcome. Every share is arithmetic on two figures of the report or is printed there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.appraise.counting import NOUN
from probatum.appraise.numbers import NUMBER, whole
from probatum.appraise.reading import Sentence
from probatum.model import BiasSignal, SectionRole, SignalAnswer, Span
from probatum.text.expressions import expression

DOMAIN = "missing outcome data"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)
NEARLY_ALL = 95.0
"""Percentage with data from which it is nearly everybody."""
MOST = 90.0
TOO_FEW = 80.0
"""Below this the loss is serious."""
UNEQUAL = 10.0
"""Difference between arms, in percentage points, that is serious."""
UNEVEN = 5.0
UNALIKE = 1.2
"""How many times larger one arm is, from which counts of people lost cannot be set against each other."""
FEW = 3
"""A difference of fewer people than this says nothing."""

COMPLETE = Signalling(
    "RoB 2",
    DOMAIN,
    "data complete",
    "Is the outcome known for nearly everybody who was allocated?",
    (
        rule(
            YES,
            "no ",
            r"\b(?:no (?:patients?|participants?|subjects?|women|children|one)|none of the (?:patients?"
            r"|participants?|subjects?|women|children))\b[^.;]{0,20}\b(?:lost to|lost\b|dropped out"
            r"|withdr[ae]w\w*|discontinued)|\bthere (?:were|was) no (?:drop-?outs?|withdrawals|attrition"
            r"|loss(?:es)? to follow)\b(?! criteri)|\bno (?:missing data|loss(?:es)? to follow-?up"
            r"|drop-?outs? (?:were|was|occurred))\b",
            "Nobody was lost.",
            veto=r"\b(?:due to|because of|difference|significant|owing to|related|imput\w+|if|adverse|first)\b",
        ),
        rule(
            YES,
            "all ",
            r"\ball (?:of (?:whom|them) )?completed (?:the |this )?(?:whole |entire )?(?:study|trial)\b"
            r"|\b(?:all|every) (?:the |of the )?(?:\d+ |enrolled |randomi[sz]ed |included )*(?:patients?"
            r"|participants?|subjects?|women|children|volunteers?)\b[^.;]{0,30}\b(?:completed"
            r"|finished) (?:the |all |both )?(?:\w+ ){0,2}(?:study|trial|protocol|intervention|follow-?up"
            r"|phases|periods)\b",
            "Everybody completed the trial.",
            veto=r"\b(?:that|if|not all|nearly|almost|after|when|once|until|before|questionnaires?|visit)\b",
        ),
    ),
    "How many of those allocated are in the result could not be read from the {}.",
)
BALANCED = Signalling(
    "RoB 2",
    DOMAIN,
    "lost alike",
    "Were as many people lost from one arm as from the other?",
    (
        rule(
            LIKELY,
            "drop|attrition|loss|lost|withdr|discontinu|retention|complet|missing",
            r"\b(?:drop-?outs?|dropped out|attrition|loss(?:es)?|lost|withdr\w+|discontinu\w+|retention"
            r"|completion|missing)\b[^.;]{0,120}\b(?:(?:was|were) (?:\w+ )?(?:similar|comparable|balanced"
            r"|equal)\b|(?:did|do) not (?:\w+ )?differ|not (?:significantly |statistically )?different"
            r"|no (?:\w+ ){0,3}differences?)\b[^.;]{0,60}\b(?:groups?|arms?|between|treatments?)"
            r"|\bno (?:\w+ ){0,3}differences?[^.;]{0,60}\b(?:drop-?out|attrition|withdrawal|retention|loss to)",
            "The report says that as many were lost from one arm as from the other.",
            veto=r"\bcharacteristics|\bpredict\w+|\bAEs?\b|\bcompleters\b|\bbetween (?:those|drop|patients who"
            r"|participants who|subjects who)|\badverse\b",
        ),
    ),
    "The {} does not say in figures that could be read how many were lost from each arm.",
)
HANDLED = Signalling(
    "RoB 2",
    DOMAIN,
    "missing data handled",
    "Was the analysis made so that missing data hardly sway it?",
    (
        rule(
            YES,
            "imput|sensitivity",
            r"\bmultipl[ey][- ](?:\w+ )?imput\w+|\bimput\w+[^.;]{0,40}\b(?:chained|MICE|multiple|multivariate)"
            r"|\bsensitivity analys[ei]s\b[^.;]{0,120}\b(?:missing|imput|worst|lost|drop)\w*|\b(?:missing"
            r"|imput|worst|lost|drop)\w*[^.;]{0,120}\bsensitivity analys[ei]s\b"
            r"|\bworst[- ]case\b[^.;]{0,60}\b(?:missing|imput|lost|scenario)",
            "Missing values were imputed several times, or the result was tried under other assumptions.",
            veto=r"\bnot imput|\bno imput",
        ),
        rule(
            UNLIKELY,
            "carried forward|locf|complete case|complete-case|completers|missing|bocf|mean imput|listwise|casewise",
            r"\b(?:last|baseline)[- ](?:observ\w+|values?|measure\w*)[- ](?:\w+ ){0,2}carried[- ]forward\b"
            r"|\bcarr(?:ied|y|ying) (?:the )?(?:last|baseline)[^.;]{0,40}forward\b|\b[LB]OCF\b"
            r"|\bcomplete[- ]cases?\b|\bcompleters?['’]?[- ]analys|\b(?:list|case)wise deletion\b"
            r"|\bmean imput\w+|\bmissing (?:data|values?|observations?|outcomes?)\b[^.;]{0,60}\b(?:(?:were"
            r"|was) (?:removed|excluded|deleted|not (?:imputed|replaced|included)|omitted|ignored"
            r"|replaced (?:by|with)|treated as missing)|not imputed)|\bno (?:attempt"
            r"|imputation)\b[^.;]{0,40}\b(?:missing|imput|made|done|performed)|\b(?:missing"
            r"|without)\b[^.;]{0,30}\bdata (?:were|was) excluded",
            "Missing values were left out, or filled with one fixed value.",
            veto=r"\bmixed[- ](?:effects?|model)|\bsensitivity\b",
        ),
        rule(
            LIKELY,
            "mixed|likelihood|estimating|gee|imput|inverse|respon|fail|smok|abstinent",
            r"\b(?:linear[- ]mixed|mixed[- ]effects?(?: linear| logistic| regression| models?)"
            r"|mixed[- ]models?(?! ANOVA)(?: repeated| for repeated| analys| regression|s\b))|\bMMRM\b"
            r"|\b(?:full[- ]information |restricted )maximum[- ]likelihood\b"
            r"|\binverse[- ]probability\b[^.;]{0,40}weight|\b(?:estimating equations?|GEE)\b[^.;]{0,90}missing"
            r"|\b(?:non-?responders?|missing|lost to follow-?up|dropped out"
            r"|drop-?outs)\b[^.;]{0,50}\b(?:imput\w+|(?:considered|regarded|counted|treated|classified|coded"
            r"|assumed|scored)[^.;]{0,20}(?:as|to be) (?:treatment )?(?:failures?|smok\w+|non-?respon\w+"
            r"|not abstinent))|\bmissing (?:data|values)\b[^.;]{0,60}\bimput\w+|\bimput\w+[^.;]{0,60}\bmissing",
            "The model, or a cautious rule, takes account of missing values.",
            veto=r"\b(?:not|no) (?:\w+ )?(?:imput|undertaken|performed|done)|\bhalf[- ]rule\b|\bitems?\b",
        ),
    ),
    "The {} does not say how missing data were handled.",
)


@dataclass(frozen=True)
class Share:
    """A percentage with data, the words that say it and where it stands."""

    percent: float
    said: str
    span: Span


LOSS = (
    r"(?:(?:were |was )?lost to (?:the )?follow-?\s?up|dropped[- ]out|drop-?outs?|attrition|withdrew"
    r"|withdrawals?|(?:did not|failed to) complete (?:the )?(?:study|trial|follow|intervention|protocol)"
    r"|discontinued (?:the )?(?:study|trial|participation|follow|before|prematurely|early)|missing at follow)"
)
STUDY = (
    r"(?:(?:\w+[- ]){0,3}(?:study|trial|follow-?\s?up|protocol|programme?|assessments?|study visits?"
    r"|(?:exit|final) surveys?"
    r"|evaluations?|post-?tests?|intervention period|phases|periods|measurements?))"
)
KEPT = (
    rf"(?:(?:had )?(?:completed|finished) (?:the |all |both |this |our |their )?{STUDY}|(?:were|was) (?:included in"
    r" (?:the |our |this )?(?:\w+[- ]){0,4}analys[ei]s|available for (?:the |our |final |primary "
    r"|outcome )*(?:\w+[- ]){0,2}(?:analys[ei]s|evaluation|assessment|follow|outcome)|followed up"
    r"|re-?assessed|analy[sz]ed"
    r"|retained|evaluable)|had (?:complete|outcome|follow-?up) data)"
)
PERCENT = r"(?P<p>\d{1,3}(?:[.·]\d+)?) ?%"
PEOPLE = rf"(?:[\w-]+ ){{0,3}}?{NOUN}"
OF = r" ?(?:/|of|out of)(?: the| all| a total of| these)? ?"
NEAR = r"(?:(?!\bwho\b|\bwhom\b)[^.;\d])"
SHARES: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (expression(pattern, re.IGNORECASE), kept)
    for pattern, kept in (
        (rf"(?P<a>{NUMBER}){OF}(?P<b>{NUMBER})\b(?: \([\d. ]+%\))?{NEAR}{{0,60}}?\b{KEPT}", True),
        (rf"(?P<a>{NUMBER}){OF}(?P<b>{NUMBER})\b(?: \([\d. ]+%\))?{NEAR}{{0,60}}?\b{LOSS}", False),
        (
            rf"\bof (?:the |these )?(?P<b>{NUMBER}) [^.;]{{0,80}}?, (?:only "
            rf"|a total of )?(?P<a>{NUMBER})(?: {PEOPLE})?(?: \([\d. ]+%\))? (?:\w+ )?{KEPT}",
            True,
        ),
        (
            rf"\bof (?:the |these )?(?P<b>{NUMBER}) [^.;]{{0,80}}?, (?:only "
            rf"|a total of )?(?P<a>{NUMBER})(?: {PEOPLE})?(?: \([\d. ]+%\))? (?:\w+ )?{LOSS}",
            False,
        ),
        (rf"\b(?:drop-?outs?|attrition|loss to follow-?up)(?: rates?)?\b[^.;%\d]{{0,30}}?{PERCENT}", False),
        (
            rf"\b(?:follow-?up|retention|completion)(?: rates?)?\b(?: \w+){{0,4}}? (?:was|of|were)[^.;%\d]{{0,20}}?"
            rf"{PERCENT}",
            True,
        ),
        (rf"\bwith (?:an? )?{PERCENT} (?:follow-?\s?up|retention|completion)\b", True),
        (rf"{PERCENT}\)?{NEAR}{{0,40}}?\b{LOSS}", False),
        (rf"{PERCENT}\)?{NEAR}{{0,40}}?\b(?:{KEPT}|follow-?up rate|retention|completion rate)", True),
    )
)
"""Wordings of a share, printed or of two counts, the surest first; True where it is the share that was kept."""
COUNTS: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (expression(pattern, re.IGNORECASE), kept)
    for pattern, kept in (
        (rf"(?<![\w./-])(?P<a>{NUMBER}) {PEOPLE}(?: \([^)]{{0,30}}\))? {KEPT}", True),
        (rf"(?<![\w./-])(?P<a>{NUMBER}) {PEOPLE}(?: \([^)]{{0,30}}\))? (?:had |have )?{LOSS}", False),
    )
)
"""A count of people lost or kept, to be set against the number allocated."""
ONE_ARM = expression(
    r"\b(?:in|from|of) (?:the |each |either )?(?:[\w-]+ ){0,4}(?:groups?|arms?)\b|\b(?:intervention|control"
    r"|placebo|treatment|experimental)\b|\bin (?:the )?(?-i:[A-Z]{2,})\b|\b(?:respectively|versus|vs)\b",
    re.IGNORECASE,
)
PLANNED = expression(
    r"\b(?:assum\w+|expect\w+|anticipat\w+|estimated|allow\w*|sample size|power|account(?:ing)? for"
    r"|consideration|ensure|minimum|calculat\w+|require\w+|to compensate|considering|potential|predicted"
    r"|projected|would|screen\w+|invited|approached|eligib\w+|questionnaires? were)\b",
    re.IGNORECASE,
)
"""A rate that a calculation of the sample size supposed, or people who never were in the trial."""
ARM = (
    r"(?:in|from|of) (?:the )?(?:[\w-]+ ){0,4}?(?:groups?|arms?)|IG\b|CG\b|in (?:the )?(?:placebo|control|intervention)"
)
BOTH = (
    expression(
        rf"(?<![\w.-])(?P<a>{NUMBER})(?: {PEOPLE})? \((?P<pa>[\d.]+)"
        rf" ?%\)[^.;\d]{{0,50}}?\b(?:{ARM})[^.;\d]{{0,40}}?(?<![\w.-])(?P<b>{NUMBER})(?: {PEOPLE})?"
        rf" \((?P<pb>[\d.]+) ?%\)[^.;\d]{{0,50}}?\b(?:{ARM})",
        re.IGNORECASE,
    ),
    expression(
        rf"(?P<pa>[\d.]+) ?%[^.;\d%]{{0,50}}?\b(?:{ARM})[^.;\d%]{{0,40}}?(?P<pb>[\d.]+) ?%[^.;\d]{{0,40}}?\b(?:{ARM})",
        re.IGNORECASE,
    ),
    expression(
        rf"(?<![\w.-])(?P<a>{NUMBER})(?: {PEOPLE})?,? (?:{ARM})[^.;\d]{{0,30}}?(?<![\w.-])(?P<b>{NUMBER})(?:"
        rf" {PEOPLE})?,? (?:{ARM})",
        re.IGNORECASE,
    ),
)
"""Figures of two arms in one sentence."""
LOST = expression(rf"\b(?:{LOSS}|discontinued|withdr\w+|losses)\b", re.IGNORECASE)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """Completeness, balance, handling."""
    return _complete(report), _balanced(report), HANDLED.ask(report)


def _complete(report: Report) -> BiasSignal:
    share = next(_shares(report), None)
    if share is None:
        return COMPLETE.ask(report)
    grades = ((NEARLY_ALL, YES), (MOST, LIKELY), (TOO_FEW, UNLIKELY))
    answer = next((a for least, a in grades if share.percent >= least), NO)
    return COMPLETE.answer(report, answer, share.said, share.span)


def _about(report: Report) -> Iterator[Sentence]:
    """Sentences that tell of people lost or kept, results before methods."""
    told = [s for low, s in report.said if any(t in low for t in TRIGGERS) and not PLANNED.search(s.text)]
    yield from sorted(told, key=lambda s: s.role is not SectionRole.RESULTS)


TRIGGERS = (
    "lost",
    "drop",
    "attrition",
    "withdr",
    "complete",
    "discontinu",
    "follow",
    "available",
    "analy",
    "retention",
    "includ",
)


def _shares(report: Report) -> Iterator[Share]:
    """Shares with data that the report prints or that two of its figures make, the surest wording first."""
    told = list(_about(report))
    for pattern, kept in SHARES:
        for sentence in told:
            for match in pattern.finditer(sentence.text):
                if not _of_one_arm(sentence.text, match):
                    share = _share(match, kept)
                    if share is not None:
                        yield Share(share, _said(match, share, kept), sentence.span(*match.span()))
    for pattern, kept in COUNTS if report.study.n and report.study.n_span else ():
        for sentence in told:
            for match in pattern.finditer(sentence.text):
                part = whole(match["a"])
                total = report.study.n or 0
                if part and part <= total and (2 * part >= total) is kept and not _of_one_arm(sentence.text, match):
                    percent = 100 * (part if kept else total - part) / total
                    said = f"{part if kept else total - part} of {total} people are in the result ({percent:.0f} %)."
                    yield Share(percent, said, sentence.span(*match.span()))


def _of_one_arm(text: str, match: re.Match[str]) -> bool:
    """True when the figures are about one arm: an arm is named within them or right after them."""
    return bool(ONE_ARM.search(text[max(0, match.start() - 40) : match.end() + 45]))


def _share(match: re.Match[str], kept: bool) -> float | None:
    groups = match.groupdict()
    if "p" in groups:
        value = float(groups["p"].replace("·", "."))
    else:
        part, total = whole(groups["a"]), whole(groups["b"])
        if not part or not total or part > total or total < 10:
            return None
        value = 100 * part / total
    percent = value if kept else 100 - value
    return percent if 30 <= percent <= 100 else None


def _said(match: re.Match[str], percent: float, kept: bool) -> str:
    """The share in words; a count keeps its two figures."""
    groups = match.groupdict()
    if "p" in groups:
        return f"The outcome is known for {percent:.3g} % of the people." if percent < 100 else "Nobody was lost."
    part, total = whole(groups["a"]), whole(groups["b"])
    if kept:
        return f"{part} of {total} people are in the result ({percent:.0f} %)."
    return f"{part} of {total} people were lost ({percent:.0f} % are left)."


def _balanced(report: Report) -> BiasSignal:
    for sentence in _about(report):
        if not LOST.search(sentence.text):
            continue
        for pattern in BOTH:
            match = pattern.search(sentence.text)
            made = _difference(match, report) if match else None
            if match and made:
                return BALANCED.answer(report, made[0], made[1], sentence.span(*match.span()))
    return BALANCED.ask(report)


_RATIO = expression(
    r"\b(?P<a>[1-9]):(?P<b>[1-9])\b(?=[^.;]{0,60}\b(?:ratio|random|allocat|assign|control|intervention))"
    r"|\b(?:ratio|random\w*|allocat\w*|assign\w*|control|intervention)\b[^.;]{0,60}?\b(?P<c>[1-9]):(?P<d>[1-9])\b",
    re.IGNORECASE,
)


def _unequal(report: Report) -> bool:
    """Whether people were allotted to the arms in unequal numbers."""
    sizes = [arm.n for arm in report.study.arms if arm.n]
    if len(sizes) > 1 and max(sizes) > min(sizes) * UNALIKE:
        return True
    told = (m for _, s in report.said for m in _RATIO.finditer(s.text))
    return any((m["a"] or m["c"]) != (m["b"] or m["d"]) for m in told)


def _difference(match: re.Match[str], report: Report) -> tuple[SignalAnswer, str] | None:
    """The answer for figures of two arms: by their percentages, else by what the difference is of all allocated."""
    groups = match.groupdict()
    if groups.get("pa") and groups.get("pb"):
        first, second = float(groups["pa"].rstrip(".")), float(groups["pb"].rstrip("."))
        apart = abs(first - second)
        said = f"{first:g} % were lost from one arm and {second:g} % from the other."
    else:
        a, b = whole(groups.get("a") or ""), whole(groups.get("b") or "")
        if a is None or b is None or not report.study.n or 2 * (a + b) > report.study.n:
            return None
        if _unequal(report):
            return None  # as many people are a greater share of the smaller arm
        apart = 200 * abs(a - b) / report.study.n if abs(a - b) >= FEW else 0.0
        said = f"{a} people were lost from one arm and {b} from another, of {report.study.n} in all."
    if apart >= UNEQUAL:
        return NO, said
    return (UNLIKELY if apart >= UNEVEN else YES), said
