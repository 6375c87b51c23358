"""The first account, log-in, one's own data."""

from __future__ import annotations

import json

from django import forms
from django.contrib.auth import login, views
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import UserCreationForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from wagtail.views import serve

from probatum.publish.site.accounts.models import User
from probatum.publish.site.api.models import Scope, Token


class OwnerForm(UserCreationForm):
    """The account of the owner."""

    first_name = forms.CharField(max_length=150, label="First name")
    last_name = forms.CharField(max_length=150, label="Last name")
    credentials = forms.CharField(max_length=120, required=False, label="Credentials (MD, pharmacist ...)")

    class Meta:
        """The fields, in order."""

        model = User
        fields = ("username", "first_name", "last_name", "credentials", "email")


class LogIn(views.LoginView):
    """Log in; too many failures lock the name for a while."""

    template_name = "accounts/log_in.html"


def home(request: HttpRequest) -> HttpResponseBase:
    """The home page, or at the first start the page that makes the owner's account."""
    if not User.objects.filter(is_superuser=True).exists():
        return redirect("start")
    return serve(request, "")


def start(request: HttpRequest) -> HttpResponseBase:
    """Make the owner's account; only while there is none."""
    if User.objects.filter(is_superuser=True).exists():
        return redirect("home")
    form = OwnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        owner = form.save(commit=False)
        owner.is_superuser = owner.is_staff = True
        owner.save()
        login(request, owner, backend="django.contrib.auth.backends.ModelBackend")
        return redirect("home")
    return render(request, "accounts/start.html", {"form": form})


@login_required
def me(request: HttpRequest) -> HttpResponseBase:
    """One's own data: to see, to take away (`?take`), to delete; and tokens for programs."""
    user = request.user
    made = ""
    if request.method == "POST":
        if request.POST.get("sure") == user.get_username():
            user.delete()
            return redirect("home")
        made = _tokens(request)
    if "take" in request.GET:
        response = HttpResponse(json.dumps(_data(user), indent=2, ensure_ascii=False), content_type="application/json")
        response["Content-Disposition"] = 'attachment; filename="my-data.json"'
        return response
    told = {"token": made, "tokens": user.token_set.order_by("-made"), "scopes": list(Scope)}
    return render(request, "accounts/me.html", told)


def _tokens(request: HttpRequest) -> str:
    """Make or delete a token; what a new one is, to be shown once."""
    if request.POST.get("delete", "").isdigit():
        request.user.token_set.filter(pk=int(request.POST["delete"])).delete()
        return ""
    known = {scope.value for scope in Scope}
    scopes = [Scope(said) for said in request.POST.getlist("scope") if said in known]
    name = request.POST.get("name", "").strip()[:80]
    return Token.create(request.user, name, scopes) if name and scopes else ""


def _data(user: User) -> dict[str, object]:
    names = ("username", "first_name", "last_name", "email", "credentials")
    asked = [{"asked": a.typed, "on": a.made.isoformat()} for a in user.asked_set.all()]
    comments = [{"text": c.text, "on": c.made.isoformat()} for c in user.comment_set.all()]
    interests = [{"text": i.text, "on": i.made.isoformat()} for i in user.interests_set.all()]
    return {
        **{name: getattr(user, name) for name in names},
        "groups": list(user.groups.values_list("name", flat=True)),
        "questions": asked,
        "comments": comments,
        "interests": interests,
    }
