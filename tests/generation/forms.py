"""Templates of what is not a plain sentence: titles, lists, clauses, articles, signatures; see `phrases`."""

from typing import NamedTuple


class Announced(NamedTuple):
    """A list: the paragraph that announces it, and what an item says."""

    lead: str
    item: str


LISTS = (
    Announced("{they} {agreed}:", "to {act}"),
    Announced("{lead} {they} [undertook|undertake]:", "to {act}"),
    Announced("{they} {that} that {clause}. {they_capital} therefore {agreed}:", "to {act} {tail}"),
    Announced("The {body} was asked, in particular, to:", "{act}"),
    Announced("It will be the task of the {body} to:", "{act}, to the extent that the {document} permits"),
    Announced("{they} [identified|identify] the following priorities for {soon} and the years after:", "{matter}"),
    Announced(
        "The following questions were raised by the delegation of {state}:", "{matter}, and in particular {matter}"
    ),
    Announced("{they} {verb} {matter}. Work will concentrate on:", "{matter}"),
    Announced("Agreement was reached on the following points:", "{sentence}"),
    Announced("The conclusions of the {session} may be summed up as follows:", "{sentence}"),
    Announced("Contributions were announced for {matter}:", "{state}: {amount}, payable by {month} {soon}"),
    Announced("The following documents were signed:", "the {document} (signed by {titled} and {titled})"),
    Announced("{they} [set|set] themselves three conditions:", "that {clause}"),
)
# Items with a list of {matter} of their own, by how the other items of their list begin.
NESTED = (
    Announced("to {act} by the following means:", "to {act}"),
    Announced("{act}, above all in the following fields:", "{act}"),
    Announced("{matter}, that is to say:", "{matter}"),
)

PREAMBLE = (
    "Recalling the {document}, adopted in {city} on {date},",
    "Recalling also {article} of the {document} and Decision No. {count} of the {body},",
    "Reaffirming their attachment to {matter} and to {matter},",
    "Convinced that {still},",
    "Conscious of the part which {matter} plays in relations between {state} and {state},",
    "Noting with satisfaction the progress made since {year} in {matter},",
    "Noting further that {still}, and that {still},",
    "Bearing in mind the needs of {state} and of other land-locked states,",
    "Mindful of the obligations that follow from the {document} (“the {city} obligations”),",
    "Desirous of {doing} {matter} {tail},",
    "Determined to {act} and to {act},",
    "Deeply concerned at the lack of progress in {matter},",
    "Having considered the report of the {body} (document {docno}),",
    "Taking into account the proposals made by {state} on {date} and by {state} in {year},",
    "Guided by the spirit of “{quote}”,",
    "Aware that, in the absence of {matter}, {still},",
    "Emphasising that nothing in the present text affects {matter},",
    "Welcoming the accession of {state} to the {document},",
    "Expressing their thanks to {titled}, {office} of {state}, for his report on {matter},",
)
# For clauses: what is so at present, in a subordinate clause.
STILL = (
    "{matter} and {matter} are closely linked",
    "no state can by itself bear the cost of {matter}",
    "differences over {matter} can be settled only by peaceful means",
    "{matter} remains a task common to all states of the region",
    "the {programme} programme has proved its worth in {state}",
    "the provisions of the {document} apply in full to {matter}",
)
ENACTING = (
    "Have agreed as follows:",
    "Declare:",
    "Hereby declare as follows:",
    "Have adopted the following declaration:",
    "Have decided as follows:",
    "Solemnly declare the following:",
)
# `~` becomes the ending of the third person where one body speaks ("Decides"), and nothing where several do.
OPERATIVE = (
    "Decide~ to {act} {tail}",
    "Decide~ further to {act} and to {act}",
    "Reaffirm~ that {still}",
    "Urge~ all states to {act}",
    "Urge~ {state} and {state} to {act}, and to {act} by {soon}",
    "Call~ upon the parties to {act} without further delay",
    "Request~ the {body} to {act} and to report to the next {session}, not later than {later}",
    "Invite~ the {org}, in co-operation with {state}, to {act}",
    "Welcome~ the offer of {state} to contribute {amount} to the {programme} programme",
    "Take~ note of the report of the {body} contained in document {docno}, and of the comments of {state}",
    "Endorse~ the recommendations on {matter}, as amended by {state}",
    "Recommend~ that {matter} be placed on the agenda of the {ordinal} meeting of the {body}",
    "Encourage~ further work on {matter}; in this connection, appeal~ to donors to {act}",
    "Condemn~ all attempts to hinder {matter}",
    "Declare~ that {still}",
    "Resolve~ to {act} {tail}",
    "Express~ gratitude to {titled} for the chairing of the {body}",
    "Instruct~ the {body} to {act}",
    "Remain~ seized of {matter}",
)
OPERATIVE_LISTS = (
    Announced("Decide~:", "to {act}"),
    Announced("Request~ the {body}:", "to {act} {tail}"),
    Announced("Call~ upon all states:", "to {act}"),
)
PROVISIONS = (
    "The Parties shall {act} {tail}.",
    "Each Party shall {act}, and shall inform the other Party thereof within {small} months.",
    "For the purposes of this {kind}, “vessel” means any ship of over {count} tonnes registered in either Party.",
    "Nothing in this {kind} shall be construed as preventing a Party from {doing} {matter}.",
    "The costs arising from {matter} shall be borne in equal parts, up to a limit of {amount} a year.",
    "The {body} shall meet once a year, alternately in {city} and {city}; it shall adopt its own rules of procedure.",
    "A Mixed Commission is hereby established. It shall consist of {small} members appointed by the Parties.",
    "The competent authorities of the Parties shall exchange information on {matter} by the {n}th day of each month.",
    "Any dispute concerning {matter} shall be settled by negotiation or, failing that, by the {body}.",
    "This {kind} shall enter into force on the date of the later of the notes by which the Parties approve it.",
    "This {kind} may be denounced by either Party in writing; it shall cease to have effect {small} months later.",
    "Persons employed in {matter} shall enjoy the privileges set out in {article} of the {document}.",
    "Amendments shall be agreed in writing and shall form an integral part of this {kind}.",
    "Neither Party shall, without the consent of the other, {act} within {count} km of the boundary.",
    "The Parties confirm their obligations under the {document} of {date}, in particular those concerning {matter}.",
    "Each Party shall designate a co-ordinator for {matter}. Their names shall be communicated by {later}.",
)
PROVISION_LISTS = (
    Announced("The Parties shall:", "{act}"),
    Announced("This {kind} does not apply to:", "{matter}"),
    Announced("The Commission shall have the following tasks:", "to {act}"),
)
SCOPES = (
    *(
        "Purpose",
        "Scope",
        "Definitions",
        "Competent authorities",
        "Exchange of information",
        "Joint Commission",
        "Costs",
    ),
    *(
        "Confidentiality",
        "Settlement of disputes",
        "Relation to other agreements",
        "Amendments",
        "Territorial application",
    ),
    *("Privileges and immunities", "Means of transport", "Notification", "Safety and environment", "Entry into force"),
    *("Use of languages", "Duration and termination", "Transitional provisions", "Reservations", "Depositary"),
)
CHAPTERS = ("GENERAL PROVISIONS", "CO-OPERATION", "INSTITUTIONS", "OBLIGATIONS OF THE PARTIES", "FINAL PROVISIONS")
TESTIMONIUM = (
    "IN WITNESS WHEREOF the undersigned, being duly authorised by their Governments, have signed this {kind}.",
    "In witness whereof, the undersigned Plenipotentiaries have signed the present text and affixed their seals.",
    "In faith of which the representatives of the two sides have put their names to the present {kind}.",
)
