"""Addresses of meetings."""

from django.urls import path

from alongside.meetings.views import by_link, changing, family, group, meeting, mine, screen

OF_FAMILY = "families/<int:family_id>/meetings/"
ONE = f"{OF_FAMILY}<int:meeting_id>/"

urlpatterns = [
    path("meetings/", mine.my_meetings, name="my-meetings"),
    path(OF_FAMILY, family.meetings, name="family-meetings"),
    path(f"{OF_FAMILY}arrange/", family.arrange, name="meeting-arrange"),
    path(ONE, meeting.meeting, name="family-meeting"),
    path(f"{ONE}change/", changing.change, name="meeting-change"),
    path(f"{ONE}call-off/", changing.cancel, name="meeting-cancel"),
    path(f"{ONE}meeting.ics", changing.calendar, name="meeting-calendar"),
    path(f"{ONE}begin/", screen.begin, name="meeting-begin"),
    path(f"{ONE}screen/", screen.screen, name="meeting-screen"),
    path("groups/arrange/", group.arrange, name="group-arrange"),
    path("groups/<int:meeting_id>/", group.group, name="group-meeting"),
    path("groups/<int:meeting_id>/change/", group.change, name="group-change"),
    path("groups/<int:meeting_id>/requests/<int:item_id>/answer/", group.answer, name="group-answer"),
    path("invitation/<str:token>/", by_link.invitation, name="meeting-invitation"),
    path("invitation/<str:token>/meeting.ics", by_link.invitation_calendar, name="meeting-invitation-calendar"),
    path("minutes/<str:token>/", by_link.minutes, name="meeting-minutes"),
    path("minutes/<str:token>/minutes.pdf", by_link.minutes_pdf, name="meeting-minutes-pdf"),
]
