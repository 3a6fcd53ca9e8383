"""Addresses as a reader types them, and as they are kept: what counts as one, and which parameters only track."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

from articles.text import one_line, printable

_ADDRESS = re.compile(r"(?:feed:(?://)?)?https?://[^\s/?#]|feed://[^\s/?#]", re.IGNORECASE)
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?://)", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=://)[^/?#@]*@")
_TRACKING = re.compile(
    r"(?:utm|mtm|piwik|hsa|oly|vero|itm)_[\w.-]+|_?_hs(?:tc|sc|enc|mi|fp)"
    r"|(?:fbc|gc|dc|yc|ysc|twc|ttc)lid|(?:irclick|msclk)id|wbraid|gbraid|gclsrc|gad_(?:source|campaignid)|_ga|_gl"
    r"|li_fat_id|rdt_cid|s_kwcid|s_cid|ob_click_id|igshid|igsh|mc_[ce]id|ml_subscriber(?:_hash)?|mkt_tok|_openstat"
    r"|pk_(?:campaign|kwd|keyword|source|medium|content|cid)|matomo_(?:campaign|source|medium)"
    r"|at_(?:medium|campaign|campaign_type|custom\d|format|creation|link_\w+|bbc_team|ptr_name|recipient_\w+)|xtor"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|cm_(?:mmca?\d*|ven|pla|ite|sp|re)|wt[._]z?mc\w*"
    r"|cmpid|ncid|ocid|ito|spm|wprov|fb_(?:action_ids|action_types|ref|source)|ref_src|ref_url"
    r"|guccounter|guce_referrer(?:_sig)?|smid|smtyp|taid|__twitter_impression",
    re.IGNORECASE,
)
"""Names of query parameters that tell a site where a reader comes from and choose nothing of what is shown.

From the lists that Firefox (query stripping), AdGuard (TrackParamFilter) and ClearURLs keep; only names that are never
a page's own, so that an address without them still leads to the same page.
"""
_LONGEST_SHOWN = 200


def is_address(text: str) -> bool:
    """Whether a reader means an address of the web: it begins with `http://`, `https://` or `feed:`, in any case.

    A bare `example.org/feed` is not taken for one: it is a possible name of a file (`notes.md` is both).
    """
    return _ADDRESS.match(text.strip()) is not None


def web_address(text: str) -> str:
    """An address as it can be fetched: without blanks around it and without the `feed:` that browsers know."""
    bare = _FEED_SCHEME.sub("", text.strip())
    return "http" + bare[4:] if bare[:7].lower() == "feed://" else bare


def without_tracking(address: str) -> str:
    """The address without the parameters that only track; the rest untouched, character for character.

    A fragment goes too when it is empty, tracks, or marks words in the page (`#:~:text=`). Any other stays: it may
    choose what a page shows.
    """
    before, _, fragment = address.partition("#")
    path, mark, query = before.partition("?")
    kept = [part for part in query.split("&") if part and not _is_tracking(part)] if mark else []
    bare = f"{path}?{'&'.join(kept)}" if kept else path
    fragment = fragment.partition(":~:")[0]
    if not fragment or all(_is_tracking(part) for part in fragment.split("&")):
        return bare
    return f"{bare}#{fragment}"


def _is_tracking(parameter: str) -> bool:
    name, mark, _ = parameter.partition("=")
    return bool(mark) and _TRACKING.fullmatch(unquote_plus(name)) is not None


def shown_address(address: str) -> str:
    """An address for a line that a reader sees: safe to print, of a bearable length, without any password in it."""
    return one_line(printable(without_credentials(address)), _LONGEST_SHOWN)


def without_credentials(address: str) -> str:
    """The address without the name and password in it."""
    return _CREDENTIALS.sub("", address)
