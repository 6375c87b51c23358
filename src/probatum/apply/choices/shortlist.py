"""Shortlist: the treatments that the sources tell of for an illness where the question names none, each once, held to
what labels say of such a patient, the best first.

A treatment stands there by what speaks for it (a guideline, a study in which it helped, a label that is for the
illness), never by a word that its source shares with the question. A class and its members are one option, and so is a
drug of which several sources tell. What is ruled out for the patient stays on the list, behind the others, so that it
can be said that it is not to be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.choices import as_if, narrowed, of_a_kind, options, vetting
from probatum.apply.choices.option import Option
from probatum.apply.context import Context
from probatum.apply.evidence.given import treatment
from probatum.apply.evidence.tried import better
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.patient import complaint, standings
from probatum.apply.quoted.choosing import best_conclusion
from probatum.apply.sections.alternatives import studied
from probatum.apply.selection import is_open
from probatum.apply.together import conflicting, making_way
from probatum.model import Appraisal, Direction, Directive, Finding, Fit, Level, Question, RecordStatus
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary.classes import classes_of, members

WIDEST: Final = 30
"""Members of a class that says what is to be given; an antibiotic is no answer to which."""
_GIVEN: Final = ("drug", "procedure")
"""Semantic kinds of what can be given or done."""


def shortlist(context: Context) -> tuple[Option, ...]:
    """The options for an open question, the best first and those ruled out for this patient last; else none."""
    if not is_open(context.question):
        return ()
    made = [
        _vetted(o, context)
        for o in _merged(_named(context))
        if not making_way.every(context.question) & {o.name.casefold(), *o.drugs}
    ]
    contested = {drug for drug, *_ in conflicting.conflicts(context)}
    made = [msgspec.structs.replace(o, contested=bool(contested & {o.name, *o.drugs})) for o in made]
    kept = [o for o in made if options.allowed(o.name, context)]
    kept = list(of_a_kind.of_it(kept, context.question))
    kept = [o for o in kept if not narrowed.is_narrow(o, context.question)]
    narrow = [o for o in kept if not _wide(o.name)] or kept
    if any(o.studies and not o.indirect for o in narrow):
        narrow = [o for o in narrow if not o.indirect or o.advice]
    shown = [o for o in narrow if o.studies or o.advice]
    # What a label is for beside much else is an option only where little is told of others.
    made_for = context.question.patient
    kept_back = {
        o.name for o in narrow if o.advice and all(options.of_an_allergy(d.text, made_for) for _, d in o.advice)
    }
    few = len(shown) < 2 or of_a_kind.kind(context.question)  # each of its kind is asked for
    order = sorted(narrow if few else shown, key=_place)
    asked = context.question
    held = any(o.fit and o.studies and not o.indirect and not o.bare for o in order)
    return tuple(
        sorted(
            order,
            key=lambda o: (
                o.name in kept_back and not o.studies,
                narrowed.only_prevents(o, asked),
                _akin_to_left(o, context),
                held and o.bare and not o.advice,  # whose dose and dangers nothing here tells
            ),
        )
    )


def _akin_to_left(option: Option, context: Context) -> bool:
    """Whether it is of the narrowest class of a medicine that was left: what that did it may do as well."""
    left = {classes_of(name)[0] for name in making_way.left(context.question) if classes_of(name)}
    return any(label in left for label in classes_of(option.name)[:1])


def candidates(context: Context) -> tuple[str, ...]:
    """The names of what may be on the list and of the first members of a class, whose labels are to be looked up."""
    if not is_open(context.question):
        return ()
    names = dict.fromkeys(option.name for option in _named(context) if option.name and not _wide(option.name))
    of_kind = members(of_a_kind.kind(context.question))[:MOST_OF_KIND]
    below = (m.casefold() for m in (*of_kind, *(m for name in names for m in members(name)[:MOST_MEMBERS])))
    return tuple(dict.fromkeys((*names, *below)))


MOST_MEMBERS: Final = 6
"""Members of a class whose labels are looked up: a class itself has none."""
MOST_OF_KIND: Final = 14
"""Members of the class of which one is asked for whose labels are looked up."""


def _named(context: Context) -> Iterator[Option]:
    """What each source tells of: a study, a recommendation, a label."""
    levels = {record: graded.level for record, graded in context.alternatives}
    for appraisal in studied(context):
        aimless = _ANOTHER_AIM in appraisal.directness.note
        if (
            aimless
            or appraisal.record.status is RecordStatus.SUPERSEDED
            or complaint.of_some(appraisal, context.question.read)
        ):
            continue
        for name in _treatments(appraisal, context):
            yield Option(
                name,
                (name,),
                studies=(appraisal,),
                level=levels.get(appraisal.record.id),
                indirect=_of_others(appraisal, context.question),
            )
    for row in options.recommended(context):
        if row[0].record.status is not RecordStatus.SUPERSEDED:
            said = tuple(name for name in map(_called, options.named(row[1])) if name) or _done(row[1])
            alone = (n for n in said if not any(m.casefold() in said for m in members(n)))
            yield from (Option(name, (name,), advice=(row,)) for name in alone)
    for appraisal in vetting.labels(context):
        for item in appraisal.directives:
            if item.drug and options.is_for(item, context) and options.of_its_time(item.text, context):
                yield Option(_called(item.drug.lower()), (item.drug.lower(),), use=(appraisal, item))


def _done(item: Directive) -> tuple[str, ...]:
    """What is done, where advice names a first treatment and no medicine: a therapy by talk, exercise, an operation."""
    if not _FIRST_CHOICE.search(item.text) or options.second(item.text):
        return ()
    found = (m.term for m in vocabulary.load().find(item.text) if m.term.semantic == "procedure")
    return tuple(dict.fromkeys(wording.lower(term.label) for term in found if _names_much(term.label)))[:1]


_ANOTHER_AIM: Final = "and not in people who have it"
"""How it is said that a study kept an illness away from people, where it is to be treated."""


def _called(name: str) -> str:
    """The one treatment that a name is of, as the vocabulary calls it; a combination keeps its own name; empty where it
    names nothing that is given."""
    found = [m.term.label for m in vocabulary.load().find(name) if m.term.semantic in _GIVEN]
    labels = tuple(dict.fromkeys(wording.lower(label) for label in found))
    return labels[0] if len(labels) == 1 else wording.lower(wording.bare(name)) if labels else ""


def _treatments(appraisal: Appraisal, context: Context) -> tuple[str, ...]:
    """The treatments that a study speaks for: the one that did better, or those of which its conclusion says so."""
    name = _called(better(appraisal.findings) or treatment(appraisal))
    if name and any(_shows(f, name) for f in appraisal.findings):
        return (name,)
    said = best_conclusion(appraisal, context.question)
    if said is None or not _speaks_for(said.quote):
        return ()
    own = words.stems(name)
    if name and (own & words.stems(said.quote) or own & words.stems(appraisal.record.title)):
        return (name,)
    if name:
        return ()
    title, text = words.stems(appraisal.record.title), said.quote
    found = [m for m in vocabulary.load().find(text) if m.term.semantic in _GIVEN and _helped(text[m.start :])]
    terms = [m.term for m in found if not _denied(m.term.label, appraisal)]
    given = (t for t in terms if t.semantic == "drug" or (_names_much(t.label) and words.stems(t.label) <= title))
    return tuple(dict.fromkeys(wording.lower(term.label) for term in given))[:MOST_OF_ONE]


def _helped(text: str) -> bool:
    """Whether what is said first of the treatment that a text begins with speaks for it: of several in a sentence each
    has its own clause."""
    said = ""
    for clause in _CLAUSES.split(text):
        said += clause
        if _HELPS.search(said) or _HELPS_NOT.search(said):
            break
    return _speaks_for(said)


_CLAUSES: Final = caseless(r"(?<=[,;]) ")


def _denied(name: str, appraisal: Appraisal) -> bool:
    """Whether a source reports of a treatment that nothing was detected, and nothing that shows a benefit of it."""
    own = words.stems(name)
    its = [f for f in appraisal.findings if f.arms and own <= words.stems(f.arms[0].arm)]
    nothing = any(f.direction is Direction.NONE_DETECTED for f in its)
    return nothing and not any(_shows(f, name) for f in its)


def _names_much(name: str) -> bool:
    """Whether a name says what is done: `treatment` says nothing."""
    return len(name.split()) > 1 or name.lower() not in ("treatment", "therapy", "intervention", "surgery", "care")


MOST_CARES: Final = 4
"""Members of a class whose labels are read for what is to be minded: what one warns of is often of the class."""
MOST_OF_ONE: Final = 3
"""Treatments that one conclusion may speak for."""


def _shows(finding: Finding, name: str) -> bool:
    """Whether a finding shows a benefit of a treatment."""
    good = finding.favours == "benefit" and finding.significant and not finding.harm and not finding.problems
    arm = finding.arms[0] if finding.arms and not finding.arms[0].control else None
    own = words.stems(name)
    kin = (words.stems(m) for m in members(name))
    said = words.stems(arm.arm) if arm is not None else frozenset[str]()
    return bool(good) and bool(own & said or any(k and k <= said for k in kin))


_HELPS: Final = caseless(
    r"\b(?:reduc(?:e|es|ed)|lower(?:s|ed)?|improv(?:e|es|ed)|reliev(?:e|es|ed)|effective|prevent(?:s|ed)|shorten(?:s|ed)"
    r"|heal(?:s|ed)|cur(?:es|ed)|more (?:often|likely|effective)|better|superior|prefer(?:s|red)?|fewer|beneficial"
    r"|raised (?:recovery|survival|cure)|halv(?:es|ed))\b"
)
_HELPS_NOT: Final = caseless(
    r"\b(?:unlikely to|ineffective|(?:is|was|are|were) (?:not|no more) (?:effective|superior|better|more effective)"
    r"|no (?:clear |significant |additional )?(?:benefit|effect|difference|advantage)|at most a small effect"
    r"|(?:did|does|do) not (?:\w+ ){0,2}(?:reduce|improve|prevent|lower|shorten|relieve|help|benefit|raise)"
    r"|did little|limited (?:effect|efficacy|benefit)|little or no|insufficient evidence|not enough evidence"
    r"|no usable data)\b"
)


def _speaks_for(text: str) -> bool:
    return bool(_HELPS.search(text)) and not _HELPS_NOT.search(text)


def _of_others(appraisal: Appraisal, question: Question) -> bool:
    """Whether a study was in people with another illness; that it was not in such kidneys is the patient's matter."""
    direct = appraisal.directness
    other = bool(direct.note) and direct.population.fit in (Fit.OTHER, Fit.RELATED)
    return other and not any(complaint.names(appraisal.record.title, c) for c in complaint.complaint(question))


def _merged(found: Iterable[Option]) -> Iterator[Option]:
    """Each treatment once; a class that a source names takes in its members."""
    held: dict[str, Option] = {}
    for option in found:
        if option.name:
            key = ingredient(option.name) or option.name
            held[key] = _joined(held[key], option) if key in held else option
    above = {
        key: next((c.casefold() for c in classes_of(o.name) if c.casefold() in held), "") for key, o in held.items()
    }
    for key, option in held.items():
        if _is_class(option.name) and not _wide(option.name):
            own = [held[k] for k, class_ in above.items() if class_ == key and k != key]
            for one in own:
                option = _joined(option, one)
            yield option
        elif not above[key] or _wide(above[key]):
            yield option


def _joined(one: Option, other: Option) -> Option:
    """Two as one, under the name of the first."""
    told = sorted((o for o in (one, other) if o.studies), key=_sureness)
    return Option(
        one.name,
        tuple(dict.fromkeys((*one.drugs, *other.drugs))),
        studies=tuple(dict.fromkeys(a for o in told for a in o.studies)),
        advice=tuple(dict.fromkeys((*one.advice, *other.advice))),
        use=one.use or other.use,
        level=told[0].level if told else None,
        indirect=bool(told) and told[0].indirect,
    )


def _sureness(option: Option) -> tuple[bool, int, int]:
    """Direct before indirect, then certainty, then design."""
    sure = list(Level).index(option.level) if option.level is not None else len(Level)
    study = option.studies[0].study.design if option.studies else None
    design = 2 if study is None else 0 if study.synthesis else 1 if study.randomised else 2
    return option.indirect, sure, design


def _is_class(name: str) -> bool:
    return bool(members(name))


def _wide(name: str) -> bool:
    return len(members(name)) > WIDEST


def _vetted(option: Option, context: Context) -> Option:
    """The option with what labels say against it; of a class the members that nothing bars, where there are such."""
    drugs = tuple(dict.fromkeys((*option.drugs, *(_held(option.name, context)))))
    every = drugs = tuple(d for d in drugs if not _is_class(d)) or drugs
    if option.use is not None and not option.studies:  # of a class that is advised the members that are for this
        drugs = tuple(d for d in drugs if any(options.is_for(i, context) for i in _labelled(d, context))) or drugs
    judged = {drug: vetting.bars(drug, context) for drug in drugs}
    free = tuple(drug for drug, bars in judged.items() if not bars)
    of_class = vetting.bars(option.name, context) if option.name not in judged else ()
    given = free or drugs
    return msgspec.structs.replace(
        option,
        name=free[0] if free and len(free) < len(drugs) and not _wide(option.name) else option.name,
        drugs=given,
        bars=of_class or (() if free else next(iter(judged.values()))),
        beside=next((told for drug in given if (told := vetting.beside(drug, context))), ()),
        cares=tuple(dict.fromkeys(row for drug in every[:MOST_CARES] for row in vetting.cares(drug, context))),
        bare=not any(as_if.labels(drug, context) for drug in given) and bool(ingredient(given[0])),
        unsaid=_unsaid(option, given, context),
    )


def _labelled(drug: str, context: Context) -> Iterator[Directive]:
    return (item for appraisal in as_if.labels(drug, context) for item in appraisal.directives)


def _unsaid(option: Option, given: Sequence[str], context: Context) -> bool:
    """Whether nothing says that an option may be used in the pregnancy or breast-feeding that is told."""
    patient = context.question.patient
    if not (patient.pregnancy or patient.breastfeeding) or any(map(context.of_mothers, option.studies)):
        return False
    told = any(fitting.PREGNANT.search(item.text) for _, item in option.advice)
    return not told and all(standings.untold(as_if.asked(drug, context)) for drug in given)


def _held(name: str, context: Context) -> Iterator[str]:
    """The members of a class whose labels are held."""
    own = {ingredient(m) or m.casefold() for m in members(name)}
    for appraisal in vetting.labels(context):
        for drug in dict.fromkeys(i.drug.lower() for i in appraisal.directives if i.drug):
            if (ingredient(drug) or drug) in own:
                yield drug


def _place(option: Option) -> tuple[bool | int | str, ...]:
    """What is ruled out last; what is advised and was shown to help first, then what a guideline calls the first
    choice, then what helped, then what is advised, then what a label is for. Of those alike certainty and design
    decide, then whether a guideline calls it the first choice, whether its label is held, how much is to be minded in
    such a patient, and how much was found."""
    later = bool(option.advice) and all(options.second(item.text) for _, item in option.advice)
    advised = bool(option.advice) and not option.contested and not later
    leading = (item.text for _, item in option.advice if not options.second(item.text))
    first = advised and any(map(_FIRST_CHOICE.search, leading))
    studied = bool(option.studies) and not later
    tier = 0 if advised and studied else 1 if first else 2 if studied else 3 if advised or later else 4
    every = [f for a in option.studies for f in a.findings]
    saved = any(f.favours == "benefit" and f.significant and _DEATH.search(f.outcome) for f in every)
    newest = max((a.record.year or 0 for a in option.studies), default=0)
    indirect, sure, design = _sureness(option)
    alike = (
        later,
        not any(_FIRST_CHOICE.search(item.text) for _, item in option.advice),
        option.bare,
        sum(map(vetting.gravity, (*option.beside, *option.cares))),
        option.use is None,
        -len(option.studies),
        not saved,
        -newest,
    )
    return (not option.fit, option.unsaid, indirect, tier, sure, design, *alike)


_FIRST_CHOICE: Final = caseless(r"\bfirst[- ](?:choice|line)\b")
_DEATH: Final = caseless(
    r"\b(?:(?:deaths?|mortality) from any cause|all[- ]cause (?:deaths?|mortality)|overall survival)\b"
)
