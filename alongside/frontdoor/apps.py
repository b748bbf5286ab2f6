from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "alongside.frontdoor"
    label = "frontdoor"

    def ready(self) -> None:
        """Make its field types known to every form, and begin to listen to conversations that become final."""
        from alongside.frontdoor import listeners
        from alongside.frontdoor.fields.household import Household
        from alongside.frontdoor.fields.said import Said
        from alongside.frontdoor.models import LinkedPerson
        from alongside.people.actions.moving import moves_too
        from alongside.story.afterwards import leads_on
        from alongside.story.fields import register

        moves_too(LinkedPerson, "person")
        register(Household(), Said())
        listeners.connect()
        leads_on(listeners.contact_of)
