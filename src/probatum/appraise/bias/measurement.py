"""RoB 2 domain 4, measurement of the outcome: who measured it, and whether knowing the treatment could sway it.

Sterne et al. 2019, doi:10.1136/bmj.l4898.
"""

from __future__ import annotations

import re

from probatum.appraise.bias._asking import Report, Signalling, rule
from probatum.appraise.bias.deviations import CANNOT, ELSEWHERE, LIST, OPEN, PARTICIPANTS, PEOPLE
from probatum.model import BiasSignal, SignalAnswer, Span
from probatum.text.expressions import expression

DOMAIN = "measurement of the outcome"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)
ASSESSORS = (
    r"(?:(?:outcomes? )?assess(?:ors?|ments?|ing)|observers?|evaluat(?:ors?|ions?)|raters?|examin(?:ers?"
    r"|ations?)|readers?|\w+ologists?|interviewers?|adjudicat\w+|technicians?|(?:data )?(?:collectors?"
    r"|analysts?|managers?)|statisticians?|biostatisticians?|(?:research|study) (?:assistants?|nurses?)"
    r"|(?:[\w-]+ ){0,2}(?:staff|personnel|team)|researchers?|investigators?|end-?points? committee|committee"
    r"|coders?|scorers?|graders?|experts?|microscopists?|librarians?|physiotherapists?|clinicians?|physicians?"
    r"|surgeons?|testers?|sonographers?|dentists?|experimenters?|reviewers?|p(?:a)?ediatricians?|therapists?)"
)

ASSESSED_BLIND = Signalling(
    "RoB 2",
    DOMAIN,
    "assessors blinded",
    "Were those who measured the outcome kept from knowing who got what?",
    (
        rule(
            NO,
            "blind|mask|aware",
            r"\bneither\b[^.;]{0,80}\b(?:assess|observ|evaluat|rater|examin)\w*\b[^.;]{0,20}\b(?:was|were)"
            r" (?:blind|mask)"
            r"|\b(?:outcomes? )?(?:assess(?:ors?|ments?)|observers?|evaluators?|raters?|examiners?"
            r"|interviewers?|data collectors?)\b[^.;]{0,60}\b(?:were|was|could) (?:also )?(?:not"
            r"|un-?)\s?(?:be )?(?:\w+ )?(?:blind(?:ed)?|mask(?:ed)?)\b"
            rf"|\b(?:blind|mask)ing (?:of )?(?:the )?(?:outcome )?(?:assess|observ|evaluat|rater"
            rf"|examiner)\w*[^.;]{{0,60}}\b(?:was|is) {CANNOT}|\b(?:unblinded|unmasked"
            rf"|non-?blinded) (?:outcome )?(?:assess|observ|evaluat|rater|examin)",
            "Those who measured the outcome knew who got what.",
            veto=r"\bparticipants\b[^.;]*\bbut\b",
        ),
        rule(
            YES,
            "blind|mask|aware|knowledge|know|knew",
            rf"\b{ASSESSORS}\b[^.;]{{0,70}}\b(?:were|was|are|who|being|remained|will be)\b[^.;]{{0,40}}"
            r"\b(?:blind(?:ed)?"
            r"|masked|unaware|had no knowledge|did not know|without knowledge|na[iï]ve)\b"
            rf"|\b{ASSESSORS},? (?:blind(?:ed)?|masked|unaware) (?:to|of|for|from|as)\b|\b(?:blind(?:ed)?"
            rf"|masked)[- ](?:outcome |independent |central |observer |research |study |trained "
            rf"|senior )*{ASSESSORS}\b|\b{ASSESSORS}[- ](?:blind|mask)(?:ed|ing)?\b|\b(?:blind"
            rf"|mask)ed[- ]?(?:end-?point|outcome)s?\b"
            r"|\b(?:end-?point|outcome)s? (?:assess\w+ )?(?:blind|mask)|\b(?:assess|evaluat|measur|examin"
            r"|analy[sz]|read|scor|interpret|adjudicat|rat|review|grad|perform)(?:e?d|es)?\b[^.;]{0,70}\b(?:by"
            r"|in|with)\b[^.;]{0,70}\b(?:blind(?:ed)?|masked|unaware|without knowledge)\b(?!,? (?:trial|study"
            r"|design|period|phase|random|controlled|placebo|parallel|cross|(?:\w+[,-] ?)+(?:trial|study)))"
            r"|\b(?:assessed|evaluated|measured|examined|analy[sz]ed|read|scored|interpreted) (?:blind(?:ed"
            r"|ly)?|in a blinded|without knowledge)\b|\bneither\b[^.;]{0,90}\b(?:assess|evaluat|investigator"
            r"|observer|examiner|researcher)\w*\b[^.;]{0,60}\b(?:kn[eo]w|aware)",
            "Those who measured or analysed the outcome were kept from knowing who got what.",
            veto=rf"\b{CANNOT}|\b(?:not|never|nor) (?:\w+ )?(?:blind|mask)|\bunblinded\b|\brandomi[sz]ation was\b"
            r"|\b(?:schedule|sequence|block size)\b"
            r"|\b(?:double|triple|single)[- ]blind",
        ),
        rule(
            LIKELY,
            "blind|mask|aware|knowledge",
            r"\b(?:blind(?:ed)?|masked|unaware|without knowledge) (?:to|of|for|as to|regarding) (?:the |all "
            r"|their |any )?(?:\w+ ){0,2}(?:treatments?|groups?|allocation|intervention|assignments?"
            r"|randomi\w+|arms?|conditions?)\b",
            "Somebody who is not named was kept from knowing who got what.",
            veto=rf"\b{CANNOT}|\bneither\b|\b(?:schedule|list|block size)\b|\b(?:parents|children)\b"
            rf"|\b{PEOPLE}\b{LIST} (?:were|was) (?:\w+ )?(?:blind|mask|unaware)",
        ),
        rule(
            LIKELY,
            "double|triple|quadruple",
            r"\b(?:double|triple|quadruple)[- ]?(?:blind|mask)(?:ed|ing|ness)?\b",
            "The trial is called double-blind or more; who was blinded is not said.",
            veto=ELSEWHERE + r"|\bnot (?:a )?double",
        ),
        rule(
            LIKELY,
            "single|blind|mask",
            r"\bsingle[- ]?(?:blind|mask)(?:ed|ing)?\b|\b(?:an? |this )(?:blinded|masked"
            r"|blind),? (?:randomi[sz]ed|controlled)\b",
            "The trial is called blind or single-blind; who was blinded is not said.",
            veto=rf"\b{CANNOT}",
        ),
    ),
    "The {} does not say whether those who measured the outcome knew who got what.",
)

OBJECTIVE = expression(
    r"\b(?:mortality|deaths?|died|survival|stillbirths?|birth ?weight|live births?|pregnancy rate"
    r"|hospitali[sz]ations?|readmissions?|length of (?:hospital )?stay|blood pressure|h(?:a)?emoglobin|HbA1c"
    r"|glucose|cholesterol|LDL|HDL|triglycerides?|serum|plasma|urin\w+|viral load|concentrations?"
    r"|bone mineral density|ejection fraction|FEV1?|peak flow|body ?weight|BMI|body mass index|weight (?:loss"
    r"|gain)|intraocular pressure|visual acuity|parasit\w+|culture|infarct\w*|stroke|fractures?|recurrence"
    r"|relapse|titers?|titres?|seroconversion|antibod(?:y|ies)|cd4|heart rate|oxygen)\b",
    re.IGNORECASE,
)
"""Outcomes that are counted or measured by an instrument."""
SUBJECTIVE = expression(
    r"\b(?:pain|quality of life|QoL|HRQoL|symptoms?|self[- ]?(?:report|rat|assess|efficacy|esteem)\w*"
    r"|questionnaires?|VAS|visual analogue?|satisfaction|scales?(?! trial)|scores?|depressi\w+|anxiety|fatigue"
    r"|sleep quality|well-?being|disability|nausea|itch\w*|pruritus|cravings?|mood|stress|perceived|knowledge"
    r"|attitudes?|diar(?:y|ies)|recall|preference|function(?:ing)?)\b",
    re.IGNORECASE,
)
"""Outcomes that the person or an observer judges."""

SWAYED = Signalling(
    "RoB 2",
    DOMAIN,
    "objective outcome",
    "Is the primary outcome one that knowing the treatment can hardly sway?",
    (),
    "The {} names no primary outcome of which this could be read.",
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """Assessors, objective outcome."""
    return (_assessors(report), _objective(report))


def _assessors(report: Report) -> BiasSignal:
    """An open trial that says nothing of its assessors most likely had none that were blinded."""
    made = ASSESSED_BLIND.ask(report)
    if made.answer is not SignalAnswer.NOT_REPORTED:
        return made
    opened = report.first((OPEN,))
    if opened is None or PARTICIPANTS.ask(report).reassuring:
        return made
    return ASSESSED_BLIND.answer(
        report, UNLIKELY, "The trial was not blinded, and blinded measurement is not reported.", opened[1]
    )


def _objective(report: Report) -> BiasSignal:
    primary = report.study.primary_outcome
    if primary is None:
        return SWAYED.ask(report)
    hard, soft = (_within(primary.span, p) for p in (OBJECTIVE, SUBJECTIVE))
    if hard and not soft:
        return SWAYED.answer(report, LIKELY, "The primary outcome is counted or measured by an instrument.", hard)
    if soft and not hard:
        return SWAYED.answer(report, UNLIKELY, "The primary outcome is felt, reported or judged by a person.", soft)
    return SWAYED.ask(report)


def _within(span: Span, pattern: re.Pattern[str]) -> Span | None:
    match = pattern.search(span.quote)
    return span.inner(*match.span()) if match else None
