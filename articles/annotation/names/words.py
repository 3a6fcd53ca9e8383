"""Words that tell what a capitalised phrase names: heads of organisations and places, roles, particles of names."""

from __future__ import annotations

from articles.model import EntityKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ORGANISATION = """
    academy administration agency airlines airways alliance army assembly assembly's association authority bank
    board brigade broadcasting bureau cabinet centers centres chamber church club coalition college commission
    committee commons company computers congress conservatory consortium corp corporation corps council court daily
    department directorate division duma federation force forces foundation front fund group guard guards guild
    headquarters herald holdings hospital inc industries initiative institute institution jihad journal judiciary
    knesset laboratories laboratory league legislature llc ltd marines militia ministry motors movement museum navy
    network networks news observatory office orchestra organisation organization parliament partners partnership
    party plc police politburo post press records regiment registry reserve school secretariat senate service
    services society squad studios syndicate systems taskforce team technologies television times tribune tribunal
    trust union united university watch
"""
_PLACE = """
    airfield airport archipelago avenue barracks base basin bay beach border boulevard bridge building camp canal
    canyon cape castle cathedral cave cemetery center centre city coast corridor county dam delta desert district
    dome falls forest fort garden gardens gate glacier gulf hall harbor harbour heights highway hill hills hotel
    house island islands isthmus lake library mall market memorial mine monastery monument mosque mountain mountains
    oblast ocean palace park peninsula plain plateau plaza port prefecture province ranch range region reservoir
    river road sea shrine square stadium station strait straits street suburb synagogue temple terminal territory
    theater theatre town tower towers tunnel valley village volcano wall waterfall zone zoo
"""
_EVENT = """
    armistice awards bowl carnival celebration celebrations championship championships christmas conference cup day
    derby election elections exhibition expo fair festival forum games gp holocaust inauguration intifada jubilee
    marathon massacre olympics open parade paralympics prix prize rebellion revolution riots rising series show
    spring summit symposium tournament trial trials uprising war wars week
"""
_LAW = """
    accord accords act agreement amendment bill charter code constitution convention conventions declaration
    directive law pact protocol resolution statute treaty
"""
_PLACE_BEFORE = "mount mt lake cape gulf strait isle port fort camp sea bay river place piazza plaza rue avenida"
_EVENT_BEFORE = "hurricane typhoon cyclone operation storm"
_ORGANISATION_BEFORE = "ministry department university bank institute office church council bureau academy college"

HEADS: dict[str, EntityKind] = {
    **dict.fromkeys(_LAW.split(), EntityKind.LAW),
    **dict.fromkeys(_EVENT.split(), EntityKind.EVENT),
    **dict.fromkeys(_PLACE.split(), EntityKind.PLACE),
    **dict.fromkeys(("horn",), EntityKind.PLACE),
    **dict.fromkeys(_ORGANISATION.split(), EntityKind.ORGANISATION),
}
"""The kind that the last word of a name of several words tells: `Kim Il Sung Square` is a place."""

FIRST_WORDS: dict[str, EntityKind] = {
    **dict.fromkeys(_PLACE_BEFORE.split(), EntityKind.PLACE),
    **dict.fromkeys(_EVENT_BEFORE.split(), EntityKind.EVENT),
}
"""The kind that the first word tells: `Lake Geneva`, `Hurricane Katrina`."""

OF_HEADS = _words(_ORGANISATION_BEFORE) | _words(
    """republic kingdom horn house bay gulf sea strait university ministry department bank battle treaty city state isle
    court commission committee council church federation association organization organisation league union institute
    board body chamber college society people's peoples museum academy centers centres center centre secretary order
    cup declaration temple dome day siege"""
)
"""Words that may be followed by `of`, `for` or `on` inside a name: `Ministry of Defence`."""

_ROLES = """
    president premier chancellor minister secretary ambassador envoy spokesman spokeswoman spokesperson senator
    congressman congresswoman representative rep sen gov governor mayor king queen prince princess pope cardinal
    archbishop bishop rabbi imam ayatollah sheikh sultan emir general gen colonel col major maj captain capt
    lieutenant lt sergeant sgt admiral adm marshal commander corporal private chief chairman chairwoman chair
    director ceo cfo cto coo officer deputy vice leader judge justice attorney lawyer sheriff detective inspector
    constable professor prof doctor dr mr mrs ms miss sir dame lord lady rev reverend coach manager captain editor
    founder co-founder cofounder analyst economist author actor actress singer director producer member members
    candidate nominee politician official officials lawmaker lawmakers mp mps prosecutor commissioner counsel
    advisor adviser aide delegate head executive treasurer speaker undersecretary superintendent principal dean
    chancellor rector lady saint comrade generalissimo duke duchess earl baron baroness count countess viscount
    marquess emperor empress tsar czar shah taoiseach vice-president vice-chairman ex-president
"""
_SPORT_ROLES = """
    forward striker goalkeeper goalie midfielder winger fullback halfback quarterback linebacker cornerback tailback
    pitcher catcher shortstop outfielder infielder slugger batsman bowler sprinter boxer golfer swimmer skater jockey
    rb qb wr
"""
ROLES = _words(_ROLES) | _words(_SPORT_ROLES) | _words("const cst supt det insp atty hon coroner pm vp")
"""What a person is, said before the name; never part of it."""

_ROLE_SUBJECTS = """
    defence defense foreign interior finance home prime deputy vice state trade energy health education justice
    agriculture labour labor transport transportation treasury commerce economy economic environment culture sports
    information intelligence security national attorney chief supreme acting former then interim assistant senior
    associate executive managing lead operating financial technology marketing press public special general
    lieutenant major brigadier rear police district federal opposition house senate majority minority under first
    second co permanent affairs relations external internal crown grand army navy air naval presidential royal
"""
ROLE_SUBJECTS = _words(_ROLE_SUBJECTS) | _words("surgeon human services urban housing veterans homeland")
"""What may stand before a role as part of it: the `Defence` of `Defence Minister`."""

REGAL = _words("king queen prince princess pope saint st emperor empress sheikh")
"""Roles that belong to the name where a single given name follows: `Pope Francis`."""

FORMS_OF_ADDRESS = {"mr": _words("mr sir lord"), "mrs": _words("mrs ms miss lady dame")}
"""Titles that part two people of one surname."""

PARTICLES = _words("von der den van de del della di da dos das du la le bin ibn al el ben ter ten zu")
"""Small words inside names of people: `Ursula von der Leyen`."""

_OTHER_PEOPLES = """
    scottish scots welsh englishman englishmen northern-irish european africans african asian arab arabs arabic
    western westerners latin kurdish kurd kurds jewish jew jews muslim muslims christian christians catholic
    catholics islamic islamist islamists hindu hindus buddhist buddhists sunni sunnis shia shiite shiites protestant
    protestants orthodox english bosniak bosniaks tamil tamils uighur uighurs uyghur uyghurs rohingya roma gypsies
    basque catalan catalans chechen chechens tibetan tibetans sikh sikhs pashtun hutu tutsi tutsis zulu hispanic
    hispanics latino latinos europeans asians scandinavian nordic baltic balkan slavic germanic hausa maori
    aboriginal native-american african-american anglo-saxon caucasian persian democrats democrat democratic
    republican republicans californian texan parisian londoner muscovite new-yorker korean koreans crimean siberian
    bavarian sicilian corsican berliner kashmiri yazidi yazidis druze maronite coptic coptics alawite
"""
OTHER_PEOPLES = _words(_OTHER_PEOPLES)
"""Adjectives and names of peoples, faiths and parties that belong to no single country."""

_NEVER_ALONE = """
    i a an the and or but for from to in on at by with as of if it he she we they this that these those his her its
    their our my your what when where who why how not no yes new old north south east west northern southern eastern
    western central upper lower january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue wed thu fri sat sun today yesterday tomorrow am pm est edt gmt utc pst bst cet covid covid-19
    coronavirus omicron mpox sars-cov-2 hiv aids hiv/aids sars mers ebola zika h1n1 h5n1 internet web online earth
    god christmas easter video photo photos related advertisement breaking update exclusive opinion analysis live watch
    read more
    per cent percent mr mrs ms dr tv ok dna pc pcs cd dvd dvds usb gps ceo ceos cfo ad bc wi-fi wifi email e-mail
    phd ph.d. bluetooth usd eur gbp no. voip wpa2 3g 4g 5g lcd led id faq vs capital
    gb mb kb tb ghz mhz khz kwh mph mrna kph mah rpm
"""
NEVER_ALONE = _words(_NEVER_ALONE)
"""Capitalised words that are no name by themselves."""

POSSESSIVE_NAMES = _words("people workers women men children veterans lord king queen st peoples worker mens")
"""Words whose possessive stands inside names: `Workers' Party`, `People's Republic`."""

SURNAME_HEADS = _words(
    """hill hall park lake church day law forest post house castle court cave wall camp bill fair bay street port town
    beach range church guard school series week open rivers banks field marshal gates garden fort city grant dean"""
)
"""Heads that are surnames as well: a model that sees a person in `Doris Day` is believed."""

NOT_IN_NAME = _words("led based born run made style wide backed owned era like bound only controlled held related")
"""What follows a hyphen without belonging to the name before it: `Moscow-based`."""

HUMAN_ACTS = _words(
    """say tell add explain recall joke smile laugh cry weep marry die born write argue insist ask reply note think
    believe feel love hope resign graduate sing star coach score marry testify tweet"""
)
"""Verbs whose subject is a person, unless something else is known of it."""
