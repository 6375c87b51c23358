"""Pages: the home of the site, its texts, and articles that hold an Answer as structured content."""

from __future__ import annotations

import uuid

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class SourceVersion(models.Model):
    """A record in the version that an article rests on, kept so that the article can be opened when the library has
    moved on."""

    record = models.CharField(max_length=250)
    version = models.CharField(max_length=64)
    data = models.BinaryField()
    """The Record as JSON."""

    class Meta:
        """One row a version."""

        constraints = (models.UniqueConstraint(fields=("record", "version"), name="one_row_a_version"),)


class HomePage(Page):
    """Where a question is asked and the newest articles are listed."""

    introduction = RichTextField(blank=True)
    content_panels = (*Page.content_panels, FieldPanel("introduction"))
    subpage_types = ("articles.TextPage", "articles.ArticleIndexPage")
    max_count = 1
    template = "articles/home.html"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The newest articles, with where they stand."""
        from probatum.publish.site.articles.listing import listed

        context = super().get_context(request, *args, **kwargs)
        return {**context, "articles": listed(request, limit=12)}


class TextPage(Page):
    """A page of text that the organisation writes: editorial policy, about, board, disclaimer."""

    body = RichTextField()
    content_panels = (*Page.content_panels, FieldPanel("body"))
    search_fields = (*Page.search_fields, index.SearchField("body"))
    subpage_types = ()
    template = "articles/text.html"


class ArticleIndexPage(Page):
    """The list of all articles."""

    subpage_types = ("articles.ArticlePage",)
    max_count = 1
    template = "articles/list.html"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, object]:
        """The articles, narrowed by the words of `q`."""
        from probatum.publish.site.articles.listing import listed

        context = super().get_context(request, *args, **kwargs)
        words = request.GET.get("q", "")[:200]
        return {**context, "articles": listed(request, words), "words": words}


class ArticlePage(Page):
    """An article: an Answer, never pasted HTML. Who reviewed it is not kept here but in the trail."""

    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    """How the trail names it."""
    question = models.TextField(editable=False)
    answer = models.JSONField(editable=False)
    """The Answer in its JSON form; its sources are SourceVersions."""
    content = models.CharField(max_length=64, editable=False)
    """Hash of the answer: what reviews bind to."""

    content_panels = Page.content_panels
    search_fields = (*Page.search_fields, index.SearchField("question"))
    parent_page_types = ("articles.ArticleIndexPage",)
    subpage_types = ()

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        """The article for whoever reads it."""
        from probatum.publish.site.articles.reading import read

        return read(request, self)


@register_setting(icon="clipboard-list")
class EditorialSettings(BaseSiteSetting):
    """What the organisation decides."""

    anonymous_asking = models.BooleanField(default=True, help_text="People without an account may ask.")
    show_unreviewed = models.BooleanField(
        default=True, help_text="Submitted articles can be read, with their caution, before the board has approved."
    )
    blind_reviews = models.BooleanField(default=False, help_text="Reviewers do not see who wrote an article.")
    review_months = models.PositiveSmallIntegerField(default=12, help_text="An approval holds so long.")
    asks_a_minute = models.PositiveSmallIntegerField(default=10, help_text="Questions from one person or address.")
    questions_days = models.PositiveSmallIntegerField(
        default=90, help_text="Questions of people without an account are deleted after so many days."
    )
    second_step = models.BooleanField(
        default=False, help_text="People with a role work (Review, Settings) only after a second step at log-in."
    )
