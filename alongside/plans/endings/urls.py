"""Addresses of endings."""

from django.urls import path

from alongside.plans.endings import views

urlpatterns = [
    path("families/<int:family_id>/ending/", views.ending, name="family-ending"),
    path("families/<int:family_id>/open-again/", views.open_again, name="family-open-again"),
]
