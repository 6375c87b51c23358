"""Sentences of labels that name another medicine are directions on the two, by whatever verb."""

from __future__ import annotations

from pathlib import Path

import pytest

import probatum
from probatum.appraise import directives
from probatum.model import Directive, DirectiveAction, Record, RecordKind, SectionKind, SourceSection


def _label(drug: str, heading: str, text: str) -> tuple[Directive, ...]:
    section = SourceSection(id="label.1", kind=SectionKind.LABEL, heading=heading, text=text)
    title = f"{drug} tablets"
    record = Record(
        id="probatum:x", version="1", identifiers=(), kind=RecordKind.LABEL, title=title, sections=(section,)
    )
    return directives.read(record)


@pytest.mark.parametrize(
    ("drug", "text"),
    [
        ("Olanzapine", "Lorazepam by injection with olanzapine by injection deepens somnolence."),
        ("Mirtazapine", "Mirtazapine deepens the sedation of alcohol and benzodiazepines."),
        ("Oxybutynin", "Oxybutynin with other anticholinergic drugs adds to dry mouth and constipation."),
        ("Pioglitazone", "Gemfibrozil slows the breakdown of pioglitazone."),
        ("Venlafaxine", "Ketoconazole and cimetidine with venlafaxine call for close supervision."),
        ("Apixaban", "Apixaban affects the INR, so an INR measured soon after may mislead the dose of warfarin."),
        ("Metoprolol", "Metoprolol should be withdrawn several days before clonidine is stopped."),
    ],
)
def test_verbs_of_what_two_do(drug: str, text: str) -> None:
    assert [d.action for d in _label(drug, "Drug interactions", text)] == [DirectiveAction.INTERACTION]


@pytest.mark.parametrize(
    ("drug", "heading", "text", "actions"),
    [
        ("Donepezil", "Warnings", "Donepezil exaggerates the muscle relaxation of succinylcholine.", ["caution"]),
        ("Macrogol 3350", "Dosage and administration", "Macrogol 3350 works within 1 to 3 days.", []),
        ("Penicillin V", "Warnings", "Penicillin V tablets dissolve in water.", []),
        ("Rivaroxaban", "Drug interactions", "Rivaroxaban should be stopped if bleeding occurs.", ["stop"]),
    ],
)
def test_what_names_no_other_stays(drug: str, heading: str, text: str, actions: list[str]) -> None:
    assert [d.action.value for d in _label(drug, heading, text)] == actions


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("olanzapine injection and lorazepam injection together", "deepens somnolence"),
        ("risperidone and furosemide", "deaths were more frequent"),
        ("venlafaxine with cimetidine", "close supervision"),
        ("salbutamol with theophylline", "potassium should be monitored"),
        ("combined pill with co-amoxiclav", "amoxicillin/clavulanate may make oral contraceptives less effective"),
    ],
)
def test_a_pair_finds_them(question: str, says: str, starter_place: Path) -> None:
    said = [s.text for s in probatum.answer(question, library=starter_place).section("bottom_line").statements]
    assert says in said[0] and sum(says in one for one in said) == 1
