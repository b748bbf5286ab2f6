"""Files made in the test: honest ones, and such as somebody hostile or unlucky hands in. Each is small."""

import struct
import zipfile
import zlib
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

from alongside.story.filing.scanning import TEST_FILE

EICAR = TEST_FILE


def uploaded(content: bytes, name: str = "a file") -> ContentFile:
    """What Django hands over for an upload."""
    return ContentFile(content, name=name)


def picture(size: tuple[int, int] = (80, 40), colour: str = "#17605c", mode: str = "RGB") -> Image.Image:
    """A picture whose left third is light, so that a turn can be seen."""
    drawn = Image.new(mode, size, colour if mode != "L" else 90)
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] // 3, size[1]), fill="#ffffff" if mode != "L" else 255)
    return drawn


def saved(drawn: Image.Image, format: str, **options: object) -> bytes:
    content = BytesIO()
    drawn.save(content, format, **options)
    return content.getvalue()


def photograph(format: str = "JPEG") -> bytes:
    """A photograph that says where, when and with what it was taken, stored on its side."""
    drawn = picture()
    exif = drawn.getexif()
    exif[Base.Orientation] = 6
    exif[Base.Make], exif[Base.Artist] = "Telephone of Rosa", "Rosa Rowan"
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (50.0, 49.0, 12.5)})
    return saved(drawn, format, exif=exif)


def pdf(extra: str = "", catalog: str = "", names: str = "", pages: int = 1) -> bytes:
    """A PDF written by hand, with room for what a hostile one would add."""
    kids = " ".join(f"{3 + number} 0 R" for number in range(pages))
    objects = [f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>"]
    objects += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 280] {extra} >>"] * pages
    objects += [names] if names else []
    return written_down(objects)


def written_down(objects: list[str]) -> bytes:
    """Objects with their table of places, as a PDF keeps them."""
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(content)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return content + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def carrying(name: str, content: str = "a letter") -> bytes:
    """A PDF that carries a file."""
    names = "/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>"
    return written_down([
        f"<< /Type /Catalog /Pages 2 0 R {names}", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", f"<< /Type /Filespec /F ({name}) /EF << /F 5 0 R >> >>",
        stream(content.encode("latin-1"), ""),
    ])  # fmt: skip


def stream(content: bytes, filter: str = "/Filter /FlateDecode") -> str:
    return f"<< {filter} /Length {len(content)} >>\nstream\n{content.decode('latin-1')}\nendstream"


def pdf_with_an_early_end() -> bytes:
    """A PDF with a program between two streams, the first of which holds the word that ends one."""
    return written_down([
        "<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /Z 6 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        stream(zlib.compress(b"endstream x", 0)), "<< /S /JavaScript /JS (x) >>", stream(zlib.compress(b"q Q", 0)),
    ])  # fmt: skip


def spaced(content: bytes, megabytes: int) -> bytes:
    """The content packed, and so many million spaces behind it without the time that packing them would take."""
    packer = zlib.compressobj(9)
    packed = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    million = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed + million * megabytes + packer.flush()


def packed_pdf(hidden: str, much: int = 0) -> bytes:
    """A PDF whose catalogue lies in a packed stream of objects, where a plain search does not see it.

    :param much: how many million letters it unpacks to beside that
    """
    inside = f"1 0 2 {len(hidden) + 1} {hidden} << /Type /Pages /Kids [4 0 R] /Count 1 >>"
    first = inside.index(hidden)
    packed = spaced(inside.encode(), much)
    content = b"%PDF-1.7\n"
    places = {}
    for number, one in ((4, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),):
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    places[3] = len(content)
    head = b"<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>" % (first, len(packed))
    content += b"3 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"
    places[5] = len(content)
    rows = [(0, 0, 255), (2, 3, 0), (2, 3, 1), (1, places[3], 0), (1, places[4], 0), (1, places[5], 0)]
    table = b"".join(struct.pack(">BIB", *row) for row in rows)
    head = b"<< /Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R /Length %d >>" % len(table)
    content += b"5 0 obj\n" + head + b"\nstream\n" + table + b"\nendstream\nendobj\n"
    return content + b"startxref\n%d\n%%%%EOF\n" % places[5]


def archive(*parts: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", compression) as made:
        for name, inside in parts:
            made.writestr(name, inside)
    return content.getvalue()


def word(*more: tuple[str, bytes], types: bytes = b"<Types/>") -> bytes:
    """A Word document, as far as a reader of archives can tell."""
    return archive(("[Content_Types].xml", types), ("word/document.xml", b"<w:document/>"), *more)


def related(kind: str, target: str, mode: str = "Internal") -> bytes:
    """A Word document with a part that belongs to it as something of this kind."""
    says = (
        f"<Relationship Id='a' TargetMode='{mode}' Target=\"{target}\" Type='http://a.example/relationships/{kind}'/>"
    )
    return word(("word/_rels/settings.xml.rels", f"<Relationships>{says}</Relationships>".encode()))


def open_document(*more: tuple[str, bytes]) -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return archive(("mimetype", kind), ("content.xml", b"<office:document/>"), *more)


def box(type: bytes, inside: bytes = b"") -> bytes:
    return struct.pack(">I4s", len(inside) + 8, type) + inside


def recording(brand: bytes = b"M4A ", place: bytes = b"+50.8198-000.1367/") -> bytes:
    """An MP4 that says in two places where it was made."""
    tells = box(b"udta", box(b"\xa9xyz", b"\x00\x12\x15\xc7" + place)) + box(b"meta", b"com.apple " + place)
    moov = box(b"moov", box(b"mvhd", b"\x00" * 100) + box(b"trak", box(b"tkhd", b"\x00" * 84)) + tells)
    return box(b"ftyp", brand + b"\x00\x00\x02\x00") + moov + box(b"mdat", b"\x01\x02" * 50)


def wav(tells: bytes = b"") -> bytes:
    """A WAV as a recorder writes it, with what it tells before the sound."""
    sound = b"\x00\x01" * 40
    parts = ((b"fmt ", bytes(16)), (b"LIST", tells), (b"data", sound))
    inside = b"".join(name + struct.pack("<I", len(part)) + part + bytes(len(part) % 2) for name, part in parts)
    return b"RIFF" + struct.pack("<I", 4 + len(inside)) + b"WAVE" + inside


def lying_archive() -> bytes:
    """A Word document with a part that says it is ten bytes long, and is forty million."""
    content = word(("word/media/much.bin", bytes(40_000_000)))
    real = struct.pack("<I", 40_000_000)
    return content.replace(real, struct.pack("<I", 10))


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def huge_picture() -> bytes:
    """A PNG that says it is 40,000 points wide and high, which its few bytes would unpack to."""
    said = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 0, 0, 0, 0)

    def chunk(name: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", said) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
