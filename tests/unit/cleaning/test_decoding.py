"""Bytes of any encoding become the text that was written."""

from __future__ import annotations

import pytest

from articles.cleaning.decoding import decode

GERMAN = "Der Bürgermeister sprach am Montag über die Flut: „Größer als je zuvor.“"
RUSSIAN = "Министр обороны прибыл в столицу в понедельник, сообщило агентство со ссылкой на источники. " * 4


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-8-sig"), "utf-8-sig"),
        (GERMAN.encode("utf-16"), "utf-16"),
        (GERMAN.encode("cp1252"), "cp1252"),
    ],
)
def test_the_text_is_found_and_how_it_was_is_told(content: bytes, encoding: str) -> None:
    read = decode(content)
    assert (read.text, read.encoding) == (GERMAN, encoding)
    assert read.evidence


def test_a_page_is_read_in_the_charset_that_it_names() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź została zamknięta'.encode("iso-8859-2")
    assert "Łódź została zamknięta" in decode(page).text


def test_a_charset_that_does_not_exist_is_passed_over() -> None:
    assert decode(b'<meta charset="no-such-thing">caf\xe9').text.endswith("café")


def test_another_script_is_found_by_its_letters() -> None:
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_damaged_utf8_stays_utf8() -> None:
    read = decode(GERMAN.encode() * 10 + b"\xff")
    assert read.encoding == "utf-8"
    assert read.text.startswith(GERMAN)


def test_line_ends_of_other_systems_are_line_ends() -> None:
    assert decode(b"a\r\nb\rc").text == "a\nb\nc"


def test_the_charset_that_the_server_named_is_used_where_the_bytes_fit_it() -> None:
    polish = "Zażółć gęślą jaźń, powiedział burmistrz."
    assert decode(polish.encode("iso-8859-2"), "ISO-8859-2").text == polish
    assert decode(polish.encode(), "iso-8859-1").text == polish
    german = "Die Brücke wird größer, sagte die Bürgermeisterin von Lissabon am Montag."
    assert decode(german.encode("cp1252"), "no-such-charset").text == german
    assert decode(german.encode("cp1252"), "us-ascii").text == german
