"""Trial registries in citations. A module of its own: who only asks for the names needs no reader of XML."""

from __future__ import annotations

from typing import Final

REGISTRIES: Final = {
    "clinicaltrials.gov": "nct",
    "isrctn": "isrctn",
    "eudract": "eudract",
    "anzctr": "actrn",
    "chictr": "chictr",
    "cris": "cris",
    "ctri": "ctri",
    "drks": "drks",
    "irct": "irct",
    "japiccti": "japiccti",
    "jma iia": "jma",
    "jprn": "jprn",
    "jrct": "jrct",
    "ntr": "ntr",
    "pactr": "pactr",
    "rebec": "rebec",
    "repec": "repec",
    "rpcec": "rpcec",
    "slctr": "slctr",
    "tctr": "tctr",
    "umin-ctr": "umin",
    "umin ctr": "umin",
}
"""Trial registries as MEDLINE names them -> namespace of their numbers."""
