"""Find, in the collection of facts, what is said of one source: the sentences and table rows that name it."""

from __future__ import annotations

import re
from pathlib import Path

FACTS = Path(__file__).resolve().parents[3] / ".." / "shared" / "starter" / "als-cramps.md"
SHARED = FACTS.parents[1]

NAMES: dict[str, tuple[str, ...]] = {
    "adiao-2020": ("32867586",),
    "aizawa-2022": ("34191081",),
    "baldinger-2012": ("CD004157", "(Baldinger [S])", "no RCT in Cochrane 2012"),
    "bedlack-2009": ("18821142",),
    "caress-2016": ("26332705",),
    "chandrashekhar-2022": ("35466411",),
    "de-carvalho-2010": ("17482968.2010.498521",),
    "el-tawil-2015": ("25842375",),
    "elettreby-2024": ("38403671",),
    "fda-gabapentinoids-2019": ("FDA gabapentinoids",),
    "fda-quinine-2010": ("FDA quinine", "FDA boxed warning"),
    "garrison-2012": ("CD009402",),
    "garrison-2020": ("CD009402",),
    "guideline-aan-2009-als": ("19822873",),
    "guideline-aan-2010-cramps": ("AAN 2010",),
    "guideline-nice-ng42": ("NICE NG42",),
    "hall-2025": ("10.1159/000548820", "Hall 2025"),
    "label-eu-namuscla": ("EU label", "Namuscla"),
    "label-us-mexiletine": (
        "FDA label, mexiletine",
        "US label [S]",
        "CYP2D6 and CYP1A2 substrate",
        "Units:",
        "Adverse events in controlled arrhythmia trials",
    ),
    "label-us-quinine": ("FDA quinine", "FDA boxed warning"),
    "label-us-riluzole": ("riluzole is a CYP1A2 substrate",),
    "label-us-tizanidine": ("tizanidine with mexiletine",),
    "livertox-mexiletine": ("LiverTox",),
    "marvulli-2019": ("PMC6669765",),
    "miller-2001": ("WNL.56.7.843",),
    "nct00324454": ("18821142",),
    "nct01849770": ("NCT01849770",),
    "nct02781454": ("NCT02781454",),
    "nct04998305": ("PMC10332004",),
    "ng-2017": ("28072907", "(Ng 2017"),
    "oskarsson-2018": ("29510461",),
    "shibuya-2015": ("25960085",),
    "stephens-2017": ("27978764",),
    "tj-68-protocol-2023": ("PMC10332004",),
    "vogt-2025": ("40384575",),
    "weber-2010": ("20498181",),
    "weiss-2016": ("26911633",),
    "weiss-2021": ("NCT02781454",),
    "yamada-2022": ("36208052",),
}
"""Name of a record -> strings by which the collection of facts names its source."""

NUMBER = re.compile(r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z]*\d)")
SPELT = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def numbers(text: str) -> set[str]:
    """Every number of a text without sign, as printed but for thousands separators; `two` to `ten` as digits."""
    found = {match.group().replace(",", "") for match in NUMBER.finditer(text)}
    words = set(re.findall(r"[a-z]+", text.lower()))
    return found | {str(value) for value, word in enumerate(SPELT, 2) if word in words}


def _sentences(text: str) -> list[str]:
    joined = re.sub(r"\s*\n\s*", " ", text)
    return re.split(
        r"(?<=[)%\]])[.;] (?=[A-Z0-9])|(?<=\w)\. (?=(?:Any cause|Cochrane|Hall|Adiao|Harm|\*\*|LiverTox))", joined
    )


def blocks(text: str) -> list[str]:
    """The units of the collection: table rows, bullets (whole) and sentences of paragraphs."""
    units: list[str] = []
    for chunk in re.split(r"\n\s*\n|\n(?=- )|\n(?=\|)", text):
        stripped = chunk.strip()
        if stripped.startswith(("|", "- ")):
            units.append(re.sub(r"\s*\n\s*", " ", stripped))
        else:
            units.extend(_sentences(stripped))
    return units


def about(name: str, text: str) -> str:
    """What the collection says of a record's source."""
    return "\n".join(unit for unit in blocks(text) if any(mark in unit for mark in NAMES[name]))
