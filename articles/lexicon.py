"""The lexicon of event words: which class a noun or verb names, and which words carry no event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Event words by lemma, as `event_lexicon.yaml` lists them."""

    nouns: dict[str, str]
    """Lemma of an event noun to its class."""
    verbs: dict[str, str]
    """Lemma of a verb to its class."""
    light_verbs: frozenset[str]
    """Verbs that are one with an event noun as their object: "hold talks"."""
    course_verbs: frozenset[str]
    """Verbs that tell the course of the event that is their subject: "the strike began"."""
    broad: frozenset[str]
    """Verbs whose class says little, for what they are done to decides what happened: "open", "send"."""
    series: frozenset[str]
    """Words for events that come in series: "game", "talks", "sale"."""
    not_events: frozenset[str]
    """Verbs of state, stance and filling, which name no event."""
    names: dict[str, str]
    """Class to the noun that names its events best; a class that only verbs name is left out."""
    themes: dict[str, str]
    """Lemma to the theme that it shares with other words: `artillery` to `weapon`."""

    empty_themes: frozenset[str]
    """Nouns too general to tell one event from another."""
    loose: frozenset[str]
    """Classes of claims, stances and courses, which by themselves tell no event from another."""
    personal: frozenset[str]
    """Classes of what befalls one person at a time."""
    families: dict[str, frozenset[str]]
    """Class to the families that it belongs to: classes in whose words one event may be told."""

    def theme(self, lemma: str) -> str:
        """The theme of a noun: the shared one where the lexicon has it, else the lemma itself."""
        return self.themes.get(lemma, lemma)


@cache
def event_lexicon() -> EventLexicon:
    """The lexicon, read once in each process."""
    import yaml

    source = resources.files("articles").joinpath("event_lexicon.yaml").read_text("utf-8")
    tables = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    classes = tables["classes"].items()
    return EventLexicon(
        nouns={noun: name for name, words in classes for noun in words["nouns"]},
        verbs={verb: name for name, words in classes for verb in words["verbs"]},
        light_verbs=frozenset(tables["light_verbs"]),
        course_verbs=frozenset(tables["course_verbs"]),
        broad=frozenset(tables["broad"]),
        series=frozenset(tables["series"]),
        not_events=frozenset(tables["not_events"]),
        names={name: words["nouns"][0] for name, words in classes if words["nouns"]},
        empty_themes=frozenset(tables["empty_themes"]),
        loose=frozenset(tables["loose"]),
        personal=frozenset(tables["personal"]),
        families={name: _families_of(name, tables["families"]) for name in tables["classes"]},
        themes={word: theme for theme, words in tables["themes"].items() for word in words},
    )


def _families_of(event_class: str, families: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(family for family, members in families.items() if event_class in members)
