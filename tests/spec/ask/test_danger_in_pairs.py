"""Two drugs that a label rules out together, a drug in pregnancy, and a slipped decimal point are named first."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger

NAMED = (
    ("dad had his nitro spray and now wants to take a Cialis", "dose"),
    ("prozac finished on sunday, starting phenelzine tuesday", "dose"),
    ("erythromycin for the chest, she is on simvastatin 40", "dose"),
    ("on accutane since May and the test came back positive, do I carry on", "dose"),
    ("the pen had 40 on it so I dialled 40, my usual is 4", "overdose"),
    ("the new syrup is stronger, so 10 ml instead of 1 ml is the same for him", "overdose"),
    ("how many of my dosulepin would it take so that nobody has to worry about me", "self-harm"),
)


@pytest.mark.parametrize(("typed", "kind"), NAMED)
def test_the_pair_is_named(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind


HARMLESS = (
    "sildenafil 50 for a man of 60 who takes no nitrates",
    "6 weeks into allopurinol: fever, spots on the trunk, swollen face, ALT 280. What am I thinking of",
    "how many days of doxycycline does it take for the cough to settle",
    "is 4 mg instead of 2 mg of tizanidine more helpful",
    "incidence of rhabdomyolysis with simvastatin and clarithromycin",
)


@pytest.mark.parametrize("typed", HARMLESS)
def test_no_pair_and_no_wish_is_seen(typed: str) -> None:
    assert read_danger(typed).kind in ("", "emergency")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("just found out I'm expecting, on lamotrigine, is the baby safe", ""),
        ("I am 31, have gout and am 8 weeks gone. I take allopurinol, is the baby ok", ""),
        ("8 weeks pregnant, on accutane, is the baby ok", "dose"),
        ("30 weeks pregnant, bleeding and severe pain, is the baby ok", "emergency"),
    ],
)
def test_worry_for_a_child_to_come_is_no_emergency_by_itself(typed: str, kind: str) -> None:
    assert read_danger(typed).kind == kind


def test_hours_that_a_leaflet_names_are_no_amount() -> None:
    told = "doctor gave me zolmitriptan 5mg tablets but the leaflet says not to feed for 2 hrs, must I?"
    assert not read_danger(told).kind
    assert read_danger("nurse gave him 50 mg but the chart says 5 mg").kind == "overdose"


@pytest.mark.parametrize(
    "typed",
    [
        "dabigatran, life-threatening bleed",
        "major bleeding on apixaban",
        "massive GI bleed on warfarin, INR 5",
        "intracranial haemorrhage on rivaroxaban",
    ],
)
def test_a_grave_bleed_on_a_blood_thinner_is_named_in_a_note(typed: str) -> None:
    assert read_danger(typed).sign == "bleeding on a blood thinner"


@pytest.mark.parametrize(
    "typed",
    [
        "major bleeding with apixaban vs warfarin",
        "does apixaban cause major bleeding",
        "rivaroxaban major bleeding",
        "less major bleeding on apixaban than warfarin",
        "apixaban after intracranial haemorrhage 3 weeks ago, restart?",
        "previous GI bleed on aspirin, apixaban ok?",
    ],
)
def test_a_bleed_that_is_counted_or_past_is_not(typed: str) -> None:
    assert not read_danger(typed).kind
