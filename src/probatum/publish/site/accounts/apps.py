"""The app."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """People."""

    name = "probatum.publish.site.accounts"
    label = "accounts"
