"""Papers of the invented families: drawings and letters, drawn here, since nobody wrote them."""

from io import BytesIO
from random import Random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw, ImageFont

from alongside.demo.format import Paper

CRAYONS = ("#c8553d", "#2a6f97", "#588157", "#e09f3e", "#7b4b94", "#3a3a3a")
SHEET = (900, 640)
LETTER = (827, 1169)


def made(paper: Paper, rng: Random) -> ContentFile:
    """Return a paper as somebody would hand it in: a photograph of a drawing, or a letter as PDF."""
    content = BytesIO()
    if paper.lines:
        _letter(paper.lines).save(content, "PDF", resolution=100)
    else:
        _house(rng).save(content, "JPEG", quality=80)
    return ContentFile(content.getvalue(), name=paper.name)


def _letter(lines: list[str]) -> Image.Image:
    sheet = Image.new("RGB", LETTER, "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=22)
    for number, line in enumerate(lines):
        draw.text((90, 120 + 40 * number), line, fill="#1f2a2c", font=font)
    return sheet


def _house(rng: Random) -> Image.Image:
    """A house with a sun, people and grass, in the unsure lines of crayons."""
    sheet = Image.new("RGB", SHEET, "#fffdf6")
    draw = ImageDraw.Draw(sheet)
    _line(draw, rng, [(300, 520), (300, 300), (600, 300), (600, 520), (300, 520)], CRAYONS[0])
    _line(draw, rng, [(280, 300), (450, 160), (620, 300)], CRAYONS[4])
    _line(draw, rng, [(420, 520), (420, 410), (490, 410), (490, 520)], CRAYONS[1])
    draw.ellipse((740, 50, 840, 150), outline=CRAYONS[3], width=9)
    for place in range(90, 860, 26):
        _line(draw, rng, [(place, 600), (place + rng.randint(-8, 8), 560)], CRAYONS[2])
    for place in (130, 200, 690):
        tall = rng.randint(70, 120)
        draw.ellipse((place - 18, 520 - tall - 36, place + 18, 520 - tall), outline=CRAYONS[5], width=6)
        _line(draw, rng, [(place, 520 - tall), (place, 490), (place - 20, 540)], rng.choice(CRAYONS))
        _line(draw, rng, [(place, 490), (place + 20, 540)], CRAYONS[5])
    return sheet


def _line(draw: ImageDraw.ImageDraw, rng: Random, through: list[tuple[int, int]], colour: str) -> None:
    shaky = [(x + rng.randint(-5, 5), y + rng.randint(-5, 5)) for x, y in through]
    draw.line(shaky, fill=colour, width=9, joint="curve")
