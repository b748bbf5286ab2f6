"""One contact: what was sent, what came of it, what follows, and what the caller is told."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access.guards import allowed, by_link, signed_in
from alongside.access.links.models import SecretLink
from alongside.frontdoor.actions import tell_caller
from alongside.frontdoor.guide import guide_of, shown_guide
from alongside.frontdoor.letters import Draft, drafts_for
from alongside.frontdoor.mails import ANSWER
from alongside.frontdoor.models import Contact, Told
from alongside.frontdoor.queries import standing
from alongside.frontdoor.reading import mail_address, words
from alongside.frontdoor.showing import about_words, option_words
from alongside.frontdoor.views.opening import open_contact
from alongside.journey.models import LevelDecision, Pathway
from alongside.packs.queries import current_pack
from alongside.people.models import Person
from alongside.story.queries.entries import filled
from alongside.story.showing import shown


@allowed("answer_front_door")
@require_GET
def contact(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Show a contact and what may be done about it now."""
    found = open_contact(request, contact_id)
    pack = found.guide_pack.pack if found.guide_pack else current_pack()
    guide = guide_of(pack)
    record = found.entry if found.entry and found.entry.is_final else None
    context: dict[str, Any] = {
        "contact": found,
        "standing": standing([found])[0],
        "about": about_words(found),
        "guide": shown_guide(guide, found.guide) if guide and found.guide else None,
        "record": shown(record, filled(record)) if record else None,
        "outcome": option_words(current_pack(), found, "outcome"),
        "level": option_words(current_pack(), found, "level"),
        "mine": found.taken_by_id == signed_in(request).pk,
        "linked": _linked(request, found),
        "told": list(found.told.select_related("by")),
        **_next(found),
    }
    return render(request, "frontdoor/contact.jinja", context)


def _linked(request: HttpRequest, contact: Contact) -> list[Person]:
    """Those on record whom it concerns, as far as the one who asks may know them."""
    return list(Person.objects.for_user(request.user).filter(front_door_contacts__contact=contact).distinct()[:50])


def _next(contact: Contact) -> dict[str, str]:
    """What follows from the outcome and has still to be done by hand, as an address."""
    pack = current_pack()
    family = contact.entry.family if contact.entry else None
    does = pack.front_door.does(contact.outcome) if pack.front_door and contact.decided_on else ""
    nothing = {"start": "", "level_page": "", "raise_concern": ""}
    if not does:
        return nothing
    if family is None:
        return nothing | {"raise_concern": reverse("concern-raise") if does == "refers" else ""}
    if does == "starts-help" and not Pathway.objects.filter(family=family, closed_at=None).exists():
        return nothing | {"start": reverse("start-help", args=[family.pk])}
    if does == "decides-the-level" and not LevelDecision.objects.filter(family=family).exists():
        return nothing | {"level_page": reverse("family-level", args=[family.pk])}
    return nothing


@allowed("answer_front_door")
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, contact_id: int) -> HttpResponse:
    """Show the adviser what the caller would be told, and tell it: by a link in a mail, or as a letter to print."""
    found = open_contact(request, contact_id)
    if found.decided_on is None or found.entry is None:
        messages.error(request, "Decide first what comes of the call. What is told follows from it.")
        return redirect("front-door-contact", contact_id=found.pk)
    drafts = drafts_for(found, signed_in(request))
    chosen = next((one for one in drafts if one.id == request.GET.get("words")), drafts[0])
    problems: dict[str, str] = {}
    if request.method == "POST":
        chosen = next((one for one in drafts if one.id == request.POST.get("words_id")), chosen)
        problems = _tell(request, found, chosen)
        if not problems:
            return redirect("front-door-contact", contact_id=found.pk)
    context = {
        "contact": found, "drafts": drafts, "chosen": chosen, "problems": problems,
        "words": request.POST.get("words", chosen.words), "to_email": request.POST.get("to_email", found.caller_email),
    }  # fmt: skip
    return render(request, "frontdoor/tell.jinja", context, status=422 if problems else 200)


def _tell(request: HttpRequest, contact: Contact, chosen: Draft) -> dict[str, str]:
    """Tell it; returns what has to be mended first, by field."""
    how = Told.How.MAIL if "mail" in request.POST else Told.How.LETTER
    typed = words(request.POST.get("to_email", ""))
    if how == Told.How.MAIL and not mail_address(typed):
        return {"to_email": "Write an email address such as name@school.example, or print a letter"}
    try:
        tell_caller(
            contact=contact, words=request.POST.get("words", "")[:20_000], how=how, may_know=chosen.may_know,
            by=signed_in(request), to_email=mail_address(typed),
        )  # fmt: skip
    except ValidationError as refused:
        return {name: " ".join(says) for name, says in refused.message_dict.items()}
    sent = "A mail with a link is on its way." if how == Told.How.MAIL else "Kept. Print the letter below."
    messages.success(request, sent)
    return {}


@never_cache
@by_link(ANSWER)
@require_GET
def answer(request: HttpRequest, link: SecretLink) -> HttpResponse:
    """Show the caller what they are told, and nothing else."""
    told = get_object_or_404(Told.objects.select_related("contact"), pk=int(link.about))
    return render(request, "frontdoor/answer.jinja", {"told": told, "link": link, "at": timezone.localtime(told.at)})


@allowed("answer_front_door")
@require_GET
def letter(request: HttpRequest, contact_id: int, told_id: int) -> HttpResponse:
    """Show what was told as a letter to print."""
    found = open_contact(request, contact_id)
    told = get_object_or_404(found.told.all(), pk=told_id)
    return render(request, "frontdoor/letter.jinja", {"contact": found, "told": told})
