"""The app."""

from django.apps import AppConfig


class Api(AppConfig):
    """See the package."""

    name = "probatum.publish.site.api"
    label = "api"
