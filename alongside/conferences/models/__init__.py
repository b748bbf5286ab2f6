"""Tables of conferences."""

from alongside.conferences.models.after import Feedback, Letter
from alongside.conferences.models.conference import About, Conference, KeptApart
from alongside.conferences.models.packs import ReadingPack
from alongside.conferences.models.reports import Reading, Report

__all__ = ["About", "Conference", "Feedback", "KeptApart", "Letter", "Reading", "ReadingPack", "Report"]
