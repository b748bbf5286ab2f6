"""Names and words on paper, in the scripts that people in England write (ALL-09)."""

import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pypdfium2
import pytest
import typst
from pypdf import PdfReader

from alongside.story.asking.posted import tidy
from alongside.story.blocks import Grid, ShownEntry, ShownQuestion, ShownSection, Words
from alongside.story.pdf import TEMPLATE, as_pdf, typesetting

SCRIPTS = {
    "Amharic": "አበበ በቀለ", "Arabic": "محمد الحسن", "Armenian": "Արմեն Պետրոսյան", "Bengali": "মোহাম্মদ রহমান",
    "Burmese": "အောင်ဆန်း", "Chinese": "陈小龙 欧阳娜娜", "Chinese of Hong Kong": "黃嘉欣 佢哋嘅 㗎",
    "Dari": "گلشیری پژمان", "Georgian": "გიორგი ბერიძე", "Greek": "Ελένη Παπαδοπούλου", "Gujarati": "પટેલ",
    "Hebrew": "משה כהן שָׁלוֹם",
    "Hindi and Nepali": "सुरेश थापा", "Igbo": "Ọkọ́lị Ụchẹ", "Japanese": "佐藤 さくら ヒロシ", "Kannada": "ರಾಜೇಶ್",
    "Khmer": "សុខ ចាន់", "Korean": "김민준 이서연", "Lao": "ສົມສັກ", "Malayalam": "രാജേഷ് കുമാർ", "Odia": "ରାଜେଶ",
    "Pashto": "ګلالۍ ښاغلی ځ څ ډ ڼ ې", "Polish and Lithuanian": "Żaneta Žydrūnė", "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Romanian": "Ștefan Țepeș", "Russian and Ukrainian": "Ольга Щербакова ї є ґ", "Sinhala": "නිමල් ශ්‍රී",
    "Sorani": "ڕێبین ۆ ڵ ە", "Syriac": "ܣܘܪܝܝܐ", "Tamil": "முருகன்", "Telugu": "రామ రావు", "Thai": "สมชาย ใจดี",
    "Tigrinya": "ተስፋይ ገብረ", "Turkish": "Şükrü İğne ı", "Urdu": "ڈاکٹر ٹیپو گھر ہے", "Vietnamese": "Nguyễn Thị Hường",
    "Welsh": "Siân Ŵyn ŷ", "Yoruba": "Adébáyọ̀ Ṣọlá", "signs": "“‘–—…” ½ ≥ → ✓ ☐ ★ £ € № ₦",
    "emoji": "😀 ❤️ 👍🏽 👨‍👩‍👧 🏠",
}  # fmt: skip


def told(words: str) -> ShownEntry:
    question = ShownQuestion(f"What {words} says", blocks=(Words(words),))
    return ShownEntry(title=words, facts=(("Who", words),), sections=(ShownSection(words, (question,)),), foot=words)


@pytest.fixture
def ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper as it is on a machine that has no fonts but ours."""
    folders = typesetting.font_folders()
    bare = typst.Compiler(TEMPLATE, root=typesetting.ROOT, font_paths=folders, ignore_system_fonts=True)
    lock = typesetting._compiler(TEMPLATE)[1]
    monkeypatch.setattr(typesetting, "_compiler", lambda template: (bare, lock))


def test_every_script_of_england_has_its_letters_on_paper(ours_alone: None, caplog: Any) -> None:
    for language, words in SCRIPTS.items():
        as_pdf(told(words))
        assert not caplog.records, f"letters of {language} are missing"


def test_what_is_pasted_from_a_word_processor_is_readable(ours_alone: None, caplog: Any) -> None:
    pasted = "\uf0b7 One\x0b\uf0a7\tTwo\r\nIt\x92s \x93well\x94\x07 \x96 re\x1eread\ufeff "
    pasted += "\uf0fc\uf06f\uf0fe\uf04a\uf04c\uf0d8\uf0e0\u2028End"
    assert tidy(pasted) == "• One\n▪\tTwo\nIt’s “well” – re-read ✓☐☑☺☹➢→\nEnd"
    as_pdf(told(tidy(pasted + "".join(map(chr, (*range(0x100), *range(0x2000, 0x2070)))))))
    assert not caplog.records, "nothing without a shape is left"


def test_letters_over_which_typst_stumbles_cost_nobody_the_record(ours_alone: None, caplog: Any) -> None:
    odd = "".join(chr(place) for place in (*range(0x586, 0x590), *range(0x5C6, 0x605)))
    assert "Zuri" in PdfReader(io.BytesIO(as_pdf(told(f"Zuri {odd}")))).pages[0].extract_text()
    assert "without marks" in caplog.text


def test_a_letter_that_no_font_has_costs_nobody_the_record(ours_alone: None, caplog: Any) -> None:
    reader = PdfReader(io.BytesIO(as_pdf(told("Zuri \U00012345 \ue000 \ufffe ֍༖ reads"))))
    assert "reads" in reader.pages[0].extract_text()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # type: ignore[index]  # noqa: E712
    assert "could not be displayed" in caplog.text


@pytest.mark.parametrize("name", ["Adébáyọ̀ Ṣọlá", "Ọkọ́lị", "e\u0301cole", "m̀bá"])
def test_letters_with_marks_above_and_below_stay_in_their_word(ours_alone: None, name: str) -> None:
    """A face that has no such mark leaves out the letter with it, and says nothing: the word is set in another."""
    in_our_typeface = []

    def seen(words: str, user: Any, place: Any, font: Any, size: Any) -> None:
        if font and "Atkinson" in font["/BaseFont"]:
            in_our_typeface.append(words)

    PdfReader(io.BytesIO(as_pdf(ShownEntry(name, (), ())))).pages[0].extract_text(visitor_text=seen)
    assert "".join("".join(in_our_typeface).split()) == "Page1of1"


def test_several_people_print_at_once() -> None:
    def printed(number: int) -> str:
        return str(PdfReader(io.BytesIO(as_pdf(told(f"Record {number}")))).metadata["/Title"])  # type: ignore[index]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(printed, range(12))) == [f"Record {number}" for number in range(12)]


@pytest.mark.parametrize("endless", ["N" * 200, "https://a.example/" + "x" * 180, "ọ̀" * 100, "Щ" * 120])
def test_what_has_no_place_to_break_stays_on_the_paper(endless: str) -> None:
    table = Grid(("When", "What happened", "Whom it touched"), (("2018", endless, "Kit"),))
    question = ShownQuestion(endless, blocks=(Words(endless), table))
    paper = pypdfium2.PdfDocument(as_pdf(ShownEntry(endless, (("Who", endless),), (ShownSection("", (question,)),))))
    for page in paper:
        written = page.get_textpage()
        right = [written.get_rect(number)[2] for number in range(written.count_rects())]
        assert max(right) < page.get_width() - 50, "it ends before the margin of 20 mm"
