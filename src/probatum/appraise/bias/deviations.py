"""RoB 2 domain 2, deviations from intended interventions: who knew the treatment, and who was analysed in which group.

Sterne et al. 2019, doi:10.1136/bmj.l4898. `Double-blind` does not say who was blinded (Haahr and Hróbjartsson 2006,
doi:10.1177/1740774506069153), so on its own it answers `probably yes`.
"""

from __future__ import annotations

from probatum.appraise.bias._asking import Report, Rule, Signalling, rule
from probatum.model import BiasSignal, SignalAnswer

DOMAIN = "deviations from intended interventions"
YES, LIKELY, UNLIKELY, NO = (
    SignalAnswer.YES,
    SignalAnswer.PROBABLY_YES,
    SignalAnswer.PROBABLY_NO,
    SignalAnswer.NO,
)

PEOPLE = r"(?:patients?|participants?|subjects?|women|men|mothers?|children|parents|volunteers|players|pupils)"
CARERS = (
    r"(?:investigators?|clinicians?|physicians?|surgeons?|nurses?|providers?|therapists?|physiotherapists?"
    r"|(?:study |medical |treating |research |hospital |clinical |trial )*(?:staff|personnel|team)|operators?"
    r"|an(?:a)?esthe\w+|researchers?|caregivers?|carers?|doctors?|dentists?|practitioners?|midwives|teachers"
    r"|caretakers?|experimenters?|ophthalmologists?)"
)
UNKNOWING = (
    r"(?:blind(?:ed)?|mask(?:ed)?|unaware|(?:not|un)[- ]?aware|na[iï]ve|did not know|not (?:know|informed|told))"
)
LIST = r"(?:(?:,| and| or| as well as| nor|, and)(?: the| all| both| other)? [\w'-]+(?: [\w'-]+){0,5}){0,4}?"
CANNOT = (
    r"(?:impossible|(?:could|can) ?not be|unable|inability|difficult|preclud\w+"
    r"|not (?:be )?(?:\w+ )?(?:possible|feasible|practical|practicable|attempted|performed|done|applied|used"
    r"|achievable|appropriate|undertaken|ethical)|infeasible|impractical|unfeasible|impracticable)"
)
ELSEWHERE = (
    r"\b(?:open[- ]label(?:l?ed)? (?:extension|phase|period|follow|treatment period|run|continuation)|extension)\b"
)
"""An open phase after, or before, a blinded one."""

OPEN = rule(
    NO,
    "open|unblind|unmask|non-blind|nonblind|not blind|not mask|no blind|blind|mask",
    r"\bopen[- ]?label(?:l?ed)?\b|\b(?:randomi[sz]ed|prospective|controlled|comparative),? open\b(?! (?:surg"
    r"|reduct|repair))|\b(?:an? )open,? (?:randomi[sz]ed|controlled|parallel|prospective|comparative|non)\w*"
    r"|\b(?:trial|study|design|allocation|randomi[sz]ation)s?\b (?:was|were) (?:an? )?(?:unblinded|unmasked"
    r"|non-?blinded|not (?:blinded|masked|blind)|open)\b|\b(?:an?|this|randomi[sz]ed,?) (?:unblinded"
    r"|unmasked|non-?blinded|non-?masked)\b(?=,? (?:[\w-]+,? ){0,4}(?:trial|study|design|comparison|evaluation))"
    rf"|\b(?:blinding|masking)\b[^.;]{{0,90}}\b(?:was|were|is|are) (?:therefore |also |thus )?{CANNOT}"
    r"|\b(?:it (?:was|is)|was|were) (?:not (?:\w+ )?(?:possible|feasible|practical)|impossible"
    r"|infeasible)\b[^.;]{0,50}\b(?:blind|mask)\w*"
    r"|\b(?:trial|study|it|interventions?|treatments?) (?:could|can) ?not be (?:fully |completely )?(?:blinded"
    r"|masked)\b|\b(?:no|without) (?:blinding|masking)\b|\bneither[^.;]{0,60}\b(?:were|was) (?:blinded|masked)\b",
    "Everybody knew who got what: the trial was not blinded.",
    veto=rf"{ELSEWHERE}|\b(?:blind|mask)ing (?:of )?(?:the )?(?:{PEOPLE}|{CARERS})"
    rf"|\b(?:blind|mask) (?:the )?(?:{PEOPLE}|{CARERS})"
    r"|\b(?:assess\w+|evaluator\w*|observer\w*|rater\w*|examiner\w*) (?:\w+ ){0,3}(?:not|un)[- ]?(?:blind"
    r"|mask)|\bunblinded (?:statistician|pharmacist|monitor|data|nurse|interim|person)|\b(?:opened|openly)\b"
    r"|\bafter unblinding|\bblinded to|\bstatistician was not",
)


def _double(said: str) -> tuple[Rule, ...]:
    return (
        rule(
            LIKELY,
            "double|triple|quadruple",
            r"\b(?:double|triple|quadruple)[- ]?(?:blind|mask)(?:ed|ing|ness)?\b|\bdouble[- ]dummy\b",
            said,
            veto=ELSEWHERE + r"|\bnot (?:a )?double",
        ),
    )


PARTICIPANTS = Signalling(
    "RoB 2",
    DOMAIN,
    "participants blinded",
    "Were the people in the trial kept from knowing what they got?",
    (
        rule(
            NO,
            "blind|mask|aware|knew",
            rf"\b{PEOPLE}\b{LIST} (?:were|was|could|are) (?:therefore |thus |also )?(?:not"
            rf"|un-?)\s?(?:be )?(?:\w+ )?(?:blind(?:ed)?"
            r"|mask(?:ed)?)\b"
            rf"|\b{PEOPLE}\b{LIST} (?:were|was) (?:all |both |fully )?aware of (?:their|the) (?:treatment"
            rf"|group|allocation|assign|intervention)|\b(?:blind|mask)ing (?:of )?(?:the )?(?:{CARERS}{LIST}"
            rf" (?:and|or) )?{PEOPLE}[^.;]{{0,60}}\b(?:was|is) {CANNOT}|{CANNOT}[^.;]{{0,30}}\bto (?:blind"
            rf"|mask) (?:the )?(?:\w+ (?:and|or) )?{PEOPLE}",
            "The people in the trial knew what they got.",
            veto=r"\b(?:neither|nor|not aware)\b",
        ),
        rule(
            YES,
            "blind|mask|aware|know|knew|told|informed|naive|naïve",
            rf"\b{PEOPLE}\b{LIST} (?:were|was|are|remained|will be|being)(?: all| both| also| kept| then"
            rf"| therefore)? (?:blind(?:ed)?|mask(?:ed)?|unaware|kept blind)\b"
            rf"|\b{PEOPLE}[- ](?:and[- ]\w+[- ])?(?:blind|mask)ed\b"
            rf"|\bneither\b[^.;]{{0,60}}\b{PEOPLE}\b[^.;]{{0,90}}\b(?:kn[eo]w|aware|informed|told)|\b(?:blind"
            rf"|mask)(?:ing)? (?:of |for )?(?:the |both |all )?(?:{CARERS}{LIST} (?:and"
            rf"|or) )?(?:the )?{PEOPLE}\b(?! (?:was|were|is|are) {CANNOT})|\b{PEOPLE}\b{LIST} (?:did not know"
            rf"|were not (?:told|informed))\b[^.;]{{0,50}}"
            r"\b(?:group|treatment|allocat|assign|receiv|which|arm)"
            rf"|\b(?:blind|mask)(?:ed)? (?:for|from) (?:both )?(?:the )?{PEOPLE}\b(?!['’]| allocation| status"
            rf"| group)|\b(?:{CARERS}|assessors?|observers?|evaluators?){LIST} (?:and"
            rf"|or)(?: the)? {PEOPLE} (?:were|was) {UNKNOWING}",
            "The people in the trial were kept from knowing what they got.",
            veto=rf"\b{CANNOT}|\bexcluded\b[^.;]*\bblind\b|\b(?:colou?r[- ]blind|blind people)|\bunblinded\b"
            rf"|\b(?:not|no longer) (?:blind|mask)|\b(?:of|to|for) (?:the |all )?(?:\w+ )?{PEOPLE} (?:was"
            rf"|were) (?:blind|mask)"
            r"|\b(?:blind|visually impaired) (?:adults|people|or)\b|\bno-?one knew the identity",
        ),
        *_double("The trial is called double-blind or more; who was blinded is not said."),
        OPEN,
        rule(
            LIKELY,
            "placebo|sham|identical|indistinguish|dummy",
            r"\b(?:matching|matched|identical|indistinguishable|identically)[- ](?:\w+[- ]){0,3}placebo\b"
            r"|\bplacebo\b[^.;]{0,80}\b(?:identical|indistinguishable|same (?:appearance|shape|colou?r|taste)"
            r"|similar (?:in )?(?:appear|look|taste))|\bsham[- ](?:\w+ ){0,2}(?:acupuncture|stimulation"
            r"|procedure|surgery|control|treatment|rTMS|tDCS|TENS|laser|device|injection|group|intervention)\b"
            r"|\bplacebo[- ]controlled\b|\bidentical in (?:appearance|shape|colou?r|size|taste)",
            "A placebo or sham treatment was given, so that people could hardly tell what they got.",
            veto=ELSEWHERE + r"|\bopen[- ]label",
        ),
        rule(
            SignalAnswer.NOT_REPORTED,
            "single|blind|mask",
            r"\bsingle[- ]?(?:blind|mask)(?:ed|ing)?\b|\b(?:blinded|masked),? (?:randomi[sz]ed|controlled)\b",
            "The trial is called blind or single-blind, and whether the people in it were blinded is not said.",
        ),
    ),
    "The {} does not say whether the people in the trial knew what they got.",
)

TEAM = Signalling(
    "RoB 2",
    DOMAIN,
    "carers blinded",
    "Were those who gave the treatment kept from knowing what it was?",
    (
        rule(
            NO,
            "blind|mask|aware|knew",
            rf"\b{CARERS}\b{LIST} (?:were|was|could|are) (?:therefore |thus |also )?(?:not"
            rf"|un-?)\s?(?:be )?(?:\w+ )?(?:blind(?:ed)?|mask(?:ed)?)\b|\b(?:blind"
            rf"|mask)ing (?:of )?(?:the )?(?:{PEOPLE}{LIST} (?:and"
            rf"|or) )?(?:the )?{CARERS}[^.;]{{0,60}}\b(?:was|is) {CANNOT}|{CANNOT}[^.;]{{0,30}}\bto (?:blind"
            rf"|mask) (?:the )?(?:\w+ (?:and|or) )?(?:the )?{CARERS}",
            "Those who gave the treatment knew what it was.",
            veto=r"\b(?:neither|nor|not aware)\b",
        ),
        rule(
            YES,
            "blind|mask|aware|knew|know",
            rf"\b{CARERS}\b{LIST} (?:were|was|are|remained|will be|being)(?: all| both| also| kept"
            rf"| then)? (?:blind(?:ed)?|mask(?:ed)?|unaware)\b"
            rf"|\bneither\b[^.;]{{0,90}}\b{CARERS}\b[^.;]{{0,90}}\b(?:kn[eo]w|aware|informed)"
            rf"|\bneither\b[^.;]{{0,50}}\b{CARERS}\b|\b(?:blind|mask)ing (?:of |for )?(?:the |both "
            rf"|all )?(?:{PEOPLE}{LIST} (?:and|or) )?(?:the )?{CARERS}\b|\b(?:blind|mask)(?:ed)? (?:to|for"
            rf"|from) (?:both )?(?:the )?(?:{PEOPLE}{LIST} (?:and|or) )(?:the )?{CARERS}\b",
            "Those who gave the treatment, or ran the trial, were kept from knowing what it was.",
            veto=rf"\b{CANNOT}|\bunblinded\b|\b(?:not|no longer) (?:blind|mask)|\b(?:assessments?|assessed"
            r"|evaluated|evaluations?"
            r"|scor(?:ed|ing)|radiograph\w*|specimens?|laborator\w*|biops\w*|scans?|images?|slides?|samples?|results"
            r"|schedule|sequence|block size)\b|\bonly\b[^.;]{0,60}\baware\b",
        ),
        *_double("The trial is called double-blind or more; who was blinded is not said."),
        OPEN,
        rule(
            UNLIKELY,
            "single|patient-blind|participant-blind|subject-blind",
            r"\bsingle[- ]?(?:blind|mask)(?:ed|ing)?\b|\b(?:patient|participant|subject)[- ](?:blind|mask)ed\b",
            "Only one side was blinded, hardly those who gave the treatment.",
        ),
    ),
    "The {} does not say whether those who gave the treatment knew what it was.",
)

INTENTION = Signalling(
    "RoB 2",
    DOMAIN,
    "intention to treat",
    "Were people analysed in the group to which they had been allocated?",
    (
        rule(
            NO,
            "intent",
            r"\b(?:no|without|not) (?:an? |by |on |on an |according to )?(?:true |strict )?intention?[- ]to[- ]treat\b",
            "People were not analysed by the group to which they had been allocated.",
        ),
        rule(
            LIKELY,
            "modified|full analysis|mitt|full-analysis",
            r"\bmodified[- ](?:intention?[- ]to[- ]treat|ITT)\b|\bm-?ITT\b|\bfull[- ]analysis (?:set|population)\b",
            "People were analysed by allocated group, some of them left out (modified intention to treat).",
        ),
        rule(
            YES,
            "intention|intent|itt",
            r"\b(?:intention?|intent)s?[- ]to[- ]treat(?:ment)?\b|\bITT\b|\bintention[- ]to[- ]diagnose\b",
            "The analysis was by intention to treat.",
        ),
        rule(
            LIKELY,
            "all |as randomi|assigned|allocated",
            r"\b(?:all|every) (?:randomi[sz]ed |enrolled |recruited |included )?(?:patients?|participants?"
            r"|subjects?|women|children|individuals)(?: randomi[sz]ed| who were randomi[sz]ed)? (?:were"
            r"|was) (?:included in|analy[sz]ed)(?! (?:the (?:study|trial)\b|for))"
            r"|\banaly[sz]ed (?:according to|in|by|based on|on the basis of) (?:the|their) (?:\w+ )?(?:groups?"
            r"|arms?|treatments?)? ?(?:to which (?:they|\w+) (?:were|was|had been) )?(?:originally "
            r"|initially )?(?:randomi[sz]ed|assigned|allocated|randomly)|\banaly[sz]ed as randomi[sz]ed\b"
            r"|\b(?:included all|all) (?:randomi[sz]ed|randomly (?:assigned|allocated)) (?:patients"
            r"|participants|subjects|women|children)\b[^.;]{0,60}\banaly",
            "All who were allocated were analysed, or in the group to which they had been allocated.",
            veto=r"\bper[- ]protocol\b",
        ),
        rule(
            NO,
            "per-protocol|per protocol|as treated|as-treated|on-treatment|compliant|adherent",
            r"\b(?:per[- ]protocol|as[- ]treated|on[- ]treatment) (?:analys[ei]s|basis|population|set|approach"
            r"|principle)\b|\banaly\w+[^.;]{0,30}\bper[- ]protocol\b|\bper[- ]protocol\b[^.;]{0,40}\banaly",
            "Only those who took the treatment as planned were analysed.",
        ),
        rule(
            UNLIKELY,
            "only|excluded|completers|complet",
            r"\b(?:only|completers?)\b[^.;]{0,40}\b(?:patients|participants|subjects|women|children"
            r"|those) who (?:had )?complet\w+[^.;]{0,60}\b(?:analy|includ)|\bcompleters?['’]? analys"
            r"|\b(?:excluded|removed|omitted|dropped) from (?:the |all |further |final |data "
            r"|statistical )*analys\w+",
            "People were left out of the analysis after they had been allocated.",
            veto=r"\b(?:not|never) (?:\w+ )?excluded\b|\bsensitivity\b|\bsubgroup\b|\b(?:variables?|items?"
            r"|outliers?|samples?|values?|data points|articles|trials|responses) (?:was|were|that|with|from)\b",
        ),
    ),
    "The {} does not say whether people were analysed in the group to which they had been allocated.",
)


def signals(report: Report) -> tuple[BiasSignal, ...]:
    """Participants, carers, intention to treat."""
    return tuple(question.ask(report) for question in (PARTICIPANTS, TEAM, INTENTION))
