"""Which language a text is in, told by its script and its commonest small words; good for a sentence or more of news.

Small words tell languages apart as well as letter statistics do from some twenty words on (Grefenstette 1995,
"Comparing two language identification schemes"), cost no memory, and have no opinion on a line of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources

ENGLISH = "en"

_WORD = re.compile(r"(?<![^\W\d_]\.)\b[^\W\d_]+\b(?!\.[^\W\d_])")
"""A word; the letters of `U.S.` are none, though elsewhere they are small words of their own."""
_SCRIPTS = {
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARABIC": "ar",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am",
    "KHMER": "km",
    "MYANMAR": "my",
}
"""The language that most news in a script is written in."""
_LETTERS = (("uk", "ru", "іїєґ"), ("be", "ru", "ў"), ("sr", "ru", "ђјљњћџ"), ("fa", "ar", "پچژگ"), ("ur", "ar", "ٹڈڑے"))
"""Languages that share a script, with the letters that only they use: code, the script's usual one, letters."""
_ENOUGH_TEXT = 4_000
"""Characters that tell the language of a longer text."""
_FEWEST = 3
"""Small words below which a text tells nothing."""
_MARGIN = 1.3
"""How many times more small words than English has another language must show."""


@cache
def _languages_of_words() -> dict[str, tuple[str, ...]]:
    """For each small word, the languages that have it."""
    import yaml

    text = resources.files("articles.annotation").joinpath("languages.yaml").read_text("utf-8")
    table: dict[str, str] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: dict[str, tuple[str, ...]] = {}
    for code, words in table.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), code)
    return found


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that a text is in; empty where it is too short or too mixed to tell."""
    text = text[:_ENOUGH_TEXT]
    return _by_script(text) or _by_small_words(text)


def languages_of(texts: Sequence[str], stated: str = "") -> tuple[str, ...]:
    """The language of each part of an article; a part that does not tell by itself is in the article's.

    Args:
        texts: The parts of the article.
        stated: The language that its page states, believed only where the text tells nothing.
    """
    own = [language_of(text) for text in texts]
    told: Counter[str] = Counter()
    for code, text in zip(own, texts, strict=True):
        if code:
            told[code] += len(text)
    common = told.most_common(1)[0][0] if told else stated.partition("-")[0].lower() or ENGLISH
    return tuple(code or common for code in own)


def main_language(texts: Sequence[str], languages: Sequence[str]) -> str:
    """The language that most of an article is in, its parts given with their languages."""
    told: Counter[str] = Counter()
    for text, code in zip(texts, languages, strict=True):
        told[code] += len(text)
    return told.most_common(1)[0][0] if told else ENGLISH


def _by_script(text: str) -> str:
    """The language of the script that most letters are in; empty where that is the Latin one."""
    if text.isascii():
        return ""
    letters = Counter(char for char in text if char.isalpha())
    scripts: Counter[str] = Counter()
    for char, count in letters.items():
        scripts["LATIN" if char < "\u0250" else unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0]] += count
    usual = {script: count for script, count in scripts.items() if script in _SCRIPTS}
    if sum(usual.values()) * 2 <= sum(scripts.values()):
        return ""
    if usual.get("CJK") and 10 * (usual.get("HIRAGANA", 0) + usual.get("KATAKANA", 0)) > usual["CJK"]:
        return "ja"
    language = _SCRIPTS[max(usual, key=lambda script: usual[script])]
    for code, common, own in _LETTERS:
        if language == common and any(char in letters for char in own):
            return code
    return language


def _by_small_words(text: str) -> str:
    hits: Counter[str] = Counter()
    for word in _WORD.findall(text.lower()):
        for code in _languages_of_words().get(word, ()):
            hits[code] += 1
    if not hits:
        return ""
    best, count = max(hits.items(), key=lambda hit: (hit[1], hit[0] == ENGLISH, hit[0]))
    clear = best == ENGLISH or count >= _MARGIN * hits[ENGLISH]
    return best if count >= _FEWEST and clear else ""
