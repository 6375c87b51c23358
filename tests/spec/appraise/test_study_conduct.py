"""How a study was done, in more detail: every value with its characters, or absent."""

from __future__ import annotations

import pytest
from appraise_records import make, methods

from probatum.appraise import study
from probatum.model import Cell, RecordKind, SectionKind, Sourced, SourceSection, Study

TRIAL = "METHODS: Sixty adults were randomly assigned to drugamine or placebo. "


def read(text: str, **fields: object) -> Study:
    return study.read(make(TRIAL + text, **fields))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Allocation was by sealed opaque envelopes.", "sealed opaque envelopes"),
        (
            "Sequentially numbered, opaque, sealed envelopes were used.",
            "Sequentially numbered, opaque, sealed envelopes",
        ),
        (
            "Randomisation was done by a central telephone randomisation service.",
            "central telephone randomisation service",
        ),
        ("An interactive web response system assigned the kits.", "interactive web response system"),
        ("The allocation sequence was concealed until enrolment.", "allocation sequence was concealed until enrolment"),
        ("Allocation could not be concealed.", None),
        ("Adults were recruited in central Europe.", None),
        ("CONCLUSIONS: Sealed envelopes should be used.", None),
    ],
)
def test_concealment(text: str, expected: str | None) -> None:
    got = read(text).concealment
    assert (got.value if got else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients and investigators were blinded to allocation.", ["participants", "investigators"]),
        ("Neither the participants nor the nurses knew the treatment.", ["participants", "care providers"]),
        ("Outcome assessors were unaware of the allocation.", ["outcome assessors"]),
        ("Pain was rated by a blinded observer.", ["outcome assessors"]),
        ("Blinding of the statistician was kept until the end.", ["analysts"]),
        ("The assessor-blinded outcome was pain.", ["outcome assessors"]),
        ("Patients were not blinded.", []),
        ("The surgeons could not be blinded.", []),
        ("The hospital staff caring for postoperative patients was blinded.", ["care providers"]),
        ("The trial was double-blind.", []),
    ],
)
def test_who_was_blinded(text: str, expected: list[str]) -> None:
    assert [one.value for one in read(text).blinded] == expected


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Fifty-five adults were included in the final analysis.", 55),
        ("Data were complete in many; 52 adults were analysed.", 52),
        ("The intention-to-treat population (n = 58) had a mean age of 60.", 58),
        ("Ninety adults were included in the analysis.", None),  # more than were randomised
        ("Twenty-eight adults in the drugamine group were analysed.", None),
        ("120 adults were randomised; 58 and 55 people were analysed.", None),
        ("120 adults were randomised; 58 people and 55 people were analysed.", None),
        ("Five adults were not included in the analysis.", None),
    ],
)
def test_people_analysed(text: str, n: int | None) -> None:
    assert read(text).n_analysed == n


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were aged 18 to 65 years.", "aged 18 to 65 years"),
        ("Adults aged 50 years or older took part.", "aged 50 years or older"),
        ("They were between 18 and 75 years of age.", "between 18 and 75 years of age"),
        ("RESULTS: The mean age was 63.2 years.", "mean age was 63.2 years"),
        ("Sixty children aged between 6 and 17 took part.", "aged between 6 and 17"),
        ("The test is suitable for children aged 7 years and above.", None),
        ("They were aged 18\u00a0to 65\u00a0years.", "aged 18\u00a0to 65\u00a0years"),
        ("Patients were less than 18 years of age.", "less than 18 years of age"),
        ("They had had gout for 3 to 5 years.", None),
        ("They were followed for 2 years.", None),
    ],
)
def test_age(text: str, expected: str | None) -> None:
    got = read(text).age
    assert (got.value if got else None) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("", "Drugamine in women with gout.", "women"),
        ("", "Drugamine in men and women with gout.", None),
        ("RESULTS: Of them 62% were women.", "A study.", "62% were women"),
        ("There were 34 men and 26 women.", "A study.", "34 men and 26 women"),
        ("Ten healthy women and five men gave blood.", "A study.", None),
        ("During screening 103 women were seen.", "A study.", None),
        ("", "A study.", None),
    ],
)
def test_sex(text: str, title: str, expected: str | None) -> None:
    got = read(text, title=title).sex
    assert (got.value if got else None) == expected


@pytest.mark.parametrize(
    ("text", "inclusion", "exclusion"),
    [
        (
            "Inclusion criteria were gout for a year and an attack this month. Exclusion criteria were dialysis or"
            " cancer.",
            "gout for a year and an attack this month",
            "dialysis or cancer",
        ),
        ("Patients were eligible if they had gout for a year.", "if they had gout for a year", None),
        ("Patients were excluded if they had cancer.", None, "if they had cancer"),
        ("Entry criteria were scored.", None, None),
        ("Eligible and consenting women were randomised to A or B.", None, None),
    ],
)
def test_criteria(text: str, inclusion: str | None, exclusion: str | None) -> None:
    got = read(text)
    assert (got.inclusion.value if got.inclusion else None) == inclusion
    assert (got.exclusion.value if got.exclusion else None) == exclusion


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("It was done in two hospitals in Kenya and Uganda.", "A study.", ["Kenya", "Uganda"]),
        ("", "Drugamine in rural Nepal.", []),
        ("", "Drugamine for gout in Nepal.", ["Nepal"]),
        ("A scanner (Acme, Springfield, USA) was used at the hospital.", "A study.", []),
        ("Gout is common in Peru.", "A study.", []),
    ],
)
def test_countries(text: str, title: str, expected: list[str]) -> None:
    assert [one.value for one in read(text, title=title).countries] == expected


@pytest.mark.parametrize(
    ("arms", "expected"),
    [
        (
            "omadrol hydrochloride 20 mg orally twice daily or placebo for 12 weeks.",
            [("hydrochloride", "oral", "twice daily", "12 weeks"), ("", "", "", "12 weeks")],
        ),
        (
            "intravenous omadrol 2 mg every 8 hours or oral ranadine 150 mg once daily.",
            [("", "intravenous", "every 8 hours", ""), ("", "oral", "once daily", "")],
        ),
        ("omadrol 10 mg or placebo.", [("", "", "", ""), ("", "", "", "")]),
    ],
)
def test_salt_route_frequency_and_duration_of_an_arm(arms: str, expected: list[tuple[str, ...]]) -> None:
    got = study.read(make("Sixty adults were randomly assigned to " + arms)).arms
    assert [(a.salt, a.route, a.frequency, a.duration) for a in got] == expected


def test_a_dose_whose_unit_is_cut_short_is_absent() -> None:
    got = study.read(make("Sixty adults were randomly assigned to omadrol 200 mg/m(2)/d or placebo.")).arms
    assert "200 mg" not in [a.dose for a in got]
    listed = study.read(make("Sixty adults were randomly assigned to omadrol 200, 400 or 800 mg or placebo.")).arms
    assert "200" not in [a.dose for a in listed]


@pytest.mark.parametrize(
    ("heading", "text", "field"),
    [
        ("Funding", "The Gout Fund paid for it.", "funding"),
        ("Acknowledgements", "This study was supported by the Gout Fund.", "funding"),
        ("Competing interests", "A.B. has shares in Acme.", "conflicts"),
        ("Notes", "Conflict of interest: none declared.", "conflicts"),
        ("Notes", "Competing interests\n\nA.B. has shares in Acme.", "conflicts"),
    ],
)
def test_funding_and_conflicts_stand_behind_the_text(heading: str, text: str, field: str) -> None:
    section = SourceSection(id="other.1", kind=SectionKind.OTHER, text=text, heading=heading)
    got = getattr(study.read(make(TRIAL, sections=(section,))), field)
    assert isinstance(got, Sourced)
    assert got.span.quote == got.value
    assert got.value in text


def test_the_people_counted_tell_the_sex() -> None:
    got = study.read(make("Fifty-nine men with apnoea were randomised to omadrol or placebo."))
    assert (got.n, got.sex.value if got.sex else None) == (59, "men")
    both = study.read(make("Fifty-nine men and women with apnoea were randomised to omadrol or placebo."))
    assert both.sex is None


def test_what_an_author_got_is_not_the_funding() -> None:
    text = "A.B. has received fees for trials sponsored by Acme."
    section = SourceSection(id="other.1", kind=SectionKind.OTHER, text=text, heading="Notes")
    assert study.read(make(TRIAL, sections=(section,))).funding is None


def test_practice_that_societies_support_is_not_the_funding() -> None:
    assert read("RESULTS: Early use is supported by many societies.").funding is None


def test_a_run_in_is_neither_the_blinding_nor_the_duration() -> None:
    got = read("After a four-week, single-blind run-in treatment period they took it open-label for 8 weeks.")
    assert got.blinding is not None
    assert (got.blinding.value, got.duration.value if got.duration else None) == ("open-label", "8 weeks")


def table(*rows: tuple[str, ...], heading: str = "Table 1 Baseline characteristics") -> SourceSection:
    cells, at = [], 0
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cells.append(Cell(row=number, column=column, start=at, end=at + len(text), header=number == 0))
            at += len(text) + 1
    text = "\n".join("\t".join(row) for row in rows)
    return SourceSection(id="table.1", kind=SectionKind.TABLE, text=text, heading=heading, cells=tuple(cells))


def test_a_baseline_table_gives_the_sizes_of_the_arms() -> None:
    head = ("", "Drugamine (n = 31)", "Placebo (n = 29)", "Total (n = 60)")
    got = study.read(make(TRIAL, sections=(table(head, ("Age", "50", "51", "50")),))).arms
    assert [(a.name, a.n) for a in got] == [("drugamine", 31), ("placebo", 29)]


def test_a_count_below_what_the_arms_hold_is_no_size_of_the_study() -> None:
    head = ("", "Drugamine (n = 49)", "Placebo (n = 50)")
    got = study.read(make(TRIAL.replace("Sixty", "Seventeen"), sections=(table(head),)))
    assert (got.n, got.n_span, [a.n for a in got.arms]) == (None, None, [49, 50])


def test_no_arm_of_a_double_dummy_trial_is_taken_for_the_control() -> None:
    head = ("", "Omadrol + placebo (n=31)", "Placebo + ranadine (n=29)")
    got = study.read(make("Sixty adults were randomised.", sections=(table(head),))).arms
    assert [a.control for a in got] == [False, False]


def test_the_table_names_the_arms_where_no_sentence_does() -> None:
    head = ("", "Walking group (n=31)", "Control group (n=29)", "P value")
    got = study.read(make("Sixty adults were randomised.", sections=(table(head),))).arms
    assert [(a.name, a.n, a.control) for a in got] == [("Walking group", 31, False), ("Control group", 29, True)]


def test_the_methods_of_a_full_text_are_read_for_all_of_it() -> None:
    text = "Randomisation used sealed envelopes. Outcome assessors were blinded. Adults aged 18 to 80 years took part."
    got = study.read(make(TRIAL, sections=(methods(text),)))
    assert got.concealment is not None and got.age is not None
    assert (got.concealment.span.section, got.age.span.section) == ("body.1", "body.1")
    assert [one.value for one in got.blinded] == ["outcome assessors"]


def entry(*sections: tuple[str, str, str]) -> Study:
    made = tuple(SourceSection(id=name, kind=SectionKind.BODY, text=text, code=code) for name, code, text in sections)
    return study.read(make("", kind=RecordKind.REGISTRY_ENTRY, sections=made, identifier="nct:NCT00000001"))


DESIGN = (
    "Phase: Phase 3\nAllocation: Randomized\nMasking: Double (Participant, Outcomes Assessor)\nEnrollment: 60 (actual)"
)


def test_a_registry_entry_is_read_field_by_field() -> None:
    got = entry(
        ("design", "design", DESIGN),
        ("people", "people", "Sex: Female\nMinimum age: 18 Years\nMaximum age: 65 Years"),
        ("eligibility", "eligibility", "Inclusion Criteria:\n\n* gout\n\nExclusion Criteria:\n\n* cancer"),
        ("sponsor", "sponsor", "Sponsor: Gout Fund (Other)"),
        ("countries", "countries", "Kenya\nNepal"),
    )  # fmt: skip
    assert (got.n, got.phase.value, got.allocation.value) == (60, "Phase 3", "Randomized")
    assert [b.value for b in got.blinded] == ["participants", "outcome assessors"]
    assert (got.age.value, got.sex.value) == ("18 Years to 65 Years", "Female")
    assert (got.inclusion.value, got.exclusion.value) == ("* gout", "* cancer")
    assert got.funding.value == "Gout Fund (Other)"
    assert [c.value for c in got.countries] == ["Kenya", "Nepal"]


def test_a_field_that_does_not_apply_and_an_expected_number_are_absent() -> None:
    got = entry(("design", "design", "Phase: Not Applicable\nEnrollment: 60 (estimated)"))
    assert (got.phase, got.n) == (None, None)


def test_the_arms_of_a_registry_entry_have_their_doses() -> None:
    rows = (
        ("Arm", "Type", "Interventions", "Description"),
        ("Omadrol", "Experimental", "Drug: Omadrol sodium", "Omadrol sodium 20 mg by mouth twice daily"),
        ("Sugar pill", "Placebo Comparator", "Drug: Placebo", "Matching placebo twice daily"),
    )
    made = table(*rows, heading="Arms")
    arms = SourceSection(id="arms", kind=SectionKind.TABLE, text=made.text, cells=made.cells, code="arms")
    got = study.read(make("", kind=RecordKind.REGISTRY_ENTRY, sections=(arms,), identifier="nct:NCT00000001")).arms
    assert [(a.name, a.drug, a.salt, a.dose_per_day, a.route, a.control) for a in got] == [
        ("Omadrol", "Omadrol sodium", "sodium", "40 mg/day", "oral", False),
        ("Sugar pill", "", "", "", "", True),
    ]
