"""Which kinds of files are kept, and how each is sent to a browser."""

from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True)
class Kind:
    """A kind of file: its ending, its type on the wire, what people call it, whether a browser may show it itself."""

    ending: str
    content_type: str
    title: str
    shown: bool = False


PDF = Kind(".pdf", "application/pdf", "PDF", shown=True)
JPEG = Kind(".jpg", "image/jpeg", "Picture", shown=True)
PNG = Kind(".png", "image/png", "Picture", shown=True)
TEXT = Kind(".txt", "text/plain; charset=utf-8", "Text", shown=True)
CSV = Kind(".csv", "text/csv; charset=utf-8", "Table")
SOUND = Kind(".m4a", "audio/mp4", "Sound", shown=True)
MP3 = Kind(".mp3", "audio/mpeg", "Sound", shown=True)
WAV = Kind(".wav", "audio/wav", "Sound", shown=True)
FILM = Kind(".mp4", "video/mp4", "Film", shown=True)
MOV = Kind(".mov", "video/quicktime", "Film", shown=True)
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
WORD = Kind(".docx", _OPEN_XML + "wordprocessingml.document", "Word document")
SHEET = Kind(".xlsx", _OPEN_XML + "spreadsheetml.sheet", "Spreadsheet")
SLIDES = Kind(".pptx", _OPEN_XML + "presentationml.presentation", "Slides")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
ODT = Kind(".odt", _OPEN_DOCUMENT + "text", "Text document")
ODS = Kind(".ods", _OPEN_DOCUMENT + "spreadsheet", "Spreadsheet")
ODP = Kind(".odp", _OPEN_DOCUMENT + "presentation", "Slides")

KINDS = (PDF, JPEG, PNG, TEXT, CSV, SOUND, MP3, WAV, FILM, MOV, WORD, SHEET, SLIDES, ODT, ODS, ODP)
BY_TYPE = {kind.content_type: kind for kind in KINDS}
# What a file picker offers; what is really in a file is decided by reading it.
OFFERED = (
    ".pdf,.jpg,.jpeg,.png,.gif,.webp,.heic,.heif,.tif,.tiff,.bmp,.txt,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp,"
    ".m4a,.mp3,.wav,.mp4,.mov,image/*"
)


@dataclass(frozen=True)
class Read:
    """A file that was read and is fit to be kept: its kind, and its content as it will be kept, at its beginning."""

    kind: Kind
    content: IO[bytes]


def kind_of(content_type: str) -> Kind | None:
    """Return the kind that is sent under this type; None for what was kept before such a kind was known."""
    return BY_TYPE.get(content_type)
