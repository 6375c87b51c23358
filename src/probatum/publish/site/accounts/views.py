"""The first account, log-in, one's own data."""

from __future__ import annotations

import json

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import UserCreationForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.views import serve

from probatum.publish.site.accounts import entering, erasing, own, second, sessions
from probatum.publish.site.accounts.models import User
from probatum.publish.site.accounts.noting import note
from probatum.publish.site.accounts.telling import tell
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
    if settings.PROBATUM_PUBLIC:
        form.fields["first_code"] = forms.CharField(label="Code that `probatum site prepare` printed", max_length=40)
    if request.method == "POST" and form.is_valid() and _known(form):
        owner = form.save(commit=False)
        owner.is_superuser = owner.is_staff = True
        owner.save()
        login(request, owner, backend=entering.BACKEND)
        entering.remember(request)
        return redirect("home")
    return render(request, "accounts/start.html", {"form": form})


def first_code() -> str:
    """What the first person on a site that others reach must know: it is printed on the server."""
    return salted_hmac("probatum.publish.site.accounts.start", "first code", algorithm="sha256").hexdigest()[:20]


def _known(form: OwnerForm) -> bool:
    if not settings.PROBATUM_PUBLIC or constant_time_compare(form.cleaned_data["first_code"].strip(), first_code()):
        return True
    form.add_error("first_code", "That is not the code which this site printed.")
    return False


@sensitive_post_parameters()
@login_required
def me(request: HttpRequest) -> HttpResponseBase:
    """One's own data: to see, to take away (`?take`), to delete; and tokens for programs."""
    user = request.user
    made = fault = ""
    if request.method == "POST":
        if "sure" in request.POST:
            if request.POST["sure"] == user.get_username() and own.shown_again(request):
                erasing.erase(user)
                logout(request)
                return redirect("home")
            fault = "Nothing was deleted: give your user name and your password."
        elif "elsewhere" in request.POST or "end" in request.POST:
            fault = _end(request)
        else:
            made = _tokens(request)
    if "take" in request.GET:
        response = HttpResponse(
            json.dumps(erasing.data(user), indent=2, ensure_ascii=False), content_type="application/json"
        )
        response["Content-Disposition"] = 'attachment; filename="my-data.json"'
        return response
    told = {"token": made, "tokens": user.token_set.order_by("-made"), "scopes": list(Scope), "fault": fault}
    told |= {"second": second.has(user), "visits": sessions.told(request)}
    return render(request, "accounts/me.html", told)


def _end(request: HttpRequest) -> str:
    """End one other session of this person or all of them; why not, where the password is not right."""
    if not own.shown_again(request):
        return "No session was ended: give your password."
    if "elsewhere" in request.POST:
        own.alone(request)
        messages.success(request, "You are logged out everywhere else.")
    elif sessions.end(request.user, request.POST["end"]):
        messages.success(request, "You are logged out there.")
    note("other sessions ended", request)
    return ""


def _tokens(request: HttpRequest) -> str:
    """Make or delete a token; what a new one is, to be shown once."""
    if request.POST.get("delete", "").isdigit():
        request.user.token_set.filter(pk=int(request.POST["delete"])).delete()
        note("token deleted", request)
        return ""
    known = {scope.value for scope in Scope}
    scopes = [Scope(said) for said in request.POST.getlist("scope") if said in known]
    name = request.POST.get("name", "").strip()[:80]
    if not (name and scopes):
        return ""
    tell(request, request.user, "a token for a program was made in your name")
    return Token.create(request.user, name, scopes)
