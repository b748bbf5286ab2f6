"""Addresses of safeguarding concerns."""

from django.urls import path

from alongside.safeguarding import views

urlpatterns = [
    path("concerns/", views.concerns, name="concerns"),
    path("concerns/raise/", views.raise_anywhere, name="concern-raise"),
    path("concerns/raise/begin/", views.begin, name="concern-begin"),
    path("families/<int:family_id>/concern/", views.raise_for_family, name="family-concern"),
    path("families/<int:family_id>/concern/begin/", views.begin_for_family, name="family-concern-begin"),
    path("families/<int:family_id>/refer/", views.refer_family, name="family-refer"),
    path("entries/<int:entry_id>/send/", views.send, name="concern-send"),
    path("concerns/<int:concern_id>/", views.concern, name="concern"),
    path("concerns/<int:concern_id>/take/", views.take, name="concern-take"),
    path("concerns/<int:concern_id>/decide/", views.decide, name="concern-decide"),
    path("concerns/<int:concern_id>/refer/", views.refer, name="concern-refer"),
    path("concerns/<int:concern_id>/answer/", views.answer, name="concern-answer"),
]
