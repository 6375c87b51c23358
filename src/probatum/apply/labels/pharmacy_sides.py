"""Sides of handling: how a medicine is kept, made up, run in and paid for, and what the body does with it.

Nurses, pharmacists and those who take a medicine ask them; no trial tells them.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.labels.side import Side
from probatum.text.expressions import caseless

HANDLING: Final = Side(
    "how the body handles it",
    caseless(
        r"\bmetaboli[sz](?:ed|es?|ing)\b|\bmetabolism of\b|\bhalf[- ]li(?:fe|ves)\b|\bpharmacokinetic\w*"
        r"|\bbioavailab\w+"
        r"|\bprotein[- ]bind\w+|\b(?:excreted|eliminated)\b|\b(?:excretion|elimination) of\b|\bbroken down in\b"
        r"|\bhow long\b[^?]{0,40}\b(?:stays?|remains?|is|be) in (?:the|my|your|his|her) (?:body|system|blood)\b"
        r"|\b(?:leave|out of|clear(?:s|ed)? from) (?:the|my|your|his|her) (?:body|system|blood)\b"
    ),
    caseless(
        r"\bhalf-li(?:fe|ves)\b|\bmetaboli[sz]ed by\b|\b(?:is|are) (?:mainly |mostly )?(?:metaboli[sz]ed"
        r"|excreted|eliminated)\b"
        r"|\bbioavailab\w+|\bcleared (?:by|from|through)\b"
    ),
    unless=caseless(
        r"\bmetaboli[sz](?:ers?|ing)\b|\b(?:does|do|can|will|may) [\w-]+ (?:affect|change|alter|inhibit|slow"
        r"|speed)\b"
    ),
    of_effects=True,
)
SIDES: Final = (
    Side(
        "sunlight",
        caseless(
            r"\b(?:in|into|avoid|stay out of|go in|from) (?:the )?(?:hot |strong |bright |direct )?sun(?:light"
            r"|shine)?\b(?! ?day)"
            r"|\bsun ?bath\w*|\bsun ?beds?\b|\b(?:get|getting) a tan\b|\btanning\b|\bsun ?(?:cream|screen|block)\b"
            r"|\bphotosensitiv\w+"
        ),
        caseless(r"\bsun ?light\b|\bphotosensitiv\w+|\bphototoxic\w*|\bultraviolet\b"),
        best=caseless(r"\b(?:avoided|limited|protect\w*|sunscreen)\b"),
        of_effects=True,
    ),
    Side(
        "how it is stored",
        caseless(
            r"\bhow\b[^?]{0,40}\b(?:stored?|kept(?= ?(?:$|[?,.;]| (?:and|at|in|cool|cold|once|after)\b)))\b|\bstorage\b"
            r"|\b(?:shelf[- ]life|expiry|expir(?:e[sd]?|ation)|room temperature|fridge|refrigerat\w+)\b"
            r"|\b(?:where|how) (?:do|should|must|can) (?:i|we|she|he|they) (?:store|keep)\b"
        ),
        caseless(
            r"\b(?:stored?|storage|refrigerat\w+|fridge|freezer|room temperature|shelf[- ]life|from light"
            r"|original (?:pack\w*"
            r"|container|bottle))\b|\bkept (?:at|below|between|in (?:the|a|its))\b"
        ),
        of_effects=True,
    ),
    Side(
        "how it is diluted",
        caseless(
            r"\bdilut(?:e[sd]?|ions?|ing|ents?)\b|\breconstitut\w+|\bwhat (?:fluid|diluent)\b"
            r"|\b(?:flush|mix|make up)\b[^?]{0,40}\b(?:iv|intravenous|infusion|vial|ampoule|saline|dextrose|glucose 5"
            r"|water for injections?)\b"
        ),
        caseless(r"\bdilut\w+|\breconstitut\w+"),
        of_effects=True,
    ),
    Side(
        "how fast it is put into a vein",
        caseless(
            r"\b(?:infusion|injection|administration|drip) (?:rate|speed|time)\b"
            r"|\b(?:rate|speed) of (?:the )?(?:infusion|injection|administration|iv|intravenous|drip)\b"
            r"|\bhow (?:fast|quickly|slowly)\b[^?]{0,40}\b(?:given|infused?|inject(?:ed)?|push(?:ed)?|run|administer\w*"
            r"|go in|give (?:[\w-]+ )?(?:it )?(?:iv|intravenous\w*|into a vein))\b"
            r"|\bover (?:how (?:long|many (?:minutes|hours))|what time)\b"
        ),
        caseless(
            r"\b(?:infus\w+|injection|intravenous\w*|drip|slowly)\b[^.;]{0,60}\b(?:over|for|rate of|per"
            r"|in) (?:at least |about )?"
            r"\d[^.;]{0,20}\b(?:minutes?|hours?|min|h)\b|\b\d+(?:\.\d+)? ?(?:mg|micrograms?|ml|g)(?:/kg)? ?(?:/"
            r"|per) ?(?:min\w*|h(?:our)?)\b"
            r"|\bover (?:at least )?\d+ (?:minutes|hours)\b"
        ),
        of_effects=True,
    ),
    Side(
        "what it costs",
        caseless(
            r"\b(?:costs?|prices?|pricing|expensive|cheap(?:er|est)?|afford\w*)\b(?![ -](?:effective|benefit|utility))"
        ),
        caseless(r"\b(?:costs?|prices?|expensive)\b"),
        of_effects=True,
        unless=caseless(r"\bcost[- ]effective\w*|\bat (?:any|all|what) costs?\b|\bcost (?:him|her|me|lives)\b"),
    ),
    HANDLING,
)
"""Each side, in the order in which they are looked for."""
