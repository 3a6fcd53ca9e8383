"""What a look at a source brings: documents to be stored, and things of which no article comes."""

from __future__ import annotations

from dataclasses import dataclass

from articles.model import Delivery, SeenItem


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something of which no article comes."""

    key: str
    item: SeenItem
    problem: str = ""
    """Why, in one line; empty where it is the same as before."""


Delivered = Delivery | PassedOver
