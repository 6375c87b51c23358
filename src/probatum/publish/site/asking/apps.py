"""The app."""

from django.apps import AppConfig


class Asking(AppConfig):
    """See the package."""

    name = "probatum.publish.site.asking"
    label = "asking"
