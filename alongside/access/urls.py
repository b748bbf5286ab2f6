"""Addresses of sign-in, accounts, teams and the trail."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
