"""Words for what a body is: head nouns, what they are often put with, legal forms. All lower case, general."""

HEADS = frozenset(
    "ministry department office authority agency bureau board council committee commission court government administration police army navy "
    "airforce force military guard union association federation league company firm corporation group bank party university institute "
    "college hospital club airline carrier embassy consulate directorate municipality parliament senate congress assembly chamber forum "
    "service secretariat center trust foundation society cooperative presidency cabinet alliance front watchdog regulator brigade charity "
    "organization school church mission tribunal panel syndicate network exchange fund treasury customs coastguard command inspectorate "
    "registry observatory academy constabulary fireservice taskforce unit team division branch wing squad section station faculty laboratory "
    "museum library refinery factory mill mine shipyard port airport academy prosecution headquarters corps fleet regiment battalion "
    "garrison clinic prison parish diocese consortium confederation coalition movement campaign institution utility insurer developer "
    "operator manufacturer railroad railway cell guild lab judiciary legislature ombudsman monarchy palace vatican "
    "subsidiary newsroom detachment".split()
)
"""Nouns that say what kind of body it is."""

UNIQUE = frozenset(
    "police army navy airforce coastguard fireservice government parliament customs military judiciary prosecution senate congress "
    "treasury cabinet presidency legislature".split()
)
"""Of these a place mostly has one: reports on one matter that say just "police" mean the same body."""

COURTS = frozenset("bank court".split())
"""Of these too a report may leave out the place (Central Bank of Marl), but nothing else (National Bank, County Court)."""

FORCES = frozenset("police army navy airforce coastguard fireservice customs military prosecution".split())
"""Of these "police" and "State Police" are one in reports on one matter; "government" and "state government" are not."""

PLACED = frozenset(
    "ministry department police coastguard fireservice office council authority embassy government army navy parliament "
    "directorate agency commission bureau inspectorate municipality consulate treasury prosecution customs military airforce".split()
)
"""Of these one report adds the place and another leaves it out: Sierra Health Ministry, Health Ministry."""

PUBLIC = frozenset(
    "ministry department police coastguard fireservice office council court authority embassy government army navy parliament directorate "
    "commission bureau inspectorate municipality constabulary consulate senate assembly committee treasury prosecution union "
    "association federation guild confederation agency port airport".split()
)
"""Of these "Ministry of Health" and "Health Ministry" are the same name; "University of X" and "X University" are not."""

TAILS = frozenset("force service department command headquarters".split())
"""After the name of a force they add nothing: police force, police service, police command."""

PARTS = frozenset(
    "unit department division branch wing arm office directorate bureau squad section service team desk command station faculty laboratory "
    "subsidiary agency inspectorate committee cell lab corps fleet brigade secretariat clinic newsroom school panel taskforce watchdog "
    "regulator affiliate detachment".split()
)
"""Nouns for a body that can be part of another."""

LEGAL = frozenset(
    "ltd limited inc incorporated plc llc llp lp gmbh ag sa nv bv ab oy srl spa pty pte bhd sdn kk fc afc corp co corporation company holding holdings group".split()
)
"""Legal forms and the like at the end of a company's name."""

TRADES = frozenset(
    "airlines airline airways motors petroleum oil gas energy bank banking insurance foods pharmaceuticals pharma telecom telecoms "
    "communications industries enterprises international shipping lines railways steel cement mining minerals resources chemicals "
    "technologies technology electronics systems software media entertainment news newspaper newspapers construction engineering "
    "logistics transport haulage aviation aerospace automotive brewery breweries stores supermarkets retail properties".split()
)
"""What a company's name may end in and be left without: Bluewater Petroleum, Bluewater."""

COMMON = frozenset(
    "national federal state royal central public general city county provincial regional district local supreme high international "
    "health education trade finance defense interior foreign affairs justice agriculture labor transport energy environment works "
    "housing water fire home security social economic economy culture sport sports tourism industry commerce planning development "
    "information fisheries forestry mines power revenue tax traffic border immigration electoral election elections human rights food "
    "drug drugs safety emergency disaster weather statistics audit intelligence investigation criminal civil medical military naval air "
    "world global united new chief joint north south east west northern southern eastern western upper lower main press relations "
    "river harbor port road highway highways rail railway aviation maritime marine coast land people community teachers nurses "
    "workers doctors lawyers students women youth farmers town village rural urban municipal metropolitan metro "
    "stock bar staff minority majority democratic republican socialist liberal conservative communist christian muslim catholic gop "
    "democrats republicans prime president vice executive services management research science technology control prevention disease".split()
)
"""Words that many bodies' names share: a name of these alone may be any country's."""

LEVELS = frozenset(
    "national federal state royal central public general city county provincial regional district local supreme republic independent "
    "metropolitan municipal new".split()
)
"""Words that one report adds to a body's name and another leaves out: Kano police, Kano State Police Command."""

MASTHEADS = frozenset(
    "times post guardian herald star sun mirror standard telegraph express observer independent tribune nation citizen monitor chronicle "
    "gazette news mail courier record sentinel echo press journal today daily weekly bulletin dispatch leader examiner argus review "
    "voice hill globe register advertiser".split()
)
"""Names that many outlets of the world share."""

MEDIUMS = frozenset(
    "newspaper website site portal channel broadcaster agency station magazine paper online web blog newswire outlet app".split()
)
"""What may follow an outlet's name without being part of it, in lower case."""

WRITINGS = frozenset(
    "report study survey letter register filing audit indictment document paper memo memorandum affidavit lawsuit petition analysis "
    "investigation article story research review log minutes manifest assessment findings dossier complaint ruling judgment judgement "
    "verdict transcript sheet census index poll file record book briefing email memoir diary note dataset ledger certificate editorial "
    "column submission inquiry enquiry timetable cable plan post tweet video statement newsletter logbook budget".split()
)
"""Nouns for a piece of writing, which is not its author."""

LOOSE = frozenset("report document paper findings research".split())
"""Of these, what any piece of writing may be called."""

SPELLINGS = {
    "labour": "labor",
    "harbour": "harbor",
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
    "theatre": "theater",
    "dept": "department",
    "govt": "government",
    "univ": "university",
    "intl": "international",
    "natl": "national",
    "assn": "association",
    "co-operative": "cooperative",
    "st": "saint",
    "mt": "mount",
    "ft": "fort",
}
"""One word's two spellings, and what is cut short."""

JOINED = (
    ("coast guard", "coastguard"),
    ("air force", "airforce"),
    ("fire brigade", "fireservice"),
    ("fire service", "fireservice"),
    ("fire department", "fireservice"),
    ("fire and rescue service", "fireservice"),
    ("task force", "taskforce"),
    ("armed forces", "military"),
    ("co operative", "cooperative"),
)
"""Two words that are one noun."""

ALIASES = {"constabulary": "police", "carrier": "airline", "firm": "company"}
"""Head nouns that say the same."""

CONNECTORS = frozenset("of for in at on to against from with by".split())
"""Behind one of these stands what a body is of."""

ARTICLES = frozenset("the a an its his her their our this that & de la le el der die das".split())
"""Words of a name that say nothing."""
