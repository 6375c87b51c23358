"""`Not only` is no denial, a comparative is no name, and an abbreviation in capitals is one thing."""

from __future__ import annotations

from probatum.apply import wording
from probatum.apply.replies import polar


def test_not_only_denies_nothing() -> None:
    assert polar._NULL.search("Zorbinol was associated not only with improved gait but with fewer stones.") is None
    assert polar._NULL.search("Zorbinol was not associated with gravel.")


def test_a_comparative_before_an_outcome_is_dropped() -> None:
    assert wording.itself("higher gravel class") == "gravel class"
    assert wording.definite("lower gravel class") == "gravel class"


def test_an_abbreviation_in_capitals_is_one_thing() -> None:
    assert wording.be("median OS in gravel") == "was"
    assert wording.be("stones") == "were"


def test_what_moved_besides_takes_the_no_away() -> None:
    said = "Zorbinol decreased gravel levels and had no effect on reflexes."
    assert polar._MOVED.search(polar._NULL.sub("", said))
    assert polar._MOVED.search(polar._NULL.sub("", "Zorbinol did not reduce gravel.")) is None
    said = "Zorbinol had a significant effect on stones (WMD = -2.1), without a significant effect on gravel."
    assert polar._MOVED.search(polar._NULL.sub("", said))
