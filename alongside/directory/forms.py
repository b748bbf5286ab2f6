"""Handing in a feed."""

from typing import Any

from django import forms

from alongside.design.forms import Form
from alongside.directory.models import Feed


class FeedForm(Form):
    """A file of services, and which feed it is."""

    feed = forms.CharField(
        label="Name of the feed",
        max_length=200,
        help_text="The same name each time: its services are brought up to date, and those it tells of no more retire.",
    )
    file = forms.FileField(
        label="The file", help_text="JSON in the Open Referral UK standard: a page of services, or a list of them."
    )

    def clean_feed(self) -> str:
        """Return the name as an earlier feed writes it, however its capitals are typed."""
        typed = " ".join(self.cleaned_data["feed"].split())
        known = Feed.objects.filter(name__iexact=typed).first()
        return known.name if known else typed


def feed_form(*args: Any) -> FeedForm:
    """Return the form with the name of the only feed filled in, where there is one."""
    feeds = list(Feed.objects.values_list("name", flat=True)[:2])
    return FeedForm(*args, initial={"feed": feeds[0] if len(feeds) == 1 else ""})
