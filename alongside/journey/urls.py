"""Addresses of a family's record."""

from django.urls import path

from alongside.journey.starting.views import duty, starting, transfer
from alongside.journey.views import (
    chronology,
    dangers,
    document,
    documents,
    due,
    level,
    map,
    ratings,
    statements,
    story,
    voices,
)

urlpatterns = [
    path("families/<int:family_id>/", story.story, name="family"),
    path("families/<int:family_id>/map/", map.family_map, name="family-map"),
    path("families/<int:family_id>/map/<uuid:statement_id>/", statements.statement, name="family-statement"),
    path(
        "families/<int:family_id>/map/<uuid:statement_id>/<slug:change>/",
        statements.change_statement,
        name="family-statement-change",
    ),
    path("families/<int:family_id>/ratings/", ratings.ratings, name="family-ratings"),
    path("families/<int:family_id>/ratings.csv", ratings.sheet, name="family-ratings-sheet"),
    path("families/<int:family_id>/documents/", documents.documents, name="family-documents"),
    path("families/<int:family_id>/documents/<int:document_id>/", document.document, name="family-document"),
    path("families/<int:family_id>/documents/<int:document_id>/replace/", document.replace, name="replace-document"),
    path("families/<int:family_id>/documents/<int:document_id>/take-out/", document.take_out, name="take-out-document"),
    path("families/<int:family_id>/level/", level.level, name="family-level"),
    path("families/<int:family_id>/start-help/", starting.start, name="start-help"),
    path("families/<int:family_id>/first-oversight/", duty.oversee, name="first-oversight"),
    path("families/<int:family_id>/allocate/", duty.allocate, name="allocate-family"),
    path("families/<int:family_id>/transfer/", transfer.transfer, name="family-transfer"),
    path("duty/", duty.duty, name="duty"),
    path("families/<int:family_id>/due/", due.everything_due, name="family-due"),
    path("families/<int:family_id>/due/<int:row_id>/", due.one_due, name="family-due-row"),
    path("families/<int:family_id>/voices/", voices.family_voices, name="family-voices"),
    path("families/<int:family_id>/voices/<int:person_id>/", voices.child_voice, name="child-voice"),
    path("families/<int:family_id>/chronology/", chronology.chronology, name="family-chronology"),
    path("families/<int:family_id>/chronology/complete/", chronology.complete, name="chronology-complete"),
    path("families/<int:family_id>/chronology/add/", chronology.add, name="chronology-add"),
    path("families/<int:family_id>/chronology.pdf", chronology.pdf, name="chronology-pdf"),
    path("families/<int:family_id>/chronology.csv", chronology.sheet, name="chronology-sheet"),
    path("entries/<int:entry_id>/mark/", chronology.mark, name="entry-mark"),
    path("families/<int:family_id>/dangers/", dangers.dangers, name="family-dangers"),
    path("families/<int:family_id>/dangers/<uuid:danger_id>/", dangers.end, name="danger-end"),
]
