"""A person's addresses and the ways to reach them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.guards import allowed
from alongside.people import actions
from alongside.people.forms import AddressForm, ContactPointForm, EndForm, NeverShowForm, tried
from alongside.people.models import Address, Person
from alongside.people.queries.addresses import sees_hidden_addresses
from alongside.people.views.asking import Question, asked, done, open_person, person_page, who_asks

RECORDED = "The address is recorded."


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_address(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Record where somebody lives."""
    membership = open_person(request, family_id, person_id, "a person’s addresses")
    family, person = membership.family, membership.person
    form = AddressForm(request.POST or None, initial={"kind": Address.Kind.HOME})
    if form.is_valid():
        address = tried(form, actions.move, person=person, by=who_asks(request), **form.cleaned_data)
        if address:
            hidden = address.never_show and not form.cleaned_data["never_show"]
            said = f"{RECORDED} It is hidden, as it is for others of the family." if hidden else RECORDED
            return done(request, said, "person", family.pk, person.pk)
    intro = "A new home ends the one before it; both stay known."
    return asked(
        request, family, form, Question(f"Where does {person.name} live?", "Save", person_page(family, person), intro)
    )


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def end_address(request: HttpRequest, family_id: int, person_id: int, pk: int) -> HttpResponse:
    """Somebody no longer lives there."""
    membership = open_person(request, family_id, person_id, "a person’s addresses")
    family, person = membership.family, membership.person
    address = _address_of(request, person, pk)
    form = EndForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.end_address, address=address, to_date=form.cleaned_data["to_date"], by=who_asks(request)
    ):
        return done(request, "The address is ended; that it was theirs stays known.", "person", family.pk, person.pk)
    question = Question(
        f"{person.name} no longer lives there", "Save", person_page(family, person), address.in_one_line
    )
    return asked(request, family, form, question)


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def never_show(request: HttpRequest, family_id: int, person_id: int, pk: int) -> HttpResponse:
    """Hide an address from all but a few, or stop hiding it, whichever it is not now."""
    membership = open_person(request, family_id, person_id, "a person’s addresses")
    family, person = membership.family, membership.person
    address = _address_of(request, person, pk)
    form, hide = NeverShowForm(request.POST or None), not address.never_show
    if form.is_valid():
        reason = form.cleaned_data["never_show_reason"]
        if tried(form, actions.set_never_show, address=address, never_show=hide, reason=reason, by=who_asks(request)):
            said = "The address is hidden." if hide else "The address is no longer hidden."
            return done(request, said, "person", family.pk, person.pk)
    title = "Never show this address" if hide else "Show this address again"
    hides = (
        "Only the lead practitioner and the team’s manager will see it, and no document, letter or export will hold it."
    )
    shows = "Whoever may see the family will see this address."
    intro = f"{hides if hide else shows} This holds for everybody of the family who has the same address."
    return asked(request, family, form, Question(title, title, person_page(family, person), intro, warning=not hide))


@allowed("work_with_families")
@require_http_methods(["GET", "POST"])
def add_contact_point(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Record a telephone number or email address."""
    membership = open_person(request, family_id, person_id, "how to reach a person")
    family, person = membership.family, membership.person
    form = ContactPointForm(request.POST or None)
    if form.is_valid() and tried(
        form, actions.add_contact_point, person=person, by=who_asks(request), **form.cleaned_data
    ):
        return done(request, "It is recorded.", "person", family.pk, person.pk)
    return asked(
        request, family, form, Question(f"How can {person.name} be reached?", back=person_page(family, person))
    )


@allowed("work_with_families")
@require_POST
def end_contact_point(request: HttpRequest, family_id: int, person_id: int, pk: int) -> HttpResponse:
    """A number or address is no longer theirs."""
    membership = open_person(request, family_id, person_id, "how to reach a person")
    point = get_object_or_404(membership.person.contact_points.filter(ended_at__isnull=True), pk=pk)
    actions.end_contact_point(contact_point=point, by=who_asks(request))
    return done(request, "It is no longer shown as theirs.", "person", family_id, person_id)


def _address_of(request: HttpRequest, person: Person, pk: int) -> Address:
    """An address that stands and that this user may see; one kept back is as if it were not there."""
    addresses = Address.objects.filter(person=person, to_date__isnull=True)
    if not sees_hidden_addresses(person, who_asks(request)):
        addresses = addresses.filter(never_show=False)
    return get_object_or_404(addresses, pk=pk)
