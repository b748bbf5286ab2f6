"""Addresses of a family's record."""

from django.urls import path

from alongside.journey.views import documents, due, level, map, story

urlpatterns = [
    path("families/<int:family_id>/", story.story, name="family"),
    path("families/<int:family_id>/map/", map.family_map, name="family-map"),
    path("families/<int:family_id>/documents/", documents.documents, name="family-documents"),
    path("families/<int:family_id>/documents/<int:document_id>/", documents.document, name="family-document"),
    path("families/<int:family_id>/level/", level.level, name="family-level"),
    path("families/<int:family_id>/due/", due.everything_due, name="family-due"),
    path("families/<int:family_id>/due/<int:row_id>/", due.one_due, name="family-due-row"),
]
