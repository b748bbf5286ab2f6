from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "alongside.plans"
    label = "plans"

    def ready(self) -> None:
        """Make the field types about actions known to every form, and let actions move with whom they belong to."""
        from alongside.people.actions.moving import moves_too
        from alongside.plans.fields.actions import Actions
        from alongside.plans.fields.actions_since import ActionsSince
        from alongside.plans.fields.as_it_stands import AsItStands
        from alongside.plans.fields.changed_since import ChangedSince
        from alongside.plans.fields.open_items import OpenItems
        from alongside.plans.fields.outcome_evidence import OutcomeEvidenceField
        from alongside.plans.fields.outcome_progress import OutcomeProgress
        from alongside.plans.fields.outcomes import Outcomes
        from alongside.plans.fields.progress import Progress
        from alongside.plans.fields.work_done import WorkDone
        from alongside.plans.models import Action
        from alongside.story.fields import register

        moves_too(Action, "owner_person")
        register(Actions(), Progress(), OpenItems(), ActionsSince(), AsItStands(), OutcomeEvidenceField(), WorkDone())
        register(Outcomes(), OutcomeProgress(), ChangedSince())
