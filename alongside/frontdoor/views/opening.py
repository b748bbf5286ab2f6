"""The one way a page gets at a contact: need to know first, and the look at its family is noted."""

from django.http import Http404, HttpRequest

from alongside.access import trail
from alongside.access.guards import signed_in
from alongside.frontdoor.models import Contact
from alongside.frontdoor.queries import AROUND, contacts_for


def open_contact(request: HttpRequest, contact_id: int) -> Contact:
    """Return the contact if this person may read it, and note the look.

    :raises Http404: when there is none or it may not be read; which of the two, nobody is told
    """
    found = contacts_for(signed_in(request)).filter(pk=contact_id).select_related(*AROUND, "guide_pack").first()
    if found is None:
        raise Http404("There is no contact here that you can open.")
    if found.entry and found.entry.family_id:
        trail.note_look(
            request,
            family_id=found.entry.family_id,
            what="a contact with the front door",
            subject=f"contact {found.pk}",
        )
    return found
