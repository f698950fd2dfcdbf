"""Which words tell that one text was written from another.

Two writers who report one event share its names, numbers and dates, what was said there, and the trade's stock
phrases ("according to a statement released on Monday"). None of these tells. What does is the rest: the words
that a writer chooses.
"""

import re

TELLING = 4.0
"""Worth of a word that the writer chose. Roughly bits: how much less often a second writer would have it there."""

STOCK = 1.0
"""Worth of any other word: one of few that could stand there."""

NAME = 0.5
"""Worth of a part of a name or title, and of a number: both writers have it from the event."""

_FUNCTION = (
    "a about above across after again against ago all almost along already also although always am amid among an and "
    "another any anyone are around as at away back be became because become been before behind being below between "
    "both but by came can cannot come could did didn't do does doesn't doing don't done down during each either else "
    "even ever every everyone few for from further get getting go goes going gone got had has hasn't have haven't "
    "having he he's her here hers herself him himself his how however i i'm if in including into is isn't it it's its "
    "itself just least less like made make makes making many may me might mine more most much must my near never next "
    "no nobody none nor not nothing now of off often on once only onto or other others our out over own part per put "
    "quite rather really same several shall she she's should since so some something soon still such take taken than "
    "that that's the their them themselves then there there's these they they're this those though through thus to "
    "together too took toward towards under until up upon us use used using very via was wasn't way we we're well went "
    "were weren't what when where whether which while who whom whose why will with within without won't would yet you "
    "your yours"
)
_REPORTING = (
    "accord according account accused accuse add added adding address addressed agency agree agreed allege alleged "
    "allegedly announce announced announcement anonymity anonymous answer appear appeared apparently argued ask asked "
    "authorised authorities authority authorized available aware believe believed brief briefed briefing broadcast "
    "call called calls channel claim claimed claims comment commented comments condition conditions conference confirm "
    "confirmed correspondent declined denied deny described details detail discuss discussed document documents email "
    "emailed expect expected explained familiar figures find first found gave give given held help identified identify "
    "immediate immediately independent independently inform information informed insisted interview investigate "
    "investigated investigating investigation issue issued journalist journalists know known last late later letter "
    "local matter media meeting message name named names news newspaper note noted official officials paper people "
    "person phone plan planned plans point pointed post posted press public publication publicly publish published "
    "question questions quoted reach reached recent recently refer referred refused release released repeatedly replied "
    "report reported reportedly reporter reporters reporting reports request requested respond responded response "
    "result reveal revealed said say saying says showed shows source sources speak speaking speech spoke spoken state "
    "stated statement statements suggested sure talk talked talking talks telephone telephoned television tell telling "
    "think thought time times told tweet tweeted twitter unclear verified verify video warned website week wire wrote "
    "write written writing posting"
)
_TITLES = (
    "administration aide analyst assistant attorney authority board cabinet captain chair chairman chairperson "
    "chairwoman chief coach co-founder colonel commander commission commissioner committee company congress "
    "congressman congresswoman council deputy department director executive expert federal foreign former founder "
    "general government governor group head house interior judge justice king lawmaker lawmakers leader leaders "
    "lieutenant manager mayor member members minister ministers ministry national office officer officers organisation "
    "organization parliament party police policeman president presidential prime professor prosecutor queen "
    "representative republican researcher secretary security senate senator senior sergeant sheriff spokesman "
    "spokesperson spokeswoman staff union vice democrat democratic"
)
_TIMES = (
    "am annual april august centuries century daily day days decade decades december earlier early evening february "
    "friday hour hours january july june long march minute minutes monday month monthly months morning night november "
    "october past pm previous saturday second seconds september sunday thursday today tomorrow tonight tuesday "
    "wednesday weekend weekly weeks year yearly years yesterday"
)
_AMOUNTS = (
    "about amount approximately average billion cent dollars dozen dozens eight eighteen eighty eleven estimated "
    "fifteen fifth fifty five forty four fourteen fourth half hundred hundreds least million millions miles mile "
    "kilometers kilometres km nearly nine nineteen ninety number one percent percentage pounds quarter roughly seven "
    "seventeen seventy six sixteen sixty ten third thirteen thirty thousand thousands three total twelve twenty two "
    "euros"
)
_STOCK = frozenset(" ".join((_FUNCTION, _REPORTING, _TITLES, _TIMES, _AMOUNTS)).split())
"""Words that never tell, in the form that `prints.normalise_word` gives: function words, the trade's own words for
who said what where, titles and bodies, times, amounts. Written by hand before anything was measured on them."""

_PAGE_BUSINESS = re.compile(
    r"\b(?:subscribe (?:to|now|here|today|for)\b|subscribers? only\b|your subscription\b|"
    r"sign up (?:to|for|now|here)\b.{0,60}\b(?:newsletters?|alerts?|briefings?|e-?mails?|inbox)\b|"
    r"(?:select|view) (?:a|all)\b.{0,30}\bnewsletters?\b|follow (?:us|him|her|them|me) (?:on (?:twitter|x|facebook|instagram|bluesky|telegram|whatsapp|mastodon)\b|at @|@)|"
    r"all rights reserved|copyright (?:©|\d{4}|\(c\))|may not be (?:published|reproduced|broadcast|republished)|"
    r"contributed to this (?:report|article|story)|reporting by .{0,60}\bediting by|download (?:the|our)\b.{0,30}\bapp\b|"
    r"terms of (?:use|service)\b|privacy policy\b|(?:use of|uses?) cookies\b|click here\b|"
    r"support (?:us\b|our (?:journalism|journalists|newsroom|reporting|work)\b)|"
    r"receives? (?:financial )?support (?:from|through)|solely responsible for|opinions? expressed|"
    r"this (?:article|story|report|piece) (?:was|is|has been) (?:\w+ )?(?:published|republished|produced|supported|funded|made possible))"
    r"|©|^\W*(?:read more|editor['’]s note|about the author)\b"
    r"|^[A-Z][^.!?]{1,60} (?:is|are) (?:an? |the )?(?:\w+ ){0,3}"
    r"(?:columnists?|contributors?|correspondents?|writers?|reporters?|editors?|journalists?) (?:for|at|with|based|who|covering)\b",
    re.IGNORECASE,
)
_LONGEST_BUSINESS = 600
"""Characters of the longest such line; a longer paragraph is rather a report on subscriptions. By eye."""


def is_page_business(line: str) -> bool:
    """True where a line offers a subscription, says who wrote or owns the text, or what the outlet is."""
    return len(line) <= _LONGEST_BUSINESS and _PAGE_BUSINESS.search(line) is not None


def weigh_word(word: str) -> float:
    """The worth of a normalised word that is no name and not quoted."""
    if word[0].isdigit() or word[-1].isdigit():
        return NAME
    return STOCK if word in _STOCK or len(word) == 1 else TELLING
