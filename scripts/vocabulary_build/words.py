"""What the building of the vocabulary goes by: places, limits, and words with a meaning of their own in names."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DATA = ROOT / "src" / "probatum" / "vocabulary" / "data"

VERSION = "2026.1 (MeSH 2025, UNII, Drugs@FDA 2019, DrugBank open names)"

OWN_FILES = ("lay.tsv", "synonyms.tsv", "brands.tsv", "near.toml", "sound_alikes.tsv", "abbreviations.tsv", "stems.tsv")

LONGEST_NAME = 60

MOST_FORMS = 24

MIN_DF = 3
"""A word of the corpus counts as known from this many documents on; rarer ones are often misprints."""


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


SHORTEST, LONGEST_WORD = 4, 40

USUAL_DRUG = 3
"""Documents from which on a drug counts as in use."""

SALTS = words_of(
    """
    acetate acetonide alafenamide aluminum anhydrous arginine aspartate axetil benzathine benzoate besilate
    besylate bisulfate bitartrate bromide butyrate calcium camsylate caproate carbonate chloride choline
    cilexetil citrate cyclopropylmethanol cypionate decanoate diacetate dihydrate dihydrochloride dimesylate
    diphosphate dipivoxil dipropionate disodium disoproxil edisylate embonate enanthate erbumine estolate
    esylate etabonate etexilate ethylsuccinate fosamil fumarate furoate gluceptate gluconate glutamate hcl
    hemifumarate hemihydrate hexacetonide hippurate hyclate hydrate hydrobromide hydrochloride hydroxide iodide
    isethionate lactate lactobionate lauroxil lysine magnesium malate maleate mandelate marboxil medoxomil
    meglumine mesilate mesylate methylbromide methylsulfate mofetil monohydrate mononitrate napsylate nitrate
    oleate orotate oxalate palmitate pamoate pentahydrate phenylpropionate phosphate pivalate pivoxil polistirex
    potassium propanediol propionate proxetil resinate saccharate salicylate sesquihydrate sodium stearate
    strontium succinate sulfate sulfonate sulphate tannate tartrate tebutate teoclate tetrahydrate theoclate
    tosilate tosylate trifenatate trihydrate trihydrochloride trisodium tromethamine undecanoate undecylenate
    valerate xinafoate zinc
    """
)
"""Words that make a salt, ester or hydrate out of a base."""

NOT_A_BASE = words_of(
    """
    sodium potassium calcium magnesium iron zinc aluminum silver copper ammonium hydrogen
    """
)
"""`sodium chloride` is not a salt of a drug called sodium."""

FORM_WORDS = words_of(
    """
    xr er sr cr la xl hcl ir od pm dm hfa kit cd xt mr odt es retard forte depot plus
    """
)

ENGLISH_BRANDS = words_of(
    """
    viagra cialis prozac valium zoloft xanax tylenol motrin advil allegra ritalin lipitor plavix paxil botox
    aleve
    """
)
"""Brands that stand in English word lists and mean the drug nonetheless."""

Abbreviation = tuple[str, str, list[str], bool]
"""Short form, meaning, cues, and whether it is of our own list."""

CHEMICAL = re.compile(r"[\[\](){}]|\d,\d|[+/]|^\W|^\d+[-\w]*$|\.(?:alpha|beta)\.|'-", re.IGNORECASE)
"""Signs of a systematic or damaged name that nobody types."""
