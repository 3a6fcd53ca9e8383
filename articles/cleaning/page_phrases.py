"""What web pages say around articles, whichever page it is: buttons, forms, notices, related links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from articles.cleaning.units import Unit


class PhraseKind(Enum):
    """What a phrase of the page tells of the lines after it."""

    ALONE = "alone"
    """Nothing: only the line itself is of the page."""
    LIST = "list"
    """The short lines after it are links to other articles."""
    END = "end"
    """The article is over: comments, more articles or the foot of the page follow."""


@dataclass(frozen=True, slots=True)
class PagePhrase:
    """A rule of this table: lines that match are of the page, for this reason."""

    pattern: re.Pattern[str]
    reason: str
    kind: PhraseKind = PhraseKind.ALONE
    most_words: int = 14
    """Longer lines are prose that happens to contain such words."""


_BUTTONS = frozenset(
    "share tweet print email e-mail mail facebook twitter linkedin whatsapp pinterest reddit instagram telegram youtube"
    " tumblr flipboard pocket messenger messages snapchat tiktok threads bluesky mastodon viber wechat weibo line kakao"
    " kakaotalk naver vk skype xing google google+ plus rss feed gettr parler mix stumbleupon digg buffer copy link url"
    " copied save saved bookmark download pdf close open menu search login log in sign up out register subscribe follow"
    " like likes comment comments reply replies report flag more less next previous prev back top play pause mute unmute"
    " replay watch listen live video audio photos photo gallery image zoom enlarge expand collapse font size text"
    " dictionary translate toggle navigation skip advertisement ad ads sponsored promoted edit settings help print share"
    " new sort by newest oldest popular best load show hide view all home via on this article story page shares views"
    " send post posted embed subscribed".split()
)
"""Words that buttons are labelled with: a short line of nothing else is a row of buttons."""
_JOINING_BUTTON_WORDS = frozenset(
    "this on by all via in up out new best more less home line back top open like live".split()
)
_BUTTON_TEXT = re.compile(r"[\w+@-]+")


def _rule(pattern: str, reason: str, kind: PhraseKind = PhraseKind.ALONE, most_words: int = 14) -> PagePhrase:
    return PagePhrase(re.compile(pattern), reason, kind, most_words)


_ENDS = (
    _rule(r"^(?:leave|post|add|write|submit|make) (?:a |your )?(?:reply|comments?)\b", "comment form", PhraseKind.END, 12),
    _rule(r"^(?:top |all |most |recent |reader |readers' |latest |view |show |read |\W*\d+ )*(?:comments?|responses|replies)(?: \(\d+\))?\W*$", "comments", PhraseKind.END, 6),
    _rule(r"^(?:top rated |featured )comments|^view the discussion|^join the (?:discussion|conversation)|^start the conversation|^conversation$|^discussion$", "comments", PhraseKind.END, 8),
    _rule(r"^\d+ (?:responses|thoughts|replies|comments) (?:to|on)\b", "comments", PhraseKind.END, 30),
    _rule(r"^what(?:'s| is| are) your (?:thoughts?|reaction)|^have your say|^be the first to comment", "comments", PhraseKind.END, 12),
    _rule(r"^(?:about the (?:author|writer|reporter)s?|author bio)\W*$", "about the author", PhraseKind.END, 5),
    _rule(r"^(?:next up in|up next|next (?:article|story|post)|previous (?:article|story|post)|older posts?|newer posts?)\b", "link to the next article", PhraseKind.END, 10),
)  # fmt: skip

_LISTS = (
    _rule(r"^(?:read|see|watch|learn|view|find out|show|load|discover) (?:more|also|next|full)\b(?! than)", "link to another article", PhraseKind.LIST),
    _rule(r"^(?:also|more) (?:read|on|from|in|by|about|news|stories|videos|coverage|like|to|for you|headlines|articles|reading|info)\b", "related links", PhraseKind.LIST),
    _rule(r"^(?:related|recommended|suggested|similar|trending|most|latest|popular|top|recent|featured|editors?'?s?|don't|you (?:may|might)|other|further|breaking|today's|just in|in case you|from (?:the|around|our)|around the|what to|paid|promoted|sponsored|keep|continue|dig|need to|best of|special|exclusive|in this|in other|elsewhere)"
          r" ?(?:\w+[- ]){0,2}(?:articles?|stories|story|posts?|news|links?|topics?|content|coverage|reads?|reading|headlines|videos?|read|viewed|popular|commented|shared|now|today|picks?|choices?|miss(?: it)?|also like|be interested(?: in)?|for you|web|issues?|tags|items|series|galleries|photos|podcasts?|deeper|watched|reports?|features?|analysis|opinions?)\W*$", "related links", PhraseKind.LIST, 8),
    _rule(r"^(?:related|recommended|trending|popular|latest|topics?|tags?|more|categories|archives?|filed under|see also|explore|keywords?|in this (?:story|article|section)|sections?|most read|read next|top stories|multimedia|tagged|watch now|watch live|links?)\W*$", "related links", PhraseKind.LIST, 5),
    _rule(r"^(?:related|tags?|topics?|tagged(?: as| with| in)?|filed under|filed in|posted in|keywords|categories|category|see also|also see|also read|read(?: more| also| next)?|further reading|more(?: here| info)?|watch|listen|explore more|recommended|don't miss|must read|up next|next|previous|trending)\s?[:|»>]", "related links", PhraseKind.LIST, 40),
    _rule(r"^(?:click|tap) here (?:to|for)\b|\bclick here\W*$", "link to another page", most_words=20),
    _rule(r"^(?:you (?:may|might) (?:also )?(?:like|be interested)|we recommend|recommended for you|don't miss|sponsored|from our partners|around the web|best of|ad feedback|from the web)", "related links", PhraseKind.LIST, 9),
)  # fmt: skip

_COMMENTS = (
    _rule(r"^please enter (?:your|an?|the)\b|^you have entered an incorrect|^save my name|^notify me\b|^your email address will not|^required fields|^enter your (?:name|e-?mail|comment)|^(?:your )?(?:name|e-?mail|website|comment)(?: address)?\s?\*?\s?:?$|^cancel reply|^post comment|^submit$", "comment form", most_words=24),
    _rule(r"\b(?:social|write|view|show|hide|post|leave|no|read|add|all|your) comments?\b(?! on the| about| from| by)", "comments", most_words=12),
    _rule(r"^to (?:write|post|leave|add|make) (?:a )?(?:comments?|reply|replies)\b|^comments? (?:are|is|on this|for this|policy|closed|section|guidelines|rules|\()|^commenting\b|\bcommunity (?:standards|guidelines|rules)\b|\bcomments? (?:are|is) (?:closed|moderated|disabled|now closed)", "comments", most_words=40),
    _rule(r"\(\s?\d+\s?/\s?\d+", "character counter", most_words=9),
    _rule(r"^\d+ (?:characters|letters|words) (?:left|remaining)|^(?:characters|words) (?:left|remaining)", "character counter"),
)  # fmt: skip

_ACCOUNTS = (
    _rule(r"^(?:please )?(?:log|sign)[ -]?in\b(?: (?:to|with|or|here|now|using|for|required)\b|\W*$)|^already (?:a|have|registered|subscribed)\b|^not a (?:member|subscriber)\b|^forgot(?:ten)? (?:your )?(?:password|username)|^create (?:an?|your|a free) (?:\w+ )?account|^(?:sign|log) ?(?:out|up)\b|^register (?:now|here|for|to|with)|^don't have an account|^my account|^you(?:'re| are) (?:signed|logged) in", "log-in", most_words=22),
    _rule(r"\b(?:log|sign) ?in\b.{0,60}\b(?:account|facebook|twitter|google|continue|comment|connect)", "log-in", most_words=30),
    _rule(r"\bsign(?:ing)? up\b.{0,80}\b(?:newsletters?|e-?mails?|alerts?|inbox|free|daily|updates|account)\b|\bsubscribe\b.{0,60}\b(?:newsletters?|channel|e-?mails?|podcast|today|now|here|magazine|alerts?|inbox|digital|print|free|updates?|our|just|for only|apple|spotify)\b|^subscribe\b|^sign up\b", "newsletter or subscription", most_words=45),
    _rule(r"\bnewsletters?\b.{0,60}\b(?:inbox|sign|subscri|register|daily|weekly|delivered)|\b(?:delivered|straight|sent) (?:straight |directly |right )?to your (?:inbox|e-?mail|mailbox)|^(?:our |the )?newsletters?\W*$|^get (?:our|the|all the|breaking|your|unlimited|more|full|access|daily|alerts)\b.{0,80}\b(?:newsletters?|inbox|e-?mails?|updates|stories|access|app|news|alerts|notifications)\b", "newsletter or subscription", most_words=45),
    _rule(r"\b(?:this|the) (?:content|article|story) is (?:only )?(?:available|for|reserved)\b.{0,40}\bsubscribers?\b|^to read (?:the full|this|more|on)\b|\byou(?:'ve| have) (?:reached|read|used)\b.{0,40}\b(?:limit|free|articles)\b|\bsubscribers? only\b|^(?:start|begin) (?:your|a) (?:free )?(?:trial|subscription)|^support (?:our|independent|quality|us|the)\b|\bmake a (?:contribution|donation)\b|^donate\b|^become a (?:member|subscriber|supporter|patron)", "newsletter or subscription", most_words=45),
    _rule(r"^(?:thank you|thanks) for (?:subscribing|signing|registering|reading|your (?:interest|support))|^an error (?:has )?occurred|^please try again|^please check your|^invalid e-?mail|^we(?:'ve| have) sent|^manage (?:your |my )", "message of the page", most_words=24),
)  # fmt: skip

_SHARING = (
    _rule(r"^(?:click to )?(?:share|tweet|post|e-?mail|print|send|copy|pin|save|bookmark)\b(?: (?:this|on|to|via|with|by|it|link|the|your|article|story|page|a|now)\b|\W*$|:)", "share button", most_words=10),
    _rule(r"\bopens? in (?:a )?new (?:window|tab)\b|^follow (?:us|me|him|her|them|@|our|the|on)\b|^(?:like|find|join|friend|add) us on\b|^follow \S+(?: \S+){0,4} on (?:twitter|facebook|instagram|x|google|telegram)\b|^(?:all )?sharing options|^sharing is caring|^@\w{2,30}$|\bon (?:facebook|twitter|instagram),? (?:and|&|or) (?:facebook|twitter|instagram|youtube)\b", "share button", most_words=20),
    _rule(r"^\d[\d.,]*\s?[km]?\+? ?(?:shares?|views?|likes?|comments?|reads?|retweets?|followers?|votes?|replies|hits|claps|reactions?|upvotes?|people|times)?$", "counter", most_words=4),
    _rule(r"^(?:views?|shares?|hits|comments?|reads?|likes?|page views|post views|visits|votes?|rating)\s?:?\s?[\d.,]+\s?[km]?$", "counter", most_words=4),
    _rule(r"^(?:reading time|read time|estimated read)|^\d+[- ]?min(?:ute)?s?\.?(?: of)? read(?:ing)?\b|^(?:about )?(?:a )?\d+ minutes? read|\b\d+ min(?:ute)?s? read\W*$", "reading time", most_words=9),
    _rule(r"^(?:font|text) size|^(?:increase|decrease|reset|larger|smaller|small|medium|large) (?:font|text)|^a ?[-+] ?a|^aa+$|^(?:larger|smaller) \|", "text size buttons", most_words=8),
    _rule(r"^(?:help|lock|user|share|search|menu|close|arrow|play|info|icon|logo|avatar|profile|camera|print|mail|comment|clock|calendar)[- ]?(?:image|icon|img|logo|button|svg|picture)\b|\b(?:icon|logo|avatar|thumbnail|placeholder|spinner)\W*$|^(?:image|img|icon|logo|photo|picture)$|\.(?:jpe?g|png|gif|svg|webp)$", "alternative text of an image", most_words=7),
    _rule(r"^(?:print|listen to|hear|download|save|bookmark|report|flag|embed|cite) (?:this|the|an?) (?:article|story|page|post|error|typo|correction|video)|^report (?:a|an) (?:typo|error|correction)|^(?:article|story) (?:continues|continued) (?:below|after)", "button of the page", most_words=10),
)  # fmt: skip

_NOTICES = (
    _rule(r"^(?:advertisement|advertising|advert|ad|ads|sponsored|sponsor|promoted|paid content|partner content|adchoices|ad choices|publicidad|publicité|anzeige|werbung|publicidade)\b\W*(?:advertisement|continue reading.*|scroll.*|story continues.*|article continues.*|loading.*)?$", "advertising", most_words=10),
    _rule(r"\b(?:story|article|content|post) continues (?:below|after)|\bcontinue reading (?:below|the main story)|\bscroll (?:down )?to continue|^loading\b|^(?:supported|sponsored|presented|powered|brought to you) by\b|\bplease enable javascript|\bbrowser (?:is|does) not|\bad ?block", "advertising", most_words=24),
    _rule(r"\b(?:uses?|using|accept|set|store|our|these|manage|third[- ]party) (?:\w+ )?cookies?\b|^cookie|\bcookie (?:policy|settings|preferences|notice|consent)|\bgdpr\b|\bprivacy (?:policy|notice|statement|settings|preferences|center)\b|^privacy\b|\bterms (?:of|and|&) (?:use|service|conditions|sale)\b|\bterms (?:& conditions|and conditions)\b|\bdo not sell\b|\bpersonal (?:data|information) (?:is|will|may)\b|\bthis site is protected by recaptcha", "cookies, privacy or terms", most_words=80),
    _rule(r"^(?:\W|copyright|\(c\)|all content|site|website|content|images?|photos?|text)*(?:©|\(c\)|copyright\b)|\ball rights? reserved\b|\bmay not be (?:published|reproduced|broadcast|copied|redistributed)\b|\bredistribution\b.{0,40}\bprohibited\b|\bwithout (?:the )?(?:prior |express |written )+(?:permission|consent)\b", "copyright", most_words=90),
    _rule(r"^(?:we (?:may|might|can|could)|\S+ (?:may|might)|this (?:article|post|page|site) (?:may )?contains?|some of the links|if you (?:click|buy|purchase)|when you (?:buy|purchase|click))\b.{0,120}\b(?:commission|affiliate|links|referral)\b|\baffiliate (?:links?|commission|program|advertising)", "advertising", most_words=60),
    _rule(r"^(?:about us|contact us|contact|careers|jobs|advertise(?: with us)?|site ?map|masthead|press|help|faqs?|corrections|accessibility|legal|imprint|impressum|disclaimer|feedback|media kit|subscriptions?|staff|our team|mobile apps?|app store|google play|editorial (?:policy|standards|guidelines)|ethics|standards|who we are|customer service|back to top|go to top|to top|top of page|skip to .*|jump to .*|main menu|main navigation|menu|navigation|home ?page)\W*$", "link of the page's foot or menu", most_words=8),
    _rule(r"^skip to\b|^back to (?:top|home|main|the top|all)|^scroll to\b|^jump to\b|^toggle\b|^(?:open|close|show|hide|expand|collapse) (?:the )?(?:menu|search|navigation|sidebar|caption|sub ?menu|section|this|modal|gallery|map|dialog)\b|^you are here", "navigation", most_words=9),
    _rule(r"\b(?:send|submit|got|have|share) (?:us )?(?:a |an |your |any )?(?:news |story )?tips?\b.{0,60}(?:@|e-?mail|contact|here|us\b|form)|^(?:contact|reach|e-?mail|write to) (?:the )?(?:author|reporter|writer|us|editor|newsroom|him|her)\b|^(?:do you have|got) (?:a|any) (?:story|tip|news|question|information)", "contact note", most_words=45),
    _rule(r"\bthe views?(?: and opinions)? expressed\b|\bopinions expressed\b|^disclaimer\b|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) the\b.{0,40}\b(?:views?|opinions?|position|policy)\b", "disclaimer", most_words=60),
    _rule(r"^(?:have something to say|what do you think|tell us (?:what|in|your)|let us know|share your (?:thoughts|views|opinion|experience)|send (?:us )?(?:feedback|a letter|your|letters)|rate this|was this (?:article|page|story)|did you (?:find|like|enjoy))\b", "question to the reader", most_words=20),
    _rule(r"^download (?:our|the)\b.{0,50}\bapps?\b|\b(?:available|get it|download it) (?:on|from) (?:the )?(?:app store|google play)|\bget the app\b|^(?:watch|listen) (?:live|now|here|to|on)\b(?!.*\.$)", "app or stream", most_words=20),
    _rule(r"^(?:live|breaking|exclusive|updated?|developing|premium|opinion|analysis|sponsored|watch|video|photos?|gallery|new)\W*$", "label of the page", most_words=2),
)  # fmt: skip

_RULES = (*_ENDS, *_LISTS, *_COMMENTS, *_ACCOUNTS, *_SHARING, *_NOTICES)
_LONGEST = max(rule.most_words for rule in _RULES)
_BREADCRUMBS = re.compile(r"^[^>»›/|.!?]{1,40}(?:\s?[>»›]\s?[^>»›.!?]{1,60}){1,6}[>»›]?\s*$|^you are here:")
_PIPES = re.compile(r"^[^|•·]{1,40}(?:\s[|•·]\s[^|•·]{1,40}){2,}$")


def page_phrase(unit: Unit) -> tuple[str, PhraseKind] | None:
    """Why the words of a unit mark it as part of the page and what follows from that; None when they do not."""
    count = len(unit.words)
    if count > _LONGEST:
        return None
    if count == 0:
        return "no words in it", PhraseKind.ALONE
    if len(unit.text) <= 2 and unit.text.isalnum():
        return "a stray letter or counter", PhraseKind.ALONE
    if _only_buttons(unit):
        return "buttons of the page", PhraseKind.ALONE
    if count <= 16 and (_BREADCRUMBS.match(unit.text) or _PIPES.match(unit.text)):
        return "breadcrumb or menu", PhraseKind.ALONE
    for rule in _RULES:
        if count <= rule.most_words and rule.pattern.search(unit.folded):
            return rule.reason, rule.kind
    return None


def _only_buttons(unit: Unit) -> bool:
    words = _BUTTON_TEXT.findall(unit.folded)
    if not 1 <= len(words) <= 12 or not all(word in _BUTTONS or word.isdigit() for word in words):
        return False
    return any(word in _BUTTONS and word not in _JOINING_BUTTON_WORDS for word in words)
