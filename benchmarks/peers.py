"""Other search engines over the same texts, in the same run."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def bm25s(ids: Sequence[str], texts: Sequence[str]) -> Callable[[str, int], list[str]]:
    """Plain BM25 (Lù 2024, arXiv:2407.03618) with its defaults: k1 1.5, b 0.75, Snowball's English stems, its English
    stop words.

    The function that comes back gives the ids of the best records, best first. Raises ImportError where `bm25s` or
    `Stemmer` (the extra `bench`) is not installed.
    """
    import bm25s as engine
    import Stemmer

    stemmer = Stemmer.Stemmer("english")

    def words(of: list[str]) -> list[list[str]]:
        made = engine.tokenize(of, stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False)
        return [list(map(str, one)) for one in made]

    index = engine.BM25()
    index.index(words(list(texts)), show_progress=False)

    def search(question: str, limit: int) -> list[str]:
        asked = words([question])
        if not asked[0]:
            return []
        found, scores = index.retrieve(asked, k=min(limit, len(ids)), show_progress=False)
        return [ids[int(at)] for at, score in zip(found[0], scores[0], strict=True) if score > 0]

    return search
