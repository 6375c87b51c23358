"""Follow-ups: what of the last question stays, and what the new words change."""

import msgspec
import pytest

from probatum import ask, vocabulary
from probatum.ask.following import follow
from probatum.errors import ProbatumError
from probatum.model import Assumption, Depth, Design, FollowUpKind, Question, Reader


def read(text: str) -> Question:
    return ask.read(text, vocabulary=vocabulary.load())


@pytest.fixture(scope="module")
def last() -> Question:
    return read("Does metformin help weight loss in polycystic ovary syndrome?")


@pytest.mark.parametrize(
    ("typed", "kind", "holds"),
    [
        ("what about in renal failure?", FollowUpKind.PATIENT, ("metformin", "polycystic ovary syndrome", "renal")),
        ("and in adolescents?", FollowUpKind.PATIENT, ("metformin", "adolescents with polycystic")),
        ("and if she is pregnant?", FollowUpKind.PATIENT, ("metformin", "pregnant women")),
        ("what about patients with heart failure?", FollowUpKind.PATIENT, ("metformin", "heart failure")),
        ("is 2000 mg better?", FollowUpKind.DOSE, ("metformin 2000 mg",)),
        ("compare with inositol", FollowUpKind.COMPARISON, ("metformin compared with inositol",)),
        ("metformin or spironolactone?", FollowUpKind.COMPARISON, ("compared with spironolactone",)),
        ("what about spironolactone?", FollowUpKind.TREATMENT, ("spironolactone", "polycystic ovary syndrome")),
        ("and for acne?", FollowUpKind.PROBLEM, ("metformin for acne",)),
        ("what are its side effects?", FollowUpKind.ASPECT, ("adverse effects of metformin",)),
        ("what is the dose?", FollowUpKind.ASPECT, ("dose of metformin",)),
        ("can she take it with warfarin?", FollowUpKind.ASPECT, ("metformin", "together with warfarin")),
        ("how does it work?", FollowUpKind.ASPECT, ("how does metformin work",)),
        ("does it cure the disease?", FollowUpKind.ASPECT, ("metformin cure polycystic ovary syndrome",)),
        ("does it raise potassium?", FollowUpKind.ASPECT, ("metformin raise potassium", "polycystic ovary syndrome")),
        ("what else could she take?", FollowUpKind.TREATMENT, ("helps", "polycystic ovary syndrome")),
        ("for how long?", FollowUpKind.ASPECT, ("how long should metformin be given",)),
        ("from which week?", FollowUpKind.ASPECT, ("when should metformin be started",)),
        ("any long-term data?", FollowUpKind.ASPECT, ("long-term effects of metformin",)),
        ("is it safe for the baby?", FollowUpKind.ASPECT, ("metformin safe in pregnancy",)),
        ("she is 30 weeks pregnant", FollowUpKind.PATIENT, ("metformin", "30 weeks pregnant")),
        ("she weighs 48 kg", FollowUpKind.PATIENT, ("metformin", "weighing 48 kg")),
        ("and if she is allergic to penicillin", FollowUpKind.PATIENT, ("metformin", "allergic to penicillin")),
        ("side effects?", FollowUpKind.ASPECT, ("adverse effects of metformin",)),
        ("which is safer?", FollowUpKind.ASPECT, ("adverse effects of metformin",)),
        ("add spironolactone?", FollowUpKind.TREATMENT, ("metformin with spironolactone",)),
        ("why?", FollowUpKind.CERTAINTY, ("metformin",)),
        ("how strong is that evidence", FollowUpKind.CERTAINTY, ("metformin",)),
        ("how good are these studies?", FollowUpKind.CERTAINTY, ("metformin",)),
        ("what if it does not work", FollowUpKind.TREATMENT, ("helps", "polycystic ovary syndrome")),
        ("how often does it come back?", FollowUpKind.ASPECT, ("polycystic ovary syndrome recur after metformin",)),
        ("how often TSH?", FollowUpKind.ASPECT, ("how often should tsh be measured with metformin",)),
        ("what about QT?", FollowUpKind.ASPECT, ("what about qt with metformin",)),
        ("was the bleeding risk higher", FollowUpKind.ASPECT, ("metformin cause hemorrhage",)),
        ("was the bleeding lower?", FollowUpKind.ASPECT, ("metformin cause hemorrhage",)),
        ("does the dose matter", FollowUpKind.ASPECT, ("dose of metformin",)),
        ("so should she stop it?", FollowUpKind.ASPECT, ("should metformin be stopped",)),
        ("how do I stop it?", FollowUpKind.ASPECT, ("how is metformin stopped",)),
        ("how long before it works?", FollowUpKind.ASPECT, ("how soon does metformin work",)),
        ("by how much?", FollowUpKind.ASPECT, ("does metformin help weight loss",)),
        ("can I crush them?", FollowUpKind.ASPECT, ("metformin be crushed or opened",)),
        ("why do the studies disagree?", FollowUpKind.CERTAINTY, ("metformin",)),
        ("who were the patients?", FollowUpKind.STUDY, ("metformin",)),
        ("Does prednisolone help gout?", FollowUpKind.NEW, ("prednisolone", "gout")),
        ("How is asthma diagnosed?", FollowUpKind.NEW, ("asthma",)),
    ],
)
def test_what_a_follow_up_changes_and_what_stays(last, typed, kind, holds):
    made = follow(typed, last, read, year=2026)
    assert made.kind is kind
    asked = made.asked.lower()
    assert [h for h in holds if h.lower() not in asked] == []


@pytest.mark.parametrize(
    ("typed", "reader"),
    [
        ("explain like I'm 12", Reader.PATIENT),
        ("say it in plain words", Reader.PATIENT),
        ("for a nurse please", Reader.NURSE),
        ("explain it to a medical student", Reader.STUDENT),
        ("in technical terms", Reader.DOCTOR),
    ],
)
def test_another_reader_keeps_the_question(last, typed, reader):
    made = follow(typed, last, read, year=2026)
    assert (made.kind, made.reader, made.asked) == (FollowUpKind.READER, reader, last.typed)


@pytest.mark.parametrize(
    ("typed", "designs", "since"),
    [
        ("show only randomised trials", {Design.RANDOMISED, Design.CROSSOVER, Design.CLUSTER}, None),
        ("just the systematic reviews", {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW}, None),
        ("what do guidelines say?", {Design.GUIDELINE}, None),
        ("only studies since 2015", set(), 2015),
        ("only the last 5 years", set(), 2021),
    ],
)
def test_fewer_studies_may_speak(last, typed, designs, since):
    made = follow(typed, last, read, year=2026)
    assert made.kind is FollowUpKind.STUDIES and made.only is not None
    assert (set(made.only.designs), made.only.since) == (designs, since)


def test_without_animals_every_other_design_stays(last):
    made = follow("leave out animal studies", last, read, year=2026)
    assert made.only is not None
    assert set(Design) - set(made.only.designs) == {Design.ANIMAL, Design.IN_VITRO}


@pytest.mark.parametrize(
    ("typed", "kind", "fact", "study"),
    [
        ("who funded that trial?", FollowUpKind.STUDY, "funding", ""),
        ("who paid for [2]?", FollowUpKind.STUDY, "funding", "2"),
        ("how many people were in the Smith 2016 trial?", FollowUpKind.STUDY, "people", "Smith 2016"),
        ("was it double blind?", FollowUpKind.STUDY, "blinding", ""),
        ("why low certainty?", FollowUpKind.CERTAINTY, "", ""),
        ("how sure are you?", FollowUpKind.CERTAINTY, "", ""),
    ],
)
def test_a_question_about_the_answer_itself(last, typed, kind, fact, study):
    made = follow(typed, last, read, year=2026)
    assert (made.kind, made.fact, made.study) == (kind, fact, study)


@pytest.mark.parametrize(("typed", "depth"), [("tell me more", Depth.FULL), ("shorter please", Depth.STANDARD)])
def test_another_length(last, typed, depth):
    assert follow(typed, last, read, year=2026).depth is depth


def test_the_patient_of_the_last_question_is_not_forgotten():
    first = read("Is metformin good for children with obesity?")
    made = follow("and with kidney failure?", first, read, year=2026)
    assert "children" in made.asked and ("kidney failure" in made.asked or "renal failure" in made.asked)


def test_words_in_which_nothing_is_understood_are_refused(last):
    with pytest.raises(ProbatumError) as caught:
        follow("hmm well", last, read, year=2026)
    assert caught.value.code == "P411"


@pytest.mark.parametrize(
    ("typed", "kind", "holds"),
    [
        ("which one is safer", FollowUpKind.ASPECT, "harms of spironolactone compared with metformin"),
        ("which works better?", FollowUpKind.COMPARISON, "spironolactone compared with metformin"),
    ],
)
def test_two_named_one_after_the_other_are_set_side_by_side(last, typed, kind, holds):
    told = follow("what about spironolactone?", last, read, year=2026)
    second = msgspec.structs.replace(
        read(told.asked), assumptions=(Assumption("follow-up", told.typed, told.asked, told.why),)
    )
    made = follow(typed, second, read, year=2026)
    assert made.kind is kind and holds in made.asked


def test_a_trouble_of_two_given_together_is_asked_of_their_effect():
    both = read("metformin plus spironolactone in polycystic ovary syndrome")
    made = follow("was the bleeding risk higher", both, read, year=2026)
    assert made.asked.endswith(": effect on hemorrhage")


def test_a_measured_value_stays_one_with_the_people():
    valued = read("Is metformin safe in people with heart failure and a ferritin of 400?")
    made = follow("and in children?", valued, read, year=2026)
    assert "a ferritin of 400" in made.asked


def test_a_drug_takes_the_place_of_its_kin():
    pair = read("clopidogrel with omeprazole")
    made = follow("pantoprazole instead?", pair, read, year=2026)
    assert made.asked.lower() == "clopidogrel with pantoprazole"


def test_a_baby_that_is_breast_fed_is_not_unborn():
    fed = read("can I breastfeed while taking warfarin")
    made = follow("what should I watch for in the baby", fed, read, year=2026)
    assert "breast-feeding women" in made.asked
    assert "pregnancy" in follow("and for an unborn baby? is it safe for the fetus?", fed, read, year=2026).asked
