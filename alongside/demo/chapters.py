"""What happens at each event of a family's way: the right record, by the right person, through the real actions."""

from collections.abc import Callable

from alongside.access import trail
from alongside.access.models import User
from alongside.demo import households
from alongside.demo.format import Paper
from alongside.demo.path import Event
from alongside.demo.telling import Telling
from alongside.demo.words import RanDry
from alongside.demo.writing import (
    closures,
    conversations,
    further,
    genograms,
    houses,
    mapping,
    notes,
    oversight,
    papers,
    plans,
    reviews,
    starting,
    visits,
)
from alongside.demo.writing.records import Answers, begin, write
from alongside.journey import actions as journey
from alongside.journey.due import recompute
from alongside.journey.models import DueRow, LevelDecision
from alongside.people import actions as people
from alongside.people.models import EmergencyAccess
from alongside.story import actions as story
from alongside.story.filing import actions as filing
from alongside.story.models import Entry

Chapter = Callable[[Telling, Event], None]


# Before these, whoever writes them reads the family's record, and the trail says so.
READ_FIRST = ("decision", "plan", "review", "oversight", "closure")


def tell(telling: Telling, event: Event) -> None:
    """Write what belongs to an event. The clock must stand at the moment it is written."""
    if event.kind in READ_FIRST:
        by = telling.manager if event.kind == "oversight" else telling.lead
        trail.looked(by=by, what="the family's record", family_id=telling.family.pk)
    CHAPTERS[event.kind](telling, event)


def _record(telling: Telling, event: Event, form: str, answers: Answers, by: User | None = None) -> Entry:
    family, who = telling.family, by or telling.lead
    return write(form=form, by=who, team=family.team, on=event.on, answers=answers, family=family)


def _decision(telling: Telling, event: Event) -> None:
    """The level is decided by who leads; for a restricted family, or one that somebody else met, by the manager."""
    words, level, again = telling.story.words, event.detail["level"], event.detail.get("again")
    why = telling.own(words.again_why if again else words.step_up_why if _stands(telling) else words.level_why)
    opens = level != "level-1"
    given = telling.story.path.first_with or telling.story.restricted_because
    by = telling.manager if given and opens and not _stands(telling) else telling.lead
    journey.decide_level(
        family=telling.family, level=level, why=why, decided_on=event.on, by=by,
        lead_practitioner=telling.lead if opens else None,
    )  # fmt: skip


def _stands(telling: Telling) -> bool:
    return LevelDecision.objects.filter(family=telling.family).exists()


def _conversation(telling: Telling, event: Event) -> None:
    answers = conversations.conversation(telling, event.on, again=True)
    _record(telling, event, "initial-conversation", answers)


def _visit(telling: Telling, event: Event) -> None:
    answers = visits.visit(
        telling, event.on, event.mood, number=event.detail["number"], why_late=event.detail["why_late"]
    )
    _record(telling, event, "home-visit", answers)


def _call(telling: Telling, event: Event) -> None:
    answers = notes.call(telling, who=event.detail.get("who", ""), first=event.detail.get("first", False))
    _record(telling, event, "telephone-call", answers)


def _chatter(telling: Telling, event: Event) -> None:
    """Something between visits; of another kind when all of this kind was told, and nothing when all of all was."""
    for kind in (event.detail["of"], *BETWEEN):
        form, answering = BETWEEN[kind]
        try:
            answers = answering(telling)
        except RanDry:
            continue
        _record(telling, event, form, answers)
        return


BETWEEN: dict[str, tuple[str, Callable[[Telling], Answers]]] = {
    "call": ("telephone-call", notes.call),
    "text": ("text-message", notes.text),
    "email": ("email", notes.email),
    "note": ("note", notes.note),
    "meeting": ("meeting-note", notes.meeting),
}


def _plan(telling: Telling, event: Event) -> None:
    standing = LevelDecision.objects.filter(family=telling.family).first()
    long = standing is not None and standing.level == "level-3"
    answers = plans.plan(telling, event.on, event.mood, again=event.detail.get("again", False), long=long)
    _record(telling, event, "longer-family-plan" if long else "family-plan", answers)
    if not event.detail.get("again", False):
        genograms.draw(telling)
        houses.draw(telling, event.on)


def _assessment(telling: Telling, event: Event) -> None:
    _record(telling, event, "inter-agency-assessment", plans.assessment(telling, event.on, event.mood))


def _review(telling: Telling, event: Event) -> None:
    answers = reviews.review(telling, event.on, event.mood, number=event.detail["number"])
    if event.detail["number"] == 1 and not telling.stage(event.on):
        mapping.say_so_too(telling, answers)
    _record(telling, event, "review", answers)
    mapping.tidy(telling)


def _oversight(telling: Telling, event: Event) -> None:
    answers = oversight.oversight(telling, event.mood, occasion=event.detail["occasion"])
    _record(telling, event, "management-oversight", answers, by=telling.manager)


def _closure(telling: Telling, event: Event) -> None:
    """The closing record goes to the manager, who signs it, sends it back, or has not come to it yet."""
    recompute(telling.family.pk)
    entry = _record(telling, event, "closure", closures.closure(telling, event.on, event.mood))
    if event.detail["signed"]:
        story.sign(entry=entry, comment=telling.say("around.signed"), by=telling.manager)
    if event.detail["returned"]:
        story.send_back(entry=entry, comment=telling.own(telling.story.words.sent_back_for), by=telling.manager)


def _why_late(telling: Telling, event: Event) -> None:
    """Say why something was done late, as soon as it has been."""
    recompute(telling.family.pk)
    late = DueRow.objects.filter(family=telling.family, standard=event.detail["standard"], met_late=True)
    row = late.order_by("-due_on").first()
    if row:
        journey.explain_lateness(row=row, why=telling.own(event.detail["why"]), by=telling.lead)


def _new_lead(telling: Telling, event: Event) -> None:
    telling.lead = telling.staff.people[telling.story.path.new_lead]
    journey.allocate(family=telling.family, lead_practitioner=telling.lead, by=telling.manager, on=event.on)


def _draft(telling: Telling, event: Event) -> None:
    """Begin something and leave it half written, to go on with."""
    form, on = event.detail["form"], event.on
    started = {
        "home-visit": lambda: visits.begun(telling, on),
        "review": lambda: reviews.begun(telling, on),
        "family-plan": lambda: plans.begun(telling, on),
        "note": lambda: notes.note(telling),
    }[form]
    begin(form=form, by=telling.lead, team=telling.family.team, on=on, answers=started(), family=telling.family)


def _own_record(telling: Telling, event: Event) -> None:
    """Write one of the family's own further records, and let it be signed when its form asks for that."""
    record = event.detail["record"]
    by = telling.staff.people[record.by] if record.by else telling.lead
    entry = _record(telling, event, record.form, further.answers(telling, record, event.on, event.mood), by=by)
    if entry.status == Entry.Status.AWAITING_SIGN_OFF:
        signs = telling.staff.people["carol"] if entry.sign_offs.get().role == "duty-manager" else telling.manager
        story.sign(entry=entry, comment=record.comment, by=signs)


def _share(telling: Telling, event: Event) -> None:
    _record(telling, event, "shared-with-family", further.shared(telling, event.on))


def _amend(telling: Telling, event: Event) -> None:
    """Make a new version of the latest record of a form, with a word added."""
    entries = Entry.objects.filter(family=telling.family, form_id=event.detail["form"], status="final")
    entry = entries.filter(superseded_at=None, author=telling.lead).order_by("-happened_on", "-pk").first()
    if entry is None:
        return
    told = telling.say("around.amended")
    draft = story.amend(entry=entry, why=told["why"], by=telling.lead)
    key = event.detail["question"]
    before = draft.answers.get(key=key)
    value = f"{before.value} {told['added']}"
    story.save_answer(entry_id=draft.pk, key=key, value=value, revision=before.revision, by=telling.lead)
    story.finalise(entry=draft, by=telling.lead)


def _birth(telling: Telling, event: Event) -> None:
    name = event.detail["who"]
    households.birth(telling.story, name, telling.people[name], by=telling.lead, on=event.on)
    telling.forget_members()


def _emergency(telling: Telling, event: Event) -> None:
    by = telling.staff.people[event.detail["by"]]
    people.use_emergency_access(family=telling.family, reason=event.detail["reason"], by=by)
    trail.looked(by=by, what="the family's record", family_id=telling.family.pk, emergency=True)


def _emergency_seen(telling: Telling, event: Event) -> None:
    access = EmergencyAccess.objects.filter(family=telling.family, seen_at=None).latest("started_at")
    people.mark_emergency_access_seen(access=access, by=telling.manager, note=event.detail["note"])


def _paper(telling: Telling, event: Event) -> None:
    """Somebody photographed a drawing, or filed a letter."""
    paper: Paper = event.detail["paper"]
    filing.file_document(
        family=telling.family, file=papers.made(paper, telling.rng), name=paper.name, category=paper.category,
        by=telling.lead, person=telling.people.get(paper.about), dated=event.on, note=telling.own(paper.note),
    )  # fmt: skip


CHAPTERS: dict[str, Chapter] = {
    "conversation": _conversation,
    "decision": _decision,
    "visit": _visit,
    "call": _call,
    "chatter": _chatter,
    "plan": _plan,
    "assessment": _assessment,
    "review": _review,
    "oversight": _oversight,
    "closure": _closure,
    "why-late": _why_late,
    "record": _own_record,
    "share": _share,
    "draft": _draft,
    "amend": _amend,
    "birth": _birth,
    "emergency": _emergency,
    "emergency-seen": _emergency_seen,
    "new-lead": _new_lead,
    "paper": _paper,
    "start-source": starting.source,
    "start-agreed": starting.agreed,
    "start": starting.start,
    "start-overseen": starting.overseen,
}
