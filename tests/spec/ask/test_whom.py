"""People, their illness and what is treated: whom a question is about."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.model import Role
from probatum.vocabulary import load
from probatum.vocabulary.classes import _table, classes_of, members

WHOM = [
    ("Do corticosteroids help children with croup?", "children with croup", ""),
    ("Is dexamethasone effective for croup in children?", "children with croup", ""),
    ("What antibiotic for uncomplicated cystitis in women?", "women with uncomplicated cystitis", ""),
    ("In children, does amoxicillin shorten acute otitis media?", "children with acute otitis media", ""),
    ("amoxicillin for otitis media in toddlers", "toddlers with otitis media", ""),
    ("should we give antibiotics for bronchitis in adults?", "adults with bronchitis", ""),
    ("Does zinc shorten the common cold?", "people with common cold", ""),
    ("Does vitamin D prevent fractures in older adults?", "older adults", "fractures"),
    ("Does magnesium prevent migraine in adults?", "adults", "migraine"),
    ("Do statins reduce stroke in older people?", "older people", "stroke"),
    ("Should she take folic acid for anaemia?", "people with anaemia", ""),
]


@pytest.mark.parametrize(("typed", "population", "outcome"), WHOM)
def test_what_is_treated_is_no_outcome(typed: str, population: str, outcome: str) -> None:
    question = read(typed)
    assert (question.population, question.outcome) == (population, outcome)


@pytest.mark.parametrize(
    ("typed", "kept", "denied"),
    [
        ("Should a woman with asthma and no heart disease take aspirin?", "asthma", "heart diseases"),
        ("Is semaglutide useful for obesity without diabetes?", "obesity", "type 2 diabetes mellitus"),
    ],
)
def test_an_illness_that_is_denied_is_not_asked_about(typed: str, kept: str, denied: str) -> None:
    roles = {c.label: c.role for c in read(typed).concepts}
    assert roles[kept] in (Role.POPULATION, Role.OUTCOME)
    assert roles.get(denied, Role.OTHER) is Role.OTHER


def test_what_a_drug_is_given_for_is_read_behind_it() -> None:
    question = read("Should I give aspirin to prevent pre-eclampsia?")
    assert (question.intervention, question.outcome) == ("aspirin", "pre-eclampsia")


@pytest.mark.parametrize(("typed", "member"), [("antibiotics", "amoxicillin"), ("steroids", "dexamethasone")])
def test_a_class_is_looked_for_by_its_members(typed: str, member: str) -> None:
    drug = next(c for c in read(f"Do {typed} help in pneumonia?").concepts if c.role is Role.INTERVENTION)
    assert member in drug.synonyms
    assert drug.label in classes_of(member)


def test_a_lay_name_stays_among_the_names() -> None:
    ill = next(c for c in read("antibiotics for sore throat").concepts if c.label == "pharyngitis")
    assert "sore throat" in ill.synonyms


@pytest.mark.parametrize("label", sorted(_table()))
def test_every_class_is_a_term_and_has_members(label: str) -> None:
    terms = load().lookup(label)
    assert terms and terms[0].label.casefold() == label
    assert len(set(members(label))) == len(members(label)) >= 2
