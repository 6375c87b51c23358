"""The difference between two versions of an article, sentence by sentence."""

from __future__ import annotations

import msgspec

from probatum.apply import differences
from probatum.model import SentenceEdit
from probatum.publish.page import TITLES
from probatum.publish.site.articles import content
from probatum.publish.site.articles.models import ArticlePage


def compare(old: ArticlePage, new: ArticlePage) -> tuple[SentenceEdit, ...]:
    """What differs, in the order of the newer version; sections by their titles."""
    made = differences(content.read(old), content.read(new))
    return tuple(msgspec.structs.replace(one, section=TITLES.get(one.section, one.section)) for one in made)
