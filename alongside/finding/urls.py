"""Addresses of search."""

from django.urls import path

from alongside.finding import views

urlpatterns = [
    path("search/everything/", views.everything, name="find"),
    path("families/<int:family_id>/find/", views.in_family, name="find-in-family"),
]
