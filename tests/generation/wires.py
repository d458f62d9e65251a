"""What is printed around a communiqué by those who hand it on: release notes, and the headers of cables."""

from collections.abc import Callable

from generation import frames, words
from generation.draft import Block, Draft
from generation.frames import Frame, close_text, open_text
from generation.prose import Writer

Write = Callable[[Writer, Draft], None]  # writes the paragraphs of the text

_RELEASED = (
    "The following {kind} was released by the Governments of {states} on the occasion of the {meeting}:",
    "The following is the text of a {kind} issued in {place} on {day} at the end of the {meeting}.",
    "The text of the {kind} adopted by the {offices} of {states} is released for the information of the press.",
    "Following is the text of the {kind} agreed upon by the delegations of {states}:",
)
_CONTACTS = (
    "Contact: {person}, Press Section, tel. +00 {n} {count} {count} {count}",
    "For further information: press@mfa.example, tel. +00 {count} {count} {n}",
    "Media enquiries: {person}, {person} (+00 {count} {count} {count})",
    "Press contact: {titled}",
)
_NUMBERS = (
    "PRESS RELEASE No. {count}/{thisyear}",
    "Press release {thisyear}/{count}",
    "PR/{count}/{yy}",
    "No. {count}",
)
_BEGINS = (("Begin text:", "End text."), ("Begin text", "End text"), ("BEGIN TEXT:", "END TEXT"), ("QUOTE", "UNQUOTE"))
_ISSUERS = (
    "MINISTRY OF EXTERNAL RELATIONS",
    "Ministry of Foreign Affairs of {host}",
    "{org} – Press Service",
    "Office of the Spokesperson",
    "Permanent Mission of {guest} to the {org}",
)


def release(writer: Writer, draft: Draft, around: Frame, write: Write) -> None:
    """A release note, the text, and what follows it."""
    year = writer.today.year
    given = {"thisyear": str(year), "yy": f"{year % 100:02}"}
    head = [writer.any(_ISSUERS), writer.any(_NUMBERS), "FOR IMMEDIATE RELEASE", "UNOFFICIAL TRANSLATION"]
    for at, template in enumerate(line for line in head if writer.chance(0.6)):
        draft.note(writer.say(template, **given), tight=at > 0 and writer.chance(0.5))
    if early := writer.chance(0.3):
        draft.note(writer.say(writer.any(_CONTACTS)))
    draft.note(writer.say(writer.any(_RELEASED), **given))
    draft.identity["kind"] = frames.called(writer)
    begin, end = writer.random.choice(_BEGINS) if writer.chance(0.6) else ("", "")
    if begin:
        draft.note(begin)
    open_text(writer, draft, around)
    write(writer, draft)
    close_text(writer, draft, around)
    closing = [end, "" if early or writer.chance(0.5) else writer.any(_CONTACTS), writer.any(("", "", "###", "- 30 -"))]
    for template in closing:
        if template:
            draft.note(writer.say(template))


_POSTS = (
    "EMBASSY {CITY}",
    "CONSULATE {CITY}",
    "MISSION {CITY}",
    "MINISTRY FOR FOREIGN AFFAIRS",
    "FOREIGN OFFICE {CITY}",
)
_PRECEDENCE = ("PRIORITY", "ROUTINE", "IMMEDIATE", "Routine", "Priority")
_CLASSES = ("UNCLASSIFIED", "RESTRICTED", "EN CLAIR", "CONFIDENTIAL")
_SIGNS = (
    ("BEGINS.", "ENDS."),
    ("BEGINS", "ENDS"),
    ("BEGIN TEXT.", "END TEXT."),
    ("QUOTE", "UNQUOTE"),
    ("TEXT BEGINS:", "TEXT ENDS."),
)
_ARCHIVES = (
    "[National Archives of {host}, FO {n}/{count}, folio {n}]",
    "[State Archives, Fonds {count}, Opis {n}, file {count}, pp. {n}–{count}]",
    "[Source: Department of External Relations, Central Files, {count}.{n}/{n}–{count}]",
    "[{host} Diplomatic Archive, box {count}]",
)


def cable(writer: Writer, draft: Draft, around: Frame, write: Write) -> None:
    """A telegram that carries the text; its header and the notes of the archive are not the text."""
    _cable_header(writer, draft)
    if writer.chance(0.7):
        lead = writer.say("Following is text of {kind} issued at close of the {session} in {place}.")
        draft.note(lead)
        draft.identity |= {
            "kind": frames.called(writer),
            "place": writer.fixed["place"],
        }
    begin, end = writer.random.choice(_SIGNS)
    draft.note(begin)
    open_text(writer, draft, around, titled=0.75)
    write(writer, draft)
    close_text(writer, draft, around)
    draft.note(end)
    if writer.chance(0.4):
        draft.add(Block("signature", writer.person().split()[-1].upper()))
    if writer.chance(0.4):
        draft.capitals()
    if writer.chance(0.6):
        draft.note(writer.say(writer.any(_ARCHIVES)))


def _cable_header(writer: Writer, draft: Draft) -> None:
    """Lines of a header, one block; the day of the cable is that of the text."""
    day = writer.today
    hour = f"{writer.random.randrange(24):02}{writer.any(('00', '15', '30', '45'))}"
    month = words.MONTHS[day.month - 1][:3].upper()
    cities = {"CITY": writer.any(words.CITIES).upper()}
    lines = [
        writer.any(("TELEGRAM", "INCOMING TELEGRAM", "OUTWARD CABLE", "")),
        writer.any(("FROM: ", "FM ", "Origin: ")) + writer.say(writer.any(_POSTS), **cities),
        writer.any(("TO: ", "TO ", "Destination: "))
        + writer.say(writer.any(_POSTS), CITY=writer.any(words.CITIES).upper()),
        writer.any(("INFO: ", "RPTD ")) + "MISSION " + writer.any(words.CITIES).upper() if writer.chance(0.4) else "",
        writer.say(writer.any(("NO. {count}", "No. {count}{n}", "TELEGRAM NO. {count}", "NR {count}{n}"))),
        writer.any(
            (f"DATE: {day.day:02} {month} {day.year}, {hour}Z", f"{day.day:02}{hour}Z {month} {day.year % 100:02}")
        ),
        writer.any(("PRECEDENCE: ", "")) + writer.any(_PRECEDENCE),
        writer.any(_CLASSES) if writer.chance(0.6) else "",
    ]
    for at, line in enumerate(line for line in lines if line):
        draft.note(line, tight=at > 0)
    if writer.chance(0.4):
        draft.note("SUBJECT: " + writer.fixed["kind"].upper())
        draft.identity["kind"] = frames.called(writer)
    draft.identity["date"] = day.isoformat()
