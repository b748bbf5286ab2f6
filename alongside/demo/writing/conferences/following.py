"""What follows a conference of the demo: its plan is finished, what was decided is sent, and feedback comes."""

from alongside.conferences import actions
from alongside.demo.writing import actions as agreed
from alongside.demo.writing import records, rooms
from alongside.demo.writing.conferences.conferring import Conferring
from alongside.demo.writing.conferences.holding import answer
from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.fields.days import typed_from


def plan(of: Conferring) -> None:
    """The plan is finished on the morning after."""
    told, telling, on = of.told, of.telling, of.day(of.told.days + 1)
    room = current_pack().room
    if room is None:
        return
    said = room.plan
    given = of.answers(said.form, told.plan, on) | {
        said.goals: [telling.statement("needs-to-happen", words) for words in told.goals],
        said.actions: agreed.rows(telling, told.steps, on),
        said.next_core_group: typed_from(of.day(told.core_group)),
        said.next_time: typed_from(of.day(told.review)),
    }
    if begun := rooms.plan_of(of.room):
        answer(of, begun, given)
        story.finalise(entry=begun, by=of.chair)
        return
    family = telling.family
    records.write(form=said.form, by=of.chair, team=family.team, on=on, answers=given, family=family)


def tell(of: Conferring) -> None:
    """What was decided goes to each as the safe rule has it; who is told in person, is."""
    letters = actions.letters_for(conference=of.made, by=of.chair)
    _, left = actions.send_letters(conference=of.made, reads={one.pk: one.reads for one in letters}, by=of.chair)
    for letter in left:
        actions.letter_given(letter=letter, by=of.chair)


def hear(of: Conferring) -> None:
    """Sheets of paper come back, and are typed up."""
    for given in of.told.feedback:
        answers = {key: of.telling.own(words) for key, words in given.items()}
        actions.type_feedback(conference=of.made, answers=answers, by=of.writer)
