"""Pictures drawn on the server, for pages, paper and PDF: plain numbers in, a `Picture` out.

In a template `{{ picture }}` gives the figure with its table; for a PDF take `picture.svg`.
"""

from alongside.design.pictures.bars import SHARES, Bar, Part, shares
from alongside.design.pictures.courses import courses
from alongside.design.pictures.heap import scale_heap
from alongside.design.pictures.line import scale_line
from alongside.design.pictures.picture import Picture
from alongside.design.pictures.scale import Area, Course, Rating, Reading, Scale
from alongside.design.pictures.sparkline import sparkline
from alongside.design.pictures.spread import scale_spread
from alongside.design.pictures.star import star

__all__ = [
    "SHARES",
    "Area",
    "Bar",
    "Course",
    "Part",
    "Picture",
    "Rating",
    "Reading",
    "Scale",
    "courses",
    "scale_heap",
    "scale_line",
    "scale_spread",
    "shares",
    "sparkline",
    "star",
]
