"""From a family and its layout to a picture, its key, and the same in words."""

from alongside.genogram.drawing.picture import Drawn, draw

__all__ = ["Drawn", "draw"]
