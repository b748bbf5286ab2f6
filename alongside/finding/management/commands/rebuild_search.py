"""Write everything that can be found from scratch."""

from django.core.management.base import BaseCommand

from alongside.finding import actions


class Command(BaseCommand):
    help = "Write what search looks up from scratch. Needed only after rows were changed past the product."

    def handle(self, *args: object, **options: object) -> None:
        number = actions.rebuild()
        self.stdout.write(f"{number:,} things can be found.")
