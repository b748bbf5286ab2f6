from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "alongside.visits"
    label = "visits"

    def ready(self) -> None:
        """Begin to listen: to records that become final; and say what of a worker's load is known here."""
        from alongside.journey.starting.workload import ALSO_CARRIED
        from alongside.visits import listeners
        from alongside.visits.queries.load import planned_of

        listeners.connect()
        ALSO_CARRIED["Visits in two weeks"] = planned_of
