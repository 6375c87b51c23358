"""Every address of the site."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as document_urls

from probatum.publish.site.accounts import entering, own
from probatum.publish.site.accounts import views as accounts
from probatum.publish.site.api.addresses import api
from probatum.publish.site.articles import pictures, reading, taking
from probatum.publish.site.asking import views as asking
from probatum.publish.site.auditing import views as auditing
from probatum.publish.site.editorial import views as editorial
from probatum.publish.site.editorial import work
from probatum.publish.site.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("start/", accounts.start, name="start"),
    path("log-in/", entering.LogIn.as_view(), name="login"),
    path("log-in/code/", entering.code, name="code"),
    path("log-in/organisation/", entering.to_organisation, name="sso"),
    path("log-in/organisation/back/", entering.from_organisation, name="sso-back"),
    path("log-out/", entering.LogOut.as_view(), name="logout"),
    path("me/", accounts.me, name="me"),
    path("me/password/", own.password, name="password"),
    path("me/code/", own.code, name="second-step"),
    path("ask/", asking.ask, name="ask"),
    path("ask/reading/", asking.reading, name="reading"),
    path("ask/about/<uuid:key>/", asking.ask_about, name="ask-about"),
    path("questions/", asking.mine, name="mine"),
    path("questions/<uuid:asked>/", asking.question, name="question"),
    path("questions/<uuid:asked>/follow/", asking.follow, name="follow"),
    path("questions/<uuid:asked>/<str:reader>.css", asking.marks, name="question-marks"),
    path("questions/<uuid:asked>/take/<str:form>/", asking.take, name="take-answer"),
    path("questions/<uuid:asked>/article/", editorial.create, name="create-article"),
    path("audit/", auditing.audit, name="audit"),
    path("api/v1/", api.urls),
    path("reader/", asking.reader, name="reader"),
    path("marks/<uuid:key>/<str:wanted>/<str:reader>.css", reading.marks, name="article-marks"),
    path("take/<uuid:key>/<str:form>/", taking.take, name="take"),
    path("report/<uuid:key>/", editorial.report, name="report"),
    path("review/", editorial.dashboard, name="dashboard"),
    path("review/<uuid:key>/", editorial.review, name="review"),
    path("review/<uuid:key>/history/", editorial.history, name="history"),
    path("review/<uuid:key>/<str:action>/", work.act, name="act"),
    path("media/images/<str:name>", pictures.picture, name="picture"),
    path("sitemap.xml", sitemap, name="sitemap"),
    # One way in, with its throttle and its second step: neither the admin's own nor that of Wagtail's pages.
    path("admin/login/", RedirectView.as_view(pattern_name="login", query_string=True), name="admin-login"),
    path("_util/login/", RedirectView.as_view(pattern_name="login", query_string=True), name="page-login"),
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("", accounts.home, name="home"),
    path("", include(wagtail_urls)),
]
