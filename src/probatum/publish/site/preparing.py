"""Making a site ready: tables, roles, first pages, sample articles. Run again, it touches nothing that is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final

SAMPLES: Final = (
    "What is the role of mexiletine in treating muscle cramps in patients with ALS?",
    "Is quinine safe for leg cramps?",
    "What dose of riluzole is used in ALS and what should be monitored?",
)
TEXTS: Final = {
    "Editorial policy": (
        "<p>An article is written from named sources: every sentence rests on exact words of a source and has passed "
        "the same checks. Two people other than its author review each article and declare their interests first. The "
        "medical board decides and signs the exact wording. Until then the page carries a caution.</p><p>When a "
        "source is retracted or corrected, or new evidence appears, the article is due for update and its page says "
        "so. Every step is kept in a history that can be checked and not be changed.</p>"
    ),
    "About": (
        "<p>This site answers clinical questions from the sources in its library and shows the source of every "
        "sentence. It does not know more than its sources.</p>"
    ),
    "Medical board": "<p>Name here who sits on your medical board, with their credentials.</p>",
    "Disclaimer": (
        "<p>The articles support and never replace the judgement of health professionals. Patients and carers: do not "
        "start, stop or change a treatment on your own. In an emergency call the emergency number of your country.</p>"
        "<p>What you ask is kept on this server, for you alone, and you can delete it under My questions. Questions of "
        "people without an account are deleted after some months. Do not enter what identifies a patient.</p>"
    ),
}
"""First wording of pages that the organisation edits."""
INTRODUCTION: Final = (
    "<p>Ask in your own words, misspelt or hurried. Behind each sentence of the answer stand the exact words of the "
    "source it rests on, and what the checks said of it.</p>"
)


def prepare(say: Callable[[str], None], *, samples: bool = True) -> None:
    """Bring tables, roles and pages up to date. Raises ProbatumError P85x, and what answering raises."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probatum.publish.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    say("Preparing the database ...")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    _roles()
    _tell_first_code(say)
    if _pages() and samples:
        say("Writing sample articles ...")
        _samples()


def _tell_first_code(say: Callable[[str], None]) -> None:
    """On a site that others reach, the owner is who reads this terminal, not who comes first."""
    from django.conf import settings

    from probatum.publish.site.accounts.models import User
    from probatum.publish.site.accounts.views import first_code

    if settings.PROBATUM_PUBLIC and not User.objects.filter(is_superuser=True).exists():
        say(f"The first page asks for this code before it makes the owner's account: {first_code()}")


def _roles() -> None:
    from django.contrib.auth.models import Group

    from probatum.publish.site.accounts.models import GROUPS

    for name in GROUPS.values():
        Group.objects.get_or_create(name=name)


def _pages() -> bool:
    """Make the first pages. True when they were not there."""
    from wagtail.models import Page, Site

    from probatum.publish.site.articles.models import ArticleIndexPage, HomePage, TextPage

    if HomePage.objects.exists():
        return False
    root = Page.get_first_root_node()
    for welcome in root.get_children():
        welcome.delete()
    root.refresh_from_db()
    home = HomePage(title="Clinical answers, every sentence with its proof", slug="home", introduction=INTRODUCTION)
    root.add_child(instance=home)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name="Probatum")
    home.add_child(instance=ArticleIndexPage(title="Articles", slug="articles"))
    for title, body in TEXTS.items():
        home.add_child(instance=TextPage(title=title, body=body, show_in_menus=True))
    return True


def _samples() -> None:
    from probatum.model import Reader
    from probatum.publish.site.asking import engine
    from probatum.publish.site.editorial import making, trail
    from probatum.publish.site.editorial.standing import Action

    for question in SAMPLES:
        page = making.create(engine.answer(question, Reader.DOCTOR), trail.ENGINE)
        making.act(making.draft(page.key), Action.SUBMITTED, trail.ENGINE)
