from django.apps import AppConfig


class ContributionsConfig(AppConfig):
    name = "alongside.contributions"
    label = "contributions"

    def ready(self) -> None:
        """Begin to listen: to records that become final. What somebody of a family is asked moves with them."""
        from alongside.contributions import listeners
        from alongside.contributions.models import Contribution
        from alongside.people.actions.moving import moves_too

        moves_too(Contribution, "person")
        listeners.connect()
