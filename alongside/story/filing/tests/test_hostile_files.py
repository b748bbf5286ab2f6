"""A table of files that somebody hostile or unlucky hands in: each is refused, with what to do in its place."""

import zipfile
from collections.abc import Callable

import pytest

from alongside.story.filing.checking import checked
from alongside.story.filing.refused import Refused
from alongside.story.filing.tests import making as made

JS = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
OPENED = "/AA << /O << /S /JavaScript /JS (x) >> >>"
LAUNCH = "/OpenAction << /S /Launch /F (cmd.exe) >>"
ODDLY = "/OpenAction << /S /J#61vaScript /J#53 (x) >>"
PACKED = f"<< /Type /Catalog /Pages 2 0 R {JS} >>"
CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
ELSEWHERE = "/OpenAction << /S /GoToR /F (\\\\\\\\a\\\\b) /D [0 /Fit] >>"
OLE = ("word/embeddings/oleObject1.bin", b"x")
BOMB = bytes(40_000_000)
MESSAGE = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello\r\nDate: today\r\n\r\nHello\r\n"

HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "nothing at all": ("empty.pdf", lambda: b"", "is empty"),
    "a Windows program": ("plan.pdf", lambda: b"MZ\x90\x00" + bytes(200), "This is a program"),
    "a Linux program": ("plan.pdf", lambda: b"\x7fELF\x02\x01" + bytes(200), "This is a program"),
    "a shell script": ("plan.txt", lambda: b"#!/bin/sh\nrm -rf ~\n", "can hold a program"),
    "a batch file": ("tidy.bat", lambda: b"@echo off\r\ndel *.*\r\n", "ending in .bat can be a program"),
    "a script": ("a.js", lambda: b"alert(1)", "ending in .js"),
    "a web page": ("plan.html", lambda: b"<!DOCTYPE html><title>x</title>", "web page"),
    "a web page called a text": ("plan.txt", lambda: b"\n\n <HTML><body onload=alert(1)>", "web page"),
    "a drawing with a script": ("drawing.svg", lambda: SVG, "can hold a program"),
    "a drawing called a picture": ("drawing.png", lambda: SVG, "take a picture of the screen"),
    "a web page in two-byte letters": ("a.txt", lambda: "<script>alert(1)</script>".encode("utf-16"), "web page"),
    "a PDF that runs a script": ("a.pdf", lambda: made.pdf(catalog=JS), "would start by itself"),
    "a PDF with a script on a page": ("a.pdf", lambda: made.pdf(extra=OPENED), "program"),
    "a PDF that starts a program": ("a.pdf", lambda: made.pdf(catalog=LAUNCH), "program"),
    "a PDF with an odd spelling": ("a.pdf", lambda: made.pdf(catalog=ODDLY), "program"),
    "a PDF with a packed script": ("a.pdf", lambda: made.packed_pdf(PACKED), "program"),
    "a PDF with a program inside": ("a.pdf", lambda: made.pdf(
        catalog="/Names << /EmbeddedFiles << /Names [(run.exe) 4 0 R] >> >>",
        names="<< /Type /Filespec /F (run.exe) /UF (run.exe) >>"), "carries a program"),
    "a PDF that carries a program by another name": ("a.pdf", lambda: made.carrying("run.exe."), "carries a program"),
    "a PDF that carries a program as a PDF": ("a.pdf", lambda: made.carrying("a.pdf", "\x7fELF\x01"), "carries a pro"),
    "a PDF that hides a program in a note": ("a.pdf", lambda: made.pdf(
        extra="/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 5 5] /FS 4 0 R >>]",
        names="<< /Type /Filespec /F (a.txt) /EF << /F 9 0 R >> >>"), "nobody can look into"),
    "a PDF whose stream says that it ends": ("a.pdf", made.pdf_with_an_early_end, "program"),
    "a PDF that opens another": ("a.pdf", lambda: made.pdf(catalog=ELSEWHERE), "program"),
    "a PDF that is a bomb": ("a.pdf", lambda: made.packed_pdf(CATALOGUE, much=900), "unpacks to far more"),
    "half a PDF": ("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type", "is damaged"),
    "a PDF without pages": ("a.pdf", lambda: made.pdf(pages=0), "is damaged"),
    "an archive": ("papers.zip", lambda: made.archive(("a.txt", b"a")), "Unpack it"),
    "an archive called a document": ("plan.docx", lambda: made.archive(("a.txt", b"a")), "Unpack it"),
    "another archive": ("papers.rar", lambda: b"Rar!\x1a\x07\x00" + bytes(60), "Unpack it"),
    "a document with macros": ("plan.docx", lambda: made.word(("word/vbaProject.bin", b"x")), "macros"),
    "a document that says it has macros": ("plan.docx", lambda: made.word(types=b"macroEnabled.main+xml"), "macros"),
    "a document with a program inside": ("a.docx", lambda: made.word(OLE), "program"),
    "a document that fetches another": ("a.docx", lambda: made.word(
        ("word/_rels/settings.xml.rels", b'<Relationship Type="x/attachedTemplate" Target="http://x"/>')), "fetches"),
    "a document with a program by another name": ("a.docx", lambda: made.related("oleObject", "word/a.bin"), "program"),
    "a document that starts what is elsewhere": ("a.docx", lambda: made.related(
        "oleObject", "mhtml:http://a.example/x!x", "External"), "program"),
    "a document with its template far away": ("a.docx", lambda: made.related(
        "attached&#84;emplate", "http://a.example/a.dotm", "External"), "fetches"),
    "a document with its template on a share": ("a.docx", lambda: made.related(
        "attachedTemplate", "file:///\\\\a.example\\b.dotm", "External"), "fetches"),
    "an open document with macros": ("a.odt", lambda: made.open_document(("Basic/Standard/a.xml", b"x")), "macros"),
    "a bomb": ("plan.docx", lambda: made.word(("word/media/much.bin", BOMB)), "unpacks to far more"),
    "a bomb that lies about its size": ("plan.docx", made.lying_archive, "damaged|unpacks"),
    "thousands of parts": ("a.docx", lambda: made.archive(
        *((f"word/{n}", b"") for n in range(3_100)), compression=zipfile.ZIP_STORED), "unpacks to far more"),
    "half a document": ("plan.docx", lambda: made.word()[:150], "damaged"),
    "an old Office file": ("plan.doc", lambda: made.OLD_OFFICE, "save it as PDF or as .docx"),
    "an Outlook message": ("mail.msg", lambda: made.OLD_OFFICE, "email message"),
    "an email message": ("mail.eml", lambda: MESSAGE, "email message"),
    "half a photograph": ("a.jpg", lambda: made.photograph()[:300], "picture is damaged"),
    "a picture of more points than fit": ("a.png", lambda: made.huge_picture(), "million points"),
    "half a recording": ("a.m4a", lambda: made.recording()[:60], "recording is damaged"),
    "a recording of another kind": ("a.ogg", lambda: b"OggS" + bytes(60), "Save it as M4A"),
    "bytes of no meaning": ("a.pdf", lambda: b"\x00\x01\x02\x03" * 20, "Nothing that we know opens"),
}  # fmt: skip


@pytest.mark.requirement("EP-31")
@pytest.mark.parametrize("what", HOSTILE)
def test_what_may_do_harm_or_cannot_be_read_is_refused_with_what_to_do(what: str) -> None:
    name, content, says = HOSTILE[what]
    with pytest.raises(Refused, match=says) as refused:
        checked(made.uploaded(content()), name)
    assert str(refused.value).count(".") >= 2, "it says what to do"


def test_what_is_larger_than_the_limit_is_refused(settings: object) -> None:
    settings.FILE_BYTES = 1_000_000  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="larger than 1 MB"):
        checked(made.uploaded(bytes(1_000_001)), "a.pdf")
