"""Cluster words by their neighbours in unlabelled abstracts: `python -m scripts.train.word_clusters [DATA]`.

Reads the PubMed and SciFact abstracts and the openly licensed full texts of Evidence Inference, counts which frequent
words stand one and two places before and after each word, and writes src/probatum/appraise/models/word_clusters.npz:
CRC-32 of each word and its cluster at three grains. Positive pointwise mutual information with smoothed contexts,
singular vectors, k-means (Levy 2015, doi:10.1162/tacl_a_00134). A few minutes; needs the extra `train` (scikit-learn).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from benchmarks.data import pubmed, scifact
from probatum.acquire.reading import read_paths
from probatum.appraise.pico.words import TOKEN, number, plain
from probatum.model import Record, SectionKind
from probatum.text.sentences import split

ROOT = Path(__file__).resolve().parents[2]
CLUSTERS = ROOT / "src" / "probatum" / "appraise" / "models" / "word_clusters.npz"
OPEN = ("articles_open_v2.tar.xz", "articles_open_more.tar.xz")
KINDS = (SectionKind.TITLE, SectionKind.ABSTRACT, SectionKind.BODY)
SELDOM, CONTEXTS, DIMENSIONS = 8, 4000, 100
GRAINS = {"coarse": 48, "middle": 200, "fine": 800}


def records(data: Path) -> Iterator[Record]:
    """The texts."""
    yield from pubmed(data)
    yield from scifact(data)
    for name in OPEN:
        for _, item in read_paths([str(data / "evidence-inference" / name)]):
            if isinstance(item, Record):
                yield item


def sentences(data: Path) -> Iterator[list[str]]:
    """Words in plain form, a sentence at a time, of the records that have an abstract."""
    for record in records(data):
        if not any(s.kind is SectionKind.ABSTRACT for s in record.sections):
            continue
        for section in record.sections:
            if section.kind in KINDS:
                for start, end in split(section.text):
                    yield [plain(word) for word in TOKEN.findall(section.text, start, end)]


def vectors(lines: list[list[str]], words: list[str]) -> np.ndarray:
    """A vector of length 1 for each word; the first `CONTEXTS` words are the contexts."""
    at = {word: i for i, word in enumerate(words)}
    flat = [-1, -1]
    for line in lines:
        flat.extend(at.get(word, -1) for word in line)
        flat.extend((-1, -1))
    here = np.array(flat, dtype=np.int32)
    counted = []
    for shift in (-2, -1, 1, 2):
        there = np.roll(here, -shift)
        kept = (here >= 0) & (there >= 0) & (there < CONTEXTS)
        pairs = (np.ones(int(kept.sum())), (here[kept], there[kept]))
        counted.append(sp.coo_matrix(pairs, shape=(len(words), CONTEXTS)).tocsr())
    joint = sp.hstack(counted).tocsr()
    row, column = np.asarray(joint.sum(1)).ravel(), np.asarray(joint.sum(0)).ravel() ** 0.75
    column *= row.sum() / column.sum()
    cells = joint.tocoo()
    gain = np.log(cells.data * row.sum() / (row[cells.row] * column[cells.col]))
    kept = gain > 0
    weighed = sp.csr_matrix((gain[kept], (cells.row[kept], cells.col[kept])), shape=joint.shape)
    left, strength, _ = randomized_svd(weighed, DIMENSIONS, n_iter=3, random_state=0)
    made = left * np.sqrt(strength)
    return np.asarray(made / (np.linalg.norm(made, axis=1, keepdims=True) + 1e-9))


def main(data: Path) -> None:
    """Count, cluster, write."""
    lines = list(sentences(data))
    count = Counter(word for line in lines for word in line)
    words = [word for word, often in count.most_common() if often >= SELDOM]
    points, weight = vectors(lines, words), np.sqrt([count[word] for word in words])
    keys, first = np.unique(np.array([number(word) for word in words], dtype=np.uint32), return_index=True)
    held: dict[str, np.ndarray] = {"keys": keys}
    for name, clusters in GRAINS.items():
        means = MiniBatchKMeans(clusters, random_state=0, batch_size=4096, n_init=3, max_iter=100)
        found = means.fit(points, sample_weight=weight).predict(points)
        held[name] = found[first].astype(np.uint8 if clusters <= 256 else np.uint16)
    np.savez_compressed(CLUSTERS, **held)
    print(sum(count.values()), "words in all,", len(keys), "clustered,", CLUSTERS.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared" / "data")
