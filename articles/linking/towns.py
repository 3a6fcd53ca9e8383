"""Which names of places are surely no towns: larger ones, smaller ones, and waters."""

from __future__ import annotations

from articles.text import fold

_WORDS = frozenset(
    "county province state region district street road route highway interstate avenue bridge airport river lake sea"
    " gulf bay ocean channel strait mount mountain mountains valley island islands coast peninsula forest desert park"
    " north south east west northern southern eastern western central".split()
)
"""Words of the names of such places."""
_NAMES = frozenset(
    " ".join(name.split())
    for name in """
    adriatic, aegean, africa, alabama, alaska, alberta, alps, amazon, america, andalusia, andes, antarctic,
    antarctica, arctic, arizona, arkansas, asia, atlantic, balkans, baltic, bavaria, bosphorus, bosporus, british
    columbia, brittany, california, caribbean, catalonia, caucasus, chechnya, colorado, connecticut, cornwall,
    corsica, crimea, dagestan, dakota, danube, darfur, delaware, donbas, england, europe, florida, gaza, georgia,
    hawaii, himalayas, idaho, illinois, indiana, iowa, kansas, kashmir, kentucky, kurdistan, labrador, levant,
    lombardy, louisiana, maine, manitoba, maryland, massachusetts, mediterranean, michigan, middle east, minnesota,
    mississippi, missouri, montana, nebraska, nevada, new brunswick, new hampshire, new jersey, new mexico, new
    south wales, newfoundland, nile, normandy, nova scotia, nunavut, oceania, ohio, oklahoma, ontario, oregon,
    pacific, pennsylvania, provence, punjab, quebec, queensland, rhine, rhode island, sahara, sahel, sardinia,
    saskatchewan, saxony, scandinavia, scotland, siberia, sicily, sinai, tasmania, tennessee, texas, thames, tibet,
    tigray, ulster, utah, vermont, victoria, virginia, wales, washington, wisconsin, wyoming, xinjiang, yukon
    """.split(",")
)
"""States, provinces, regions, parts of the world and waters that news names without saying what they are."""


def may_be_town(name: str) -> bool:
    """Whether a place may be a town, so that an event that took place in it took place in no other one."""
    words = fold(name).removeprefix("the ").strip()
    return bool(words) and name[:1].isupper() and words not in _NAMES and _WORDS.isdisjoint(words.split())
