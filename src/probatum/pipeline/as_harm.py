"""As harm: a complaint beside a medicine that its label lists among its harms, and not among its uses.

`gynaecomastia spironolactone` names no verb. Read as what the medicine is tried for it is answered by `no study of this
use`; the label knows better: it is what the medicine may do. Said so, so that it can be corrected.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from probatum.acquire.library import Library
from probatum.apply import fitting
from probatum.errors import ProbatumError
from probatum.model import Assumption, Concept, Intent, Question, RecordKind, Role
from probatum.pipeline import listed, put_again
from probatum.text import falling, salts
from probatum.text.expressions import caseless
from probatum.vocabulary import noticed
from probatum.vocabulary.classes import members

HARM: Final = "harm"
"""The kind of the assumption."""
_TRIED: Final = caseless(
    r"\b(?:for|in|treat\w*|therap\w+|help\w*|reliev\w*|reduc\w*|prevent\w*|prophyla\w*|use[ds]?|using|give|given|start\w*"
    r"|work\w*|effective\w*|efficacy|benefit\w*|improv\w*|role|dos(?:e|es|ing|age)|manag\w*|add(?:ing)?|best|better"
    r"|can|could|may|people|patients?|someone|somebody|take[ns]?|taking|ha(?:s|ve|d)|previous|prior|past"
    r"|should|trials?|evidence|versus|vs|or|if|despite|history|known|already|when|how long|safe|ok|okay)\b"
)
"""Words of a question on what it is tried for, or on somebody who has the complaint besides."""
_ILL: Final = ("condition", "symptom")
MOST_MEMBERS: Final = 12
"""Members of a class whose labels are looked for."""
MOST: Final = 3
"""Complaints that are told together."""
LOOKED_AT: Final = 8
"""Reports of studies whose titles are looked at, best first."""


def told(question: Question, opened: Library, read: Callable[[str], Question], as_of: str) -> Question:
    """The question as one on that harm; itself where the label tells another story, or the question asks of a use.
    `read` reads a text as a question."""
    drugs = [c for c in question.having(Role.INTERVENTION) if c.semantic == "drug"]
    ills = [c for c in question.concepts if c.semantic in _ILL]
    if question.intent is not Intent.THERAPY or len(drugs) != 1 or not 0 < len(ills) <= MOST or question.danger:
        return question
    drug, befell = drugs[0], falling.told(question.typed)
    given = members(drug.label)[:MOST_MEMBERS] or (drug.label,)
    tried = _TRIED.search(_OWN.sub(" ", _WHERE.sub("", question.typed)))
    if question.having(Role.COMPARATOR) or (tried and not befell) or _chosen(drug, question.read):
        return question
    ills.sort(key=lambda ill: question.read.lower().find(ill.text.lower()))
    if not (befell or _stand_so(drug, ills[0], question.read)) or not _in_a_row(ills, question.read):
        return question
    if not all(
        _brought(drug, ill, given, opened, as_of) or _only_felt(drug, ill, question, opened, as_of) for ill in ills
    ):
        return question
    try:
        made = read(f"Does {drug.text} cause {' and '.join(_called(ill) for ill in ills)}?")
    except ProbatumError:
        return question
    why = "its label lists it so, and not as a use" if given == (drug.label,) else "a label of one of them lists it so"
    if not all(_listed(ill, given, opened, as_of) for ill in ills):
        why = "it is felt while it is taken, and no label or study that is held has it as a use"
    labels = " and ".join(ill.label for ill in ills)
    said = Assumption(HARM, "", f"{labels} as a harm of {drug.label}", why)
    return put_again.as_typed(question, made, said)


def _chosen(drug: Concept, read: str) -> bool:
    """Whether it is asked which of a class is given: `which anticoagulant`."""
    low = read.lower()
    return _WHICH.search(low[: max(low.find(drug.text.lower()), 0)]) is not None


_WHICH: Final = caseless(r"\b(?:which|what) (?:\w+ )?$")


def _called(ill: Concept) -> str:
    """A complaint as a noun: `nausea` for `feel sick`, `sleepiness` for `sleepy`; without a capital that it owes to its
    place."""
    if _STATE.match(ill.text) or ill.label.endswith("ness"):
        return ill.label
    first, rest = ill.text[:1], ill.text[1:]
    return first.lower() + rest if rest.islower() and ill.label.islower() else ill.text


_STATE: Final = caseless(r"(?:feel|felt|be|being|get|getting|go|going|have|can|cant|cannot|am|is)\b")


def _brought(drug: Concept, ill: Concept, given: tuple[str, ...], opened: Library, as_of: str) -> bool:
    """Whether a label of what is given lists the complaint as a harm, and no study has it as what it is for."""
    own = (ill.label, ill.text, *ill.synonyms)
    if len(given) > 1 and any(listed.is_use(one, own, opened, as_of) for one in given):
        return False  # what one of a class is for is what the class is asked for, whatever another may bring
    return _listed(ill, given, opened, as_of) and not _studied(drug, own, opened, as_of)


def _listed(ill: Concept, given: tuple[str, ...], opened: Library, as_of: str) -> bool:
    """Whether a label lists it by its own name, or by that of the harm of which it is noticed."""
    names = (ill.label, ill.text, *ill.synonyms, *falling.ways(ill.label), *noticed.harms(ill.label))
    return any(listed.as_harm(one, names, opened, as_of) for one in given)


def _only_felt(drug: Concept, ill: Concept, question: Question, opened: Library, as_of: str) -> bool:
    """Whether a complaint is told on a medicine (`hiccups since starting A`) of which no label or study that is held
    has it as a use, or bars whoever has it: it is nothing that the medicine is hoped to help."""
    own = (ill.label, ill.text, *ill.synonyms, *noticed.harms(ill.label))
    low, name = question.read.lower(), drug.text.lower()
    on_it = _ON_IT.search(low[: max(low.find(name), 0)])
    complaint = ill.semantic == "symptom" or ill.label.lower() in noticed.COMPLAINTS
    if not complaint or on_it is None:
        return False
    known = listed.as_harm(drug.label, own, opened, as_of) is not None
    named = listed.is_use(drug.label, own, opened, as_of) or listed.bars(drug.label, own, opened, as_of)
    return known and not named and not _studied(drug, own, opened, as_of)


_ON_IT: Final = caseless(
    r"\b(?:on|since|taking|from|after)(?: (?:i|he|she|they))?"
    r"(?: (?:starting|started|taking|going on|being on|began|put on|on"
    r"|my|his|her|the|new|these|this)){0,3} $"
)


def _in_a_row(ills: list[Concept], read: str) -> bool:
    """Whether several complaints are told one after the other: `fever and sore throat`."""
    low = read.lower()
    places = [(low.find(ill.text.lower()), len(ill.text)) for ill in ills]
    between = (low[at + size : then] for (at, size), (then, _) in pairwise(places))
    return all(_JOINS.fullmatch(words) for words in between)


_JOINS: Final = caseless(r"\W*(?:(?:and|with|plus) )?(?:(?:got|get|getting|have|had) )?(?:an? |bad )?")
_OWN: Final = caseless(
    r"\b(?:i|he|she|(?:my )?(?:mum|mom|dad|mother|father|son|daughter|wife|husband|nan|gran|baby|child)(?: \d{1,3})?)"
    r"(?: (?:has|have|had|got|gets?|'?s got))+(?= [\w ]{3,40}\b(?:on|since|from) )"
)
"""Who has it: `my daughter has tummy ache on A`."""
_WHERE: Final = caseless(r"\bin (?:my|his|her|their|both|the) (?:\w+ )?\w+")
"""Where it is felt, which is no word of a use: `cramps in my legs`."""


def _stand_so(drug: Concept, ill: Concept, read: str) -> bool:
    """Whether the complaint stands before the medicine, right behind it (`A after B` has B first), or is what the
    medicine gives somebody."""
    low = read.lower()
    at, given = low.find(ill.text.lower()), low.find(drug.text.lower())
    if at < 0 or given < 0:
        return False
    between = low[given + len(drug.text) : at].strip(" ,-:")
    return at < given or not between or _GIVING.fullmatch(between) is not None


_GIVING: Final = caseless(
    r"(?:and )?(?:now |has |have |she |he )*(?:c/?o|complain(?:s|ing|ed)? of|develop(?:s|ed|ing)?)(?: (?:an?|new|bad))?"
    r"|(?:tablets? |pills? |capsules? )?(?:(?:is|are|was|keeps?|has been|seems to be|started|kept) )?"
    r"(?:giv(?:es|ing)|gave|caus(?:es|ed|ing)|brings?(?: on)?|bringing(?: on)?|brought on|sets? off|setting off)"
    r"(?: me| him| her| us| them)?(?: an?| the| this| my| his| her| bad| awful| terrible)*(?: \w+)?"
)
"""How people say that a medicine does it to them."""


def _studied(drug: Concept, names: tuple[str, ...], opened: Library, as_of: str) -> bool:
    """Whether a report that is held has the medicine in its title as what is given for it, or against it."""
    for hit in opened.search(f"{drug.label} {names[0]}", limit=LOOKED_AT, kind=_STUDIES, as_of=as_of):
        title = hit.record.title
        if _DONE.search(title) or not fitting.names_one(title, (names,)):
            continue
        told = " ".join((title, *(s.text for s in hit.record.evidence_sections if _SPARES.search(title))))
        if salts.is_about(told, drug.label):
            return True
    return False


_STUDIES: Final = (RecordKind.TRIAL_REPORT.value, RecordKind.ARTICLE.value, RecordKind.REVIEW.value)
_SPARES: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|reduc\w+|lower\w*|treat\w*|therapy)\b")
_DONE: Final = caseless(
    r"\b(?:induced|associated|related|caused|due to|following|adverse|safety|toxicity|harms?|side[- ]effects?)\b"
)
