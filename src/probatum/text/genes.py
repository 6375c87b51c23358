"""Genes: variants that decide who must not have a medicine (`HLA-B*58:01`, slow CYP2D6), however they are written."""

from __future__ import annotations

import re
from typing import Final

from probatum.text.expressions import caseless

_ALLELE: Final = caseless(
    r"\bHLA[ -]?(?P<locus>[A-Z]{1,3}\d?)[ -]?\*?[ -]?(?P<one>\d{2,3})(?::? ?(?P<two>\d{2}))?(?!\d)"
)
_ENZYME: Final = caseless(r"\b(?P<name>CYP ?\d[A-Z]\d{1,2}|TPMT|NUDT ?15|G6PD|DPYD|DPD|UGT ?1A1|SLCO ?1B1)\b")


def named(text: str) -> frozenset[str]:
    """The alleles and enzymes that a text names, each in one way of writing: `HLAB5801`, `CYP2D6`."""
    alleles = {f"HLA{m['locus']}{m['one']}{m['two'] or ''}".upper() for m in _ALLELE.finditer(text)}
    enzymes = {re.sub(r"\s", "", m["name"]).upper() for m in _ENZYME.finditer(text)}
    return frozenset(alleles | enzymes)


def carried(text: str) -> frozenset[str]:
    """Those that a question tells of the patient: an allele, or an enzyme with how it works in them."""
    return frozenset(n for n in named(text) if n.startswith("HLA") or _WORKS.search(text))


_WORKS: Final = caseless(
    r"\b(?:deficien\w+|(?:poor|slow|intermediate|rapid|fast|ultra-?rapid) metaboli[sz]\w+|variant"
    r"|homozygous|heterozygous"
    r"|(?:low|absent|no|reduced) (?:activity|function)|positive|carrier|carries)\b"
)
