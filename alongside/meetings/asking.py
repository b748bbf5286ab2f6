"""Who can be asked to a meeting, as a list to tick, and asking those who were ticked."""

from collections.abc import Iterable
from typing import Any

from alongside.access.models import Team, User
from alongside.design.forms.whom import Guest
from alongside.meetings import actions
from alongside.meetings.models import Invitation, Meeting
from alongside.meetings.queries.meetings import Team as TeamAround
from alongside.people.models import ContactPoint, Involvement, Person

Known = list[tuple[str, str]]


def around_family(team: TeamAround, *, without: Iterable[Invitation] = ()) -> Known:
    """Return the family's people and those who work with them, by a key that `asked` understands."""
    gone = {_key_of(one) for one in without}
    known = [
        (f"person:{one.person.pk}", ", ".join(part for part in (one.name, one.age or one.role_words) if part))
        for one in team.members
        if not one.person.unborn
    ]
    seen: set[str] = set()
    for one in team.involved:
        key = f"user:{one.user_id}" if one.user_id else f"involved:{one.pk}"
        if key not in seen:
            seen.add(key)
            known.append((key, ", ".join(part for part in (one.who, one.where_from or one.get_role_display()) if part)))
    return [(key, words) for key, words in known if key not in gone]


def in_team(team: Team | int | None, *, without: Iterable[Invitation] = ()) -> Known:
    """Return the accounts of a team, those who have one."""
    gone = {_key_of(one) for one in without}
    people = User.objects.filter(posts__team=team, is_active=True).distinct().order_by("name")
    return [(f"user:{one.pk}", one.name) for one in people if f"user:{one.pk}" not in gone]


def _key_of(invitation: Invitation) -> str:
    if invitation.person_id:
        return f"person:{invitation.person_id}"
    return f"user:{invitation.user_id}" if invitation.user_id else ""


def ask(meeting: Meeting, *, who: Iterable[str], others: Iterable[Guest], by: User) -> list[Invitation]:
    """Invite those who were ticked and those who were named, and tell them; returns whom the product cannot reach."""
    invited = [_invited(meeting, key, by=by) for key in who]
    invited += [
        actions.invite(meeting=meeting, name=one.name, agency=one.agency, email=one.email, by=by) for one in others
    ]
    for one in invited:
        if one.user_id == by.pk and not one.reply:
            actions.answer(invitation=one, reply=Invitation.Reply.COMING, by=by)
    return [one for one in invited if one.user_id != by.pk and not actions.send(invitation=one, by=by)]


def _invited(meeting: Meeting, key: str, *, by: User) -> Invitation:
    kind, _, pk = key.partition(":")
    if kind == "person":
        person = Person.objects.get(pk=pk)
        return actions.invite(meeting=meeting, person=person, email=safe_email(person), by=by)
    if kind == "user":
        return actions.invite(meeting=meeting, user=User.objects.get(pk=pk), by=by)
    involved = Involvement.objects.get(pk=pk)
    email = email_last_time(meeting, involved.name)
    return actions.invite(meeting=meeting, name=involved.name, agency=involved.agency, email=email, by=by)


def safe_email(person: Person) -> str:
    """Return the address of a person that they have said is safe to write to; empty when there is none."""
    points = ContactPoint.objects.filter(person=person, kind="email", safe=ContactPoint.Safe.YES, ended_at=None)
    return points.values_list("value", flat=True).first() or ""


def email_last_time(meeting: Meeting, name: str) -> str:
    """Return the address to which somebody by this name was invited to an earlier meeting of the family or the team."""
    about: dict[str, Any] = {"meeting__family": meeting.family_id, "meeting__team": meeting.team_id}
    before = Invitation.objects.filter(**about, name=name).exclude(email="").order_by("-pk")
    return before.values_list("email", flat=True).first() or ""


def as_before(meeting: Meeting) -> tuple[list[str], list[Guest]]:
    """Return who was asked to a meeting, to ask the same again."""
    invited = list(meeting.invitations.select_related("user", "person"))
    keys = [key for one in invited if (key := _key_of(one))]
    return keys, [Guest(one.name, one.agency, one.email) for one in invited if one.name]
