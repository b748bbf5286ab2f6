from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FindingConfig(AppConfig):
    name = "alongside.finding"
    label = "finding"

    def ready(self) -> None:
        """Begin to listen: what is said anywhere can be found at once."""
        from alongside.finding import listeners

        listeners.connect()
        post_migrate.connect(listeners.fill_when_empty, sender=self, dispatch_uid="finding")
