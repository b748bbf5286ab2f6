"""A form as it is asked in one entry: names filled in, sections repeated, answers read back."""

from alongside.story.asking.asking import Asking, Someone
from alongside.story.asking.posted import Posted
from alongside.story.asking.questions import AskedSection, Question, sections_of, with_asking

__all__ = ["AskedSection", "Asking", "Posted", "Question", "Someone", "sections_of", "with_asking"]
