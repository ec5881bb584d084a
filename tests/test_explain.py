"""What explain shows: every mark where it belongs, and a reason for every figure that says nothing."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import pytest

from kzhealthkg import cli, lexicon, pipeline, vocab
from kzhealthkg.annotate import annotate
from kzhealthkg.extract import extract
from kzhealthkg.extract.trace import trace
from kzhealthkg.model import Article, Document, MappedText, Statement
from kzhealthkg.read import article
from kzhealthkg.shown import Comparison, Mark, Reason, Seen, Trace
from kzhealthkg.view.compared import differences
from kzhealthkg.view.explained import explained
from kzhealthkg.view.marked import marked
from kzhealthkg.view.pieces import Span, lanes, pieces
from kzhealthkg.view.words import Words

HEAD = "Аудандағы денсаулық сақтау жаңалықтары\n14.05.2024, 10:00\n"
TEXT = HEAD + (
    "Ақтөбе облысында биыл 3 ауылдық аурухана салынды. Аудандық ауруханаға 2 жедел жәрдем көлігі және 15 рентген "
    "аппараты сатып алынды.\nОблыстық бюджеттен денсаулық сақтау саласына 450 млн теңге бөлінбеді.\n"
    "Аурухана қабырғасына 25 сурет ілінді.\n"
)
RUSSIAN = "Новости здравоохранения района\n14.05.2024\nВ Актюбинской области в этом году построены 3 больницы.\n"
LATIN = "Aýdandaǵy densaýlyq saqtaý jańalyqtary\n14.05.2024\nAqtóbe oblysynda bıyl 3 aýyldyq aýrýhana salyndy.\n"


def traced(text: str, name: str = "example") -> Trace:
    return trace(annotate(article(text, name)))


def reasons(sentence: str) -> tuple[Reason, ...]:
    return traced(HEAD + sentence).sentences[-1].reasons


@pytest.fixture(scope="module")
def labels() -> dict[str, dict[str, str]]:
    return {language: pipeline.labels(language) for language in ("kk", "ru", "en")}


@pytest.fixture
def words(labels: dict[str, dict[str, str]]) -> Words:
    return Words("en", labels["en"])


def root(html: str) -> ET.Element:
    """Parse the page as XML, which only a page whose every element is closed survives."""
    return ET.fromstring(html.removeprefix("<!DOCTYPE html>\n"))


def quoted(page: ET.Element, number: int) -> str:
    parts = [e for e in page.iter("span") if str(number) in e.get("data-s", "").split()]
    return "".join("".join(part.itertext()) for part in parts)


class TestTrace:
    def test_it_states_what_extract_states(self) -> None:
        document = annotate(article(TEXT, "a"))
        assert trace(document).statements == extract(document)
        assert len(trace(document).statements) >= 3

    @pytest.mark.parametrize("text", [TEXT, RUSSIAN, LATIN], ids=["kk", "ru", "latin"])
    def test_every_mark_lies_in_its_sentence_and_marks_the_stored_words(self, text: str) -> None:
        found = traced(text)
        marks = [(s, m) for s in found.sentences for m in (*s.mentions, *s.cues)]
        assert all(s.start <= m.start < m.end <= s.end for s, m in marks)
        assert "3" in {text[m.start : m.end] for _, m in marks if m.name == "number"}
        assert any(m.name == "Works" for s in found.sentences for m in s.cues)
        assert found.statements[0].kind == "Works"

    def test_sentences_name_the_statements_that_overlap_them(self) -> None:
        found = traced(TEXT)
        overlapping = {
            (i, n)
            for i, s in enumerate(found.sentences)
            for n, said in enumerate(found.statements)
            if said.start < s.end and said.end > s.start
        }
        assert {(i, n) for i, s in enumerate(found.sentences) for n in s.statements} == overlapping

    def test_figures_that_no_statement_took_are_left(self) -> None:
        found = traced(TEXT)
        assert [TEXT[m.start : m.end] for s in found.sentences for m in s.left] == ["450 млн теңге", "25"]

    def test_only_a_silent_sentence_with_a_figure_has_reasons(self) -> None:
        for seen in traced(TEXT).sentences:
            assert bool(seen.reasons) == bool(seen.left and not seen.statements)

    def test_a_sentence_that_was_folded_into_another_says_so(self) -> None:
        text = HEAD + "Ақтөбе облысында 3 аурухана салынды.\nАқтөбе облысында 3 аурухана салынды.\n"
        last = [seen for seen in traced(text).sentences if seen.reasons]
        assert [seen.reasons for seen in last] == [(Reason("Works", ("said",)),)]


class TestReasons:
    @pytest.mark.parametrize(
        ("sentence", "kind", "lack"),
        [
            ("Облыстық бюджеттен емхана жөндеуіне 450 млн теңге бөлінбеді.", "Funding", "denied"),
            ("Жаңа емхана салуға 2 инженер шақырылды.", "Works", "purpose"),
            ("Аурухана мен 4 емхана құрылысы.", "Works", "status"),
            ("Емхана құрылысы мен 3 инженер.", "Works", "vague"),
            (
                "Аудандық ауруханадан шыққан 12 көше салынды.",
                "Works",
                "ungoverned",
            ),
            ("Жиынға 14 дәрігер қатысты.", "Training", "word"),
            ("Аурухана мамандарына 15 кітап берілді.", "Procurement", "need:item"),
            ("Аудан әкімдігі 12 мектеп пен 4 балабақша салды.", "Works", "need:facility"),
            ("Сатып алу рәсіміне 5 компания қатысты.", "Procurement", "named"),
            ("Аурухана қабырғасына 25 сурет ілінді.", "Works", "cue"),
            ("Кәсіпкер 3 млрд теңге туралы ойлады.", "Funding", "cue"),
        ],
    )
    def test_the_nearest_kind_and_what_it_lacked(self, sentence: str, kind: str, lack: str) -> None:
        found = {reason.kind: reason.lacks for reason in reasons(sentence)}
        assert lack in found[kind], found

    def test_a_reason_names_its_frame_and_the_words_of_its_cue(self) -> None:
        first = reasons("Облыстық бюджеттен емхана жөндеуіне 450 млн теңге бөлінбеді.")[0]
        assert (first.frame, first.cue) == ("funding-give", "бөлінбеді")

    def test_russian_denial(self) -> None:
        found = traced("Новости здравоохранения района\nВ этом году из бюджета не выделили 40 млн тенге.\n")
        assert any("denied" in reason.lacks for reason in found.sentences[-1].reasons)

    def test_no_reason_without_a_figure(self) -> None:
        assert reasons("Аурухана қабырғасына сурет ілінді.") == ()

    def test_a_figure_near_to_nothing_is_said_to_be_so(self) -> None:
        assert reasons("Кітапханадан 7 кітап сұратты.") == (Reason("", ("cue",)),)

    def test_every_kind_with_frames_has_needs_that_exist(self) -> None:
        rows = lexicon.table("needs")
        assert {row["kind"] for row in rows} == set(vocab.KINDS) - {"Post", "Appointment"}
        tables = [lexicon.table(row["names"]) for row in rows if row["sort"] == "table"]
        assert all("lemma" in row for table in tables for row in table)

    def test_every_code_has_its_words(self, words: Words) -> None:
        codes = {f"need:{row['need']}" for row in lexicon.table("needs")}
        codes |= {"said", "cue", "word", "idiom", "purpose", "named", "denied", "status", "ungoverned", "vague", "rule"}
        assert all(words.reason(Reason("Works", (code,)))[1] for code in codes)


class TestPieces:
    def test_they_tile_the_stretch_and_keep_to_the_spans(self) -> None:
        given = [Span(2, 9, "a", "x"), Span(5, 12, "b", "y"), Span(5, 7, "c", "z"), Span(0, 3, "d", "outside")]
        found = list(pieces(2, 11, given, cuts=(4, 40)))
        assert [(p.start, p.end) for p in found] == [(2, 3), (3, 4), (4, 5), (5, 7), (7, 9), (9, 11)]
        assert all(one.end == other.start for one, other in pairwise(found))
        assert [s.layer for s in found[3].spans] == ["a", "b", "c"]

    def test_statements_that_overlap_get_lines_of_their_own(self) -> None:
        said = [Statement("a", "Works", "x" * (e - s), s, e) for s, e in ((0, 9), (2, 5), (6, 8), (10, 12))]
        found = lanes(Trace(blank("x" * 12), (), (*said, Statement("a", "Works", "x" * 9, 0, 9))))
        assert found == [0, 1, 1, 0, 0]


def blank(text: str) -> Article:
    spans = range(len(text))
    return Article("a", text, MappedText(text, tuple(spans), tuple(i + 1 for i in spans)))


class TestPage:
    @pytest.mark.parametrize("text", [TEXT, RUSSIAN, LATIN], ids=["kk", "ru", "latin"])
    def test_the_mark_of_every_statement_covers_exactly_its_quote(self, text: str, words: Words) -> None:
        found = traced(text)
        page = root(explained([found], words))
        assert found.statements
        for number, statement in enumerate(found.statements, 1):
            assert quoted(page, number) == statement.quote

    def test_statements_over_several_sentences_are_marked_whole(self, words: Words) -> None:
        text = "Бір сөйлем. Екі сөйлем."
        seen = (Seen(0, 11, statements=(0, 1)), Seen(12, 23, statements=(0,)))
        said = tuple(Statement("a", kind, text[s:e], s, e) for kind, s, e in (("Works", 4, 23), ("Funding", 0, 8)))
        page = root(explained([Trace(blank(text), seen, said)], words))
        assert quoted(page, 1) == "сөйлем.Екі сөйлем."
        assert quoted(page, 2) == "Бір сөйл"

    def test_it_needs_nothing_but_itself(self, words: Words) -> None:
        html = explained([traced(TEXT), traced(RUSSIAN, "other")], words)
        assert not re.search(r"https?:|//|<script|<link|<img|@import|url\(", html.replace("<!--", ""))
        assert "default-src 'none'" in html

    def test_ids_are_unique_and_links_lead_to_them(self, words: Words) -> None:
        page = root(explained([traced(TEXT), traced(RUSSIAN, "other")], words))
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        assert {str(e.get("href")).removeprefix("#") for e in page.iter("a")} <= set(ids)

    def test_all_words_of_the_article_stand_in_it(self, words: Words) -> None:
        page = root(explained([traced(TEXT)], words))
        main = page.find("body/main")
        assert main is not None
        assert "14.05.2024" in "".join(main.itertext())
        texts = ["".join(p.itertext()) for p in main.iter("p") if p.get("class") == "text"]
        assert "Аурухана қабырғасына 25 сурет ілінді." in texts

    def test_signs_of_markup_and_control_do_no_harm(self, words: Words) -> None:
        nasty = traced(HEAD + 'Ақтөбе облысында <b>3</b> & "4" аурухана\x0b салынды </main>.\n')
        assert root(explained([nasty], words)).find("body/main") is not None

    @pytest.mark.parametrize("language", ["kk", "ru", "en"])
    def test_it_speaks_the_readers_language(self, language: str, labels: dict[str, dict[str, str]]) -> None:
        html = explained([traced(TEXT)], Words(language, labels[language]))
        said = {"kk": "Неге тұжырым жоқ", "ru": "Почему нет утверждения", "en": "Why no statement"}
        done = {"kk": "аяқталған", "ru": "завершено", "en": "completed"}
        region = {"kk": "Ақтөбе облысы", "ru": "Актюбинская область", "en": "Aktobe Region"}
        assert all(f">{texts[language]}<" in html for texts in (said, done, region))
        assert f'<html lang="{language}">' in html

    def test_no_article_makes_a_page_too(self, words: Words) -> None:
        assert root(explained([], words)).find("body/main") is not None


class TestTerminal:
    def test_plain_signs_where_there_are_no_colours(self, words: Words) -> None:
        text = marked([traced(TEXT)], words)
        assert "\x1b" not in text
        assert "[Ақтөбе облысында]{place} [биыл]{date} [3]{number} [ауылдық аурухана]{facility} _салынды_." in text
        assert "1 Works · works-construct · work type: construction" in text
        assert "? Funding «бөлінбеді» · funding-give: it is denied" in text

    def test_colours_hide_no_letter(self, words: Words) -> None:
        text = marked([traced(TEXT)], words, colours=True)
        bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
        assert "\x1b[" in text
        assert "Аурухана қабырғасына 25 сурет ілінді." in bare

    def test_an_article_moves_no_cursor(self, words: Words) -> None:
        found = Trace(blank("Бір\x1b[2J\r\nекі."), (Seen(0, 13, cues=(Mark(0, 3, "Works"),)),), ())
        assert "\x1b" not in marked([found], words)

    def test_marks_that_cross_are_nested(self, words: Words) -> None:
        marks = (Mark(0, 7, "place"), Mark(4, 10, "facility"))
        found = Trace(blank("Бір екі үш."), (Seen(0, 11, mentions=marks),), ())
        assert "[Бір екі]{place} үш." in marked([found], words)


class TestCommand:
    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        file = tmp_path / "example.txt"
        file.write_text(TEXT, encoding="utf-8")
        return file

    def test_it_shows_the_article_and_writes_the_page(
        self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["explain", str(file), "--html", str(tmp_path / "o.html"), "--lang", "en"]) == 0
        out, err = capsys.readouterr()
        assert "[3]{number}" in out
        assert "o.html" in err
        assert root((tmp_path / "o.html").read_text(encoding="utf-8")).find("body/main/article") is not None

    def test_quiet_writes_only_the_page(self, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", str(file), "--html", str(tmp_path / "o.html"), "--quiet"]) == 0
        assert capsys.readouterr() == ("", "")

    def test_what_cannot_be_read_is_one_line(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["explain", str(tmp_path / "gone.txt")]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_page_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "example.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert cli.main(["explain", str(file), "-q", "--html", str(tmp_path / "no" / "o.html")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def many(times: int) -> Document:
    """Return an article of so many paragraphs, no two the same: what is said twice is read once."""
    body = TEXT.removeprefix(HEAD)
    return annotate(
        article(HEAD + "".join(body.replace(" ", f" {n} ", 1).replace("25", f"{n}") for n in range(times)), "a")
    )


def test_time_grows_with_the_article_and_no_faster(words: Words) -> None:
    documents = [many(10), many(80)]
    assert len(documents[1].sentences) > 7 * len(documents[0].sentences)
    explained([trace(documents[0])], words)
    short, long = (_calls(document, words) for document in documents)
    assert 1000 < short < long < 8 * short * 1.1


def _calls(document: Document, words: Words) -> int:
    """Return how many functions are called: it grows as the time does, and is the same on a busy machine."""
    count = 0

    def heard(_frame: object, event: str, _given: object) -> None:
        nonlocal count
        count += event.endswith("call")

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        explained([trace(document)], words)
    finally:
        sys.setprofile(before)
    return count


class TestDifferences:
    GOLD: ClassVar[dict[str, Any]] = {
        "kind": "Works",
        "status": "completed",
        "count": 3,
        "quote": "3 аурухана салынды",
        "start": 7,
    }
    WHOLE = "Ауылда 3 аурухана салынды. Ақша бөлінді."

    def page(self, pairs: list[Comparison], words: Words, texts: dict[str, str] | None = None) -> ET.Element:
        return root(differences(pairs, {"a": self.WHOLE} if texts is None else texts, [], words))

    def classes(self, page: ET.Element, name: str) -> list[str]:
        return ["".join(e.itertext()) for e in page.iter() if name in e.get("class", "").split()]

    def test_both_sides_are_marked_in_the_text(self, words: Words) -> None:
        found = self.GOLD | {"status": "planned", "quote": "аурухана салынды. Ақша", "start": 9}
        page = self.page([Comparison("a", "Works", self.GOLD, found, {"status": 0.0, "count": 1.0})], words)
        assert "".join(self.classes(page, "gold")[1:]) == "3 аурухана салынды"
        assert "".join(self.classes(page, "found")[1:]) == "аурухана салынды. Ақша"
        assert self.classes(page, "slot-wrong") == ["statuscompletedplanned"]
        assert self.classes(page, "slot-right") == ["count33"]

    def test_wrong_offsets_are_not_believed(self, words: Words) -> None:
        page = self.page([Comparison("a", "Works", self.GOLD | {"start": 0}, None, {"count": 0.0})], words)
        assert self.classes(page, "gold")[1:] == ["3 аурухана салынды"]
        assert len(self.classes(page, "missed")) == 1

    def test_without_the_text_the_quote_stands_alone(self, words: Words) -> None:
        page = self.page([Comparison("a", "Works", None, self.GOLD, {})], words, {})
        assert self.classes(page, "text") == ["3 аурухана салынды"]

    def test_what_is_right_is_only_counted(self, words: Words) -> None:
        page = self.page([Comparison("a", "Works", self.GOLD, self.GOLD, {"count": 1.0})], words)
        assert self.classes(page, "diff") == []
        assert "right: 1" in "".join(page.itertext())

    def test_far_apart_quotes_are_two_excerpts(self, words: Words) -> None:
        whole = "Бірінші сөйлем." + " сөз" * 300 + " Соңғы сөйлем."
        gold, found = ({"kind": "Works", "quote": quote} for quote in ("Бірінші сөйлем.", "Соңғы сөйлем."))
        page = self.page([Comparison("a", "Works", gold, found, {"count": 0.0})], words, {"a": whole})
        assert len(self.classes(page, "text")[0]) < 500
        assert self.classes(page, "gap") == ["[…]"]

    def test_a_kind_that_nobody_knows_does_no_harm(self, words: Words) -> None:
        record = {"kind": "Other", "count": 1, "quote": ""}
        assert self.classes(self.page([Comparison("a", "Other", record, None, {"count": 0.0})], words), "missed")


def test_evaluate_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "example.txt").write_text(TEXT, encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"article": "example", "kind": "Works", "count": 4, "quote": "3 ауылдық аурухана салынды"}\n')
    page = tmp_path / "o.html"
    command = ["evaluate", str(gold), "--articles", str(tmp_path / "example.txt"), "--html", str(page), "--lang", "en"]
    assert cli.main(command) == 0
    assert "recall" in capsys.readouterr().out
    html = page.read_text(encoding="utf-8")
    body = root(html).find("body/main/article")
    assert body is not None
    assert "3 ауылдық аурухана салынды" in "".join(body.itertext())
    assert not re.search("https?:|<script", html)
