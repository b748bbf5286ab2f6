"""`alongside manage load_demo`: invented families to look at, in every state of the journey."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from alongside.people.models import Family


class Command(BaseCommand):
    help = "Invents families to look at. Does nothing where there are families already; refuses in production."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--today", type=date.fromisoformat, default=None, help="the day up to which it is told, such as 2026-11-20"
        )

    def handle(self, *args: Any, today: date | None, **options: Any) -> None:
        if settings.MODE == "production":
            raise CommandError("Invented families have no place among real ones. Nothing was loaded.")
        if Family.objects.exists():
            self.stdout.write("There are families here already, so none were invented.")
            return
        from alongside.demo.load import load

        demo = load(today or timezone.localdate())
        self.stdout.write(f"Invented {len(demo.tellings)} families of Alderbridge.")
