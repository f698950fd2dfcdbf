"""Word lists of the English of news reports. All lower case, general, from no particular text."""

import re

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "these", "those", "both", "some", "others", "all", "many"})
SELF = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
RELATIVE = frozenset({"who", "which", "whom", "whose"})
ONE = frozenset({"one", "another", "each", "neither"})

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "said"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
INDEFINITE = frozenset(
    "a an some several many few one two three four five six seven eight nine ten another other various certain no any most dozens hundreds "
    "scores multiple numerous".split()
)

# Heads that stand for the one who employs the speaker, or for the speaker's organisation's own word.
SPOKESPERSONS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "spox", "mouthpiece"}
)
OWN_WORDS = frozenset(
    "statement statements release communique communiqué bulletin notice rejoinder note tweet post announcement advisory circular "
    "clarification notification website account press-note handout".split()
)

MEDIA = frozenset(
    "newspaper paper daily weekly magazine portal site website agency wire journal radio broadcaster station channel tabloid broadsheet "
    "outlet periodical gazette network newswire blog bulletin monthly newsletter podcast press title programme program".split()
)
MEDIA_NAMES = frozenset(
    "times post herald news wire gazette star tribune courier radio tv fm press chronicle dispatch journal observer telegraph mirror echo "
    "record sentinel standard bulletin mail sun guardian express examiner monitor weekly daily ledger review magazine today line television "
    "broadcasting news24 argus banner bugle voice independent reporter inquirer globe advertiser".split()
)
FOREIGN_MEDIA = frozenset(
    "zeitung tageszeitung tageblatt tagblatt blatt rundschau nachrichten anzeiger kurier kurir kuryer courrier corriere correo correio "
    "diario diário jornal giornale periódico periodico noticias notícias notizie gazeta gazzetta gaceta gazete prensa presse pressa imprensa "
    "stampa journaal dagblad dagbladet aftonblad tidning tidningen tidende avis avisen avisa posten nyheter nieuws sanomat lehti hírlap újság "
    "dnevnik vjesnik vestnik vesti novosti novine noviny listy zprávy wiadomości ziarul gândul shimbun shimpo ilbo sinmun ribao wanbao "
    "samachar patrika dainik sandesh jang akhbar al-akhbar jarida sahifa harian berita warta suara habari fréttir televisión televisão "
    "télévision televizija rádio radyo".split()
)  # words that newspapers and stations call themselves by in other languages; no surnames
SURE_MEDIA = FOREIGN_MEDIA | frozenset(
    "times herald gazette tribune courier chronicle telegraph newspaper newswire radio fm tv television broadcasting news24".split()
)  # words that are a part of hardly any name but an outlet's
DOCUMENTS = frozenset(
    "report study survey letter register filing audit indictment document documents paper memo memorandum affidavit lawsuit petition "
    "analysis investigation article story research review log minutes manifest assessment findings dossier complaint ruling judgment "
    "judgement verdict transcript charge-sheet sheet census index poll file files records book white-paper briefing email emails "
    "memoir diary note dataset ledger certificate article editorial column submission inquiry enquiry timetable schedule".split()
)
PLAIN_MEDIUMS = frozenset(
    "video clip footage photo photograph picture image post posts tweet recording audio invoice logs messages".split()
)

ORGANISATIONS = frozenset(
    "ministry department office authority agency bureau board council committee commission court government administration police army navy "
    "force forces military guard union association federation league company firm corporation group bank party university institute college "
    "hospital club airline carrier operator embassy consulate directorate municipality parliament senate congress assembly chamber forum "
    "service secretariat centre center trust foundation society cooperative unit team presidency palace cabinet regime coalition alliance "
    "movement front watchdog regulator utility manufacturer maker developer supplier contractor retailer station brigade charity body "
    "organisation organization school church mission taskforce task-force tribunal panel syndicate network state county city town province "
    "airport port telecom telco insurer lender producer miner refinery factory plant mine publisher studio label circle cell wing command "
    "exchange fund treasury customs coastguard crew garrison militia faction guild confederation consortium conglomerate startup start-up "
    "newsroom museum library zoo laboratory lab academy inspectorate registry watch observatory survey kremlin vatican pentagon".split()
)
ORGANISATION_ENDINGS = frozenset(
    "ltd limited inc plc corp llc llp gmbh sa ag co bv pte pty holdings industries partners & sons".split()
)

PORTFOLIOS = frozenset(
    "defence defense foreign home health education transport justice interior commerce treasury energy labor labour agriculture housing "
    "environment business culture works trade finance fisheries tourism industry information water mines oil petroleum sports sport mining "
    "immigration security planning development power communications technology science affairs".split()
)  # what a ministry is of

PERSONS = frozenset(
    "spokesman spokeswoman spokesperson official minister president secretary director chairman chairwoman chair chairperson chief head leader "
    "manager officer governor mayor senator deputy judge justice lawyer attorney counsel prosecutor solicitor advocate doctor dr prof professor "
    "nurse teacher farmer driver resident witness eyewitness analyst expert economist historian researcher scientist author general colonel "
    "major captain lieutenant sergeant corporal brigadier admiral commodore commander commissioner inspector superintendent constable detective "
    "sheriff ambassador envoy diplomat consul king queen prince princess sheikh imam bishop priest pastor reverend father sister brother mother "
    "son daughter wife husband cousin uncle aunt man woman boy girl lad worker employee source insider adviser advisor aide coach captain "
    "skipper player striker goalkeeper activist campaigner councillor councilor lawmaker legislator mp candidate broker trader dealer merchant "
    "owner tenant landlord neighbour neighbor victim survivor passenger patient pensioner student pupil engineer technician pilot sailor "
    "fisherman vendor shopkeeper clerk cashier accountant auditor comptroller ombudsman treasurer architect curator critic singer actor "
    "actress writer poet editor reporter correspondent journalist columnist blogger photographer host presenter anchor guest caller baker butcher brewer potter weaver mason smith grocer trucker porter lockkeeper magistrate usher solicitor-general speaker spinner batter bowler opener winger defender midfielder "
    "boss foreman steward organiser organizer veteran soldier guard watchman defector refugee migrant relative mediator negotiator "
    "executive ceo cfo founder co-founder chancellor premier speaker whip clergyman elder chieftain warden ranger keeper marshal registrar "
    "coroner pathologist surgeon physician physio vet chemist biologist geologist seismologist meteorologist forecaster climatologist "
    "headman headmaster headteacher principal dean rector provost complainant defendant accused suspect applicant plaintiff nominee "
    "bookkeeper agent consultant strategist pollster demographer attache attaché person individual figure member delegate representative "
    "boyfriend girlfriend fiancee fiancé friend colleague partner widow widower grandmother grandfather niece nephew teller picker miner "
    "docker stevedore stoker cook chef waiter barber tailor carpenter plumber electrician mechanic operator scholar academic zoologist "
    "ecologist entomologist virologist epidemiologist farmhand herder shepherd hunter gamekeeper beekeeper".split()
)
PLURAL_PERSONS = frozenset(
    "people men women children families villagers residents officials sources parents relatives police netizens staff crew elders media "
    "colleagues authors lawyers researchers authorities".split()
)
FEMALE = frozenset(
    "mrs ms miss lady madam madame queen princess sister mother wife daughter woman girl chairwoman spokeswoman policewoman actress "
    "congresswoman businesswoman councilwoman grandmother aunt niece widow girlfriend fisherwoman sportswoman señora senora dame baroness duchess "
    "hajia nun matron midwife mum mom housewife stateswoman headmistress forewoman".split()
)
MALE = frozenset(
    "mr sir lord king prince brother father husband son man boy chairman spokesman policeman actor congressman businessman councilman "
    "grandfather uncle nephew widower boyfriend fisherman sportsman señor senor baron duke imam alhaji sheikh monk dad watchman headman foreman "
    "lad clergyman priest headmaster statesman fireman herdsman".split()
)
TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady hon rev fr sr justice judge gen lt col maj capt cpt sgt cpl brig adm cmdr comm insp supt "
    "const det asp dsp dcp acp sp sen rep gov pres chief hajia alhaji sheikh mullah maulana pandit shri smt mme monsieur señor señora don "
    "doña engr barr barrister arch st alh otunba oba emir king queen prince princess ato u daw ven ustaz tuan datuk dato tan sri majesty highness excellency honourable honorable".split()
)
FORMS_OF_ADDRESS = frozenset("madam madame miss lady lord sir mister magistrate".split())
LETTERS_AFTER = frozenset("sc qc kc mp mla mep phd md jr sr obe mbe cbe esq".split())
OFFICES = frozenset("ps pro dco dpo cpro ceo cfo coo md pm fm dc sp ig igp cp dg sg vc gm mc mp ag cm".split())
PARTICLES = frozenset(
    "de da do dos das del della di van von der den ter ten la le les el al bin bint ibn abu ben of the and & du des y e i ap mac st zu af av "
    "d' l' d’ l’ for".split()
)

# Credit through somebody else.
CITING = re.compile(
    r"\b(?:quot|cit|relay|repeat|invok)(?:ing|ed|es|e)\b|\breferring to\b|\bwith reference to\b|\bpointing to\b|\bon the authority of\b|"
    r"\battribut(?:ing|ed|es)\b.*\bto\b|\bpassing on\b|\bpassed on\b|\breading from\b|\bhad it from\b",
    re.I,
)
ACCORDING = re.compile(
    r"\b(?:according to|as per|per|in the words of|in the view of|in the opinion of|going by|if one believes)\b", re.I
)
TELLING = re.compile(
    r"\b(?:told|tells?|telling|informed|informs?|assured|assures?|confided (?:to|in)|confirmed to|confirmed|said to|explained to|spoke (?:to|with)|"
    r"speaking to|disclosed to|revealed to|complained to|wrote to|admitted to|in an interview with|interview(?:ed)? (?:by|with))\b",
    re.I,
)

DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing)|"
    r"disavow(?:s|ed|ing)?|disown(?:s|ed|ing)?|debunk(?:s|ed|ing)?|rubbish(?:es|ed|ing)|repudiat(?:e|es|ed|ing)|scotch(?:es|ed|ing)?|"
    r"contradict(?:s|ed|ing)?|slap(?:s|ped)? down|pour(?:s|ed|ing)? cold water|laugh(?:s|ed|ing)? off|brush(?:es|ed|ing)? (?:off|aside)|"
    r"did(?: not|n['’]t) accept|(?:do(?:es)?|did)(?: not|n['’]t) (?:recognise|recognize)|controvert(?:s|ed|ing)?|quash(?:es|ed|ing)?|shot down|knocked down|"
    r"(?:call|term|describ|brand|label|slam|dub|declar|trash)(?:s|es|ed|ing|med|med as)?\b.{0,40}?\b(?:false|baseless|untrue|unfounded|fabricat\w+|"
    r"lies?|fake|nonsense|fiction|fantasy|rubbish|groundless|fictitious|inaccurate|incorrect|invention|bogus|not corresponding to reality|hoax)|"
    r"(?:was|is|were|are|as) (?:an? )?(?:total |complete |pure |mere )?(?:false|baseless|untrue|unfounded|wishful thinking|invention|fabrications?|lies?|fiction|"
    r"rumours?|rumors?|nonsense|groundless|fantasy|hoax|fake news)|no truth|nothing to|proved (?:un|false)\w*)\b",
    re.I,
)
# Between a word that denies and some words, these begin another credit: "disputed the sum. He told parliament that …".
NEW_CREDIT = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|added|adds|adding|insist(?:s|ed|ing)|argu(?:es|ed|ing)|stat(?:es|ed|ing)|maintain(?:s|ed|ing)|"
    r"explain(?:s|ed|ing)|wrote|writes|writing|noted|notes|noting|countered|replied|answered|point(?:s|ed|ing) out)\b",
    re.I,
)
# What a source asked for, or a document keeps to itself, is no statement: "who asked not to be named", "whom it did not name".
UNNAMED = re.compile(
    r"(?:(?:who|he|she|they)\W+(?:\w+\W+)?(?:(?:ask|request|wish|want|prefer)\w*\W+(?:not to|to not) be (?:named|identified|quoted)|"
    r"(?:declined|refused)\W+to be (?:named|identified|quoted)(?!\W+(?:a|an|as|the|head|captain|chair)\b)|"
    r"(?:asked for|requested|insisted on|spoke on condition of|spoke under|asked to remain|wished to remain)\W+anonym\w+)"
    r"(?:\W+(?:because|for|as|since|when|while|out of|in order|citing|fearing|saying|by|publicly)\b.{0,80})?|"
    r"(?:whom|which)\W+(?:\w+\W+){1,3}(?:did|does|would|could)(?: not|n['’]t) (?:name|identify)|"
    r"(?:it|he|she|they)\W+(?:did|does|would)(?: not|n['’]t) (?:name|identify))",
    re.I,
)
# A denial that is not one: "did not deny", "neither confirmed nor denied", "can't be denied", "refused to deny", "without denying".
NOT_DENYING = re.compile(
    r"\b(?:(?:did|does|do|would|could|can|has|have|had|will)(?: not|n['’]t)(?: \w+)? (?:den|reject|dismiss|refut|rebut|disput|rule)\w*|"
    r"(?:cannot|can['’]t|neither|nor|never|not|without|stopped short of|declin\w+ to|refus\w+ to|unable to|hard to)\b[^.;]{0,30}?\b(?:den|reject|dismiss|refut|disput)\w*)",
    re.I,
)

HEDGES = re.compile(
    r"\b(?:(?-i:may)|might|could(?! not\b| only\b|n['’]t)|reportedly|allegedly|apparently|purportedly|supposedly|presumably|possibly|perhaps|probably|"
    r"likely|unlikely|seem(?:s|ed|ingly)?|appear(?:s|ed)? (?:to|that|as|drunk|\w+ed\b)|suspected (?:of|to|that)|(?:is|are|was|were|be|been) suspected|"
    r"(?:is|are|was|were|been|widely|long) (?:also |now |widely |thought |since )?(?:believed|thought|understood|said|alleged|rumou?red|feared|expected|estimated|considered likely|"
    r"suspected|reported|claimed) ?(?:to\b|that\b|at\b|for\b|dead\b|missing\b|by\b)?|we believe|it is (?:believed|thought|understood|feared|alleged)|rumou?red|"
    r"feared(?= (?:dead|missing|for|drowned|trapped|lost|killed))|potentially|conceivably|arguably|doubtful|possible|seen \w+ing|set (?:to|for)|due to)\b",
    re.I,
)
# Weak ones are no hedge without the network's support: "is said at the start", "is due to begin", "possible".
WEAK_HEDGES = re.compile(
    r"\b(?:set (?:to|for)|due to|possible|seen \w+ing|(?:is|are|was|were|been) (?:said|reported|claimed|estimated))\b",
    re.I,
)
# Cues that hedge what they credit.
HEDGING_CUES = re.compile(
    r"\b(?:believ\w+|suspect\w*|think\w*|thought|reckon\w*|guess\w*|did(?: not|n['’]t) rule out|refus\w+ to rule out|(?:not|n['’]t) ruled? out|hint\w*|"
    r"fear\w*|speculat\w+|rumou?r\w*|hop\w+|expect\w*)\b",
    re.I,
)

DIRECT = re.compile(
    r"\b(?:this|our) (?:newspaper|paper|reporter|correspondent|publication|website|portal|magazine|channel|station|agency|programme|newsroom|site|writer|desk|inquiry|enquiry|question\w*)\b",
    re.I,
)

PUBLISHING = re.compile(
    r",?\s+(?:which|that|who) (?:\w+ )?(?:published|carried|ran|issued|released|broke|produced|compiled)\b", re.I
)

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

CALLS = re.compile(
    r"^(?:read (?:more|also|the|this|next|on)|also read|see also|subscribe|sign up|follow (?:us|along)|share (?:this|on)|click|watch (?:live|the|now)|listen live|"
    r"download|join (?:us|our)|donate|support (?:us|our)|advertis\w+|next story|previous story|photo:|image:|picture:|credit:|source:|contact us|"
    r"good (?:morning|evening|afternoon)|hello|welcome|thank you|thanks)\b",
    re.I,
)

CONTRACTIONS = re.compile(r"['’](?:s|re|ve|ll|d|m)$", re.I)
