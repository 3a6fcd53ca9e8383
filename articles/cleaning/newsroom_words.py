"""Words that newsrooms are named with, and those that stand in bylines and under pictures, as parts of patterns."""

from __future__ import annotations

import re


def any_of(words: str) -> str:
    """A pattern part that matches any of some words or phrases, parted by commas; a longer one before its beginning."""
    listed = sorted((word.strip() for word in words.split(",")), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


AGENCY = any_of(
    "AP, A.P., AFP, Reuters, REUTERS, EPA, UPI, DPA, dpa, ANSA, ITAR-TASS, TASS, Xinhua, Yonhap, YONHAP, Kyodo,"
    " KYODO, Getty, Getty Images, GETTY, GETTY IMAGES, Shutterstock, Alamy, iStock, Bloomberg, PA, PA Wire, PA"
    " Images, PA Media, AAP, NTB, Anadolu, Anadolu Agency, EFE, KCNA, News1, Newsis, NEWSIS, ZUMA, Handout"
)
"""Agencies that pictures are credited to."""

WIRE = any_of("Reuters, REUTERS, AP, AFP, dpa, DPA, UPI, Xinhua, Yonhap, Kyodo, TASS, ANSA, EFE, Bloomberg")
"""Agencies that datelines name."""

PICTURE = (
    r"(?:file |stock |handout |press |screen ?)?"
    + any_of(
        "photo, photograph, photography, photoillustration, photo illustration, image, picture, pic,"
        " illustration, graphic, video, screenshot, screengrab, credit, pool, courtesy, drawing, map"
    )
    + "s?"
)
"""What a credit calls its picture."""

PRESS = any_of(
    "News, Times, Post, Press, Daily, Herald, Tribune, Journal, Gazette, Chronicle, Standard, Observer, Guardian,"
    " Telegraph, Courier, Dispatch, Mercury, Examiner, Inquirer, Sentinel, Register, Star, Sun, Mail, Mirror,"
    " Express, Record, Review, Wire, Agency, Bulletin, Ledger, Argus, Echo, Globe, Monitor, Weekly, Today, Radio,"
    " Broadcasting"
)
"""Last words of the names of newspapers, agencies and stations."""

SECTION = any_of(
    "breaking, latest, top, world, local, national, business, sport, sports, political, politics, international,"
    " more, daily news, video, entertainment, tech, technology, health, science, weather, regional, community,"
    " state, market, financial, crime, us, u.s., uk, europe, asia, africa, good, all, other, related, your, our,"
    " my, bad, fake, new"
)
"""Words that, before "news" and the like, name a section of a page and no newsroom."""

POST = any_of(
    "staff, senior, chief, political, business, sport, sports, foreign, diplomatic, defence, defense, health,"
    " science, environment, education, crime, economic, economics, technology, arts, local, national, world,"
    " international, special, associate, deputy, managing, contributing, freelance, opinion, city, court"
)
"""What comes before "correspondent" and the like."""

WRITER = any_of(
    "writer, writers, reporter, reporters, correspondent, correspondents, editor, editors, columnist, columnists,"
    " bureau chief, contributor, contributors, journalist, staff"
)
"""What a byline calls its author."""
