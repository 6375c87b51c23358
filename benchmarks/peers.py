"""Other search engines over the same texts, in the same run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


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


def tantivy(ids: Sequence[str], texts: Iterable[str]) -> Callable[[str, int], list[str]]:
    """Tantivy, the search library in Rust, with its English stemmer; the index is in memory.

    The function that comes back gives the ids of the best records, best first. Raises ImportError where `tantivy` (the
    extra `bench`) is not installed.
    """
    import tantivy as engine

    schema = engine.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    schema.add_text_field("text", stored=False, tokenizer_name="en_stem")
    index = engine.Index(schema.build())
    writer = index.writer(200_000_000, 2)
    for record_id, text in zip(ids, texts, strict=True):
        writer.add_document(engine.Document(id=record_id, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str, limit: int) -> list[str]:
        words = "".join(c if c.isalnum() else " " for c in question)
        found = searcher.search(index.parse_query(words, ["text"]), limit).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return search
