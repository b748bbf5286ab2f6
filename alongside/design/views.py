"""Pages about Alongside itself, open to everybody, and the style page for who develops it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.design.samples import pictures
from alongside.design.samples.forms import SampleForm
from alongside.design.words import today


@login_not_required
def about(request: HttpRequest, page: str) -> HttpResponse:
    """One of the pages about Alongside: help, accessibility, privacy."""
    return render(request, f"design/about/{page}.jinja")


@login_not_required
def style_page(request: HttpRequest) -> HttpResponse:
    """The components as they are, with invented content. `?errors=1` shows the form as sent with mistakes."""
    form = SampleForm(SampleForm.MISTAKES if "errors" in request.GET else None)
    samples = {"form": form, "pictures": pictures.samples(today()), "today": today()}
    return render(request, "design/style_page.jinja", samples)
