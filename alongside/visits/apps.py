from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "alongside.visits"
    label = "visits"

    def ready(self) -> None:
        """Begin to listen: to records that become final; say what of a worker's load and of a person is known here."""
        from alongside.journey.starting.workload import ALSO_CARRIED
        from alongside.people.actions.moving import moves_too
        from alongside.visits import listeners
        from alongside.visits.models import PlannedVisit
        from alongside.visits.queries.load import planned_of

        listeners.connect()
        moves_too(PlannedVisit.people.through)
        ALSO_CARRIED["Visits in two weeks"] = planned_of
