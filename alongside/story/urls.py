"""Addresses of the story."""

from django.urls import include, path

from alongside.story.views import (
    amending,
    answers,
    attaching,
    blank,
    choosing,
    comparing,
    documents,
    editing,
    finishing,
    letters,
    reading,
)

urlpatterns = [
    path("", include("alongside.story.drawing.urls")),
    path("families/<int:family_id>/record/", choosing.form_choices, name="form-choices"),
    path("families/<int:family_id>/entries/start/", choosing.start, name="entry-start"),
    path("record/", choosing.start_elsewhere, name="entry-start-elsewhere"),
    path("families/<int:family_id>/forms/<slug:form_id>/blank/", blank.page, name="form-blank-for-family"),
    path("families/<int:family_id>/forms/<slug:form_id>/blank.pdf", blank.pdf, name="form-blank-for-family-pdf"),
    path("forms/<slug:form_id>/blank/", blank.page, name="form-blank"),
    path("forms/<slug:form_id>/blank.pdf", blank.pdf, name="form-blank-pdf"),
    path("documents/<int:document_id>/", documents.document, name="document"),
    path("documents/<int:document_id>/preview/", documents.preview, name="document-preview"),
    path("entries/<int:entry_id>/", reading.entry, name="entry"),
    path("entries/<int:entry_id>/record.pdf", reading.pdf, name="entry-pdf"),
    path("entries/<int:entry_id>/letters/<slug:letter>/", letters.page, name="entry-letter"),
    path("entries/<int:entry_id>/letters/<slug:letter>.pdf", letters.pdf, name="entry-letter-pdf"),
    path("entries/<int:entry_id>/edit/", editing.edit, name="entry-edit"),
    path("entries/<int:entry_id>/answers/", answers.save, name="answer-save"),
    path("entries/<int:entry_id>/files/", attaching.files, name="entry-files"),
    path("entries/<int:entry_id>/against/<int:other_id>/", comparing.against, name="entry-against"),
    path("entries/<int:entry_id>/check/", finishing.check, name="entry-check"),
    path("entries/<int:entry_id>/sign/", finishing.sign, name="entry-sign"),
    path("entries/<int:entry_id>/amend/", amending.amend, name="entry-amend"),
    path("entries/<int:entry_id>/set-aside/", amending.set_aside, name="entry-set-aside"),
    path("entries/<int:entry_id>/restore/", amending.restore, name="entry-restore"),
]
