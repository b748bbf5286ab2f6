"""Addresses of the story."""

from django.urls import path

from alongside.story.views import amending, answers, blank, choosing, editing, finishing, reading

urlpatterns = [
    path("families/<int:family_id>/record/", choosing.form_choices, name="form_choices"),
    path("families/<int:family_id>/entries/start/", choosing.start, name="entry_start"),
    path("record/", choosing.start_elsewhere, name="entry_start_elsewhere"),
    path("families/<int:family_id>/forms/<slug:form_id>/blank/", blank.page, name="form_blank_for_family"),
    path("families/<int:family_id>/forms/<slug:form_id>/blank.pdf", blank.pdf, name="form_blank_for_family_pdf"),
    path("forms/<slug:form_id>/blank/", blank.page, name="form_blank"),
    path("forms/<slug:form_id>/blank.pdf", blank.pdf, name="form_blank_pdf"),
    path("entries/<int:entry_id>/", reading.entry, name="entry"),
    path("entries/<int:entry_id>/record.pdf", reading.pdf, name="entry_pdf"),
    path("entries/<int:entry_id>/edit/", editing.edit, name="entry_edit"),
    path("entries/<int:entry_id>/answers/", answers.save, name="answer_save"),
    path("entries/<int:entry_id>/check/", finishing.check, name="entry_check"),
    path("entries/<int:entry_id>/sign/", finishing.sign, name="entry_sign"),
    path("entries/<int:entry_id>/amend/", amending.amend, name="entry_amend"),
    path("entries/<int:entry_id>/set-aside/", amending.set_aside, name="entry_set_aside"),
    path("entries/<int:entry_id>/restore/", amending.restore, name="entry_restore"),
]
