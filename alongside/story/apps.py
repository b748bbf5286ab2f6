from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "alongside.story"
    label = "story"

    def ready(self) -> None:
        """Make the story's own field types known to every form, and let what lives of a person move with them."""
        from alongside.people.actions.moving import moves_too
        from alongside.story import models
        from alongside.story.fields import register
        from alongside.story.fields.agreement import Agreement
        from alongside.story.fields.attendance import Attendance
        from alongside.story.fields.brought_in import BroughtIn
        from alongside.story.fields.carried_over import CarriedOver
        from alongside.story.fields.checklist import Checklist
        from alongside.story.fields.choice import Choice
        from alongside.story.fields.dangers import Dangers
        from alongside.story.fields.date import Day
        from alongside.story.fields.documents import Documents
        from alongside.story.fields.drawing import DrawingField
        from alongside.story.fields.indicators import Indicators
        from alongside.story.fields.interpreter import Interpreter
        from alongside.story.fields.narrative import Narrative
        from alongside.story.fields.people import People
        from alongside.story.fields.people_seen import PeopleSeen
        from alongside.story.fields.rating import Rating
        from alongside.story.fields.rough_date import RoughDate
        from alongside.story.fields.school_attendance import SchoolAttendance
        from alongside.story.fields.shown_fact import ShownFact
        from alongside.story.fields.star import Star
        from alongside.story.fields.statements import Statements
        from alongside.story.fields.tally import Tally
        from alongside.story.fields.text import Text

        for model in (models.Statement.about.through, models.ChronologyEvent.people.through, models.Document):
            moves_too(model)
        moves_too(models.Statement, "said_by")
        register(
            Narrative(), Text(), Choice(), Checklist(), Day(), People(), PeopleSeen(), Statements(), Rating(), Star(),
            Agreement(), Attendance(), Indicators(), ShownFact(), CarriedOver(), Dangers(), Interpreter(), RoughDate(),
            DrawingField(), Documents(), BroughtIn(), SchoolAttendance(),
            Tally(),
        )  # fmt: skip
