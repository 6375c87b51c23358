"""A report that tells of a trial and a further one: people, blinding and length stand beside their own figures."""

from __future__ import annotations

from reports import LibraryOf, report

from probatum import pipeline

METHODS = (
    "In this open-label, randomised trial, 2,400 adults with sciatica received pregabalin or naproxen for 3, 6 or 9 "
    "weeks. "
    "In a separate double-blind trial, 310 people received pregabalin or placebo for a further 20 weeks."
)
FIRST = "Relief of pain occurred in 40.0% with pregabalin and in 31.0% with naproxen (p = 0.001)."
SECOND = "Relapse of pain occurred in 12.0% with pregabalin and in 25.0% with placebo (p = 0.003)."
CONCLUSIONS = "Pregabalin relieved pain more often than naproxen, and fewer people relapsed than with placebo."


def test_figures_have_the_people_and_the_length_of_their_trial(library_of: LibraryOf) -> None:
    made = report(71, "Pregabalin in sciatica", methods=METHODS, results=f"{FIRST} {SECOND}", conclusions=CONCLUSIONS)
    answer = pipeline.answer("pregabalin for sciatica", library=library_of([made]))
    told = [s.text for s in answer.section("evidence").statements]
    first = next(text for text in told if "40.0% with pregabalin" in text)
    second = next(text for text in told if "12.0% with pregabalin" in text)
    assert "open-label" in first and "2,400 people" in first and "for 3, 6 or 9 weeks" in first
    assert "double-blind" in second and "310 people" in second and "20 weeks" in second
    assert "2,400" not in second and "310" not in first


def test_what_is_said_of_both_has_neither(library_of: LibraryOf) -> None:
    made = report(72, "Pregabalin in sciatica", methods=METHODS, conclusions=CONCLUSIONS)
    answer = pipeline.answer("pregabalin for sciatica", library=library_of([made]))
    lead = next(s.text for s in answer.section("bottom_line").statements if "concludes" in s.text)
    assert not any(word in lead for word in ("open-label", "double-blind", "people)", "weeks"))
