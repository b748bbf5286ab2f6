"""Addresses of drawings: the child's page, the way in and out, and what its script asks for."""

from django.urls import path

from alongside.story.drawing import views

urlpatterns = [
    path("drawing/back/", views.back, name="drawing-back"),
    path("entries/<int:entry_id>/drawing/<str:question>/", views.drawing, name="drawing"),
    path("entries/<int:entry_id>/drawing/<str:question>/hand-over/", views.give, name="drawing-hand-over"),
    path("entries/<int:entry_id>/drawing/<str:question>/marks/", views.marks, name="drawing-marks"),
    path("entries/<int:entry_id>/drawing/<str:question>/<slug:sheet>.svg", views.picture, name="drawing-picture"),
]
