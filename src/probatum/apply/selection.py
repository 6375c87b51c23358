"""Selection: which appraised records may speak in the answer, best first, and why the others may not.

Coverage (the share of the question's rarer words that a record holds) is compared with the best record's, because an
absolute bar would be too high for a long question and too low for a short one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.evidence import editions
from probatum.apply.labels import too_much
from probatum.apply.naming import is_page
from probatum.apply.patient import sexes
from probatum.model import About, Appraisal, Fit, Intent, Question, RecordKind, Role, SectionKind
from probatum.text import aspects, people, words
from probatum.text.expressions import caseless, expression
from probatum.vocabulary.outcomes import names_of

NEAR: Final = 0.85
"""Coverage, against the best, of the first tier."""
ALL: Final = 0.95
"""Coverage, against the best, and retrieval score of a record that holds all that was asked."""
FAR: Final = 0.75
"""Coverage, against the best, below which a record does not answer a question read from words alone."""
LEAST_SCORE: Final = 0.6
"""Retrieval score, the best being about 1, below which such a record does not answer."""
LEAST_TOLD: Final = 0.3
"""The same where a side of one thing is asked about: any source on it may tell that side; its passages are weighed."""
MOST: Final = 40
_WEIGHED: Final = (Intent.THERAPY, Intent.PREVENTION, Intent.HARM, Intent.DOSING, Intent.INTERACTION)
"""Questions for which a randomised trial outranks a nearer record of another design."""
HALF: Final = 0.5
"""Least score of the best study against which the others are taken."""
_DOCUMENTS: Final = (RecordKind.LABEL, RecordKind.GUIDELINE)


def select(
    question: Question, appraisals: Iterable[Appraisal]
) -> tuple[tuple[Appraisal, ...], tuple[tuple[str, str], ...]]:
    """The records kept, best first, and pairs of (record, reason) for those left out."""
    every = _beside_labels(appraisals)
    most = max((a.directness.covers for a in every), default=0.0)
    titles = aspects.titles(question)
    every = tuple(_page_on_it(a, titles, most) or _read_by_words(question, a, most) for a in every)
    best = max((a.directness.covers for a in every if a.directness.about is About.QUESTION), default=0.0)
    kept: list[Appraisal] = []
    excluded: list[tuple[str, str]] = []
    for appraisal in every:
        reason = _left_out(question, appraisal, best)
        if reason:
            excluded.append((appraisal.record.id, reason))
        else:
            kept.append(appraisal)
    if not any(a.directness.about is About.QUESTION for a in kept):
        wider = [a for a in every if (a.record.id, _FEW_WORDS) in excluded and _in_wider_people(question, a)]
        kept += wider
        excluded = [pair for pair in excluded if pair[0] not in {a.record.id for a in wider}]
    # Of two editions of one review both are kept or none: which of them speaks is decided by what they say.
    held = {str(i) for a in kept for i in a.record.identifiers}
    older = [a for a in every if (a.record.id, _FEW_WORDS) in excluded and editions.replaced_by(a, held)]
    kept += older
    excluded = [pair for pair in excluded if pair[0] not in {a.record.id for a in older}]
    kept.sort(key=lambda a: _rank(question, a, best))
    excluded.extend((a.record.id, f"beyond the first {MOST} relevant records") for a in kept[MOST:])
    return tuple(kept[:MOST]), tuple(excluded)


def _beside_labels(appraisals: Iterable[Appraisal]) -> tuple[Appraisal, ...]:
    """The same, the scores of studies taken against the best study: a label names its drug in every sentence, so that
    beside it the very trial asked about scores little. None is more than doubled."""
    every = tuple(appraisals)
    best = max((a.score for a in every if a.record.kind not in _DOCUMENTS), default=1.0)
    if not any(a.record.kind is RecordKind.LABEL and a.score > best for a in every):
        return every
    share = min(1.0, max(best, HALF))
    return tuple(
        a if a.record.kind in _DOCUMENTS else msgspec.structs.replace(a, score=round(a.score / share, 4)) for a in every
    )


def _page_on_it(appraisal: Appraisal, titles: Collection[frozenset[str]], most: float) -> Appraisal | None:
    """A page that has the very thing for its title of which one side is asked: it answers, by whatever words."""
    if not (titles and is_page(appraisal.record)) or aspects.titled(appraisal.record.title) not in titles:
        return None
    direct = appraisal.directness
    changed = msgspec.structs.replace(direct, about=About.QUESTION, relevant=True, covers=max(direct.covers, most))
    return msgspec.structs.replace(appraisal, directness=changed, score=max(appraisal.score, ALL))


def _read_by_words(question: Question, appraisal: Appraisal, most: float) -> Appraisal:
    """A record that holds nearly all the question's words answers it, though no concept of it was recognised.

    Not so when the question names a drug that the record does not treat of: another drug is another question.
    """
    direct = appraisal.directness
    if direct.about is About.QUESTION or appraisal.record.kind in _DOCUMENTS:
        return appraisal
    if direct.population.fit is Fit.OTHER:
        return appraisal  # people with another disease, however many words are shared
    if direct.population.fit is Fit.RELATED and is_open(question):
        return appraisal  # what helps in its kin is no answer to what helps in it
    if direct.population.fit is Fit.UNSTATED and _of_known_people(question):
        return appraisal  # whose illness or operation it names nowhere, it says nothing of them
    drug = any(c.semantic == "drug" for c in question.having(Role.INTERVENTION))
    if drug and direct.intervention.fit not in (Fit.DIRECT, Fit.RELATED):
        return appraisal
    if drug and direct.intervention.fit is Fit.RELATED and appraisal.study.design.randomised:
        return appraisal  # there it was named in passing, or everybody took it
    enough, share = (0.6, 0.85) if known(question) else (0.45, 0.75)
    if appraisal.score < 0.75 or direct.covers < max(enough, share * most):
        return appraisal
    changed = msgspec.structs.replace(direct, about=About.QUESTION, relevant=True)
    return msgspec.structs.replace(appraisal, directness=changed)


def _of_known_people(question: Question) -> bool:
    """Whether two treatments are set against each other, both known, for people whose illness or operation is known."""
    sides = (question.having(Role.INTERVENTION), question.having(Role.COMPARATOR))
    ill = (c.id and c.semantic in ("condition", "procedure") for c in question.having(Role.POPULATION))
    return all(any(c.id for c in side) for side in sides) and any(ill)


def _left_out(question: Question, appraisal: Appraisal, best: float) -> str:
    """Why a record may not speak, or empty."""
    direct = appraisal.directness
    if fitting.FEEDING.search(appraisal.record.title) and not (_on_milk(question) or _on_illness(question, appraisal)):
        return "on breast-feeding, of which nothing was asked"
    if question.patient.pregnancy and not sexes.of_their_own(appraisal.record.title, question.patient):
        return "in men, where somebody is pregnant"
    if direct.about is About.NONE:
        return _NO_BEARING
    if appraisal.record.kind in _DOCUMENTS:
        return ""
    if people.MOTHERS.search(appraisal.record.title) and _no_mother(question):
        return "in pregnancy or childbirth, of which nothing was asked"
    if (question.danger == "overdose" or too_much.asked(question)) and not _on_overdose(appraisal):
        return "not about an overdose"
    if _poisoned(question, appraisal):
        return "about an overdose"
    sure = (known(question) or is_open(question)) and question.intent in _WEIGHED
    again = question.intent is Intent.PROGNOSIS and _AGAIN.search(question.typed) is not None
    least = LEAST_TOLD if again or aspects.asked(question.read) else LEAST_SCORE
    far = direct.covers < (FAR if sure else NEAR) * best or appraisal.score < least
    whole = direct.outcome.fit is Fit.DIRECT or of_illness(question)
    open_fit = is_open(question) and direct.population.fit is Fit.DIRECT and whole
    # Medicines that are taken besides draw the score to their own records, whatever is to be treated.
    beside = bool(question.patient.drugs) and is_open(question) and direct.covers >= NEAR * best
    open_fit = open_fit or (beside and direct.outcome.fit is Fit.DIRECT)
    fits = direct.intervention.fit is Fit.DIRECT and Fit.DIRECT in (direct.population.fit, direct.outcome.fit)
    weighed = (known(question) or is_bare(question)) and question.intent in _WEIGHED
    titled = direct.intervention.fit is Fit.DIRECT and _titled(appraisal)
    fits = fits or (titled and (direct.outcome.fit is Fit.RELATED or is_bare(question)))
    if direct.about is About.QUESTION and far and not (weighed and fits) and not open_fit:
        return _FEW_WORDS
    if direct.about is About.ALTERNATIVE and not _alternative(question, appraisal):
        return _ANOTHER
    return ""


_AGAIN: Final = caseless(r"\b(?:com(?:e|es|ing) back|recur\w*|relaps\w*)\b")
"""That it is asked whether an illness comes back: trials that keep it away tell that, in other words."""
_FEW_WORDS: Final = "shares too few of the question's words"
_NO_BEARING: Final = "does not bear on the question"
_ANOTHER: Final = "another treatment, of another problem"


def may_speak(reason: str) -> bool:
    """Whether a record that was left out for that reason is evidence all the same, of which a sentence may be told."""
    return reason in (_FEW_WORDS, _NO_BEARING, _ANOTHER)


def _in_wider_people(question: Question, appraisal: Appraisal) -> bool:
    """Whether a record is on the very treatment in the wider group of the illness: where nothing nearer is held, it
    speaks, and is said to be indirect (`in venous thromboembolism, not deep vein thrombosis`)."""
    direct = appraisal.directness
    sure = known(question) and question.intent in _WEIGHED and direct.intervention.fit is Fit.DIRECT
    return sure and direct.population.fit is Fit.RELATED and _titled(appraisal)


_PAST_CHILDBEARING: Final = 55.0
_BEFORE_CHILDBEARING: Final = 10.0


def _on_milk(question: Question) -> bool:
    """Whether a question may be of somebody who breast-feeds: what passes into milk tells nobody else what to take."""
    patient, asked = question.patient, f"{question.typed} {question.read}"
    told = patient.pregnancy or patient.breastfeeding or patient.age in ("newborn", "infant")
    return bool(told) or any(sign.search(asked) for sign in (fitting.FEEDING, people.MOTHERS, _OF_MILK))


def _on_illness(question: Question, appraisal: Appraisal) -> bool:
    """Whether a guideline is by its title on the very illness that is to be treated, be it one of those who
    breast-feed."""
    if appraisal.record.kind is not RecordKind.GUIDELINE:
        return False
    titled = words.stems(appraisal.record.title)
    ill = (c for c in question.having(Role.POPULATION) if c.semantic == "condition")
    return any((own := words.stems(name)) and own <= titled for c in ill for name in c.names)


_OF_MILK: Final = expression(r"\b(?:milk|bab(?:y|ies)|newborns?|infants?|feed\w*|wean\w*|birth)\b", re.IGNORECASE)


def _no_mother(question: Question) -> bool:
    """Whether nothing is asked of pregnancy or birth, and the patient cannot be pregnant or no illness is named that
    such a study could be on."""
    patient = question.patient
    asked = " ".join((question.read, *(c.label for c in question.concepts)))
    if patient.pregnancy or patient.breastfeeding or people.MOTHERS.search(asked):
        return False
    years = fitting.age(patient)
    past = years is not None and (years.low >= _PAST_CHILDBEARING or years.high < _BEFORE_CHILDBEARING)
    return past or patient.sex == "male" or is_bare(question)


_OVERDOSE: Final = expression(
    r"\b(?:over-?dos|poison|toxic|intoxicat|self-harm|antidote|(?<!non)revers(?:al|ing) of)", re.IGNORECASE
)


def _on_overdose(appraisal: Appraisal) -> bool:
    """Whether title or abstract speak of taking too much; full texts name toxicity in passing."""
    spoken = (SectionKind.TITLE, SectionKind.ABSTRACT)
    return any(_OVERDOSE.search(s.text) for s in appraisal.record.sections if s.kind in spoken)


def _poisoned(question: Question, appraisal: Appraisal) -> bool:
    """Whether a source is on people who took too much of what the question asks about as a treatment."""
    if question.danger == "overdose" or _OVERDOSE.search(question.read) or too_much.asked(question):
        return False
    if not question.having(Role.INTERVENTION):
        return False
    said = " ".join(s.text for s in appraisal.record.sections if s.kind is SectionKind.TITLE) or appraisal.record.title
    if not _POISONED.search(said):
        return False
    names = "|".join(
        re.escape(n) for c in question.having(Role.INTERVENTION) for n in (c.text, c.label, *c.synonyms[:6])
    )
    return bool(re.search(rf"(?i)\b(?:{names})[ -](?:\w+ )?{_OVERTAKEN}", said))


_OVERTAKEN: Final = r"(?:overdos|poison|toxic|intoxicat)"
_POISONED: Final = expression(_OVERTAKEN, re.IGNORECASE)


def known(question: Question) -> bool:
    """Whether the intervention and the population or outcome are things the vocabulary knows, so that fits are sure."""
    asked = {c.role for c in question.concepts if c.id or (c.role is Role.OUTCOME and names_of(c.label))}
    return whole_intervention(question) and bool(asked & {Role.POPULATION, Role.OUTCOME})


def is_bare(question: Question) -> bool:
    """Whether a treatment is asked about and neither an illness nor an outcome: `a statin at 80?`."""
    asked = {c.role for c in question.concepts if c.semantic in ("condition", "symptom") or c.role is Role.OUTCOME}
    return whole_intervention(question) and not asked & {Role.POPULATION, Role.OUTCOME}


def _titled(appraisal: Appraisal) -> bool:
    """Whether a record's title names what was asked about."""
    return any(span.source_section.kind is SectionKind.TITLE for span in appraisal.directness.intervention.spans)


def whole_intervention(question: Question) -> bool:
    """Whether the vocabulary knows the intervention itself and not just a word of it (`serum` of `serum leptin`)."""
    named = {words.stem(w) for w in words.content(question.intervention)}
    for concept in question.having(Role.INTERVENTION):
        stems = {words.stem(w) for w in words.content(f"{concept.text} {concept.label}")}
        if concept.id and 2 * len(named & stems) >= len(named):
            return True
    return False


_TREATING: Final = expression(
    r"\b(?:treat(?:ed|ing|ments?|s)?|therap(?:y|ies)|manag(?:e[ds]?|ing|ement)|remed(?:y|ies)|cures?|relie(?:f|ves?)"
    r"|(?:first|second)[- ]line|drugs?|medic(?:ines?|ations?)|antibiotics?|tablets?|pills?|get(?:ting)? (?:rid|shot) of"
    r"|(?:what|anything|something)\b.{0,40}\b(?:help\w*|works?|do|give|take|use|prescribe|start|try|for))\b",
    re.IGNORECASE,
)
"""Words that ask what to do for an illness."""


def is_open(question: Question) -> bool:
    """Whether the question asks what helps, and names no treatment: a known complaint of known people, or a known
    illness in words that ask for a treatment."""
    asked = {c.role for c in question.concepts if c.id}
    named = {c.role for c in question.concepts} | ({Role.INTERVENTION} if question.intervention else set())
    if question.intent is not Intent.THERAPY or Role.INTERVENTION in named:
        return False
    ill = any(c.id and c.semantic in ("condition", "symptom") for c in question.concepts)
    of_kind = any(made.what == KIND for made in question.assumptions)
    # Where only what cannot be had is named, another is asked for: `ILLNESS, cannot take A`.
    left = any(c.semantic == "drug" for c in question.having(Role.COMPARATOR))
    asks = of_kind or left or bool(_TREATING.search(question.read))
    return asked >= {Role.POPULATION, Role.OUTCOME} or (ill and asks)


KIND: Final = "kind"
"""The sort of assumption by which a question says of which class a treatment is wanted."""
PROPOSED: Final = "treatment"
"""The sort of assumption by which a question holds a treatment that nobody named."""


def is_proposed(question: Question) -> bool:
    """Whether the treatment that the answer is about was chosen from the evidence, and named by nobody."""
    return any(made.what == PROPOSED for made in question.assumptions)


def of_illness(question: Question) -> bool:
    """Whether an open question is about an illness as a whole and not about one complaint of it."""
    outcomes = question.having(Role.OUTCOME)
    whole = all(c.semantic == "condition" for c in outcomes)  # of people who may have another as well
    return is_open(question) and (whole if outcomes else not question.outcome)


def _alternative(question: Question, appraisal: Appraisal) -> bool:
    """Another treatment counts only for the very problem: known to the vocabulary and named whole in the record."""
    if not known(question):
        return False
    names = [c for c in question.concepts if c.role is Role.OUTCOME] or [
        c for c in question.concepts if c.role is Role.POPULATION
    ]
    every = (*(s.text for s in appraisal.record.evidence_sections), appraisal.record.title)
    text = set().union(*map(words.parted, every))
    return any(_named(name, text) for c in names for name in c.names)


def _named(name: str, text: set[str]) -> bool:
    stems = words.stems(name)
    return bool(stems) and stems <= text


def _rank(question: Question, appraisal: Appraisal, best: float) -> tuple[float, int, int, float, str]:
    """Nearness to the question in tiers, then direct before indirect, then design, then retrieval score.

    Design decides only where a treatment is weighed and fits are sure; elsewhere the record nearest to the question's
    words comes first, whatever its design.
    """
    study, direct = appraisal.study, appraisal.directness
    if not (known(question) or is_open(question)) or question.intent not in _WEIGHED:
        near = appraisal.score * 0.5 + (direct.covers / best if best else 0.0) * 0.5
        return (-round(near, 6), 0, 0, -round(appraisal.score, 6), appraisal.record.id)
    tier = 0 if direct.covers >= NEAR * best else 1
    design = 0 if study.design.synthesis else 1 if study.design.randomised else 2
    elsewhere = direct.population.fit in (Fit.RELATED, Fit.OTHER) or direct.intervention.fit is Fit.UNSTATED
    indirect = 1 if direct.note or elsewhere else 0
    if direct.covers >= ALL * best and appraisal.score >= ALL:
        indirect = 0  # the very record that was asked about leads, even when it is an animal study
    return (tier, indirect, design, -round(appraisal.score, 6), appraisal.record.id)
