"""The app."""

from django.apps import AppConfig


class Editorial(AppConfig):
    """See the package."""

    name = "probatum.publish.site.editorial"
    label = "editorial"
