"""Check a pack folder and publish it."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from alongside.packs import actions, queries
from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.packs.summary import invented_numbers


class Command(BaseCommand):
    help = "Check a practice pack and publish it, so that new entries are written in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder that holds pack.yaml")

    def handle(self, *args: object, folder: Path, **options: object) -> None:
        try:
            pack = load(folder)
        except PackError as error:
            raise CommandError(f"Nothing was published.\n{error}") from error
        version = actions.publish(pack=pack, by=None)
        if version.pk == queries.current().pk:
            self.stdout.write("\n".join([f"{version} is published and current.", *invented_numbers(pack)]))
        else:
            self.stdout.write(
                f"This pack was published before, on {version.published_at:%d/%m/%Y}, and {queries.current()} came "
                "after it. To return to it, give it a new version in pack.yaml and publish again."
            )
