"""Words for what a person is: titles, ranks, posts and trades. All lower case, general, from no particular text."""

import re

MALE = frozenset("mr sir lord baron brother father husband señor senor monsieur alhaji mallam imam sheikh".split())
FEMALE = frozenset(
    "mrs ms miss lady dame baroness sister mother wife madam madame señora senora hajia spokeswoman chairwoman "
    "policewoman congresswoman councilwoman businesswoman actress mme smt".split()
)

TITLES = (
    MALE
    | FEMALE
    | frozenset(
        "dr prof professor rev reverend fr sr justice judge gen lt col maj capt cpt sgt cpl brig adm cmdr comm insp supt const det "
        "sen rep gov pres hon honourable honorable chief datuk dato tan seri tun pandit shri sri daw ustaz maulana mullah engr barr "
        "barrister arch cllr clr ald herr frau otunba oba emir king queen prince princess pope ayatollah canon deacon archbishop cardinal pastor st saint "
        "excellency majesty highness ato u tate don doña dona ing lic mx msgr rabbi".split()
    )
)
"""Words that stand before a name and are no part of it."""

FIELDS = {
    "politics": "cllr minister premier senator mayor governor councillor councilor mp lawmaker legislator congressman congresswoman "
    "assemblyman assemblywoman alderman politician vice-president chancellor candidate parliamentarian councilwoman councilman "
    "backbencher whip statesman sen rep gov president-elect",
    "diplomacy": "ambassador envoy diplomat consul attaché attache",
    "police": "constable sergeant detective sheriff policeman policewoman superintendent inspector marshal insp supt det",
    "military": "general colonel major lieutenant brigadier admiral commodore soldier corporal gen col maj brig adm lt",
    "sport": "footballer player striker goalkeeper midfielder defender coach batter batsman bowler winger cricketer boxer athlete "
    "sprinter golfer referee swimmer cyclist quarterback pitcher fullback",
    "law": "lawyer attorney barrister solicitor judge magistrate prosecutor counsel advocate justice",
    "medicine": "doctor nurse surgeon physician paediatrician pediatrician midwife pharmacist physio pathologist cardiologist "
    "psychiatrist psychologist epidemiologist virologist dentist paramedic",
    "science": "professor lecturer researcher scientist historian economist geologist seismologist biologist ecologist chemist "
    "geochemist oceanographer physicist academic scholar sociologist archaeologist palaeontologist meteorologist prof",
    "arts": "singer actor actress rapper musician writer poet novelist artist painter comedian dancer sculptor filmmaker",
    "media": "journalist reporter columnist presenter broadcaster correspondent blogger photographer",
    "business": "billionaire tycoon magnate businessman businesswoman ceo entrepreneur trader banker broker financier merchant industrialist shipowner",
    "religion": "bishop priest imam pastor rabbi nun monk deacon archbishop cardinal pope rev reverend",
    "trade": "farmer fisherman teacher driver shopkeeper baker miner electrician plumber carpenter mechanic mason cook "
    "hairdresser labourer waiter docker welder tailor herder grazier florist",
    "school": "pupil student schoolboy schoolgirl undergraduate",
}
"""Posts and trades by the field of life that they belong to. Posts that any body may have stand in POSTS."""

FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}

ALLIED = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "politics-law politics-military politics-business politics-diplomacy politics-science politics-media science-medicine "
        "police-military law-science law-business media-arts diplomacy-military diplomacy-law science-business science-media "
        "school-sport school-arts medicine-military medicine-business religion-science politics-medicine sport-business "
        "arts-business trade-politics trade-business law-police"
    ).split()
)
"""Pairs of fields that one person often has both: they neither agree nor clash."""

POSTS = frozenset(
    "spokesman spokeswoman spokesperson spox official president secretary director chairman chairwoman chair chairperson head leader "
    "manager officer deputy commissioner commander captain chief boss executive cfo coo cto founder co-founder speaker warden ranger "
    "keeper registrar coroner principal dean rector provost headmaster headteacher headmistress headman member delegate representative rep "
    "adviser advisor aide assistant analyst expert engineer technician pilot sailor skipper auditor comptroller controller ombudsman "
    "treasurer architect curator editor editor-in-chief publisher producer owner co-owner proprietor clerk administrator coordinator "
    "organiser organizer convener convenor activist campaigner "
    "firefighter fireman forester worker employee staffer agent consultant strategist inspector-general director-general "
    "secretary-general attorney-general solicitor-general undersecretary supervisor superintendent-general trustee governor-general "
    "intern trainer instructor tutor planner librarian archivist collector negotiator mediator steward foreman forewoman operator controller "
    "dispatcher forecaster monitor observer investigator examiner regulator vet veterinarian guard porter usher usherette "
    "harbourmaster harbormaster harbour-master postmaster stationmaster lockkeeper lighthouse-keeper bursar matron orderly "
    "climatologist hydrologist agronomist entomologist zoologist statistician demographer pollster linguist theologian "
    "designer developer programmer salesman cashier accountant bookkeeper receptionist typist carer caretaker "
    "chieftain chairlady vice-chairman vice-chair vice-chancellor vice-captain pro-chancellor lieutenant-governor "
    "copilot co-pilot navigator bosun stoker deckhand docker stevedore lifeguard coxswain helmsman "
    "quartermaster adjutant sepoy trooper ensign airman seaman marine".split()
)
"""Posts that say little of the field."""

OTHERS = frozenset(
    "critic opponent rival victim survivor supporter fan customer client patient resident neighbour neighbor witness eyewitness "
    "passenger visitor guest tenant landlord landlady landowner shareholder investor contractor supplier nominee author co-author "
    "suspect accused defendant plaintiff complainant applicant appellant claimant petitioner respondent relative wife husband son "
    "daughter mother father brother sister cousin uncle aunt nephew niece widow widower grandmother grandfather friend colleague "
    "partner girlfriend boyfriend fiancé fiancée parent mum dad man woman boy girl figure person individual source insider "
    "whistleblower donor sponsor backer ally hostage captive prisoner detainee inmate refugee migrant pensioner veteran "
    "beneficiary recipient winner loser caller viewer reader listener user commuter shopper bystander onlooker counterpart "
    "heir successor predecessor fugitive convict gunman attacker shooter".split()
)
"""Words for persons that tie nobody to a body: "a critic of the ministry" is none of its own."""

ROLES = frozenset(FIELD_OF) | POSTS | OTHERS
"""Every word for a person that is known here."""

FREELY = OTHERS | frozenset(
    "lawyer attorney barrister solicitor counsel advocate candidate adviser advisor consultant expert activist campaigner "
    "politician historian".split()
)
"""Of these, "of Z" or "for Z" says whom they act for or what they are about, not that they belong to Z."""

PAST = frozenset(
    "former ex erstwhile onetime one-time then retired late fired sacked dismissed ousted deposed "
    "previous ex- exiled would-be aspiring prospective past".split()
)
"""Before a post: held no more, or not yet."""

WEAK = frozenset(
    "deputy assistant acting senior chief general junior principal vice lead head leader official member man woman mr mrs ms miss sir "
    "dr prof officer duty interim associate executive co- hon staff director manager president chairman chairwoman chair secretary "
    "spokesman spokeswoman spokesperson boss person individual figure source rev".split()
)
"""Of roles: so many have them that sharing one alone says little."""

RANKING = frozenset(
    "deputy assistant acting senior chief general junior principal vice lead head managing executive associate interim duty staff "
    "joint prime under first second third permanent regional special chief-of-staff public press information detective "
    "sub lance master petty warrant non-executive founding "
    "financial operating technology marketing legal medical scientific global".split()
)
"""Words that stand inside a post: "deputy chief constable", "station officer"."""

RANKS = frozenset(
    "constable sergeant inspector superintendent commissioner corporal lieutenant captain major colonel brigadier general "
    "admiral commodore".split()
)
"""Of one force nobody holds two of them at once."""

PORTFOLIOS = frozenset({"minister", "secretary"})
"""Heads of ministries: "energy minister" is the energy ministry's."""

SEATS = {
    "councillor": "council",
    "councilor": "council",
    "councilman": "council",
    "councilwoman": "council",
    "alderman": "council",
    "senator": "senate",
    "congressman": "congress",
    "congresswoman": "congress",
    "assemblyman": "assembly",
    "assemblywoman": "assembly",
    "constable": "police",
    "detective": "police",
    "policeman": "police",
    "policewoman": "police",
    "firefighter": "fire service",
    "fireman": "fire service",
    "coastguardsman": "coastguard",
}
"""Posts whose word alone names the kind of body."""

_EXPERT = re.compile(
    r"(?:olog|graph|iatric|econom|scient|chem|physic|botan)(?:ist|ian|er)$|iatrician$|ographer$|ologist$"
)


def is_role(word: str) -> bool:
    """Whether a word, lower case, names what a person is."""
    plain = word.rstrip(".").removeprefix("ex-").removeprefix("vice-").removeprefix("co-").removesuffix("-elect")
    return plain in ROLES or to_singular(plain) in ROLES or _EXPERT.search(plain) is not None


def to_singular(word: str) -> str:
    """The singular of a word for persons or bodies, by its ending."""
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def find_fields(roles: frozenset[str]) -> frozenset[str]:
    """The fields of life that some roles belong to; none for posts that any body may have."""
    return frozenset(FIELD_OF[r] for r in roles if r in FIELD_OF)


def is_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two persons' fields can hardly be one person's: a footballer's and a minister's."""
    return bool(a and b) and not a & b and not any(frozenset({x, y}) in ALLIED for x in a for y in b)


def is_one_rank(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two persons' ranks can be one person's: one has none, or they share one (colonel, lieutenant colonel)."""
    ours, theirs = a & RANKS, b & RANKS
    return not ours or not theirs or bool(ours & theirs)


def find_gender(roles: frozenset[str]) -> bool | None:
    """True for a woman, False for a man, as titles say; None where they don't, or say both."""
    female, male = bool(roles & FEMALE), bool(roles & MALE)
    return female if female is not male else None
