"""The voice of each child: gathered from every record, and what is missing."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import rules as access
from alongside.access.guards import need_to_know
from alongside.design.words import today
from alongside.journey.glance import Glance, glance_at
from alongside.journey.models import DueRow
from alongside.journey.unheard import due_voices
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.people.queries import Member, open_family
from alongside.story import rules as story
from alongside.story.asking import Someone
from alongside.story.filing.kinds import kind_of
from alongside.story.filing.queries import Wanted, documents_of
from alongside.story.hearing import topics_field
from alongside.story.queries import voices as queries
from alongside.story.queries.voices import A_PAGE, Missing, glances, with_parts

# So many of the files about a child stand beside what they said; the Documents tab has all.
PAPERS = 12


@dataclass(frozen=True)
class Child:
    """A child of the family as this page shows them."""

    member: Member
    glance: queries.Glance
    missing: Missing
    due: DueRow | None
    overdue: bool

    @property
    def unborn(self) -> bool:
        return self.member.person.unborn


@need_to_know
@require_GET
def family_voices(request: HttpRequest, family_id: int) -> HttpResponse:
    """Show each child of the family: when they were last heard, in which words, and what nobody has asked yet."""
    family = open_family(request, family_id, what="the children’s voices")
    glance = glance_at(family)
    known = glances(family)
    context = {
        "family": family,
        "children": [_child(one, known, glance) for one in glance.members if one.is_child],
        "voice_form": voice_form(glance.pack, glance, request),
    }
    return render(request, "journey/voices/family.jinja", context)


@need_to_know
@require_GET
def child_voice(request: HttpRequest, family_id: int, person_id: int) -> HttpResponse:
    """Show all that one child said, drew, sent, rated and showed, the latest first, with when, how and from where."""
    family = open_family(request, family_id, what="a child’s voice", subject=f"person {person_id}")
    glance = glance_at(family)
    member = next((one for one in glance.members if one.person.pk == person_id and one.is_child), None)
    if member is None:
        raise Http404("This family has no such child today.")
    known = glances(family)
    heard = known.get(person_id, queries.Glance())
    ways = heard.ways
    way = request.GET.get("way", "")
    way = way if way in ways else ""
    page = Paginator(heard.by(way), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "family": family,
        "child": _child(member, known, glance),
        "voices": with_parts(page.object_list, member.person),
        "page": page,
        "ways": ways,
        "way": way,
        "age_then": member.person.age_on,
        "voice_form": voice_form(glance.pack, glance, request),
        "papers": documents_of(family, Wanted(person=person_id, sort="dated"))[:PAPERS],
        "kind_of": kind_of,
    }
    return render(request, "journey/voices/child.jinja", context)


def voice_form(pack: Pack, glance: Glance, request: HttpRequest) -> Form | None:
    """Return the form in which a child's voice is written, where it may be begun now by whoever looks."""
    if not access.may(request.user, "work_with_families"):
        return None
    level, opened = glance.standing.level_id, glance.standing.pathway is not None
    forms = [form for form in pack.forms if topics_field(form) and "family" in form.about]
    return next((form for form in forms if story.offered_at(form, level=level, pathway_open=opened)), None)


def _child(member: Member, known: dict[int, queries.Glance], glance: Glance) -> Child:
    one = known.get(member.person.pk, queries.Glance())
    asked = Someone(member.person.pk, member.name, is_child=True)
    due = due_voices(glance.pack, glance.open_due).get(member.person.pk)
    missing = Missing() if member.person.unborn else queries.missing(one, glance.pack, asked)
    return Child(member, one, missing, due, due is not None and due.state_on(today()) == "overdue")
