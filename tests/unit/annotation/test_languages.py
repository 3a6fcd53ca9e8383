"""Other languages than English: they are recognised, and read without names, times or events that are not there."""

from __future__ import annotations

import pytest

from articles.annotation.annotator import annotate
from articles.annotation.engine import Engine, load_engine
from articles.annotation.languages import language_of, languages_of
from articles.model import Annotations, Article, Block, BlockKind, EntityKind

TEXTS = {
    "en": "The minister said on Monday that the bridge over the river would not be opened before the end of the year.",
    "de": "Der Minister sagte am Montag, dass die Brücke über den Fluss nicht vor dem Ende des Jahres geöffnet wird. "
    "Die Regierung in Portugal und der Bürgermeister von Neustadt haben dem Bau im Mai zugestimmt.",
    "fr": "Le ministre a déclaré lundi que le pont sur la rivière ne sera pas ouvert avant la fin de l'année. "
    "Les habitants de la ville ont marché dans les rues en mars pour le dire au maire.",
    "es": "El ministro dijo el lunes que el puente sobre el río no se abrirá antes del fin de año. "
    "Los vecinos de la ciudad marcharon por las calles en mayo para pedirlo a la alcaldesa.",
    "it": "Il ministro ha detto lunedì che il ponte sul fiume non sarà aperto prima della fine dell'anno. "
    "Gli abitanti della città sono scesi in piazza per chiederlo al sindaco.",
    "nl": "De minister zei maandag dat de brug over de rivier niet voor het einde van het jaar wordt geopend. "
    "De inwoners van de stad hebben er in mei voor gedemonstreerd.",
    "ru": "Министр сказал в понедельник, что мост через реку не откроют до конца года. "
    "Жители города вышли на улицы, чтобы попросить об этом мэра.",
    "uk": "Міністр сказав у понеділок, що міст через річку не відкриють до кінця року. "
    "Мешканці міста вийшли на вулиці.",
    "zh": "部长星期一表示，这座桥在年底前不会开放。市民上街要求市长尽快开放大桥。",
    "ja": "大臣は月曜日、橋は年末までに開通しないと述べた。市民は市長に早期の開通を求めた。",
    "ar": "قال الوزير يوم الاثنين إن الجسر فوق النهر لن يفتح قبل نهاية العام. وخرج سكان المدينة إلى الشوارع.",
    "pl": "Minister powiedział w poniedziałek, że most nad rzeką nie zostanie otwarty przed końcem roku. "
    "Mieszkańcy miasta wyszli na ulice, ale burmistrz nie zmienił zdania po rozmowach.",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def annotated(engine: Engine, *paragraphs: str, title: str = "", language: str = "") -> Annotations:
    """What is found in an article given as paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return annotate(Article(title, blocks, language=language), engine)


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_recognised_by_a_sentence_or_two(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Okafor", "27.7.2023", "NSB: 3-2", "Yoon Suk Yeol, Kim Jong Un"])
def test_what_tells_nothing_is_not_guessed(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Defense Secretary Lloyd Austin flew to Manila.",
        "REAGAN SAYS U.S. TO OFFER MISSILE TREATY",
        "U.K. and U.S. envoys fly to Oslo",
    ],
)
def test_the_letters_of_an_abbreviation_are_no_words_of_another_language(text: str) -> None:
    assert language_of(text) in ("", "en")


def test_a_short_part_is_in_the_language_of_the_rest_and_a_stated_one_only_helps_out() -> None:
    assert languages_of(["Neustadt", TEXTS["de"]], "en") == ("de", "de")
    assert languages_of(["Neustadt"], "de-DE") == ("de",)
    assert languages_of(["Okafor"]) == ("en",)


@pytest.mark.parametrize("language", [code for code in TEXTS if code != "en"])
def test_other_languages_are_read_without_false_highlights(engine: Engine, language: str) -> None:
    found = annotated(engine, TEXTS[language], title=TEXTS[language].split(",")[0])
    assert found.language == language
    assert (found.times, found.events) == ((), ())
    assert {entity.name for entity in found.entities} <= {"Portugal"}
    assert found.sentences


@pytest.mark.parametrize(("language", "sentences"), [("de", 2), ("ru", 2), ("zh", 2), ("ja", 2), ("ar", 2)])
def test_sentences_are_parted_in_other_scripts_too(engine: Engine, language: str, sentences: int) -> None:
    text = TEXTS[language]
    found = annotated(engine, text).sentences
    assert len(found) == sentences
    assert "".join(text[each.start : each.end] for each in found).replace(" ", "") == text.replace(" ", "")


def test_of_a_country_spelt_as_in_english_the_name_is_sure(engine: Engine) -> None:
    found = annotated(engine, TEXTS["de"])
    assert [(entity.name, entity.kind, entity.country) for entity in found.entities] == [
        ("Portugal", EntityKind.PLACE, "PT")
    ]


def test_in_a_mixed_article_only_its_english_parts_are_read_in_full(engine: Engine) -> None:
    english = "The mayor, Ana Okafor, visited Accra on 3 May 2021 and opened a bridge there."
    found = annotated(engine, english, TEXTS["fr"], TEXTS["en"] * 2, "Ana Okafor a dit que le pont est sur la rivière.")
    assert found.language == "en"
    assert {each.block for each in found.events} == {0, 2}
    assert {each.block for each in found.times} == {0, 2}
    named = [(each.block, found.entities[each.entity].name) for each in found.mentions]
    assert named == [(0, "Ana Okafor"), (0, "Accra"), (3, "Ana Okafor")]
