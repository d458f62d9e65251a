"""The closed word classes by which phrases and topics are read; lists of English, never of names."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _inflected(verbs: str) -> frozenset[str]:
    """Regular verbs as they open a clause: "urge", "urges", "urged"."""
    bases = verbs.split()
    thirds = (f"{verb}es" if verb.endswith(("s", "sh")) else f"{verb}s" for verb in bases)
    return frozenset((*bases, *thirds, *(f"{verb.removesuffix('e')}ed" for verb in bases)))


DETERMINERS = _listed(
    "a all an another any both each every her his its my no other our some such the their these this those your"
)
CONNECTIVES = _listed(
    "about across against along among and at between for from in into of on or over to toward towards under with within"
)
CLAUSE_WORDS = _listed(
    "after aimed also although amid are as based be because become becomes been before being both but by called "
    "can cannot carried concerning conducted could designed despite did do does during either fell following "
    "found gave given grew had has have having he held here how however i if include includes including intended inter "
    "is it known led made may met might must neither nor not once only paid pending per pertaining regarding related "
    "relating remain remains require requires rose seen set shall she should shown since so taken than that them "
    "then there therefore they though through throughout thus today underscores undertaken until upon us via was "
    "we were what when where whereas whether which while who whom whose why will without would yesterday"
)
BASE_VERBS = _listed(
    "accelerate achieve address affirm agree allow alter become believe combat condemn constitute contribute "
    "counter deepen demonstrate deplore deter develop eliminate enable enhance enjoy ensure expand express face "
    "facilitate facing foster generate hold implement improve intend intensify maintain prevent proceed promote "
    "protect provide pursue recall regret remain represent resolve seek serve settle share solve strengthen take "
    "threaten undermine undertake uphold wish"
)
"""Verbs that are not nouns as well: after a conjunction or a plural they begin a new clause."""
STATEMENT_VERBS = _listed(
    "accepted acknowledged adopted affirmed agreed appreciated approved attached attended believed called commend "
    "commended committed condemn condemned confirmed considered decided declared discussed emphasise emphasised "
    "emphasize emphasized encourage encouraged endorsed exchanged expressed heard highlighted hoped initialled "
    "instructed invited launched noted pledged praised ratified reaffirm reaffirmed recalled recognise recognised "
    "recognize recognized reiterate reiterated requested resolved reviewed signed stated stress stressed "
    "supported thanked took underlined underscored urge urged voiced welcome welcomed witnessed"
)
CLOSED = CLAUSE_WORDS | BASE_VERBS | STATEMENT_VERBS
"""None of these is part of a noun phrase."""
LIGHT_ADJECTIVES = _listed(
    "active actively additional appropriate better broad broader certain clear close closely closer complete "
    "concerted consistent consistently constructive continued continuing critical crucial current deep early "
    "effective effectively enhanced entire essential exceptional existing firm first forthcoming frequent "
    "fruitful full fully further good great greater growing highest immediate immediately important improved "
    "increased increasing key longstanding many more most necessary new newly ongoing overall own particular "
    "pivotal positive possible prompt promptly rapid recent recently relevant respective seized serious several "
    "significant special steady strict strictly strong stronger strongly successful successfully sustained swift "
    "timely unwavering upcoming urgent various very vital well-deserved wide wider"
)
LIGHT_NOUNS = _listed(
    "achievement achievements activities activity adoption agenda aim aims appearance appreciation area areas "
    "aspects assessment attempt attempts attention benefits commitment commitments concern concerns conduct "
    "consensus consideration consolidation context convening conviction convocation course desire determination "
    "discussion discussions effects effort efforts establishment expansion fact field fields focus framework "
    "fulfillment fulfilment goal goals gratitude holding idea impact implementation importance improvement "
    "initiative initiatives instruction intention interest interests issue issues lack light matter matters "
    "measure measures necessity need needs note number objective objectives outcome outcomes part place "
    "possibility principle principles priorities priority problem problems process progress promotion proposal "
    "proposals purpose question questions range readiness relevance resolve result results role satisfaction "
    "series set significance signing sphere spheres spirit step steps stock strengthening subject subjects "
    "support task tasks text topic topics urgency use value variety views way ways will willingness work"
)
"""They only point: "the importance of X" is about X. Only before a connective; "joint efforts" keeps its noun."""
LIGHT_GERUNDS = _listed(
    "accelerating achieving addressing advancing consolidating continuing creating deepening developing enhancing "
    "ensuring establishing expanding facilitating fostering fulfilling further furthering implementing improving "
    "increasing maintaining making promoting providing pursuing reaching resolving settling "
    "supporting"
)
RECITAL_WORDS = _listed(
    "alarmed aware bearing concerned conscious convinced desirous determined encouraged guided inspired mindful"
)
"""Like a participle ("Recalling ..."), they open a recital, whose object is its subject."""
OPERATIVE_VERBS = _listed(
    "adopt appeal approve authorise authorize call commend confirm congratulate decide declare direct emphasise "
    "emphasize note proclaim recognise recognize recommend stress support thank underline"
)
"""With `BASE_VERBS`, they open what a resolution enacts: "Decides to ..."."""
OPERATIVE_VERBS = _inflected(
    "accept adopt affirm agree appeal applaud appreciate approve ask authorise authorize call commend condemn confirm "
    "congratulate convey decide declare demand deplore designate direct emphasise emphasize encourage endorse express "
    "instruct invite mandate note pledge praise proclaim recall recognise recognize recommend reaffirm reiterate "
    "reject remain remind renew request resolve salute stress support thank underline underscore urge welcome"
) | _listed("take takes took undertake undertakes undertook")
"""With one of these an operative clause begins, which has no subject of its own."""
ADDRESSING_VERBS = _inflected(
    "appeal ask authorise authorize call direct encourage instruct invite mandate request urge"
)
"""What somebody is to do follows with "to"."""
THANKING_VERBS = _inflected("commend congratulate convey express praise thank")
"""What for follows with "for"."""
ADVERBIAL_NOUNS = _listed(
    "accordance addition compliance conformity conjunction connection coordination fact general keeping light "
    "line order particular partnership response support terms turn view"
)
"""After a preposition these say how, not what: "in accordance with"."""
GENERIC_NOUNS = _listed(
    "agreement agreements approach approaches attention bilateral business centuries century co-operation common "
    "communication communique communiqué community concern concerns conclusion conclusions condition conditions "
    "consultation consultations cooperation countries country decade decades declaration delegation delegations "
    "development developments dialogue discussion discussions effort efforts fields friendship global good "
    "government governments importance interest interests international issues matters measures meeting meetings "
    "member members multilateral national nations opinion opinions organisation organization outcome participants "
    "parties party people peoples policies policy practice principle principles progress region regional regions "
    "relations relationship representatives side sides situation state statement states steps support talks text "
    "three time two views visit week work world year years"
)
"""Nouns that name no subject by themselves: every communiqué has them in every paragraph."""
PARTICIPANTS = _listed(
    "ambassadors assembly both chair chairman commission committee communique communiqué conference council "
    "countries declaration delegation delegations deputies excellency experts foreign government governments "
    "governors he heads i it leader leaders majesty meeting members minister ministers negotiators officials ours "
    "participants parties partners president presidents prime representatives secretaries secretary she side "
    "sides statement states summit they three two us we"
)
"""Words that name who speaks, at the head of a sentence, rather than what is spoken about."""
