"""The app."""

from django.apps import AppConfig


class Articles(AppConfig):
    """See the package."""

    name = "probatum.publish.site.articles"
    label = "articles"
