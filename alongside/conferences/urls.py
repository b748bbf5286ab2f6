"""Addresses of conferences."""

from django.urls import path

from alongside.conferences.views import after, arranging, by_link, conference, figures, packs, reading, reports

OF_FAMILY = "families/<int:family_id>/conferences/"
ONE = f"{OF_FAMILY}<int:meeting_id>/"

urlpatterns = [
    path(f"{OF_FAMILY}arrange/", arranging.arrange, name="conference-arrange"),
    path(ONE, conference.conference, name="conference"),
    path(f"{ONE}holders/", arranging.holders, name="conference-holders"),
    path(f"{ONE}reports/ask/", reports.ask, name="conference-ask"),
    path(f"{ONE}reports/<int:report_id>/", reports.report, name="conference-report"),
    path(f"{ONE}reading/", reading.reading, name="conference-reading"),
    path(f"{ONE}reading/<int:report_id>/", reading.readers, name="conference-readers"),
    path(f"{ONE}packs/<int:pack_id>/", packs.pack, name="conference-pack"),
    path(f"{ONE}packs/<int:pack_id>/reading-pack.pdf", packs.pdf, name="conference-pack-pdf"),
    path(f"{ONE}decisions/", after.decisions, name="conference-after"),
    path(f"{ONE}decisions/<int:letter_id>/", after.letter, name="conference-letter"),
    path(f"{ONE}decisions/<int:letter_id>/decisions.pdf", after.letter_pdf, name="conference-letter-pdf"),
    path(f"{ONE}decisions/<int:letter_id>/feedback/", after.feedback, name="conference-letter-feedback"),
    path(f"{ONE}feedback/", after.typed, name="conference-typed-feedback"),
    path("reading-pack/<str:token>/", by_link.pack, name="conference-pack-link"),
    path("reading-pack/<str:token>/reading-pack.pdf", by_link.pack_pdf, name="conference-pack-link-pdf"),
    path("decisions/<str:token>/", by_link.decisions, name="conference-decisions"),
    path("decisions/<str:token>/decisions.pdf", by_link.decisions_pdf, name="conference-decisions-pdf"),
    path("how-it-was/<str:token>/", by_link.feedback, name="conference-feedback"),
    path("conferences/", figures.figures, name="conference-figures"),
    path("conferences/figures.xlsx", figures.sheet, name="conference-figures-sheet"),
]
