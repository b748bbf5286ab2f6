"""Pictures: drawn anew from their points alone, so that nothing else that a camera wrote into them is kept.

A photograph says where it was taken, when, and with whose telephone: enough to find a family that has moved away.
"""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock
from typing import IO

from PIL import Image, ImageOps, ImageSequence
from pillow_heif import register_heif_opener

from alongside.story.filing.kinds import JPEG, PDF, PNG, Read
from alongside.story.filing.refused import Refused

register_heif_opener()

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "HEIF", "AVIF")
# As photographs are: a drawing with sharp edges, or one that is clear in places, is kept without loss.
PHOTOGRAPHS = ("JPEG", "MPO", "HEIF", "AVIF", "WEBP")
MOST_POINTS = 64_000_000
MOST_PAGES = 50
QUALITY = 90
BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")
# Unpacked, a picture takes many times its size: one at a time in a process.
ONE_AT_A_TIME = Lock()


def begins(head: bytes) -> bool:
    """Whether it begins as a picture of points does."""
    webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    return head.startswith(BEGINNINGS) or webp or (head[4:8] == b"ftyp" and head[8:12] in BRANDS)


def read(file: IO[bytes], name: str) -> Read:
    """Return the picture upright and without anything but its points and colours.

    :raises Refused: when it cannot be opened whole, or would be too large unpacked
    """
    with ONE_AT_A_TIME:
        try:
            with Image.open(file, formats=FORMATS) as picture:
                return _kept(picture)
        except Refused:
            raise
        except Image.DecompressionBombError:
            raise _too_large() from None
        except Exception:
            # Each format fails in ways of its own on a damaged file; none of them is for the reader to tell apart.
            raise Refused(
                "This picture is damaged and cannot be opened.", "Take it again, or save it anew, and hand in that."
            ) from None


def _kept(picture: Image.Image) -> Read:
    if picture.width * picture.height > MOST_POINTS:
        raise _too_large()
    content = BytesIO()
    if picture.format == "TIFF":
        first, *others = list(_pages(picture))
        first.save(content, "PDF", save_all=True, append_images=others, resolution=200)
        kind = PDF
    elif picture.format in PHOTOGRAPHS and "A" not in picture.getbands():
        upright = _bare(picture)
        # Numbers for print, and sixteen bits a colour, are not for screens.
        upright = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
        upright.save(content, "JPEG", quality=QUALITY)
        kind = JPEG
    else:
        _bare(picture).save(content, "PNG")
        kind = PNG
    content.seek(0)
    return Read(kind, content)


def _bare(picture: Image.Image) -> Image.Image:
    """The picture turned as the camera meant it, and no more than how its colours are meant beside it."""
    upright = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile") if picture.mode in ("L", "RGB", "RGBA") else None
    clear = picture.info.get("transparency") if picture.mode == "P" else None
    upright.info = {
        name: value for name, value in (("icc_profile", profile), ("transparency", clear)) if value is not None
    }
    if profile:
        upright.encoderinfo = {"icc_profile": profile}
    return upright


def _pages(picture: Image.Image) -> Iterator[Image.Image]:
    """The pages of a scan, each as a picture of its own."""
    points = 0
    for number, page in enumerate(ImageSequence.Iterator(picture)):
        points += page.width * page.height
        if number == MOST_PAGES or points > MOST_POINTS * 2:
            raise Refused(
                f"This scan has more than {MOST_PAGES} pages, or very large ones.",
                "Scan it as PDF, or in parts, and hand in those.",
            )
        upright = ImageOps.exif_transpose(page)
        yield upright if upright.mode in ("1", "L") else upright.convert("RGB")


def _too_large() -> Refused:
    return Refused(
        f"This picture has more than {MOST_POINTS // 1_000_000} million points.",
        "Save it smaller, or take it again with the camera set to a usual size.",
    )
