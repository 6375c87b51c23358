"""The apps."""

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class Accounts(AppConfig):
    """People."""

    name = "probatum.publish.site.accounts"
    label = "accounts"


class People(WagtailUsersAppConfig):
    """Wagtail's pages on people, with what this site shows beside a name."""

    user_viewset = "probatum.publish.site.accounts.invited.Invited"
