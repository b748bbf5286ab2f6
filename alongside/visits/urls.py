"""Addresses of planned visits and calendars."""

from django.urls import path

from alongside.visits.views import calendar, family, feed, first_steps, lone, outcome, planning, visit

OF_FAMILY = "families/<int:family_id>/visits/"
ONE = f"{OF_FAMILY}<int:visit_id>/"

urlpatterns = [
    path("calendar/", calendar.mine, name="my-calendar"),
    path("calendar/team/", calendar.team, name="team-calendar"),
    path("calendar/address/", feed.settings, name="calendar-address"),
    path("calendar/feed/<str:token>/alongside.ics", feed.feed, name="calendar-feed"),
    path("out/<int:visit_id>/", lone.lone, name="lone-visit"),
    path("families/<int:family_id>/first-steps/", first_steps.first_steps, name="first-steps"),
    path(OF_FAMILY, family.visits, name="family-visits"),
    path(f"{OF_FAMILY}plan/", planning.plan, name="visit-plan"),
    path(ONE, visit.visit, name="family-visit"),
    path(f"{ONE}change/", planning.change, name="visit-change"),
    path(f"{ONE}call-off/", outcome.call_off, name="visit-call-off"),
    path(f"{ONE}made/", outcome.made, name="visit-made"),
    path(f"{ONE}not-in/", outcome.not_in, name="visit-not-in"),
]
