"""The services of Alderbridge, brought in from their feed."""

from alongside.access.models import User
from alongside.demo.library import STORIES
from alongside.directory.actions import take_in
from alongside.directory.open_referral import parsed

FEED = "Alderbridge directory of services"


def take_in_services(by: User) -> None:
    """Take the feed in, as an administrator hands it in."""
    file = STORIES / "services.json"
    take_in(feed=FEED, documents=[parsed(file.read_bytes())], source=file.name, by=by)
