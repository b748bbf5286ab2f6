"""Addresses of Practice, below /practice/."""

from django.urls import path

from alongside.insight.practice import views

urlpatterns = [
    path("", views.overview, name="practice"),
    path("forms/", views.forms, name="practice-forms"),
    path("forms/<slug:form_id>/", views.form, name="practice-form"),
    path("standards/", views.standards, name="practice-standards"),
    path("thresholds/", views.thresholds, name="practice-thresholds"),
    path("scales/", views.scales, name="practice-scales"),
    path("lists/", views.lists, name="practice-lists"),
]
