"""Draws one file small: `python draw.py FROM TO`. Runs by itself, bounded in memory and in time."""

import resource
import sys
from pathlib import Path

LONGEST_SIDE = 480
QUALITY = 72
MEMORY = 2_000_000_000
SECONDS = 20


def draw(source: Path, target: Path) -> None:
    """Write the first page of a PDF, or a picture, as a small JPEG on white."""
    import pypdfium2
    from PIL import Image

    if source.read_bytes()[:5] == b"%PDF-":
        page = pypdfium2.PdfDocument(source)[0]
        picture = page.render(scale=LONGEST_SIDE / max(*page.get_size(), 1)).to_pil()
    else:
        picture = Image.open(source)
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clear = picture.convert("RGBA")
    small = Image.new("RGB", clear.size, "white")
    small.paste(clear, mask=clear)
    small.save(target, "JPEG", quality=QUALITY)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
