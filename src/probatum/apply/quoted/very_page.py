"""Very page: a page that has the very thing for its title of which one side is asked, and the part that tells it.

Pages for readers give each side of an illness a part of its own. Such a part is the answer in whole sentences and in
order, whatever other sources share more words with the question. Where a treatment is weighed, studies and guidelines
stand before it.
"""

from __future__ import annotations

from typing import Final

from probatum.apply.context import Context
from probatum.apply.naming import is_page
from probatum.apply.once import once
from probatum.apply.quoted import gathering
from probatum.apply.quoted.passages import Passage, is_told
from probatum.model import Fit
from probatum.text import aspects

TREATMENT: Final = "treatment"


@once
def of(context: Context) -> Passage | None:
    """Where the answer begins there; None where no side is asked, no such page is held, or something weighs more."""
    question = context.question
    titles = aspects.titles(question)
    if not titles or question.danger or not is_told(question, treatable=context.treatable):
        return None
    advised = any(a.directness.population.fit is Fit.DIRECT for a in context.guidelines)
    if aspects.asked(question.read) == TREATMENT and (advised or (context.groups and not context.reader.plain)):
        return None
    pages = [a for a in context.answering if is_page(a.record) and aspects.titled(a.record.title) in titles]
    lead = next(iter(gathering.chosen(question, pages, 1)), None)
    return lead if lead is not None and lead.part else None
