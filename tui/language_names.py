"""What languages are called in English, by their ISO 639-1 codes."""

from __future__ import annotations

_NAMES = """
    am Amharic, ar Arabic, be Belarusian, bg Bulgarian, bn Bengali, ca Catalan, cs Czech, da Danish, de German, el
    Greek, en English, es Spanish, et Estonian, fa Persian, fi Finnish, fr French, he Hebrew, hi Hindi, hr
    Croatian, hu Hungarian, hy Armenian, id Indonesian, it Italian, ja Japanese, ka Georgian, km Khmer, ko Korean,
    lt Lithuanian, lv Latvian, my Burmese, nl Dutch, no Norwegian, pl Polish, pt Portuguese, ro Romanian, ru
    Russian, sk Slovak, sl Slovenian, sr Serbian, sv Swedish, ta Tamil, te Telugu, th Thai, tr Turkish, uk
    Ukrainian, ur Urdu, vi Vietnamese, zh Chinese
"""
_BY_CODE = dict(pair.split() for pair in _NAMES.split(","))


def language_name(code: str) -> str:
    """The name of a language; of one that is not known here only that it is another."""
    return _BY_CODE.get(code, "Another language")
