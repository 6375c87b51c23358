"""Whom to call: by country where its numbers were verified, else the general advice."""

from __future__ import annotations

import re

import pytest

from probatum.apply.replies import danger
from probatum.apply.replies.helplines import SOURCES, countries, crisis, help_in, sources
from probatum.ask.country import country_code, of_locale, read_country
from probatum.errors import ProbatumError
from probatum.model import Question


def question(kind: str, sign: str = "", country: str = "") -> Question:
    return Question(typed="q", read="q", danger=kind, sign=sign, country=country)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (question("emergency", "chest pain"), "emergency (chest pain): call the local emergency number now"),
        (question("emergency", "chest pain", "GB"), "emergency (chest pain): call 999 now"),
        (question("overdose", "a possible overdose", "AU"), "call a poison centre (13 11 26) or 000 now"),
        (question("overdose", "a possible overdose", "GB"), "call a poison centre or 999 now"),
        (question("emergency", "thoughts of suicide", "NZ"), "call 111 or a crisis line, 1737 (Need to talk?), now"),
        (question("dose", "a mix-up (whose rule)", "US"), "Check this before anything is given or taken"),
    ],
)
def test_the_danger_is_named_with_whom_to_call(asked: Question, said: str) -> None:
    assert said in danger.said(asked)


@pytest.mark.parametrize("kind", ["emergency", "overdose", "dose"])
@pytest.mark.parametrize("country", ["", "US", "IT"])
def test_plain_words_carry_the_same_figures(kind: str, country: str) -> None:
    asked = question(kind, "more than 4,000 mg in 24 hours", country)
    figures = re.compile(r"\d[\d,-]*")
    assert figures.findall(danger.said(asked)) == figures.findall(danger.plainly(asked))


def test_a_country_without_a_verified_number_gets_the_general_advice() -> None:
    assert "findahelpline.com" in crisis("ZZ")
    assert "112" in crisis("IT") and "findahelpline.com" in crisis("IT")
    assert help_in("ZZ").call_emergency == "the local emergency number"


def test_every_country_listed_has_a_number() -> None:
    assert all(help_in(code).emergency or help_in(code).crisis for code in countries())


@pytest.mark.parametrize("code", countries())
def test_every_number_has_a_page_on_which_it_was_read(code: str) -> None:
    told = help_in(code)
    given = {name for name in ("emergency", "crisis", "poison") if getattr(told, name)}
    assert given <= set(sources(code))
    assert all(how in SOURCES and page.startswith("http") for how, page in sources(code).values())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("I live in Norway and want to die", "NO"),
        ("we are in the UK, my son swallowed bleach", "GB"),
        ("I'm in New Zealand", "NZ"),
        ("back from India with fever", ""),
        ("a trial in Germany", ""),
        ("what helps us in practice", ""),
    ],
)
def test_the_country_is_where_somebody_says_to_be(typed: str, code: str) -> None:
    assert read_country(typed) == code


@pytest.mark.parametrize(("named", "code"), [("gb", "GB"), ("UK", "GB"), ("Australia", "AU"), ("", ""), ("br", "BR")])
def test_a_country_by_code_or_name(named: str, code: str) -> None:
    assert country_code(named) == code


def test_no_country_is_refused() -> None:
    with pytest.raises(ProbatumError, match="P414"):
        country_code("Atlantis")


@pytest.mark.parametrize(("locale", "code"), [("en_GB.UTF-8", "GB"), ("C.UTF-8", ""), ("POSIX", ""), ("de_CH", "CH")])
def test_the_country_of_a_locale(locale: str, code: str) -> None:
    assert of_locale(locale) == code
