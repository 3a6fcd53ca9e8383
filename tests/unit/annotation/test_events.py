"""Event mentions on the real model: each rule stated with examples from different stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from articles.annotation.engine import Engine, load_engine
from articles.annotation.events import find_events
from articles.annotation.parse import ParsedBlock
from articles.annotation.times import find_times
from articles.model import (
    Basis,
    Entity,
    EntityKind,
    EventMention,
    Factuality,
    Mention,
    Published,
    Role,
    Sentence,
)

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "NORP": EntityKind.NATIONALITY,
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The language model, loaded once."""
    return load_engine()


@dataclass(frozen=True)
class Reading:
    """The event mentions of a text, with what is needed to name their parties."""

    events: tuple[EventMention, ...]
    names: tuple[str, ...]

    def of(self, lemma: str) -> EventMention:
        """The first event mention with a lemma."""
        found = [event for event in self.events if event.lemma == lemma]
        assert found, f"{lemma} is not among {[event.lemma for event in self.events]}"
        return found[0]

    def parties(self, lemma: str, role: Role | None = None) -> set[str]:
        """Names of the parties to an event, in one role or in all."""
        return {
            self.names[party.mention]
            for party in self.of(lemma).participants
            if party.mention >= 0 and role in (None, party.role)
        }

    def place(self, lemma: str) -> str:
        """Name of the place of an event; empty for none."""
        position = self.of(lemma).place
        return self.names[position] if position >= 0 else ""


def read(engine: Engine, text: str, published: Published | None = None) -> Reading:
    """The events of a text, each line a paragraph, its names being just what the model finds; with times if dated."""
    blocks = engine.parse(list(enumerate(text.split("\n"))))
    mentions, entities = _names(blocks)
    sentences = tuple(Sentence(block.block, start, end) for block in blocks for start, end in block.sentences)
    times = find_times(blocks, published) if published else ()
    events = find_events(blocks, sentences, entities, mentions, times, published or Published())
    return Reading(events, tuple(entity.name for entity in entities))


def _names(blocks: Sequence[ParsedBlock]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    spans = [(block, name) for block in blocks for name in block.names if name.label in _KINDS]
    entities = tuple(Entity(block.text[name.start : name.end], _KINDS[name.label]) for block, name in spans)
    mentions = (Mention(block.block, name.start, name.end, position) for position, (block, name) in enumerate(spans))
    return tuple(mentions), entities


@pytest.mark.parametrize(
    ("text", "lemma", "agents"),
    [
        ("Maria Lopez visited Lisbon.", "visit", {"Maria Lopez"}),
        ("Lisbon was visited by Maria Lopez.", "visit", {"Maria Lopez"}),
        ("Maria Lopez, who attacked John Brown, fled.", "attack", {"Maria Lopez"}),
        ("Maria Lopez plans to visit Lisbon.", "visit", {"Maria Lopez"}),
        ("Maria Lopez is expected to visit Lisbon.", "visit", {"Maria Lopez"}),
        ("John Brown urged Maria Lopez to resign.", "resign", {"Maria Lopez"}),
        ("Sweden accused Norway of selling weapons to Chile.", "sell", {"Norway"}),
        ("John Brown and Maria Lopez met in Oslo.", "meet", {"John Brown", "Maria Lopez"}),
        ("Maria Lopez arrived in Oslo and praised John Brown.", "praise", {"Maria Lopez"}),
        ("Maria Lopez held talks in Oslo.", "talk", {"Maria Lopez"}),
    ],
)
def test_agents_are_found_through_passive_control_relatives_and_conjunction(
    engine: Engine, text: str, lemma: str, agents: set[str]
) -> None:
    assert read(engine, text).parties(lemma, Role.AGENT) == agents


@pytest.mark.parametrize(
    ("text", "lemma", "patients"),
    [
        ("John Brown was arrested and charged by police.", "charge", {"John Brown"}),
        ("Maria Lopez, whom John Brown attacked, fled.", "attack", {"Maria Lopez"}),
        ("Maria Lopez's arrest shocked the town.", "arrest", {"Maria Lopez's"}),
    ],
)
def test_patients_are_found_through_shared_passives_relatives_and_nouns(
    engine: Engine, text: str, lemma: str, patients: set[str]
) -> None:
    assert read(engine, text).parties(lemma, Role.PATIENT) == patients


def test_the_target_of_an_attack_is_not_its_place(engine: Engine) -> None:
    assert read(engine, "Chile made an attack on Peru in Lima.").place("attack") == "Lima"
    assert read(engine, "The army held a parade on Monday in Oslo.").place("parade") == "Oslo"


def test_a_light_verb_and_its_noun_are_one_event(engine: Engine) -> None:
    events = read(engine, "Maria Lopez hosted a summit in Oslo.").events
    assert [event.lemma for event in events] == ["summit"]


def test_a_noun_takes_its_place_from_the_reduced_clause_that_describes_it(engine: Engine) -> None:
    assert read(engine, "John Brown reviewed a parade held in Madrid.").place("parade") == "Madrid"


def test_a_described_party_stands_for_the_names_that_describe_it(engine: Engine) -> None:
    reading = read(engine, "German and Polish ministers attended a summit in Vienna.")
    assert reading.parties("summit") == {"German", "Polish"}
    assert reading.place("summit") == "Vienna"


def test_what_is_to_come_waits_for_nothing_that_is_over(engine: Engine) -> None:
    assert read(engine, "The coach will sue the club days after he was dismissed.").of("dismiss").factuality is (
        Factuality.ASSERTED
    )
    assert read(engine, "The coach will sue the club after he is dismissed.").of("dismiss").factuality is (
        Factuality.CONDITIONAL
    )
    text = "If it rained, he said, the match would be cancelled before the stadium was evacuated."
    assert read(engine, text).of("evacuate").factuality is Factuality.CONDITIONAL


def test_who_asks_that_nothing_be_done_denies_nothing(engine: Engine) -> None:
    asked = read(engine, "The teachers asked for a promise that no school would be closed.").of("close")
    assert asked.factuality is Factuality.CONDITIONAL


def test_what_is_always_true_of_a_kind_of_event_is_no_event(engine: Engine) -> None:
    assert read(engine, "Flooding is nothing new in Dhaka.").of("flooding").background
    assert not read(engine, "The flooding is the worst in Dhaka for years.").of("flooding").background


def test_who_condemns_an_event_takes_no_part_in_it(engine: Engine) -> None:
    reading = read(engine, "Sweden condemned the killing of two monks in Nepal.")
    assert "Sweden" not in [party.text for party in reading.of("killing").participants]


@pytest.mark.parametrize(
    ("text", "lemma", "factuality"),
    [
        ("The union held a strike.", "strike", Factuality.ASSERTED),
        ("The minister will visit Oslo.", "visit", Factuality.PLANNED),
        ("The minister is expected to visit Oslo.", "visit", Factuality.PLANNED),
        ("The minister is likely to visit Oslo.", "visit", Factuality.PLANNED),
        ("The upcoming election divides the country.", "election", Factuality.PLANNED),
        ("The minister may resign.", "resign", Factuality.POSSIBLE),
        ("Chile accused the firm of bribing officials.", "bribe", Factuality.POSSIBLE),
        ("The firm denied that it had bribed officials.", "bribe", Factuality.DENIED),
        ("The firm denied any talks with the union.", "talk", Factuality.DENIED),
        ("The minister did not resign.", "resign", Factuality.DENIED),
        ("If the dam collapses, the town is lost.", "collapse", Factuality.CONDITIONAL),
        ("The minister spoke during the parade.", "parade", Factuality.ASSERTED),
        ("The plan is to evacuate the town.", "evacuate", Factuality.PLANNED),
        ("Police foiled an attack on the embassy.", "attack", Factuality.POSSIBLE),
        ("The mayor said no talks were held.", "talk", Factuality.DENIED),
        ("The council said that no offer had been rejected.", "reject", Factuality.DENIED),
        ("The ministry did not condemn the attack.", "attack", Factuality.ASSERTED),
        ("The army will warn the town before it opens the dam.", "open", Factuality.CONDITIONAL),
        ("If the dam collapses, the army will evacuate the town.", "evacuate", Factuality.CONDITIONAL),
        ("Nurses will strike on Monday unless the ministry pays.", "strike", Factuality.PLANNED),
        ("The mayor did not say whether the dam collapsed.", "collapse", Factuality.POSSIBLE),
        ("Reporters asked if the minister resigned.", "resign", Factuality.POSSIBLE),
        ("It is possible to evacuate the town.", "evacuate", Factuality.POSSIBLE),
        ("It is unclear whether the crew escaped.", "escape", Factuality.POSSIBLE),
        ("The pilot supposedly crashed the plane.", "crash", Factuality.POSSIBLE),
        ("A strike is likely.", "strike", Factuality.POSSIBLE),
        ("The minister is not expected to resign.", "resign", Factuality.DENIED),
        ("Analysts do not think the bank will collapse.", "collapse", Factuality.DENIED),
        ("Police told residents to evacuate the town.", "evacuate", Factuality.PLANNED),
        ("Chile refused to blame Peru for the attack.", "attack", Factuality.ASSERTED),
        ("The ministry gave no reason for the attack.", "attack", Factuality.ASSERTED),
        ("The minister did not attend the parade.", "parade", Factuality.ASSERTED),
        ("The ministers did not hold a parade.", "parade", Factuality.DENIED),
    ],
)
def test_factuality_comes_from_modals_negation_and_the_clause_above(
    engine: Engine, text: str, lemma: str, factuality: Factuality
) -> None:
    assert read(engine, text).of(lemma).factuality is factuality


@pytest.mark.parametrize(
    ("text", "lemma", "factuality"),
    [
        ("The ministers met on July 4.", "meet", Factuality.ASSERTED),
        ("The dam was closed in late June.", "close", Factuality.ASSERTED),
        ("The minister visits Oslo on June 3.", "visit", Factuality.PLANNED),
        ("The ministers will meet on July 4.", "meet", Factuality.PLANNED),
    ],
)
def test_a_day_to_come_makes_a_plan_of_what_is_not_told_as_past(
    engine: Engine, text: str, lemma: str, factuality: Factuality
) -> None:
    published = Published(date(2024, 5, 15), basis=Basis.STATED)
    assert read(engine, text, published).of(lemma).factuality is factuality


def test_what_follows_a_refusal_in_its_own_tense_is_asserted(engine: Engine) -> None:
    reading = read(engine, "Chile has refused to blame Peru for the fire and condemned the sanctions against Bolivia.")
    assert reading.of("blame").factuality is Factuality.DENIED
    assert reading.of("condemn").factuality is Factuality.ASSERTED


@pytest.mark.parametrize(
    ("text", "lemma", "speaker"),
    [
        ("Reuters said that the dam collapsed.", "collapse", "Reuters"),
        ("The dam collapsed, according to the Environment Agency.", "collapse", "Environment Agency"),
        ("Sweden accused Norway of selling weapons to Chile.", "sell", "Sweden"),
        (
            "BERGEN, Norway (NTB) - Norway's energy minister on Monday accused the company Statkraft of flooding"
            " a town.",
            "flood",
            "Norway's energy minister",
        ),
        ("The dam collapsed on Monday.", "collapse", ""),
        ("The dam had collapsed overnight, a rescue worker said on Monday.", "collapse", "rescue worker"),
        ("The dam collapsed, said Maria Lopez, who leads the inquiry.", "collapse", "Maria Lopez"),
        ("In response to critics saying the dam collapsed, the mayor resigned.", "collapse", "critics"),
        ("The dam is believed to have collapsed.", "collapse", ""),
        ("The parade showed missiles, Hwasong-17 and Hwasong-18, believed to strike any target.", "strike", ""),
        ("Police caught a gunman thought to have killed two men.", "kill", ""),
        ("The mayor believed that the dam had collapsed.", "collapse", "mayor"),
        ("The mayor refused to evacuate the town.", "evacuate", ""),
        ("The school will be closed; the council announced no other cuts.", "close", ""),
    ],
)
def test_a_speaker_is_whoever_the_article_leaves_the_claim_to(
    engine: Engine, text: str, lemma: str, speaker: str
) -> None:
    assert read(engine, text).of(lemma).speaker == speaker


@pytest.mark.parametrize(
    ("text", "lemma", "speaker"),
    [
        # he or she is the one person whom the nearest sentence with a name names
        ("Maria Lopez toured Oslo. She said the dam had collapsed.", "collapse", "Maria Lopez"),
        ("John Brown met reporters. “The dam collapsed at dawn,” he said.", "collapse", "John Brown"),
        # of two people it is not certain whom the pronoun stands for, and nobody is guessed
        ("John Brown met Peter Hill in Oslo. He said the dam had collapsed.", "collapse", ""),
        ("The dam burst in spring. He said the wall had collapsed.", "collapse", ""),
        # a quotation goes on after its speaker is named, in the next sentence and the next paragraph
        ("“We did our best,” John Brown said. “The dam collapsed at dawn.”", "collapse", "John Brown"),
        ("“We did our best,” John Brown said.\n“The dam collapsed at dawn.”", "collapse", "John Brown"),
        ("``We did our best,'' John Brown said. ``The dam collapsed at dawn.''", "collapse", "John Brown"),
        # what the article says itself between quotations is nobody's
        ("“We did our best,” John Brown said. The dam collapsed at dawn.", "collapse", ""),
        # I in a quotation is its speaker
        ("“I think the dam collapsed at dawn,” John Brown said.", "collapse", "John Brown"),
        # a double prime is no quote
        ("The wall is 40'' high and 15'' wide, John Brown said. The dam collapsed at dawn.", "collapse", ""),
        # a term in quotes is no quotation
        ("John Brown said little. The so-called “dam” collapsed at dawn.", "collapse", ""),
    ],
)
def test_a_quotation_knows_its_speaker_across_sentences(engine: Engine, text: str, lemma: str, speaker: str) -> None:
    assert read(engine, text).of(lemma).speaker == speaker


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister began the tour.", "began"),
        ("Hundreds need help after the flood.", "need"),
        ("The firm announced a decision on Monday.", "decision"),
        ("Police described the rampage in detail.", "rampage"),
    ],
)
def test_words_beyond_the_lexicon_are_faint_mentions(engine: Engine, text: str, word: str) -> None:
    faint = [text[event.start : event.end] for event in read(engine, text).events if event.is_faint]
    assert word in faint


@pytest.mark.parametrize("text", ["The mayor of the town is a tall man.", "Every house has a blue door."])
def test_things_and_states_are_no_mentions(engine: Engine, text: str) -> None:
    assert not [event for event in read(engine, text).events if event.is_noun]


def test_a_faint_mention_takes_nothing_from_the_event_it_stands_in(engine: Engine) -> None:
    reading = read(engine, "The army began to evacuate Oslo after the flood in Norway killed 12 people.")
    assert [quantity.value for quantity in reading.of("kill").quantities] == [12.0]
    assert not reading.of("evacuate").is_faint


def test_a_light_verb_is_no_faint_mention_beside_its_noun(engine: Engine) -> None:
    events = read(engine, "The ministers held talks in Oslo and took part in a parade.").events
    assert not {"held", "hold"} & {event.lemma for event in events}


def test_a_paragraph_that_is_printed_twice_tells_its_events_once(engine: Engine) -> None:
    caption = "Maria Lopez visited the flooded town of Halden on Monday."
    events = read(engine, f"{caption}\nThe town was evacuated.\n{caption}").events
    assert [event.lemma for event in events if not event.is_faint] == ["visit", "evacuate"]


@pytest.mark.parametrize(
    ("text", "lemma", "value", "unit"),
    [
        ("The flood killed at least 41 people.", "kill", 41.0, "person"),
        ("Forty-one villagers died in the flood.", "die", 41.0, "person"),
        ("Halden bought the brewery for $3.2 billion.", "buy", 3.2e9, "USD"),
        ("The members voted to leave the league by 1,140 to 212.", "vote", 1140.0, "vote"),
    ],
)
def test_a_figure_belongs_to_its_event_with_its_unit(
    engine: Engine, text: str, lemma: str, value: float, unit: str
) -> None:
    quantities = read(engine, text).of(lemma).quantities
    assert (value, unit) in [(quantity.value, quantity.unit) for quantity in quantities]


def test_the_ordinal_of_an_anniversary_belongs_to_the_event_that_marks_it(engine: Engine) -> None:
    reading = read(
        engine, "A parade held to commemorate the 40th anniversary of the revolution closed the week in Lisbon."
    )
    assert [quantity.value for quantity in reading.of("parade").quantities] == [40.0]
    assert reading.of("commemorate").background


def test_a_habit_is_no_event_of_its_own(engine: Engine) -> None:
    assert read(engine, "The square is where the city usually holds its parades.").of("parade").background


def test_every_span_lies_in_its_sentence(engine: Engine) -> None:
    text = "The dam burst on Monday. Forty-one people died. The mayor, who had denied any risk, resigned."
    (block,) = engine.parse([(0, text)])
    sentences = tuple(Sentence(0, start, end) for start, end in block.sentences)
    for event in read(engine, text).events:
        sentence = sentences[event.sentence]
        assert sentence.start <= event.start < event.end <= sentence.end
