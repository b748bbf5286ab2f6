"""What is asked when support is opened again."""

from typing import Any

from alongside.journey.forms import LevelForm


class OpenAgainForm(LevelForm):
    """Which level that has support, why now, who leads, and since when."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_support = {level.id for level in self.pack.levels if level.pathway}
        offered = [choice for choice in self.fields["level"].choices if choice[0] in with_support]  # type: ignore[attr-defined]
        self.fields["level"].choices = offered  # type: ignore[attr-defined]
        self.fields["why"].label = "What has happened since, and why now"
        self.fields["why"].help_text = "Say too what of the plan below was tried, and how it went."
