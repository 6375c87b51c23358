"""Second line: what guidelines have given when a treatment that was given did not serve, first in the short answer and
in the path: the first choice once more, or what the one that failed does, answers nobody who asks for the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.children import whom
from probatum.apply.choices import elsewhere, next_step, same_aim
from probatum.apply.context import Context
from probatum.apply.drafting import Draft
from probatum.apply.labels import guided_words, level_told
from probatum.apply.labels.guided_words import BY_NAME
from probatum.apply.labels.kinship import kin, of_class
from probatum.apply.once import once
from probatum.apply.patient import for_patient, sexes
from probatum.apply.quoted import by_part
from probatum.apply.quoted.quotable import quotable
from probatum.apply.quoted.salience import Salient, sentences_in
from probatum.model import Intent, Kind, Patient, Question, RecordKind, RecordStatus, Role, Statement
from probatum.text import tried, words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import members

MOST: Final = 2
_TELLS: Final = caseless(r"\w")
_DOES: Final = caseless(
    r"\b(?:recommends?|choices?|options?|alternatives?|next step|second-line|consider(?:ed|ing)?|the dose of"
    r"|(?:is|are|be) (?:given|added|offered|tried)|third-line)\b"
)
_GENERAL: Final = caseless(
    r"\b(?:first (?:of them|one|choice|treatment)|first-line (?:treatment|antiemetics|medicines?)|that has not improved"
    r"|(?:other|these) (?:drugs|medicines|treatments)|without response|second-line|second choices?|not controlled"
    r"|do(?:es)? not (?:work|respond))\b"
)
"""A failure of whatever was given first."""


def due(context: Context) -> bool:
    """Whether a professional asks what comes behind a medicine for an illness, and a guideline tells it."""
    return bool(rows(context))


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """The sentences that tell what follows just what was given, then those that tell what follows any first choice."""
    question = context.question
    if question.danger or question.intent not in (Intent.THERAPY, Intent.DOSING):
        return ()
    given = next_step.given(question)
    low = {name.lower() for name in given}
    compared = any(c.label.lower() not in low for c in question.having(Role.COMPARATOR))
    ill = illness(question)
    if compared or not ill or not next_step.asked(question) or level_told.asks(context):
        return ()  # what follows at a level of the medicine itself is its own dose
    held = [one for one in sentences(ill, context) if not _waits(one, question)]
    found = [
        (_near(one, given, context) - _SAME * (not _names_another(one, given)), one)
        for one in held
        if _fits(one, ill, context)
    ]
    found += [(NO_FAILURE, one) for one in held if _is_no_failure(one, ill, context)]
    found = sorted((row for row in found if row[0] > 0), key=lambda row: -row[0])
    # Where it was read as not borne for a harm that is told, that harm leads, and no other treatment is guessed.
    if not found and given and tried.barred(question.typed):
        found = [(1.0, one) for one in held if _leaves_another(one, given, ill, context)]
    elif not found and given and tried.behind(question.typed):
        found = [(near, one) for one in held if (near := _another(one, given, ill, context))]
        found.sort(key=lambda row: -row[0])
    return tuple(one for near, one in found if near >= found[0][0] - 0.8)[:MOST]


_SAME: Final = 0.5
"""How much nearer a sentence is that names another treatment than one that calls for help or has the same once more."""
_AFTER_TWO: Final = caseless(r"\b(?:2|two) doses\b")
_AFTER_ONE: Final = caseless(r"\b(?:first|1st|one|single)\b")


def _waits(one: Salient, question: Question) -> bool:
    """Whether a sentence follows on two doses where one was given."""
    single = _AFTER_ONE.search(question.typed) and not tried.twice(question.typed)
    return bool(single and _AFTER_TWO.search(one.span.quote))


def _names_another(one: Salient, given: tuple[str, ...]) -> bool:
    """Whether a sentence names a treatment that is neither what was given nor of its kind."""
    terms = (m.term for m in vocabulary.load().find(one.span.quote) if m.term.semantic in ("drug", "procedure"))
    low = {name.lower() for drug in given for name in (drug, *kin(drug), *members(drug))}
    return not given or any(term.label.lower() not in low for term in terms)


def _leaves_another(one: Salient, given: tuple[str, ...], ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a first choice of several names what may not be had and another: of these the other is left."""
    text = one.span.quote
    if not (_RECOMMENDS.search(text) and _OR.search(text)) or _LATER.search(text) or not is_for(one, ill, context):
        return False
    if _FREE.search(text) or any(tried.tells_failed(part) for part in next_step.clauses(text)):
        return False  # it is for those who may have it, or may not have something else
    barred = tuple(name for drug in given for name in (drug, *kin(drug), *members(drug)))
    return any(guided_words.named(text, drug) for drug in given) and _others([text], barred)


_OR: Final = caseless(r"\bor\b")
_FREE: Final = caseless(r"\b(?:no|without) (?P<what>[\w-]+) allergy\b")


def _for_the_free(text: str, patient: Patient) -> bool:
    """Whether a sentence is for people without an allergy that this patient has."""
    free = {found["what"].lower().rstrip("s") for found in _FREE.finditer(text)}
    return any(a.lower().rstrip("s") in free or any(of_class(a, one) for one in free) for a in patient.allergies)


def names_next(context: Context) -> bool:
    """Whether what comes behind is told by name; `another first-line medicine` leaves open which."""
    every = (m.term.semantic for one in rows(context) for m in vocabulary.load().find(one.span.quote))
    return any(semantic in ("drug", "procedure") for semantic in every)


NO_FAILURE: Final = 6.0
"""That what is felt is no failure stands before what is given where it is one."""
_NO_FAILURE: Final = caseless(
    r"\bno sign\b[^.;]{0,40}\bfail\w*"
    r"|\b(?:can|may) (?:last|persist|go on)\b[^.;]{0,60}\bafter\b[^.;]{0,40}\b(?:cured|treat\w*)"
)
_STILL: Final = caseless(r"\bstill (?:(?:an?|very|has|have|having|in|got) )*(?P<felt>[a-z]{4,})")


def _is_no_failure(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence says of just what is still felt that it may last though the treatment has served."""
    text, still = one.span.quote, _STILL.search(context.question.typed)
    if still is None or not _NO_FAILURE.search(text) or not is_for(one, ill, context):
        return False
    root = still["felt"].lower()[:4]
    return any(word.startswith(root) for word in text.lower().split())


def illness(question: Question) -> list[frozenset[str]]:
    """The stems of the names of what is treated."""
    return [own for c in question.having(Role.POPULATION) for n in c.names if (own := _stems(n))]


def sentences(ill: list[frozenset[str]], context: Context) -> list[Salient]:
    """The sentences of the guidelines on the illness, those that were left out included."""
    return [*guided_words.sentences(context, _TELLS), *_left_out(ill, context)]


def _left_out(ill: list[frozenset[str]], context: Context) -> list[Salient]:
    """The sentences of guidelines on the illness that were left out since they do not name what was given: it may be
    named by its class alone."""
    held = [
        a
        for a in context.further
        if a.record.kind is RecordKind.GUIDELINE
        and a.record.status is not RecordStatus.SUPERSEDED
        and _titled(a.record.title, ill, context)
    ]
    return [
        Salient(source, one.span, 1.0, words.stems(one.span.quote))
        for source in held
        for one in sentences_in(source.record)
        if quotable(one.span)
    ]


def _titled(title: str, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a guideline is of the illness by its title, or of the next wider one."""
    wider = [_stems(name) for c in context.question.having(Role.POPULATION) for name in c.broader[: elsewhere.NEAREST]]
    said = _stems(title)
    return any(own <= said for own in (*ill, *wider) if own)


def _another(one: Salient, given: tuple[str, ...], ill: list[frozenset[str]], context: Context) -> float:
    """How near a sentence of a guideline of the illness is that gives another treatment than what was given and its
    kin, or that beside it, where none tells what comes behind that."""
    text = one.span.quote
    if not _RECOMMENDS.search(text) or not is_for(one, ill, context) or _LATER.search(text):
        return 0.0
    if not _titled(one.appraisal.record.title, ill, context) or elsewhere.for_others(text, context):
        return 0.0
    terms = [m.term for m in vocabulary.load().find(text)]
    every = {term.label.lower() for term in terms if term.semantic == "drug"}
    told = {name.lower() for c in context.question.concepts for name in (c.label, *c.broader)}
    if any(term.semantic == "symptom" and term.label.lower() not in told for term in terms):
        return 0.0  # what eases the pain of an infection is no other way to treat it
    by_name = {name.lower() for drug in given for name in (drug, *kin(drug))}
    if not every - by_name:
        return 0.0
    if any(guided_words.named(text, drug) for drug in given):
        ended = not _goes_on(given, context) or tried.not_borne(context.question.typed)
        return 0.0 if ended or not _TOGETHER.search(text) else 1.2
    if any(_stems(name) <= _stems(text) for name in by_name):
        return 0.0
    if _told_illnesses(text, context) >= TWO:
        return 1.5  # of just such people
    # What is of another aim names nowhere what was given: what keeps clots away is none where the rate is too high.
    said = [s.span.quote for s in sentences_in(one.appraisal.record)]
    return float(any(guided_words.named(quote, drug) for quote in said for drug in given))


def _goes_on(given: tuple[str, ...], context: Context) -> bool:
    """Whether what was given is taken on (`on A, still`, `A, add what`), so that something may be given beside it."""
    question = context.question
    taken = {drug.lower() for drug in question.patient.drugs}
    return not tried.failed(question.typed) or any(name.lower() in taken for name in given)


def _told_illnesses(text: str, context: Context) -> int:
    """How many of the illnesses of the people asked about a sentence names."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    return sum(any((own := _stems(name)) and own <= _stems(text) for name in c.names) for c in ill)


_TOGETHER: Final = caseless(r"\b(?:together|combined with|besides|in addition to|added to)\b")
_RECOMMENDS: Final = caseless(
    r"\brecommends? (?!against)|\b(?:first|other) choices?\b|\bfirst-line (?:treatments?|medicines?)\b"
)
_LATER: Final = caseless(r"\b(?:should be stopped|stopp(?:ed|ing)|once|after (?:remission|the))\b")
"""What is done with something that is taken is no other treatment."""


def _fits(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence gives something in the illness to such a patient where something did not serve."""
    text = one.span.quote
    return bool(tried.tells_next(text) and _DOES.search(text)) and is_for(one, ill, context)


def is_for(one: Salient, ill: list[frozenset[str]], context: Context) -> bool:
    """Whether a sentence is of the illness and of such a patient, and keeps nothing from people."""
    text, patient = _ASIDE.sub("", one.span.quote), context.question.patient
    advised, _, _ = text.partition(";")  # behind it stands a limit of what is advised
    if next_step.bars(advised) or not sexes.fits(text, patient) or _for_the_free(text, patient):
        return False
    said = _stems(f"{text} {one.appraisal.record.title}")
    if not any(own <= said for own in ill) or not fitting.of_age(text, patient) or whom.of_adults(text, patient):
        return False
    if fitting.YOUNG.search(text) and not fitting.GROWN_TOO.search(text) and not whom.is_child(patient):
        return False
    titled = _stems(one.appraisal.record.title)
    own = any(each <= titled and (each <= _stems(text) or _opens_with(text, titled)) for each in ill)
    return not (same_aim.another_degree(text, context) or (not own and elsewhere.for_others(text, context)))


_ASIDE: Final = caseless(r" ?\([^()]{1,90}\)")
"""`A or (in pregnancy) B`: what stands in brackets is said of some of them."""
_OPENS: Final = caseless(r"^\W*in (?P<what>[^,]{3,80}),")


def _opens_with(text: str, titled: frozenset[str]) -> bool:
    """Whether a sentence opens with what its guideline is of, by another of its names."""
    found = _OPENS.match(text)
    return found is not None and _stems(found["what"]) <= titled | _WHOM


def _stems(text: str) -> frozenset[str]:
    """The stems of a text, in one spelling."""
    return words.stems(_IZE.sub("iz", text))


_IZE: Final = caseless(r"(?<=[a-z]{4})is(?=(?:e[ds]?|ing|ation)\b)")
"""As a thesaurus spells it: `generalized`."""
_WHOM: Final = words.stems("adult child people person women men of in and or")


def _near(one: Salient, given: tuple[str, ...], context: Context) -> float:
    """How near a sentence is: of just what was given, of any first choice; nothing where it gives the same."""
    text, question = one.span.quote, context.question
    failing = [part for part in next_step.clauses(text) if tried.tells_failed(part)]
    if _SEVERAL.search(" ".join(failing)) and len(_distinct(given)) < TWO:
        return 0.0
    if _RAISED.search(" ".join(failing)) and not (_RAISED.search(question.typed) or tried.twice(question.typed)):
        return 0.0
    if tried.barred(question.typed) and not _UNSUITED.search(" ".join(failing)):
        return 0.0  # what was never given has not failed
    others = _others(failing, given)
    if _CANNOT.search(" ".join(failing)) and not tried.not_borne(question.typed):
        return 0.0  # who takes it already could have it
    both = words.stems(" ".join(failing)) & words.stems(f"{question.typed} {question.read}")
    shared = len(both)
    if any(_SEVERAL.search(part) and not _others([part], given) for part in failing):
        return 5.5 + 0.1 * shared  # as many as were given have not served
    if next_step.follows(text, given):
        return 4.0 - 1.5 * others + 0.1 * shared + 0.5 * (_NOT.search(" ".join(failing)) is not None)
    if not given and not others and both & _measures(context):
        return 4.0 + 0.1 * shared
    if not (given or others) and _PLACED.search(text) and _PLACED.search(f"{question.typed} {question.read}"):
        return 2.0 + 0.1 * shared  # where nothing is told to have failed, what has the place that is asked for
    if others or (given and next_step.done(text, given, question.typed)) or not _GENERAL.search(text):
        return 0.0
    return 2.0 + 0.1 * shared if given or shared >= TWO else 0.0


def _measures(context: Context) -> frozenset[str]:
    """The stems of what was done without a medicine (`stretching`): what the question tells before it says that this
    failed, but for the illness and for words of time and number."""
    question = context.question
    ill = frozenset().union(*(_stems(n) for c in question.having(Role.POPULATION) for n in c.names))
    told = {
        s for w in words.content(question.typed) if not w[0].isdigit() and not _PLAIN.search(w) and (s := words.stem(w))
    }
    return frozenset(told) - ill


_PLAIN: Final = caseless(
    r"^(?:days?|weeks?|months?|years?|no[tn]?|help\w*|work\w*|fail\w*|better|next|after|despite|still|improv\w*"
    r"|treat\w*"
    r"|respon\w+|option\w*|adults?|child\w*|people|patients?|pain\w*|symptom\w*|sever\w+|chronic|acute)$"
)
TWO: Final = 2
_UNSUITED: Final = caseless(
    r"\b(?:can(?:not| not)|not (?:suit|toler|allowed|advis)\w*|unsuit\w*|contra-?indicat\w*|intoleran\w*|allerg\w*)\b"
)
_CANNOT: Final = caseless(r"\bcan(?:not| not) (?:take|have|tolerate)\b")
_NOT: Final = caseless(r"\b(?:not|fail\w*|without|refractory|persist\w*|goes on|poor)\b")
_PLACED: Final = caseless(
    r"\bsecond[- ](?:choices?|lines?)\b|\bnext[- ](?:step|line|choice|option)\b"
    r"|\bfirst[- ](?:line|choice)[^.;?]{0,20}\b(?:fail\w*|not work\w*)|\bwhat next\b"
)
_RAISED: Final = caseless(r"\b(?:times the (?:usual|licensed) dose|(?:high|raised|max\w*) (?:dose)?)\b")
_SEVERAL: Final = caseless(
    r"(?<!stage )(?<!step )(?<!type )\b(?:second|third|[23]|two|three) (?!weeks|days|months|doses|years|to\b|or\b)\w+"
)


def _distinct(given: tuple[str, ...]) -> set[str]:
    """The medicines given, each once however often it is named."""
    return {term.label for name in given for term in vocabulary.load().lookup(name)[:1]}


def _others(failing: list[str], given: tuple[str, ...]) -> bool:
    """Whether what has not served is, or is besides, another medicine than was given."""
    named = [m.term.label for part in failing for m in vocabulary.load().find(part) if m.term.semantic == "drug"]
    return any(not any(guided_words.named(name, drug) for drug in given) for name in named)


def lead(draft: Draft, context: Context, told: Sequence[Salient]) -> None:
    """The sentences that tell it stand first, once; behind them what bars or warns of what they give, and nothing of
    the first choice."""
    led = Draft(draft.id, "")
    for one in told:
        by_part.tell(led, one)
    said = " ".join(one.span.quote for one in told)
    kinds = {a.record.id: a.record.kind for a in (*context.appraisals, *context.option_labels)}
    barred = {item.span for _, item in for_patient.barred(context)}
    given = next_step.given(context.question) if next_step.asked(context.question) else ()

    def stays(one: Statement) -> bool:
        if barred & set(one.supports):
            return True
        labels = bool(one.supports) and all(kinds.get(span.record) is RecordKind.LABEL for span in one.supports)
        drugs = _labelled(one, context) if labels else []
        drugs = [drug for drug in drugs if not any(guided_words.named(name, drug) == BY_NAME for name in given)]
        return any(guided_words.named(said, drug) for drug in drugs)

    alarms = [s for s in draft.statements if s.kind is Kind.NAVIGATION and _ALARM.search(s.text)]
    draft.put((*alarms, *led.statements, *filter(stays, draft.statements)))


_ALARM: Final = caseless(r"\b(?:emergency|critical value|urgent|nobody should)\b")


def _labelled(one: Statement, context: Context) -> list[str]:
    """The medicines of the labels that a statement rests on."""
    records = {span.record for span in one.supports}
    every = (*context.appraisals, *context.option_labels)
    return [d.drug for a in every if a.record.id in records for d in a.directives[:1] if d.drug]
