"""What people hand in is kept: as it was, or without what tells more than they meant."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from alongside.story.filing.checking import checked
from alongside.story.filing.names import LONGEST, cleaned
from alongside.story.filing.tests import making as made

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x04Rosa\xff\xfb\x90\x00" + bytes(60)

HONEST: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "a PDF": ("Signed form.pdf", made.pdf, "Signed form.pdf", "application/pdf"),
    "a PDF without its ending": ("Signed form", made.pdf, "Signed form.pdf", "application/pdf"),
    "a PDF that carries a letter": ("a.pdf", lambda: made.carrying("Letter.txt"), "a.pdf", "application/pdf"),
    "a photograph": ("IMG_1.JPG", made.photograph, "IMG_1.JPG", "image/jpeg"),
    "a photograph from an iPhone": ("IMG_2.HEIC", lambda: made.photograph("HEIF"), "IMG_2.jpg", "image/jpeg"),
    "a photograph from a website": ("a.webp", lambda: made.saved(made.picture(), "WEBP"), "a.jpg", "image/jpeg"),
    "a drawing": ("a.png", lambda: made.saved(made.picture(mode="RGBA"), "PNG"), "a.png", "image/png"),
    "a drawing of few colours": ("a.gif", lambda: made.saved(made.picture(), "GIF"), "a.png", "image/png"),
    "a scan": ("scan.tif", lambda: made.saved(made.picture(mode="L"), "TIFF"), "scan.pdf", "application/pdf"),
    "a picture that is called a program": ("photo.exe", made.photograph, "photo.jpg", "image/jpeg"),
    "a text": ("note.txt", lambda: "Żaneta’s note\n".encode(), "note.txt", "text/plain; charset=utf-8"),
    "a text from Windows": ("note.txt", lambda: "Zoë’s".encode("cp1252"), "note.txt", "text/plain; charset=utf-8"),
    "a table": ("days.csv", lambda: b"day,at school\n1,yes\n", "days.csv", "text/csv; charset=utf-8"),
    "a Word document": ("plan.docx", made.word, "plan.docx", WORD),
    "a letter from a template": ("a.docx", lambda: made.related(
        "attachedTemplate", "file:///C:\\Templates\\Letter.dotx", "External"), "a.docx", WORD),
    "a document with links": ("a.docx", lambda: made.related(
        "hyperlink", "https://a.example/", "External"), "a.docx", WORD),
    "an open document": ("plan.odt", made.open_document, "plan.odt", "application/vnd.oasis.opendocument.text"),
    "a voice memo": ("memo.m4a", made.recording, "memo.m4a", "audio/mp4"),
    "a film": ("film.mov", lambda: made.recording(b"qt  "), "film.mov", "video/quicktime"),
    "a sound": ("a.mp3", lambda: MP3, "a.mp3", "audio/mpeg"),
    "a sound with an older tag": ("b.mp3", lambda: MP3 + b"TAG" + b"Rosa".ljust(125), "b.mp3", "audio/mpeg"),
    "a recorder's sound": ("b.wav", lambda: made.wav(tells=b"Rosa, 50.8198 N"), "b.wav", "audio/wav"),
    "an older sound": ("a.wav", made.wav, "a.wav", "audio/wav"),
}  # fmt: skip


@pytest.mark.requirement("EP-31")
@pytest.mark.parametrize("what", HONEST)
def test_what_people_hand_in_is_kept_as_what_it_is(what: str) -> None:
    name, content, kept_as, content_type = HONEST[what]
    fit = checked(made.uploaded(content()), name)
    assert (fit.name, fit.kind.content_type) == (kept_as, content_type)
    kept = fit.content.read()
    assert fit.size == len(kept) > 0
    assert b"Rosa" not in kept


@pytest.mark.parametrize("format", ["JPEG", "HEIF", "PNG", "WEBP", "TIFF"])
def test_a_photograph_says_nothing_of_where_it_was_taken_and_stands_upright(format: str) -> None:
    given = made.photograph(format)
    assert b"Rosa" in given
    kept = checked(made.uploaded(given), "a").content.read()
    assert b"Rosa" not in kept
    assert b"GPS" not in kept
    if kept.startswith(b"%PDF-"):
        return
    drawn = Image.open(BytesIO(kept))
    assert not drawn.getexif()
    if format == "HEIF":
        return  # says how it is turned in a way of its own, which its library has done by now
    assert drawn.size == (40, 80)
    # Stored on its side with the light part to the left; upright, that part is above.
    top, bottom = (drawn.convert("L").getpixel((20, y)) for y in (5, 75))
    assert top > 200 > bottom  # type: ignore[operator]


def test_a_comment_in_a_picture_is_not_kept() -> None:
    given = made.saved(made.picture(), "JPEG", comment=b"Rosa took it")
    assert b"Rosa" not in checked(made.uploaded(given), "a.jpg").content.read()


def test_a_recording_says_nothing_of_where_it_was_made_and_keeps_its_length() -> None:
    given = made.recording()
    assert b"+50.8198" in given
    kept = checked(made.uploaded(given), "memo.m4a").content.read()
    assert b"+50.8198" not in kept
    assert len(kept) == len(given)
    assert kept.endswith(b"\x01\x02" * 50)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Rosa\\Scan 1.pdf", "Scan 1.pdf"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "ab Set-Cookie: x.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("Mum %22Ana%22%0D%0Ain May.pdf", 'Mum "Ana" in May.pdf'),
        ("", "Document"),
        ("...", "Document"),
        ("Rysunek Żanety – «дом» 家.png", "Rysunek Żanety – «дом» 家.png"),
        ("نامه‌ی مریم.pdf", "نامه‌ی مریم.pdf"),
        ("e\u0301cole.pdf", "école.pdf"),
    ],
)
def test_a_name_is_made_fit_to_be_listed_and_saved(given: str, kept: str) -> None:
    assert cleaned(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    name = cleaned("家" * 400 + ".pdf")
    assert len(name) == LONGEST
    assert name.endswith("家.pdf")
