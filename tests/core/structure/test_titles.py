"""Title, subtitle and kind, read from the lines at the head alone."""

from itertools import accumulate

import pytest

from viewer.core.structure.titles import Placed, Said, Titles, read_titles
from viewer.core.text import Span


def placed(*lines: str) -> list[Placed]:
    """The lines as they stand below one another, from the tenth code point on."""
    starts = accumulate((len(line) + 1 for line in lines), initial=10)
    return list(zip(lines, starts, strict=False))


def read(*lines: str, notes: tuple[str, ...] = ()) -> Titles:
    return read_titles(placed(*lines), [(note, 500) for note in notes])


def title(*lines: str) -> tuple[str, str, str]:
    """The title, its rule, and the words it was read of."""
    said = read(*lines).title
    assert said is not None
    assert said.span is not None
    return said.value, said.rule, said.span.of(" " * 10 + "\n".join(lines))


def subtitle(*lines: str) -> str | None:
    said = read(*lines).subtitle
    return said.value if said else None


def kind(*lines: str, notes: tuple[str, ...] = ()) -> str | None:
    said = read(*lines, notes=notes).kind
    return said.value if said else None


def test_no_lines_say_nothing() -> None:
    assert read() == Titles(None, None, None)


def test_the_line_that_names_the_document_is_the_title() -> None:
    lines = ("River Council", "Joint Statement on Fish", "Adopted by all", "The end")
    assert title(*lines) == (lines[1], "line-that-names-the-document", lines[1])
    assert subtitle(*lines) == "Adopted by all"
    assert subtitle(*lines[:2]) is None


def test_the_first_of_two_lines_that_name_the_document_is_the_title() -> None:
    assert title("Joint Statement on Fish", "Declaration of Highport")[0] == "Joint Statement on Fish"


def test_a_letter_is_called_by_its_date() -> None:
    assert title("Sixth session", "Letter dated 3 May 1999 from the envoy of Lowland")[0].startswith("Letter dated")
    assert title("Sixth session", "Note verbale dated 3 May 1999")[0] == "Note verbale dated 3 May 1999"
    assert title("Sixth session", "Identical letters dated 3 May 1999")[0] == "Identical letters dated 3 May 1999"
    assert title("Sixth session", "Letters of the envoys")[0] == "Sixth session"
    assert title("Sixth session", "A letter dated 3 May 1999 was read")[0] == "Sixth session"


@pytest.mark.parametrize("word", ["Documents", "Document", "Text", "Release"])
def test_the_head_of_a_collection_is_passed_over_for_a_title(word: str) -> None:
    head = f"{word} on River Affairs"
    assert title(head, "Joint Statement on Fish")[0] == "Joint Statement on Fish"
    assert title(head, "Joint Statement")[:2] == (f"{head}: Joint Statement", "meeting-and-kind")
    assert title("Lowland", head)[:2] == (head, "line-that-names-the-document")
    assert subtitle("Lowland", head, "Third part") == "Third part"


@pytest.mark.parametrize("name", ["Treaty", "Convention", "Charter", "Agreement", "Protocol"])
@pytest.mark.parametrize("body", ["Organization", "Organisation", "Secretariat", "Council", "Committee", "Commission"])
def test_a_body_called_after_a_document_is_no_document(name: str, body: str) -> None:
    lines = (f"COASTAL {name} {body}".upper(), "Ministerial Meeting in Highport")
    assert title(*lines)[0] == (lines[0] if body == "Council" else lines[1])
    assert kind(*lines) is None
    assert title(*lines, "Statement on Fish")[0] == "Statement on Fish"


@pytest.mark.parametrize("body", ["office", "department"])
def test_an_office_called_after_a_document_is_no_document(body: str) -> None:
    lines = (f"Treaty {body}", "Third session")
    assert title(*lines)[0] == "Third session"
    assert kind(*lines) is None


def test_a_document_about_a_body_is_one() -> None:
    assert title("Third session", "Treaty on the Organization of the Coast")[0].startswith("Treaty on")
    assert kind("Treaty on the Organization of the Coast") == "treaty"


@pytest.mark.parametrize("mark", ["94/173.", "3719 (XXV).", "4051 (2034)."])
def test_a_resolution_is_called_by_its_subject(mark: str) -> None:
    lines = ("Sixth session", "Resolution adopted by the Assembly", "on the report", f"{mark} Fish of the river")
    assert title(*lines) == ("Fish of the river", "subject-of-resolution", "Fish of the river")
    assert subtitle(*lines) == "on the report"
    assert subtitle(lines[1], lines[3]) is None


def test_a_number_without_a_subject_or_an_adoption_gives_no_title() -> None:
    adopted = "Resolution adopted by the Assembly"
    assert title(adopted, "94/173")[0] == adopted
    assert title(adopted, "Agenda 94/173. Fish")[0] == adopted
    assert title("Resolution of the Assembly", "94/173. Fish of the river")[0] == "Resolution of the Assembly"


@pytest.mark.parametrize(
    "word",
    [
        *("of", "by", "between", "on", "from", "at", "to", "for", "after", "concerning", "regarding", "following"),
        *("issued", "adopted", "agreed", "made", "signed"),
    ],
)
def test_a_kind_goes_on_below(word: str) -> None:
    lines = ("Council of the River", "JOINT STATEMENT", f"{word} Lowland", "Third session")
    assert title(*lines) == (f"JOINT STATEMENT {word} Lowland", "kind-and-line-below", "\n".join(lines[1:3]))
    assert subtitle(*lines) == "Third session"
    assert subtitle(*lines[:3]) is None


def test_a_kind_does_not_go_on_in_a_line_that_stands_apart() -> None:
    kind_line, below = ("Joint statement", 0), ("of the ministers", 30)
    said = read_titles([kind_line, below], []).title
    assert said == Said("of the ministers", "line-below-the-kind", Span(30, 46))
    assert title("Joint Statement", "Ministers of Lowland")[:2] == ("Ministers of Lowland", "line-below-the-kind")


def test_a_kind_by_itself_makes_a_title_with_the_meeting_above_it() -> None:
    lines = ("Council of the River", "Meeting of Ministers", "Lowland", "Joint Statement", "Fish")
    assert title(*lines) == (
        "Meeting of Ministers: Joint Statement",
        "meeting-and-kind",
        "Meeting of Ministers\nLowland\nJoint Statement",
    )
    assert subtitle(*lines) == "Fish"
    assert subtitle(*lines[:4]) is None


@pytest.mark.parametrize(
    "meeting",
    [
        *("meeting", "summit", "session", "conference", "forum", "council", "assembly", "visit", "talks"),
        *("consultations", "dialogue"),
    ],
)
def test_what_is_called_a_meeting(meeting: str) -> None:
    assert title("Lowland", f"The {meeting} at Highport", "Highland", "Statement")[0].startswith(f"The {meeting}")
    assert title("Lowland", f"The {meeting} at Highport", "Highland")[:2] == (
        f"The {meeting} at Highport",
        "first-line",
    )


def test_the_last_meeting_above_the_kind_gives_the_title_and_the_first_where_there_is_no_kind() -> None:
    lines = ("Lowland", "Forum of the River", "Talks at Highport", "Highland")
    assert title(*lines, "Statement")[0] == "Talks at Highport: Statement"
    assert title(*lines)[0] == "Forum of the River"
    assert subtitle(*lines) == "Lowland"


@pytest.mark.parametrize(
    "counted",
    [
        *("702nd meeting", "1st session", "3rd Summit", "100th conference", "Twelfth Summit", "First Session"),
        *("Second ministerial meeting", "THIRD MEETING", "Twenty-fourth session"),
    ],
)
def test_a_meeting_that_is_only_counted_is_named_with_whose_it_is(counted: str) -> None:
    lines = ("Lowland", "Committee of Fish", counted, "Communiqué")
    assert title(*lines) == (
        f"Committee of Fish, {counted}: Communiqué",
        "meeting-and-kind",
        "\n".join(lines[1:]),
    )


@pytest.mark.parametrize("meeting", ["Third Meeting of Ministers", "Annual meeting", "In the Third Meeting"])
def test_a_meeting_that_says_whose_it_is_needs_no_more(meeting: str) -> None:
    assert title("Committee of Fish", meeting, "Communiqué")[0] == f"{meeting}: Communiqué"


def test_a_counted_meeting_with_nothing_above_it_stands_alone() -> None:
    assert title("Third session", "Highport", "Communiqué")[0] == "Third session: Communiqué"


def test_a_kind_takes_the_line_above_it_where_no_meeting_is_named() -> None:
    assert title("Lowland", "Highland", "Joint Statement")[0] == "Highland: Joint Statement"


def test_a_kind_at_the_head_leaves_the_title_to_the_line_below_it() -> None:
    lines = ("Joint Statement", "Lowland and Highland", "Fish", "Trade")
    assert title(*lines) == (lines[1], "line-below-the-kind", lines[1])
    assert subtitle(*lines) == "Fish"


def test_a_kind_without_other_lines_is_the_title() -> None:
    assert title("Joint Statement") == ("Joint Statement", "kind-alone", "Joint Statement")
    assert subtitle("Joint Statement") is None


@pytest.mark.parametrize(
    "line",
    [
        *("Statement.", "Statement:", "(Joint Statement)", "[Joint Statement]", "Closing Statement"),
        *("Concluding statement", "Official statement", "Forum statement", "Media statement", "Press Statement"),
        *("Chair's Statement", "Chairman’s Statement", "Chairperson's Statement", "Presidency statement"),
        *("Final Statement", "Summit Declaration", "Text of the Final Communique"),
    ],
)
def test_a_line_that_says_only_what_the_document_is(line: str) -> None:
    words = line.strip("()[]")
    assert title("Lowland", line)[:2] == (f"Lowland: {words}", "meeting-and-kind")


@pytest.mark.parametrize("line", ["Statement of fish", "Statements", "Understatement", "Fish statement"])
def test_a_line_that_says_more_is_no_kind_alone(line: str) -> None:
    assert title("Lowland", line)[:2] == (line, "line-that-names-the-document")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("J O I N T C O M M U N I Q U E", "JOINT COMMUNIQUE"),
        ("F I N A L C O M M U N I Q U É", "FINAL COMMUNIQUÉ"),
        ("J O I N T P R E S S S T A T E M E N T", "JOINT PRESS STATEMENT"),
        ("F I N A L P R E S S S T A T E M E N T", "FINAL PRESS STATEMENT"),
        ("P R E S S S T A T E M E N T", "PRESS STATEMENT"),
        ("C O M M O N D E C L A R A T I O N", "COMMON DECLARATION"),
        ("O F F I C I A L S T A T E M E N T", "OFFICIAL STATEMENT"),
        ("P O L I T I C A L D E C L A R A T I O N", "POLITICAL DECLARATION"),
        ("A G R E E M E N T", "AGREEMENT"),
        ("P R O T O C O L", "PROTOCOL"),
        ("T R E A T Y", "TREATY"),
        ("R E S O L U T I O N", "RESOLUTION"),
        ("C O N C L U S I O N S", "CONCLUSIONS"),
    ],
)
def test_letters_typed_apart_are_read_as_words(typed: str, meant: str) -> None:
    assert title("Lowland", typed)[0] == f"Lowland: {meant}"
    assert kind(typed) == meant.casefold().replace("communique", "communiqué")
    assert title(typed, "of the two ministers")[0] == f"{meant} of the two ministers"


def test_what_stands_between_a_kind_and_its_first_word_stays_between_them() -> None:
    typed = "J O I N T L O W - H I G H S T A T E M E N T"
    assert title(typed)[0] == "JOINT LOW-HIGH STATEMENT"
    assert title("F I N A L L O W - H I G H P R O T O C O L")[0] == "FINAL LOW-HIGH PROTOCOL"
    said = read("Lowland", typed).kind
    assert said == Said("statement", "kind-named", Span(18, 18 + len(typed)))


@pytest.mark.parametrize("line", ["L O W L A N D", "A", "A B", "T R E A T Y x", "T R E A T Y of peace", "T.R.E.A.T.Y"])
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert title(line)[0] == line


def test_where_nothing_is_named_the_first_line_is_the_title() -> None:
    lines = ("Lowland", "Highland", "Midland")
    assert title(*lines) == ("Lowland", "first-line", "Lowland")
    assert subtitle(*lines) == "Highland"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("Subject: fish of the river ", "Fish of the river"),
        ("SUBJ: FISH", "FISH"),
        ("Subj . Fish", "Fish"),
        ("Following is the text of the joint communiqué on fish, 3 May 1999.", "Joint communiqué on fish"),
        ("Following is text of a final statement on fish.", "Final statement on fish"),
        ("Text of an agreed declaration on fish", "Agreed declaration on fish"),
        ("Text of the long and declaration on fish", "Long and declaration on fish"),
        ("Here is text of communique by ministers", "Communique by ministers"),
    ],
)
def test_a_note_may_give_the_title(note: str, words: str) -> None:
    said = read(notes=("From: Highport", note)).title
    assert said is not None
    assert said.span is not None
    assert (said.value, said.rule) == (words, "title-in-note")
    assert said.span.of(" " * 500 + note).strip().casefold() == words.casefold()


@pytest.mark.parametrize(
    "note", ["Our subject: fish", "Subject", "Text of the treaty on fish", "Context of the statement of fish"]
)
def test_other_notes_give_no_title(note: str) -> None:
    assert read(notes=(note,)).title is None


def test_a_note_gives_a_better_title_than_a_line_that_names_no_document() -> None:
    fish = "Subject: Fish"
    assert read("Council of the River", notes=(fish,)).title == Said("Fish", "title-in-note", Span(509, 513))
    for line in ("Statement on Trade", "Statement"):
        said = read(line, notes=(fish,)).title
        assert said is not None
        assert said.value == line


def test_a_note_that_says_only_a_kind_gives_no_title() -> None:
    assert read(notes=("Subject: Joint Communiqué",)).title is None
    said = read(notes=("Subject: Fish and Joint Communiqué",)).title
    assert said is not None
    assert said.value == "Fish and Joint Communiqué"


@pytest.mark.parametrize(
    "name",
    [
        *("communiqué", "press release", "statement", "declaration", "conclusions", "agreed minutes", "final document"),
        *("memorandum of understanding", "final act", "summary of conclusions", "summary", "announcement"),
        *("agreement", "treaty", "protocol", "resolution", "convention", "joint statement", "final communiqué"),
        *("press statement", "media statement", "closing statement", "concluding statement", "official statement"),
        *("political declaration", "common declaration", "joint press statement"),
    ],
)
def test_the_kind_is_what_the_document_calls_itself(name: str) -> None:
    said = read("Lowland", f"The {name.upper()} on fish").kind
    assert said == Said(name, "kind-named", Span(22, 22 + len(name)))


def test_the_kind_is_read_whole() -> None:
    assert kind("Joint final press communique") == "final press communiqué"
    assert kind("Communiques and understatements") is None


def test_the_kind_is_taken_from_the_first_line_that_names_one_and_then_from_the_notes() -> None:
    assert kind("Lowland", "Statement", "Declaration", notes=("Press release",)) == "statement"
    assert kind("Lowland", notes=("On fish", "Press release")) == "press release"
    assert kind(notes=("Press release",)) == "press release"
