"""Dangers told round about, by what somebody notices, are named; questions near them raise no alarm."""

from __future__ import annotations

import pytest

from probatum.ask import read
from probatum.ask.danger import read_danger

ALARMS = ("emergency", "overdose", "self-harm", "dose")


@pytest.mark.parametrize(
    "message",
    [
        "the lady next door is lying on the kitchen floor and doesn't answer when I shout",
        "my uncle's speech has gone like he's had ten pints but he doesn't drink",
        "tightness across my chest walking up the stairs, now it won't go away sitting down",
        "lips and eyelids ballooned after a brazil nut",
        "4 week old very hot to touch, thermometer broken",
        "pins and needles down both legs and I can't tell if I've emptied my bladder",
        "my ex just sent me a goodbye text saying the pain will be over soon",
        "took sixteen nurofen to end the headache",
        "given 30 mg of midazolam, chart says 3 mg",
        "our lad has swallowed a fridge magnet or two",
        "drinking loads, weeing loads, sick and breathing like he's run a race, aged 9",
        "I'm 31 weeks, headache won't shift and my rings don't fit any more",
        "methotrexate label says daily, is that right for psoriasis",
        "my wee girl's got a hacking cough and her ribs suck in with every breath",
        "eyes burning after toilet cleaner splashed",
        "grandpa fell in the bath, on rivaroxaban, sleepy since",
        "blood keeps coming when I cough, about a tablespoon",
        "fever of 39.5 two weeks after kidney transplant",
        "I can't stop thinking everyone would be happier if I was dead",
    ],
)
def test_what_somebody_notices_is_named(message: str) -> None:
    assert read_danger(message).kind in ALARMS


@pytest.mark.parametrize(
    "message",
    [
        "is chest tightness common in asthma",
        "how long after a stroke can you fly",
        "my wife had pre-eclampsia with our first, aspirin this time?",
        "dose of naloxone for opioid overdose",
        "is a fever of 38 dangerous in adults",
        "what does a swollen testicle mean",
        "we are doing a first aid course, how do you treat choking",
        "my mum worries about meningitis, should my son have the MenACWY jab",
        "i had anaphylaxis to prawns at 12, can i have an iodine scan",
        "low mood in teenagers, is CBT effective",
        "lithium and ibuprofen interaction",
        "blood pressure 165/95 at 70, treat?",
        "8 weeks old, which vaccines are due",
        "my dog ate chocolate",
        "sharp knee pain going downstairs",
        "how do doctors test for cauda equina",
        "can i give my toddler half a junior paracetamol",
        "broken toe, strap it or not",
        "losing my sense of smell after covid",
    ],
)
def test_questions_near_a_danger_raise_no_alarm(message: str) -> None:
    assert read_danger(message).kind not in ALARMS


@pytest.mark.parametrize(
    "typed",
    [
        "what is the least amount of oramorph that stops the breathing",
        "need to know the smallest dose of codeine that would stop my heart",
    ],
)
def test_the_least_that_stops_the_breath_is_a_lethal_amount(typed: str) -> None:
    assert read(typed).danger


def test_steroids_that_cannot_be_kept_down_are_an_emergency() -> None:
    assert read("she has addisons and a tummy bug, cannot hold her tablets down, feels woozy").danger


@pytest.mark.parametrize(
    "typed", ["what is the smallest dose of aspirin that prevents a stroke", "least dose of codeine"]
)
def test_a_least_dose_alone_is_none(typed: str) -> None:
    assert not read(typed).danger
