from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "alongside.contributions"
    label = "contributions"

    def ready(self) -> None:
        """Begin to listen: to records that become final. What somebody of a family is asked moves with them."""
        from alongside.contributions import listeners
        from alongside.contributions.fields.contributions import Contributions
        from alongside.contributions.models import Contribution
        from alongside.people.actions.moving import moves_too
        from alongside.story.fields import register

        register(Contributions())
        moves_too(Contribution, "person")
        listeners.connect()
