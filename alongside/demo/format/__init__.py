"""What the story files may say. A slip in one of them is named when they are read, not told to a visitor."""

from alongside.demo.format.base import Told
from alongside.demo.format.beside import Asked, Assessment, Concern, Elsewhere, Paper, Start
from alongside.demo.format.family import FamilyStory
from alongside.demo.format.path import Path, Record
from alongside.demo.format.people import Somebody
from alongside.demo.format.pictures import GenogramStory, HousesStory
from alongside.demo.format.themes import LookBack, Meeting, Oversight, Scene, Theme
from alongside.demo.format.words import Said, Step

__all__ = [
    "Asked",
    "Assessment",
    "Concern",
    "Elsewhere",
    "FamilyStory",
    "GenogramStory",
    "HousesStory",
    "LookBack",
    "Meeting",
    "Oversight",
    "Paper",
    "Path",
    "Record",
    "Said",
    "Scene",
    "Somebody",
    "Start",
    "Step",
    "Theme",
    "Told",
]
