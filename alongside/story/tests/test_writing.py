"""A draft written and finished in a browser without JavaScript."""

from typing import Any

from django.urls import reverse

from alongside.story.models import Entry
from alongside.story.tests.makers import World


def inputs(html: str) -> dict[str, Any]:
    """Return what a browser would send back of a draft's page as it stands."""
    import html5lib

    form = html5lib.parse(html, namespaceHTMLElements=False).find(".//form[@data-draft]")
    sent: dict[str, Any] = {}
    for one in form.iter():
        name, kind = one.get("name"), one.get("type")
        if not name or one.tag == "button" or (kind in ("radio", "checkbox") and one.get("checked") is None):
            continue
        if one.tag == "select":
            chosen = [option for option in one.iter("option") if option.get("selected") is not None]
            value = (chosen or list(one.iter("option")))[0].get("value", "")
        else:
            value = (one.text or "").removeprefix("\n") if one.tag == "textarea" else one.get("value", "on")
        sent.setdefault(name, []).append(value)
    return sent


def test_start_pressed_again_opens_what_was_begun_until_something_is_written_in_it(page_of: Any, world: World) -> None:
    start, form = reverse("entry-start", args=[world.family.pk]), {"form": "initial-conversation"}
    first = page_of.post(start, form).url
    assert page_of.post(start, form).url == first
    assert page_of.post(start, {"form": "three-houses", "person": world.child.pk}).url != first
    world.save(Entry.objects.earliest("pk"), "reason", "Begun")
    assert page_of.post(start, form).url != first


def test_a_conversation_is_started_written_and_made_final(page_of: Any, world: World) -> None:
    choices = page_of.get(reverse("form-choices", args=[world.family.pk]))
    assert "Initial conversation" in choices.content.decode()
    started = page_of.post(reverse("entry-start", args=[world.family.pk]), {"form": "initial-conversation"})
    entry = Entry.objects.get()
    assert started.url == reverse("entry-edit", args=[entry.pk])

    page = page_of.get(started.url).content.decode()
    assert "What makes you proud of Zuri and Kit?" in page
    sent = inputs(page) | {
        "happened:day": "9", "happened:month": "3", "happened:year": "2026",
        "spoken-with:who": [str(world.child.pk)],
        "reason": "Mornings have been hard since the move.",
        "agrees-to-record": "agrees",
        "worries:0:words": "Mornings before school are loud",
        "worries:0:said-by": str(world.child.pk),
        f"sorted-out:{world.child.pk}:value": "4",
        "practitioner-step": "advice-given",
        "practitioner-step-why": "They would like to try it themselves first.",
    }  # fmt: skip
    page_of.post(started.url, sent | {"save": "yes"})
    again = page_of.get(started.url).content.decode()
    assert "Mornings before school are loud" in again

    checked = page_of.post(started.url, inputs(again) | {"check": "yes"})
    assert checked.url == reverse("entry-check", args=[entry.pk])
    assert "Make final" in page_of.get(checked.url).content.decode()
    final = page_of.post(checked.url, {})
    entry.refresh_from_db()
    assert entry.status == "final"
    record = page_of.get(final.url).content.decode()
    assert "Mornings before school are loud" in record
    assert "Said by Zuri" in record
    pdf = page_of.get(reverse("entry-pdf", args=[entry.pk]))
    assert pdf.content.startswith(b"%PDF")
