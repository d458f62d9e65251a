"""Names: states, cities, bodies, documents, offices and people, nearly all of them invented."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split(";") if name.strip())


STATES = _listed("""
    Norvania; Calderra; Aldmere; Veskania; Tarquen; Sundara; Quillon; Zephara; Dravenia; Ombrela; Istrelle;
    Corvania; Belmora; Thessia; Halvora; Iceland; Uruguay; Senegal; New Zealand; Jordan; Malta; Botswana;
    Panama; Lusatia Minor; the Republic of Lomaria; the Kingdom of Hesper; the Federation of Ilmar;
    the Grand Duchy of Marn; the Commonwealth of Pelage; the Republic of Kestria; the Principality of Vaux;
    the State of Jadwa; the Union of Saravel; the Democratic Republic of Nyambe; the Kingdom of Bhutan;
    the U.S.; St. Brannoch and Orlay
""")
CITIES = _listed("""
    Halden; Liska; Port Arden; Marrow Bay; Tolvik; San Oriel; Kesh-Amar; Brannoch; Ulvesund; Dar Selim;
    Novy Most; Quen Ha; Aldersted; Vrana; Cape Lorne; Mirabad; Stellenau; Osterby; Pontevara; Kilmarra; Geneva;
    Montevideo; Nairobi
""")
ORGANISATIONS = _listed("""
    Northern Ports Union; Lakes and Rivers Conference; Southern Grain Pact; Alpine Transit Organisation;
    Straits Dialogue; Upland States Forum; Outer Islands Partnership; Five Valleys Initiative;
    Amber Coast Council; Meridian Group; Organisation for Mountain Co-operation; Inland Waterways League;
    Cedar Coast Community; Steppe Railway Union; United Nations; World Meteorological Organization;
    Conference of Landlocked States; Eastern Fisheries Compact; Delta Commission;
    Association of Highland Republics; League of Free Harbours; Treaty Group of Seven
""")
BODIES = _listed("""
    Council of Ministers; Standing Committee on Fisheries; Joint Commission;
    Working Group on Customs Procedures; Expert Panel on Water Quality; Secretariat;
    Committee of Senior Officials; Contact Group; Consultative Assembly; Boundary Commission;
    High-Level Group on Energy; Technical Sub-Committee; Steering Committee; Bureau; Audit Board;
    Inter-Agency Task Force; Legal Committee; Group of Rapporteurs; Permanent Mixed Commission; Advisory Board;
    Conference of Directors-General; Military Liaison Committee; Youth Council; Economic Commission
""")
DOCUMENTS = _listed("""
    Convention on Inland Navigation; Agreement on the Exchange of Weather Data; Halden Protocol;
    Charter of Free Harbours; Treaty of Amity; Framework Plan for the Upper Basin; Memorandum on Transit Fees;
    Code of Conduct for Fishing Fleets; Liska Final Act; Convention on the Return of Archives;
    Agreement on Air Services; Road Map for Rural Schools; Additional Protocol on Seed Banks;
    Strategy for Mountain Regions; Plan of Action on Clean Kilns; Statute of the Fund;
    Understanding on Grazing Rights; Treaty on the Common Boundary; Rules of Procedure;
    Declaration of Principles; Pact on Non-Aggression; Agreement on Mutual Legal Assistance;
    Accord on Harbour Dues; Five-Year Work Plan
""")
OFFICES = _listed("""
    Minister of Foreign Affairs; Minister for External Relations; Prime Minister; President; Minister of Trade;
    Vice-President; Minister of Fisheries; Minister of Transport; Minister of Energy; Deputy Prime Minister;
    State Secretary; Chancellor; Minister of Justice; Chief of Protocol; Ambassador-at-Large;
    Minister of Education; Secretary-General; Minister of Agriculture; Special Envoy; Minister of Defence;
    Director-General for Political Affairs; Governor
""")
PROGRAMMES = _listed("""
    openriver; seednet; e-harbour; bluefield; twin-valleys; roads-to-school; clearwater II; safe passage;
    greenkiln; heritage online; first harvest; lanterns
""")
WOMEN = _listed("Anna; Ilse; Mariam; Lucía; Sofia; Nadia; Leila; Amara; Catarina; Ngozi; Ruth; Zeynab; Mei; Inger")
MEN = _listed("Tomas; Rashid; Pieter; Henrik; Kwame; Oskar; Viktor; Jonas; Emil; Daniel; Aroldo; Samir; Lev; Paulo")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ORDINALS = _listed("first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; twelfth; twenty-second")
SMALL = _listed("two; three; four; five; six; seven; eight; nine; ten")
SYLLABLES = _listed(
    "tar; ov; kel; da; mir; san; lo; vek; ran; is; bel; mo; dri; hal; en; shu; pa; go; lin; ber; ze; ka"
)

# Headings: without a verb, as set in running text; the first word is made a capital where they are printed.
TOPICS = _listed("""
    trade and investment; fisheries; energy; maritime safety; cultural exchanges; political dialogue;
    economic questions; regional issues; bilateral relations; security and defence; organisational matters;
    transport links; water management; customs procedures; science and technology; education and youth;
    public health; disaster relief; agriculture; migration; legal assistance; the protection of archives;
    tourism; arms control and disarmament; terrorism; human rights; climate and environment; digital services;
    the rights of minorities; border questions; air services; development co-operation; financial matters;
    follow-up; the situation in the Straits; consular affairs; railways; non-proliferation; food security;
    small and medium-sized enterprises; sport; media and information; fight against smuggling;
    parliamentary contacts; the peace process; humanitarian assistance; forests; mining and metals;
    institutional questions; equality between women and men; labour and social affairs; peacekeeping;
    inland navigation; visits and contacts; taxation; telecommunications; refugees and displaced persons;
    rural development; implementation of the decisions taken at the last meeting;
    measures to protect the lower basin; relations with third states and international bodies;
    preparation of the next conference; standards and metrology
""")
