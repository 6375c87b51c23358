"""When two references are copies of one document, and when they are not, though they look alike."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_records import ABSTRACT, other, paper, renamed

from probatum.acquire.matching import duplicates, keys, reference, weigh
from probatum.model import Record, RecordKind

TITLE = "Barley syrup against tired knees in older mountaineers: a randomised crossover trial"

COPIES = {
    "authors in another order": {"authors": ("Íñiguez P", "Szczepański W", "Okonjo-Brandt LM", "van der Moor T")},
    "given names before surnames": {"authors": ("Lara M. Okonjo-Brandt", "Pilar Iniguez", "Tom van der Moor")},
    "capitals": {"authors": ("OKONJO-BRANDT LM", "INIGUEZ P"), "title": TITLE.upper()},
    "the first three authors alone": {"authors": ("Okonjo-Brandt LM", "Iniguez P", "Moor TV")},
    "no authors": {"authors": ()},
    "the journal abbreviated": {"journal": "Ann Mt Rheumatol"},
    "the journal with its place": {"journal": "Annals of Mountain Rheumatology (Chur, Switzerland)"},
    "the journal in another language": {"journal": "Bergrheumatologische Annalen"},
    "no journal": {"journal": ""},
    "entities": {"title": TITLE.replace("older", "older&nbsp;").replace(" a ", " <i>a</i> ")},
    "American spelling": {"title": TITLE.replace("randomised", "randomized")},
    "a typing error": {"title": TITLE.replace("mountaineers", "mountianeers")},
    "a full stop at the end": {"title": TITLE + "."},
    "a label at the end": {"title": TITLE + " [Conference Abstract]"},
    "in brackets, as translated": {"title": f"[{TITLE}]."},
    "cut short": {"title": TITLE[:60]},
    "without its subtitle": {"title": TITLE.split(":")[0]},
    "a mark of retraction before it": {"title": f"RETRACTED: {TITLE}"},
    "pages shortened": {"pages": "203-11"},
    "the first page alone": {"pages": "203"},
    "pages with a word": {"pages": "pp. 203–211"},
    "no pages": {"pages": ""},
    "no volume and no pages": {"volume": "", "issue": "", "pages": ""},
    "a year later": {"year": 2012},
    "no year": {"year": None},
    "no abstract": {"abstract": ""},
    "the volume in words": {"volume": "Vol. 14 (Suppl)"},
    "a DOI of its own, with all else the same": {"ids": ("doi:10.8888/re-issued.7",)},
    "nothing but the DOI and the title": {
        "ids": ("doi:10.9999/knee.2011.0042",), "authors": (), "journal": "", "year": None, "volume": "", "pages": "",
    },
    "the vernacular title under the same DOI": {
        "ids": ("doi:10.9999/knee.2011.0042",), "title": "Gerstensirup bei müden Knien", "language": "de",
    },
}  # fmt: skip


@pytest.mark.parametrize("changed", COPIES.values(), ids=COPIES)
def test_one_work_told_in_two_ways_is_one(changed: dict) -> None:
    one, two = paper(), other(**changed)
    judged = weigh(reference(one), reference(two))
    assert judged.same, judged
    assert [group.ids for group in duplicates([one, two])] == [tuple(sorted((one.id, two.id)))]


DISTINCT = {
    "a later report": {"title": "Barley syrup against tired knees: five years on", "year": 2016, "volume": "19"},
    "part two": {"title": TITLE + ", part II", "pages": "212-220"},
    "another week": {"title": TITLE.replace("a randomised", "24-week randomised"), "pages": "212-220"},
    "other people studied": {"title": TITLE.replace("older", "younger"), "pages": "212-220"},
    "the meeting abstract": {
        "journal": "Bergmedizin", "volume": "2", "pages": "S12", "year": 2010, "abstract": "",
        "publication_types": ("Conference Abstract",),
    },
    "a meeting abstract of another congress": {"journal": "Bergmedizin", "volume": "2", "pages": "S12", "abstract": ""},
    "the erratum": {"title": f"Erratum: {TITLE}", "pages": "399", "abstract": ""},
    "the retraction notice": {"title": f"Retraction notice to: {TITLE}", "pages": "399", "year": 2012, "abstract": ""},
    "a comment": {"title": f"Comment on: {TITLE}", "authors": ("Petrov A",), "pages": "398", "abstract": ""},
    "the authors' reply on the same page": {"title": f"Reply to {TITLE}", "abstract": ""},
    "a namesake by others": {"authors": ("Petrov A", "Lindqvist B"), "pages": "300-9", "abstract": ""},
    "letters of others on the same page": {"authors": ("Petrov A", "Lindqvist B"), "abstract": ""},
    "two PMIDs": {"ids": ("pmid:902",), "id": "pmid:902"},
    "the preprint": {
        "ids": ("doi:10.1101/2010.12.01.20240001",), "publication_types": ("Preprint",), "journal": "medRxiv",
        "volume": "", "issue": "", "pages": "",
    },
    "the registry entry": {"kind": RecordKind.REGISTRY_ENTRY, "ids": ("nct:NCT00000001",), "journal": "", "pages": ""},
    "one DOI for all abstracts of a supplement": {
        "ids": ("doi:10.9999/knee.2011.0042",), "title": "Walking poles and wrist pain on descent: a survey of guides",
        "authors": ("Petrov A",), "pages": "S31", "abstract": "",
    },
}  # fmt: skip


@pytest.mark.parametrize("changed", DISTINCT.values(), ids=DISTINCT)
def test_documents_that_look_alike_stay_apart(changed: dict) -> None:
    one, two = paper(), other(**changed)
    judged = weigh(reference(one), reference(two))
    assert not judged.same, judged
    assert not duplicates([one, two])


PAIRS = [
    # (the one, the other, copies?)
    ({"title": "Editorial", "pages": "1"}, {"title": "Editorial", "pages": "90"}, False),
    ({"title": "Editorial", "pages": "1"}, {"title": "Editorial", "pages": ""}, False),
    ({"title": "Editorial", "pages": "5-7"}, {"title": "Editorial.", "pages": "5"}, True),
    ({"title": "Department of Error", "authors": (), "pages": "7"},
     {"title": "Department of Error", "authors": (), "pages": "7"}, False),
    ({"title": "Annual report of the mountain rescue service", "year": 2010, "volume": "13"},
     {"title": "Annual report of the mountain rescue service", "year": 2011, "volume": "14", "pages": "9"}, False),
    ({"ids": ("doi:10.1002/14651858.cd000001.pub2",)}, {"ids": ("doi:10.1002/14651858.cd000001.pub3",)}, False),
    ({"ids": ("doi:10.1002/14651858.cd000001",)}, {"ids": ("doi:10.1002/14651858.cd000001.pub2",)}, False),
    ({"ids": ("nct:NCT00000001",), "kind": RecordKind.REGISTRY_ENTRY},
     {"ids": ("nct:NCT00000002",), "kind": RecordKind.REGISTRY_ENTRY}, False),
    ({"ids": ("nct:NCT00000001",), "kind": RecordKind.REGISTRY_ENTRY, "journal": ""},
     {"ids": ("nct:NCT00000001",), "kind": RecordKind.REGISTRY_ENTRY, "journal": "", "authors": ()}, True),
    ({"ids": ("nct:NCT00000001",)}, {"ids": ("nct:NCT00000001",), "title": "Barley syrup: sleep of the mountaineers"},
     False),
    ({"ids": ("embase:L1",)}, {"ids": ("embase:L2",)}, True),
    ({"ids": ("setid:00000000-0000-0000-0000-000000000001",), "kind": RecordKind.LABEL},
     {"ids": ("setid:00000000-0000-0000-0000-000000000002",), "kind": RecordKind.LABEL}, False),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "yours", "same"), PAIRS)
def test_pairs(mine: dict, yours: dict, same: bool) -> None:
    one, two = other(id="a:1", **{"ids": (), **mine}), other(id="a:2", **{"ids": (), **yours})
    judged = weigh(reference(one), reference(two))
    assert judged.same is same, judged


def test_a_decision_says_its_reasons_and_its_score() -> None:
    judged = weigh(reference(paper()), reference(other(pages="203-11")))
    assert judged.score >= 8
    assert "the same title" in judged.in_words()
    assert "the same page 203" in judged.in_words()
    barred = weigh(reference(paper()), reference(other(ids=("pmid:902",))))
    assert barred.in_words().startswith("two pmid numbers")


# --- every combination of harmless changes


def scrambled(chance: random.Random) -> dict:
    """Two or three harmless changes to different fields."""
    kinds = [
        {"authors": COPIES[name]["authors"]}
        for name in ("authors in another order", "given names before surnames", "capitals", "no authors")
    ]
    journals = [{"journal": name} for name in ("Ann Mt Rheumatol", "ANNALS OF MOUNTAIN RHEUMATOLOGY", "")]
    titles = [
        {"title": t}
        for t in (TITLE.upper(), TITLE + ".", TITLE.replace("randomised", "randomized"), TITLE[:70], f"[{TITLE}]")
    ]
    pages = [{"pages": p} for p in ("203-11", "203", "203–211", "p. 203-211")]
    years = [{"year": None}, {"year": 2012}, {"abstract": ""}, {"issue": ""}, {"volume": "014"}]
    changed: dict = {}
    for choice in chance.sample([kinds, journals, titles, pages, years], k=3):
        changed |= chance.choice(choice)
    return changed


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_harmless_changes_together_hide_no_copy(seed: int) -> None:
    changed = scrambled(random.Random(seed))
    one, two = paper(), other(**changed)
    assert weigh(reference(one), reference(two)).same, changed
    assert set(keys(one)) & set(keys(two)), changed


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_judging_is_symmetric(seed: int) -> None:
    chance = random.Random(seed)
    one, two = reference(other(**scrambled(chance))), reference(other(**chance.choice(list(DISTINCT.values()))))
    mine, yours = weigh(one, two), weigh(two, one)
    assert (mine.score, mine.same, bool(mine.barred)) == (yours.score, yours.same, bool(yours.barred))


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)))
def test_groups_do_not_depend_on_the_order(order: list[int]) -> None:
    records: list[Record] = [
        paper(),
        other(),
        renamed(other(title=TITLE[:60], ids=()), "c:3"),
        renamed(other(ids=("pmid:902",)), "c:4"),
        renamed(other(title=f"Erratum: {TITLE}", ids=(), pages="399", abstract=""), "c:5"),
        renamed(other(title=f"Erratum to: {TITLE}", ids=(), pages="399", abstract=""), "c:6"),
    ]
    expected = [group.ids for group in duplicates(records)]
    assert [group.ids for group in duplicates([records[place] for place in order])] == expected
    joined = set(itertools.chain.from_iterable(expected))
    assert {"c:5", "c:6"} <= joined


def test_two_numbered_documents_are_never_joined_through_a_third() -> None:
    bridge = renamed(other(ids=(), journal="", volume="", pages=""), "x:bridge")
    groups = duplicates([paper(), renamed(paper(ids=("pmid:902",)), "pmid:902"), bridge])
    assert [len(group.ids) for group in groups] == [2]


def test_hostile_fields_are_bounded() -> None:
    huge = "knee " * 200_000
    one, two = other(title=huge, authors=("A" * 100_000,) * 500, pages="1" * 10_000, abstract=huge), paper()
    judged = weigh(reference(one), reference(two))
    assert not judged.same
    assert keys(one)
    untitled = [reference(other(title="", abstract=text, ids=())) for text in (ABSTRACT, "")]
    assert not weigh(*untitled).same
