"""How two reports word one thing."""

from __future__ import annotations

import pytest

from articles.linking.framing import framing
from articles.model import Passage, Published


def passage(text: str, trigger: str) -> Passage:
    """A sentence that stands somewhere in its block."""
    at = text.index(trigger)
    return Passage(1, "", "", Published(), 0, 100, 100 + len(text), text, 100 + at, 100 + at + len(trigger))


def worded(here: str, there: str, trigger: str = "", other: str = "") -> list[tuple[str, str]]:
    """What is worded differently, and that it is the same from the other side."""
    one, two = passage(here, trigger or here.split()[0]), passage(there, other or trigger or there.split()[0])
    found = [(each.here, each.there) for each in framing(one, two)]
    assert sorted(found) == sorted((each.there, each.here) for each in framing(two, one))
    assert {each.aspect for each in framing(one, two)} <= {"wording"}
    return found


def test_what_ends_or_begins_is_delimited_differently() -> None:
    here = "They marched to mark the tenth anniversary of the end of the Garlic War, as they do every year."
    there = "The march marked ten years since the end of open hostilities between the two towns."
    assert worded(here, there) == [("end of the Garlic War", "end of open hostilities")]


@pytest.mark.parametrize(
    "there",
    [
        "It came at the end of the six-year Garlic War.",
        "It came at the end of the week.",
        "It came at the end of a very long and winding mountain road.",
        "It came at the end of 1953.",
    ],
)
def test_the_same_thing_a_time_and_an_open_end_are_not_compared(there: str) -> None:
    assert worded("It came at the end of the Garlic War.", there) == []


def test_an_event_that_is_judged_by_its_name() -> None:
    found = worded("The protest in Faro lasted all night.", "The riots in Faro went on.", "protest", "riots")
    assert found == [("protest", "riots")]
    both = "The riots in Faro, a protest at first, went on."
    assert worded("The protest in Faro lasted all night.", both, "protest", "riots") == []
    assert worded("He was murdered.", "He was killed.", "murdered", "killed") == []
    assert worded("The protest grew.", "The demonstration grew.", "protest", "demonstration") == []


def test_those_who_act_are_judged_by_what_they_are_called() -> None:
    here, there = "Masked rebels attacked the depot.", "On Monday terrorists attacked the depot."
    assert worded(here, there, "attacked") == [("rebels", "terrorists")]
    far = "The terrorists, who had come a long way, attacked the depot."
    assert worded(here, far, "attacked") == []
