"""What labels and guidelines say to do or avoid: a section in, the clause in its own words and its characters out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from appraise_records import labelled, make

from probatum.appraise import directives
from probatum.model import Directive, DirectiveAction, Record, RecordKind

Bounded = Callable[[Callable[[str], object], str, float], None]

BOXED, USES, DOSE, BARRED = "34066-1", "34067-9", "34068-7", "34070-3"
WARNINGS, INTERACTIONS, ADVERSE, PREGNANCY = "43685-7", "34073-7", "34084-4", "42228-7"


def label(code: str, text: str, heading: str = "", title: str = "Quinidine tablets: prescribing information") -> Record:
    return make(
        title=title,
        kind=RecordKind.LABEL,
        sections=labelled((code, heading, text)),
        issuer="Agency",
        country="US",
        date="2020",
    )


def guideline(text: str, heading: str = "Cramp") -> Record:
    return make(
        title="Care of ataxia (a guideline)",
        kind=RecordKind.GUIDELINE,
        sections=labelled(("", heading, text)),
        issuer="Institute",
        country="GB",
        date="2016",
    )


def said(record: Record) -> list[tuple[str, str]]:
    return [(d.action.value, d.text) for d in directives.read(record)]


@pytest.mark.parametrize(
    ("code", "text", "action", "shown"),
    [
        (BARRED, "Quinidine is contraindicated in cardiogenic shock.", "contraindicated", "cardiogenic shock"),
        (
            BARRED,
            "Quinidine is contraindicated in patients with third-degree block unless a pacemaker is in place.",
            "contraindicated",
            "patients with third-degree block unless a pacemaker is in place",
        ),
        (BARRED, "Quinidine is contraindicated together with ritonavir.", "contraindicated", "together with ritonavir"),
        (
            BARRED,
            "Quinidine is contraindicated in myasthenia gravis [see Warnings and Precautions (5.1, 5.2)].",
            "contraindicated",
            "myasthenia gravis",
        ),
        (
            BARRED,
            "Quinidine with ritonavir is contraindicated in liver disease.",
            "contraindicated",
            "Quinidine with ritonavir is contraindicated in liver disease",
        ),
        (BARRED, "Nursing mothers (4.4).", "contraindicated", "Nursing mothers"),
        (WARNINGS, "Quinidine should be used with caution in liver disease.", "caution", "liver disease"),
        (WARNINGS, "Quinidine can cause low blood sugar.", "caution", "Quinidine can cause low blood sugar"),
        (WARNINGS, "Monitor the ECG before and during treatment.", "monitor", "the ECG before and during treatment"),
        (WARNINGS, "Liver enzymes should be measured every month.", "monitor",
         "Liver enzymes should be measured every month"),
        (WARNINGS, "If a rash occurs, discontinue quinidine.", "stop", "If a rash occurs, discontinue quinidine"),
        (BOXED, "WARNING: quinidine may increase mortality.", "boxed warning", "quinidine may increase mortality"),
        (USES, "Quinidine is indicated for atrial fibrillation.", "indicated",
         "Quinidine is indicated for atrial fibrillation"),
        (USES, "Quinidine is not recommended for atrial flutter.", "caution",
         "Quinidine is not recommended for atrial flutter"),
        (USES, "Quinidine is not approved for muscle cramps.", "status", "Quinidine is not approved for muscle cramps"),
        (DOSE, "The usual dose is 200 mg three times daily.", "dose", "The usual dose is 200 mg three times daily"),
        (DOSE, "Take with food.", "dose", "Take with food"),
        (DOSE, "Quinidine should be withheld for 3 days before surgery.", "stop",
         "Quinidine should be withheld for 3 days before surgery"),
        (DOSE, "Quinidine should be interrupted before surgery.", "stop",
         "Quinidine should be interrupted before surgery"),
        (DOSE, "Quinidine should not be begun with a potassium above 5.5 mmol/l.", "caution",
         "Quinidine should not be begun with a potassium above 5.5 mmol/l"),
        (INTERACTIONS, "Quinidine with a P-glycoprotein inhibitor should be avoided.", "interaction",
         "Quinidine with a P-glycoprotein inhibitor should be avoided"),
        (INTERACTIONS, "With cimetidine, the maximum dose of quinidine is 200 mg daily.", "interaction",
         "With cimetidine, the maximum dose of quinidine is 200 mg daily"),
        (INTERACTIONS, "The ECG should be measured more often when another remedy is started.", "monitor",
         "The ECG should be measured more often when another remedy is started"),
        (INTERACTIONS, "Quinidine raises the level of digoxin by about 50%.", "interaction",
         "Quinidine raises the level of digoxin by about 50%"),
        (ADVERSE, "The most common adverse reactions (5% or more) were diarrhoea and nausea.", "adverse effect",
         "The most common adverse reactions (5% or more) were diarrhoea and nausea"),
        (PREGNANCY, "Quinidine should be used in pregnancy only if clearly needed.", "special population",
         "Quinidine should be used in pregnancy only if clearly needed"),
    ],
)  # fmt: skip
def test_a_label_sentence(code: str, text: str, action: str, shown: str) -> None:
    assert said(label(code, text)) == [(action, shown)]


@pytest.mark.parametrize(
    ("heading", "text", "action", "shown"),
    [
        ("4 CONTRAINDICATIONS", "Contraindicated in gout.", "contraindicated", "gout"),
        ("4.3 Contraindications", "Quinidine is contraindicated in gout.", "contraindicated", "gout"),
        ("4.5 Interaction with other medicinal products", "Digoxin levels rise.", None, ""),
        ("Do not use", "\u2022 if you have asthma", "contraindicated", "if you have asthma"),
        ("stop_use", "\u2022 a rash appears", "stop", "a rash appears"),
        ("How supplied", "Bottles of 100 tablets.", None, ""),
    ],
)
def test_headings_serve_where_codes_are_missing(heading: str, text: str, action: str | None, shown: str) -> None:
    got = said(label("", text, heading))
    assert got == ([(action, shown)] if action else [d for d in got if d[0] == "interaction"])


def test_a_list_becomes_its_items() -> None:
    text = "Quinidine is contraindicated in patients with:\n\u2022 myasthenia gravis\n\u2022 complete heart block\n"
    assert said(label(BARRED, text)) == [
        ("contraindicated", "myasthenia gravis"),
        ("contraindicated", "complete heart block"),
    ]


def test_a_caution_and_what_to_watch_are_told_apart() -> None:
    text = "Quinidine should be used with caution in liver disease; such people should be monitored closely."
    assert said(label(WARNINGS, text)) == [
        ("caution", "liver disease"),
        ("monitor", "such people should be monitored closely"),
    ]


def test_fields_of_an_interaction() -> None:
    (got,) = directives.read(label(INTERACTIONS, "Ritonavir lowers the clearance of quinidine by about 38%."))
    assert (got.drug, got.other, got.issuer, got.country, got.date) == (
        "quinidine",
        "ritonavir",
        "Agency",
        "US",
        "2020",
    )


def test_fields_of_a_dose_and_of_monitoring() -> None:
    (dose,) = directives.read(label(DOSE, "The dose is 200 mg three times daily in gout."))
    assert (dose.dose, dose.condition) == ("200 mg three times daily", "gout")
    (watch,) = directives.read(label(WARNINGS, "Monitor the ECG and the platelets."))
    assert watch.other == "ECG, platelets"


def test_the_label_s_drug_is_its_generic_name() -> None:
    (got,) = directives.read(label(BARRED, "Contraindicated in gout.", title="LIPITOR (atorvastatin calcium) tablets"))
    assert got.drug == "atorvastatin"


def test_animals_direct_nobody() -> None:
    assert said(label(PREGNANCY, "Rats given 20 times the human dose had smaller litters.")) == []


def test_the_gravest_come_first_and_the_number_is_capped() -> None:
    text = (
        " ".join(f"Quinidine may cause trouble number {i}." for i in range(40)) + " Fatal bleeding has been reported."
    )
    got = said(label(WARNINGS, text))
    assert got[0] == ("caution", "Fatal bleeding has been reported")
    assert len(got) == 14


@pytest.mark.parametrize(
    ("text", "action", "drug", "strength"),
    [
        ("The institute recommends considering quinine for muscle cramps.", "recommended", "quinine", "consider"),
        ("Offer riluzole to people with the disease.", "recommended", "riluzole", "offer"),
        ("Consider baclofen as the second choice for cramps.", "recommended", "baclofen", "consider, second choice"),
        ("If quinine fails or is contraindicated, consider baclofen.", "recommended", "baclofen", "consider"),
        (
            "Consider tizanidine, dantrolene or gabapentin.",
            "recommended",
            "tizanidine, dantrolene, gabapentin",
            "consider",
        ),
        ("Do not offer quinine for cramps.", "not recommended", "quinine", "should not"),
        ("Quinine should not be used for cramps.", "not recommended", "quinine", "should not"),
        ("We recommend against diazepam (Level B).", "not recommended", "diazepam", "Level B"),
        ("Diltiazem may be considered for cramps (Level C).", "recommended", "diltiazem", "Level C"),
        ("Quinine is approved only for malaria.", "status", "quinine", ""),
        ("Quinine may cause serious bleeding.", "caution", "quinine", ""),
    ],
)
def test_a_recommendation(text: str, action: str, drug: str, strength: str) -> None:
    (got,) = directives.read(guideline(text))
    assert (got.action.value, got.drug, got.strength) == (action, drug, strength)
    assert (got.issuer, got.country, got.date) == ("Institute", "GB", "2016")


@pytest.mark.parametrize(
    "text",
    [
        "The data on stretching are insufficient for a recommendation.",
        "We searched three databases.",
        "Cramp is common.",
    ],
)
def test_what_recommends_nothing(text: str) -> None:
    assert directives.read(guideline(text)) == ()


@pytest.mark.parametrize("kind", [RecordKind.TRIAL_REPORT, RecordKind.REVIEW, RecordKind.ARTICLE])
def test_authors_of_studies_do_not_direct(kind: RecordKind) -> None:
    assert directives.read(make("Clinicians should offer quinine for cramps.", kind=kind)) == ()


def test_every_text_is_its_span() -> None:
    record = label(
        WARNINGS, "5.1 Heart\nQuinidine can cause  block. Avoid it in gout.\n\u2022 Fatal cases occurred (5.2)."
    )
    got = directives.read(record)
    assert len(got) == 3
    assert all(" ".join(d.span.quote.split()) == d.text for d in got)


def test_a_long_label_is_read_in_time(bounded: Bounded) -> None:
    text = "Quinidine may cause bleeding in people with gout [see (5.1)]. " * 3000 + "(" * 5000
    bounded(lambda told: directives.read(label(WARNINGS, told)), text, 10)


def test_actions_are_in_the_order_of_the_model() -> None:
    record = make(
        title="Quinidine tablets",
        kind=RecordKind.LABEL,
        sections=labelled(
            (WARNINGS, "", "Quinidine can cause block."),
            (BOXED, "", "Quinidine may increase mortality."),
            (USES, "", "Quinidine is indicated for malaria."),
        ),
    )
    order = list(DirectiveAction)
    got: list[Directive] = list(directives.read(record))
    assert [d.action for d in got] == sorted((d.action for d in got), key=order.index)


@pytest.mark.parametrize(
    "text",
    [
        "Do not withhold quinidine solely because of age.",
        "The agency recommends against stopping quinidine before minor surgery.",
        "Frailty alone is no reason to withhold quinidine.",
        "Quinidine should not be discontinued during a fever.",
    ],
)
def test_what_is_not_to_be_withheld_is_recommended(text: str) -> None:
    assert [d.action for d in directives.read(guideline(text))] == [DirectiveAction.RECOMMENDED]


def test_advice_against_stays_where_something_else_is_kept() -> None:
    text = "Quinidine should not be used in torpor, and digoxin should not be stopped."
    assert directives.read(guideline(text))[0].action is DirectiveAction.NOT_RECOMMENDED


@pytest.mark.parametrize(
    "text",
    [
        "In torpor, the agency recommends a visit when the fever does not start to fall within 2 days of quinidine.",
        "In torpor, the first choice is quinidine 200 mg twice daily for 5 days; it should be avoided at altitude.",
        "Offer quinidine for torpor; it is not recommended before the age of 2.",
    ],
)
def test_what_happens_and_a_limit_behind_the_advice_do_not_turn_it_round(text: str) -> None:
    assert directives.read(guideline(text))[0].action is DirectiveAction.RECOMMENDED


@pytest.mark.parametrize(
    "text",
    [
        "Do not offer quinidine if the torpor has passed.",
        "Quinidine should not be used in torpor; digoxin may be considered.",
    ],
)
def test_advice_against_stays_whatever_follows_it(text: str) -> None:
    assert directives.read(guideline(text))[0].action is DirectiveAction.NOT_RECOMMENDED


def test_a_choice_for_some_people_and_both_of_two_choices_are_read() -> None:
    read = directives.read(
        guideline(
            "With quinine allergy, the choice for adults with cramp is quinidine 200 mg twice daily for 5 days, "
            "or mexiletine 100 mg on day 1 and then 50 mg once daily."
        )
    )
    assert [(d.action.value, d.drug, d.dose) for d in read] == [
        ("recommended", "quinidine, mexiletine", "200 mg twice daily")
    ]


OVERDOSE = "34088-5"


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("In overdose or excessive INR, zorbinol is stopped and vitamin K1 is given.", ["stop"]),
        ("With a potassium above 6.0 mmol/l, stop zorbinol.", ["stop"]),
        ("In overdose, zorbinol is stopped and the stomach is emptied.", []),
        ("In overdose, charcoal is given and the potassium is measured.", []),
    ],
)
def test_of_an_overdose_only_what_holds_without_one(text: str, actions: list[str]) -> None:
    read = directives.read(label(OVERDOSE, text, title="Zorbinol tablets: prescribing information"))
    assert [d.action.value for d in read] == actions


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Warfarin should be discontinued and apixaban started when the INR is below 2.0.", False),
        ("To switch from warfarin to apixaban, warfarin should be stopped, and apixaban started below 2.0.", False),
        ("Discontinue warfarin and start apixaban as soon as the INR is below 2.0.", False),
        ("Apixaban should be discontinued and warfarin started when the next dose is due.", True),
        ("Apixaban should be stopped if bleeding occurs.", True),
    ],
)
def test_what_another_is_stopped_for_is_no_stop_of_the_labels_own(text: str, stops: bool) -> None:
    found = directives.read(label(DOSE, text, title="Apixaban tablets: prescribing information"))
    assert any(d.action is DirectiveAction.STOP for d in found) is stops


def test_who_is_not_to_have_a_medicine_is_no_use_of_it() -> None:
    """`should not be used in B` under the uses of a label is none of its uses."""
    said = "Quinidine is indicated for malaria. Quinidine should not be used in asthma or heart failure."
    found = directives.read(label(USES, said))
    assert [d.action for d in found] == [DirectiveAction.INDICATED, DirectiveAction.CAUTION]
    assert "asthma" not in found[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Emerging evidence suggests that cramp goes on for months in some people.",
        "Our findings suggest that cramp is commoner in winter.",
        "The society set up a group and formulated recommendations for the care of people with cramp.",
    ],
)
def test_what_studies_suggest_and_that_advice_was_made_is_no_advice(text: str) -> None:
    assert directives.read(guideline(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We suggest quinine for cramp.",
        "The evidence suggests that quinine should be used for cramp.",
        "The recommendations for cramp: quinine should be offered.",
    ],
)
def test_what_is_suggested_by_its_authors_or_follows_from_studies_is_advice(text: str) -> None:
    assert [d.action for d in directives.read(guideline(text))] == [DirectiveAction.RECOMMENDED]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("In cramp, the society suggests against quinine.", True),
        ("For cramp, the panel suggests not using quinine.", True),
        ("In cramp, the panel suggested avoiding quinine.", True),
        ("In cramp, the society suggests quinine against pain at night.", False),
        ("In cramp, the panel suggests quinine and not magnesium.", False),
    ],
)
def test_what_a_body_suggests_against_is_not_recommended(text: str, against: bool) -> None:
    action = DirectiveAction.NOT_RECOMMENDED if against else DirectiveAction.RECOMMENDED
    assert {d.action for d in directives.read(guideline(text))} == {action}


@pytest.mark.parametrize(
    ("text", "drug", "dose"),
    [
        ("In ataxia, the dose of riluzole in adults is 50 mg by mouth twice daily.", "riluzole", True),
        ("For cramps in adults, the starting dose of quinine is 200 mg by mouth at night.", "quinine", True),
        ("In riluzole overdose, the dose of quinine in adults is 200 mg once.", "quinine", True),
        ("In ataxia in people who take a diuretic, the dose of furosemide is higher.", "furosemide", False),
        ("Whether a dose of riluzole of 50 mg is safe in ataxia is not known.", "riluzole", False),
    ],
)
def test_a_guideline_that_gives_a_dose_directs_how_and_not_whether(text: str, drug: str, dose: bool) -> None:
    found = [d for d in directives.read(guideline(text)) if d.action is DirectiveAction.DOSE]
    assert [d.drug for d in found] == ([drug] if dose else [])


@pytest.mark.parametrize(
    ("text", "drug"),
    [
        ("Sodium bicarbonate is the first choice in aspirin overdose.", "sodium bicarbonate"),
        ("In tricyclic antidepressant overdose, the guideline recommends sodium bicarbonate.", "sodium bicarbonate"),
        ("In aspirin overdose, people should be referred to hospital.", ""),
        ("In ataxia, the guideline recommends aspirin.", "aspirin"),
    ],
)
def test_a_medicine_of_which_too_much_was_taken_is_not_advised(text: str, drug: str) -> None:
    (item,) = directives.read(guideline(text))
    assert item.drug == drug


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Gravelol is not routinely recommended in cramp.", "not recommended"),
        ("Gravelol injections are not generally recommended in cramp.", "not recommended"),
        ("Gravelol is recommended in cramp.", "recommended"),
    ],
)
def test_advice_against_the_routine_is_against(text: str, action: str) -> None:
    assert [told for told, _ in said(guideline(text))] == [action]
