"""Rivals: drugs that may stand in the place of the one asked about, since a label names the same illness among its uses
or a study set the two against each other.

What is of another kind may as well stand beside it: no label says which, and so it is told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from probatum import vocabulary
from probatum.apply import fitting
from probatum.apply.choices import as_if, controlling, same_aim, same_drug, vetting
from probatum.apply.context import Context
from probatum.apply.labels import kinship
from probatum.apply.labels.ingredients import ingredient
from probatum.apply.once import once, once_for
from probatum.apply.patient import aimed, bars, fellows, for_patient, illnesses, other_uses
from probatum.apply.selection import is_open
from probatum.apply.together import two_fellows
from probatum.model import (
    Appraisal,
    Concept,
    Directive,
    DirectiveAction,
    Finding,
    Intent,
    Question,
    RecordKind,
    RecordStatus,
    Role,
)
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.vocabulary import traits
from probatum.vocabulary.classes import classes_of, members

Row = tuple[Appraisal, Directive]

_NO_CHOICE: Final = (Intent.DIAGNOSIS, Intent.PROGNOSIS, Intent.MECHANISM, Intent.INTERACTION)
"""Kinds of question that ask for no treatment, so that there is none in place of which another could stand."""
_NOT: Final = caseless(r"[;,.]? (?:it |which )?(?:is |are |was )?not (?:for|indicated|approved|meant|recommended)\b.*$")
"""What a label says that it is not for."""


def sought(context: Context) -> bool:
    """Whether another treatment could be wanted in place of the one asked about; who needs help now chooses none, but
    may read what doctors give for the illness itself."""
    danger = context.question.danger
    if danger and not (danger == "emergency" and is_open(context.question) and _same(context.question)):
        return False
    return context.question.intent not in _NO_CHOICE and not context.combined


def _same(question: Question) -> bool:
    """Whether the illness that is named is what the alarm is about, so that what doctors give for it may be told: its
    sign is that of no other illness."""
    ill = {c.label.lower() for c in question.having(Role.POPULATION) if c.semantic == "condition"}
    signs = {m.term.label.lower() for m in vocabulary.load().find(question.sign) if m.term.semantic == "condition"}
    return bool(ill) and signs <= ill


def other(name: str, context: Context) -> bool:
    """Whether a drug is none that the question names, of no class that it names, and no class of what it names."""
    named_ = (c.label.lower() for c in context.question.concepts if c.semantic == "drug")
    own = {ingredient(n) or n for n in (*context.drugs, *named_)}
    held = {ingredient(m) for c in _compared(context) for m in members(c.label)}
    mine = ingredient(name) or name.lower()
    classes = {label.casefold() for drug in context.named for label in _classes_of_parts(drug)}
    said = words.stems(_JOINED.sub(" ", name))
    parts = any(o and words.stems(_JOINED.sub(" ", o)) <= said for o in own)  # a salt, or a combination with it
    parts = parts or any(said and said < words.stems(o) for o in own if " and " in o)  # or a part of a combination
    return mine not in own | held and name.lower() not in classes and not parts and not _named_alike(name, own)


def _named_alike(name: str, own: Iterable[str]) -> bool:
    """Whether a drug goes by a name of one of these: the label of a salt is that of its acid."""
    return any(same_drug.alike(name, one) for one in own)


_JOINED: Final = caseless(r"(?<=\w)[-/](?=[a-z]{3})")
"""Between the parts of a combination: `zorbinol-gravel`."""


def _compared(context: Context) -> tuple[Concept, ...]:
    return (*context.question.having(Role.INTERVENTION), *context.question.having(Role.COMPARATOR))


@once
def labelled(context: Context) -> tuple[Row, ...]:
    """Labels of other drugs that are for the illness which the treatment asked about is for, with the use; drugs of the
    same kind first."""
    problem = tuple(c for c in aimed.problem(context) if c.semantic in ("condition", "symptom"))
    if not problem and sought(context):
        return fellows.meant(context)
    held = context.answering or context.labels  # where nothing is held on what was asked about, the answer stops
    if not problem or not context.drugs or not held or not sought(context):
        return ()
    found: dict[str, Row] = {}
    for appraisal in context.appraisals:
        if appraisal.record.kind is not RecordKind.LABEL or appraisal.record.status is RecordStatus.SUPERSEDED:
            continue
        for item in appraisal.directives:
            name = item.drug.lower()
            if name and item.action is DirectiveAction.INDICATED and other(name, context) and is_for(item, context):
                found.setdefault(name, (appraisal, item))
    rows = (row for name, row in found.items() if not _of_other_germs(name, context))
    return tuple(sorted(rows, key=lambda row: kind(row[1].drug, context)))


@once_for
def is_for(item: Directive, context: Context) -> bool:
    """Whether an indication is for the problem, at the time asked about, and not for it in people with an illness of
    which nobody spoke."""
    text = _NOT.sub("", item.text)
    another = controlling.of_another_aim(text, context.question) or _only_kept_away(item, text, context)
    if another or illnesses.only_treats(text, context.question):
        return False
    meant = aimed.meant if not aimed.joined(context) else aimed.meant_of_all
    clauses = (part for part in _CLAUSE.split(text) if meant(part, context) and of_that_time(part, context))
    if not of_symptom(text, context) or _after_it(text, context):
        return False
    return any(clauses) and not other_uses.in_others(text, context) and _of_that_aim(text, context)


def _only_kept_away(item: Directive, text: str, context: Context) -> bool:
    """Whether a drug of other kinds prevents the next attack alone of what is there, as nothing asked about does."""
    if not kind(item.drug, context) or not same_aim.keeps_away(text, context):
        return False
    return not any(same_aim.keeps_away(own.text, context) for _, own in context.directives(DirectiveAction.INDICATED))


def _after_it(text: str, context: Context) -> bool:
    """Whether a use is in people who have had what is to be prevented, where nobody spoke of such people."""
    if context.question.intent is not Intent.PREVENTION or context.question.having(Role.POPULATION):
        return False
    wanted = aimed.problem(context)
    return any(aimed.named(found[0], wanted) for found in _HAD.finditer(text))


_HAD: Final = caseless(r"\b(?:after|following|with (?:a )?history of|who (?:have )?had|in people with)\b[^.;]{2,60}")
_CLAUSE: Final = caseless(r"[;,] (?=(?:and |or )?(?:to|for)\b)|\b(?:and|or) (?=(?:to|for)\b)")
"""Between the uses of a label: `for infections of the bladder, and to prevent them`."""


_ACUTE: Final = caseless(r"\b(?:acute\w*|flares?|attacks?|episodes?|sudden)\b")
_KEEPS: Final = caseless(r"\b(?:prevent\w*|prophyla\w*|long-term|maintenance)\b")


def of_symptom(text: str, context: Context) -> bool:
    """Whether a text names the complaint, where one is told in people with an illness: what is for the illness as a
    whole says nothing of cramps in it."""
    people = context.question.having(Role.POPULATION)
    felt = tuple(c for c in people if c.semantic == "symptom")
    ill = any(c.semantic == "condition" and not fitting.of_organ(c.label, context.question.patient) for c in people)
    return not (felt and ill) or aimed.named(text, felt)


def of_that_time(text: str, context: Context) -> bool:
    """Whether what ends an attack is wanted and offered, or what keeps attacks away is."""
    uses = " ".join(_NOT.sub("", d.text) for _, d in _meant(context))
    asked = context.question.read
    ends = bool(_ACUTE.search(asked)) or (bool(_ACUTE.search(uses)) and not _KEEPS.search(f"{asked} {uses}"))
    if ends:
        return bool(_ACUTE.search(text)) or not _KEEPS.search(text)
    keeps = context.question.intent is Intent.PREVENTION or bool(_KEEPS.search(asked)) or bool(uses)
    return not keeps or bool(_KEEPS.search(text)) or not _ACUTE.search(text)


def of_organs(context: Context) -> bool:
    """Whether the only illness told is one of the patient's kidneys or liver, and no label of the treatment is for it:
    what is tried for those stands in the place of nothing that was asked about."""
    ill = [c for c in context.question.concepts if c.role in _ILL and c.semantic in ("condition", "symptom")]
    patient = context.question.patient
    organs = bool(ill) and all(fitting.of_organ(c.label, patient) for c in ill)
    return organs and bool(context.labels) and not _meant(context) and not is_open(context.question)


_ILL: Final = (Role.POPULATION, Role.OUTCOME)


def _meant(context: Context) -> list[Row]:
    return [row for row in context.directives(DirectiveAction.INDICATED) if context.indicated_for_this(row[1])]


_AIM: Final = caseless(
    r"\bto (?:lower|reduce|prevent|improve|control|slow)(?: the)?(?: risks?| rates?)?(?: of)? "
    r"(?P<what>[^.;]{2,90}?) in\b"
)


def _of_that_aim(text: str, context: Context) -> bool:
    """Whether a use has the aim of the treatment asked about, where that keeps something else away from people with the
    illness: what lowers the risk of stroke in an arrhythmia is not replaced by what slows the heart."""
    problem = aimed.problem(context)
    names = words.stems(" ".join(n for c in problem for n in c.names))
    aims = [found["what"] for _, d in _meant(context) if (found := _AIM.search(d.text))]
    apart = [own for own in (_alike(aim) - _COUNTED for aim in aims) if not own & names]
    if not aims and _keeps_else_away(text, names, context):
        return False
    return not apart or any(own & _alike(text) for own in apart)


def _keeps_else_away(text: str, names: frozenset[str], context: Context) -> bool:
    """Whether a use keeps something else away from people with the illness, which what is asked about treats itself,
    and of which nobody spoke: what prevents strokes in an arrhythmia treats no arrhythmia."""
    found = _RISK.search(text)
    wanted = words.stems(f"{context.outcome} {context.question.read}") - names
    aim = _alike(found["what"]) - _COUNTED if found is not None else frozenset[str]()
    return bool(aim) and bool(_meant(context)) and not aim & (names | wanted)


_RISK: Final = caseless(
    r"\bto (?:prevent|prevent and treat|(?:lower|reduce) (?:the )?(?:risks?|rates?) of) (?P<what>[^.;]{2,90}?) in\b"
)


def _alike(text: str) -> frozenset[str]:
    return words.stems(_GLUCOSE.sub("glucose", text))


_GLUCOSE: Final = caseless(r"\bglyca?emic\b")
"""One thing under two names of different roots."""


_COUNTED: Final = words.stems("risk rate lower reduce death deaths systemic major events control")


def kind(name: str, context: Context) -> int:
    """0 for a drug of a class of those asked about, 2 for one of other classes, 1 where the classes of either are not
    known: what lowers lipids is given beside what keeps blood from clotting, and not in its place."""
    own, asked = set(_classes(name)), {label for drug in context.named for label in (*_classes(drug), drug.lower())}
    if own & asked:
        return 0
    return 2 if own and any(map(_classes, context.named)) else 1


def _classes(name: str) -> tuple[str, ...]:
    parts = (label for part in name.split(" and ") for label in classes_of(part))
    return classes_of(name) or classes_of(ingredient(name)) or tuple(parts)


def _classes_of_parts(name: str) -> tuple[str, ...]:
    """The classes of a drug, and of each that a combination is made of: it is of the class of either."""
    return (*classes_of(name), *(label for part in name.split(" and ") for label in classes_of(part)))


_GERMS: Final = ("antibiotic", "antifungal agents", "antivirals", "antiviral agents")


def _of_other_germs(name: str, context: Context) -> bool:
    """Whether a drug works on other germs than those asked about: an illness by the same name is another one."""
    own = {label for label in _classes(name) if label in _GERMS}
    asked = {label for drug in context.named for label in _classes(drug) if label in _GERMS}
    return bool(own and asked and not own & asked)


def another_kind(name: str, context: Context) -> bool:
    """Whether a drug is of other kinds than those asked about, by their classes and what they are made of, as far as
    both are known."""
    own, asked = set(kinship.kin(name)), {kind for drug in context.named for kind in (drug, *kinship.kin(drug))}
    known = bool(own) and all(kinship.kin(drug) for drug in context.named)
    return known and not {n.lower() for n in asked} & (own | {name.lower()})


def apart(name: str, context: Context) -> bool:
    """Whether a drug is told of among those of other kinds alone: its class is another, or unknown beside a known."""
    return kind(name, context) > int(not any(map(_classes, context.named)))


def compared(context: Context) -> Iterator[tuple[str, Appraisal, Finding]]:
    """Drugs that a study which answers set against the one asked about, each once, with the finding."""
    if not sought(context):
        return
    seen: set[str] = set()
    attack = bool(_ACUTE.search(context.question.read))
    for appraisal in context.answering:
        if attack and _KEEPS.search(appraisal.record.title) and not _ACUTE.search(appraisal.record.title):
            continue  # what keeps attacks away ends none
        for finding in appraisal.findings:
            if finding.harm or finding.problems or len(finding.arms) != 2:
                continue
            named = [_drugs(arm.arm) for arm in finding.arms]
            sides = [[n for n in side if other(n, context)] for side in named]
            for mine, its in ((0, 1), (1, 0)):
                asked = any(context.names_intervention(name) for name in named[mine])
                if asked and not sides[mine] and len(sides[its]) == 1 == len(named[its]):
                    name = sides[its][0]
                    if name not in seen:
                        seen.add(name)
                        yield name, appraisal, finding


def _drugs(text: str) -> list[str]:
    found = vocabulary.load().find(text)
    return list(dict.fromkeys(m.term.label.lower() for m in found if m.term.semantic == "drug"))


def barred(name: str, context: Context) -> Row | None:
    """What rules a drug out for this patient, by its own label or by advice against all of its class."""
    own = next(iter(for_patient.barred(as_if.asked(name, context))), None)
    return own or next(vetting.with_its_class(name, context), None)


def set_behind(name: str, context: Context) -> Row | None:
    """What labels say that may kill or maim of a drug beside one that is taken, though they forbid it to nobody: what
    makes bleed is no first choice beside an anticoagulant, whatever it is for."""
    if unborn := _of_the_unborn(name, context):
        return unborn
    if not context.question.patient.drugs:
        return None
    alike = is_open(context.question) or _narrow(context.drugs) & _narrow((name,))
    if not alike and any(_grave(drug, context) for drug in context.drugs):
        return None  # what was asked about is no better beside it
    return _grave(name, context)


def _of_the_unborn(name: str, context: Context) -> Row | None:
    """What a label tells of malformations, where somebody is pregnant."""
    if not context.question.patient.pregnancy:
        return None
    return next((row for row in for_patient.told(as_if.asked(name, context)) if _MALFORMS.search(row[1].text)), None)


_MALFORMS: Final = caseless(
    r"\b(?:raises? the risk of|can cause|may cause)\b[^.;]{0,40}\b(?:malform\w*|birth defects?|cleft|neural tube)"
)


def _narrow(names: Iterable[str]) -> set[str]:
    """The smallest class of each of these, where it is so small that what holds for one is near to another."""
    smallest = (label for name in names for label in classes_of(name)[:1])
    return {label for label in smallest if len(members(label)) <= WIDEST}


WIDEST: Final = 30


def _grave(name: str, context: Context) -> Row | None:
    left = [drug for drug in context.question.patient.drugs if drug.lower() not in context.drugs]
    if not left:
        return None  # what is to be replaced stands beside nothing
    return next((row for row in vetting.beside(name, context) if vetting.gravity(row) == _GRAVE), None)


_GRAVE: Final = 3


def of_fellow(name: str, context: Context) -> Row | None:
    """What the label of a drug asked about says of the patient's kidneys or liver, where another of the same narrow
    class has a label that does not speak of them; and what bars the drug asked about for a harm that another does as
    well (what makes bleed, after a bleed): neither is a way out."""
    if is_open(context.question) or not context.drugs:
        return None
    barred_ = for_patient.barred(context)
    for row in barred_:
        if any(harm.search(row[1].text) for trait in traits.traits_of(name) if (harm := _HARM_OF.get(trait))):
            return row
    patient = context.question.patient
    if not _narrow(context.drugs) & _narrow((name,)):
        return None
    own = [d for a in as_if.labels(name, context) for d in a.directives]
    rows = (*barred_, *for_patient.told(context))
    found = (r for r in rows if r[1].action in _AGAINST and bars.names_organ(r[1], patient))
    of_organ = next((r for r in found if not any(bars.names_organ(item, patient) for item in own)), None)
    return of_organ or two_fellows.kept(name, _narrow(context.drugs) & _narrow((name,)), context)


_HARM_OF: Final = {
    "affects clotting": caseless(r"\b(?:bleed\w*|ha?emorrhag\w*)\b"),
    "prolongs the QT interval": caseless(r"\b(?:QTc?|torsades?)\b"),
    "raises potassium": caseless(r"\b(?:hyperkala?emia|(?:serum )?potassium above)\b"),
    "adds to serotonin": caseless(r"\bserotonin syndrome\b"),
    "depresses the central nervous system": caseless(r"\b(?:respiratory depression|slow(?:ed)? breathing)\b"),
}
"""The harm for which a medicine of a trait is barred."""
_AGAINST: Final = (DirectiveAction.CONTRAINDICATED, DirectiveAction.NOT_RECOMMENDED, DirectiveAction.CAUTION)


def no_way_out(name: str, context: Context) -> bool:
    """Whether a drug shares what speaks against the one asked about, or is grave beside what is taken."""
    return set_behind(name, context) is not None or of_fellow(name, context) is not None


def told(name: str, context: Context) -> tuple[Row, ...]:
    """What the label of a drug directs for such a patient: the dose, what holds in a state or with a drug taken."""
    wanted = (DirectiveAction.DOSE, DirectiveAction.SPECIAL_POPULATION, DirectiveAction.INTERACTION)
    return tuple(row for row in for_patient.told(as_if.asked(name, context)) if row[1].action in wanted)
