"""The one table of commands: menus, toolbar, context menus, the list of keys and the tests are all made from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from viewer.formats.encodings import ENCODINGS


class Where(StrEnum):
    """Where a command is offered besides its menu."""

    TOOLBAR = "toolbar"
    TEXT = "text"
    NAMES = "names"  # the context menu of a name in tree and sidebar
    SECTIONS = "sections"  # the context menu of a section in the tree
    NOTES = "notes"  # the menu of the notes panel's New button


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do. `keys` are portable key sequences."""

    id: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    where: frozenset[Where] = frozenset()
    short: str = ""
    """The word on its tool button."""
    pane_keys: bool = False
    """Whether the keys work only in the panes that are read, because elsewhere they type."""
    group: str = ""
    """Commands of one group exclude each other; a command with a group or `check` can be checked."""
    check: bool = False
    needs_document: bool = False
    """Whether it can be given only while a document is open."""
    needs_file: bool = False
    """Likewise, and only of a document that is a file."""
    ends_block: bool = False
    """Whether a line follows it in its menu."""


def _where(*places: Where) -> frozenset[Where]:
    return frozenset(places)


_T, _X, _N, _S, _O = Where.TOOLBAR, Where.TEXT, Where.NAMES, Where.SECTIONS, Where.NOTES

ENCODING_COMMANDS: Final = {"encoding-automatic": ""} | {f"encoding-{one.codec}": one.codec for one in ENCODINGS}
"""The commands that choose an encoding, and the codec of each; none for the one that is found out."""

COMMANDS: Final = (
    Command("open", "File", "&Open…", "Open a communiqué from a file", ("Ctrl+O",), _where(_T), short="Open"),
    Command(
        "paste",
        "File",
        "&Paste as communiqué…",
        "Open the text on the clipboard, as copied from a web page, and keep it as a file",
        ("Ctrl+Shift+V",),
        _where(_T),
        short="Paste",
    ),
    Command(
        "save-text",
        "File",
        "&Save text as…",
        "Keep a pasted text as a file",
        ("Ctrl+Shift+S",),
        needs_document=True,
        ends_block=True,
    ),
    Command("quit", "File", "&Quit", "Close the window", ("Ctrl+Q",)),
    Command("undo", "Edit", "&Undo", "Take back what was done last to the notes", ("Ctrl+Z",)),
    Command(
        "redo",
        "Edit",
        "&Redo",
        "Do again what was taken back",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        ends_block=True,
    ),
    Command("copy", "Edit", "&Copy", "Copy the selected words", ("Ctrl+C",), _where(_X)),
    Command(
        "copy-link",
        "Edit",
        "Copy &link address",
        "Copy the address of the link at the caret; it is never opened from here",
        needs_document=True,
        ends_block=True,
    ),
    Command(
        "filter", "Edit", "&Filter names", "Find a name in the list of entities", ("Ctrl+Shift+F",), ends_block=True
    ),
    Command("own-names", "Edit", "Names you &add…", "Open the folder of names that the program is to know besides"),
    Command("show-contents", "View", "&Contents", "Show or hide the tree of contents", ("Ctrl+1",), check=True),
    Command("show-entities", "View", "&Entities", "Show or hide the list of entities", ("Ctrl+2",), check=True),
    Command("show-card", "View", "Entity c&ard", "Show or hide the card of the chosen entity", ("Ctrl+3",), check=True),
    Command("show-notes", "View", "&Notes", "Show or hide the notes", ("Ctrl+4",), check=True),
    Command("reset-layout", "View", "&Reset layout", "Show every pane at its first size", ends_block=True),
    Command("larger", "View", "&Larger text", "Make the text larger", ("Ctrl++", "Ctrl+="), _where(_T), short="A+"),
    Command("smaller", "View", "&Smaller text", "Make the text smaller", ("Ctrl+-",), _where(_T), short="A−"),
    Command("normal-size", "View", "Nor&mal text size", "Set the text at its first size", ("Ctrl+0",), ends_block=True),
    Command("theme-system", "View/Theme", "&System", "Light or dark as the system is", group="theme"),
    Command("theme-light", "View/Theme", "&Light", "Dark words on a light page", group="theme"),
    Command("theme-dark", "View/Theme", "&Dark", "Light words on a dark page", group="theme"),
    Command("mark-place", "View/Marks", "&Places", "Underline places", check=True),
    Command("mark-document", "View/Marks", "&Documents", "Underline documents", check=True),
    Command("mark-event", "View/Marks", "&Events", "Underline events", check=True),
    Command("mark-date", "View/Marks", "D&ates", "Underline dates", check=True),
    Command("mark-suspected", "View/Marks", "&Suspected words", "Underline words that look damaged", check=True),
    Command("full-screen", "View", "F&ull screen", "Fill the screen", ("F11",), check=True),
    Command(
        "properties",
        "Document",
        "&Properties…",
        "What the communiqué says of itself, and what you put right in it",
        ("Alt+Return",),
        needs_document=True,
    ),
    Command(
        "repairs",
        "Document",
        "&Repairs…",
        "List what was mended in the text for reading, and switch it off",
        ("Ctrl+Shift+R",),
        needs_document=True,
    ),
    Command(
        "switch-repair",
        "Document",
        "&Switch the repair here off or on",
        "Read the place at the caret as the file has it, or as it was mended",
        needs_document=True,
        ends_block=True,
    ),
    Command(
        "encoding-automatic",
        "Document/Encoding",
        "&Automatic",
        "Read the file in the encoding that is found out",
        group="encoding",
        needs_file=True,
        ends_block=True,
    ),
    *(
        Command(
            f"encoding-{encoding.codec}",
            "Document/Encoding",
            f"{encoding.script} ({encoding.name})",
            f"Read the file as {encoding.name}",
            group="encoding",
            needs_file=True,
        )
        for encoding in ENCODINGS
    ),
    Command(
        "next-mention",
        "Go",
        "&Next mention",
        "Go to the next place that names the chosen entity",
        ("N",),
        _where(_X, _N),
        pane_keys=True,
        needs_document=True,
    ),
    Command(
        "previous-mention",
        "Go",
        "&Previous mention",
        "Go to the place before that names the chosen entity",
        ("Shift+N",),
        _where(_X, _N),
        pane_keys=True,
        needs_document=True,
    ),
    Command(
        "forget-entity",
        "Go",
        "&Let go of the entity",
        "Choose no entity",
        ("Esc",),
        pane_keys=True,
        needs_document=True,
        ends_block=True,
    ),
    Command("next-pane", "Go", "Next p&ane", "Move to the next pane", ("F6",)),
    Command("previous-pane", "Go", "Previous pan&e", "Move to the pane before", ("Shift+F6",)),
    Command(
        "note-selection",
        "Notes",
        "Note on the &selection",
        "Write a note on the selected words",
        ("Ctrl+M",),
        _where(_T, _X, _O),
        short="Note",
        needs_document=True,
    ),
    Command(
        "note-paragraph",
        "Notes",
        "Note on the &paragraph",
        "Write a note on the paragraph being read",
        ("Ctrl+Shift+M",),
        _where(_X, _S, _O),
        needs_document=True,
    ),
    Command(
        "note-entity",
        "Notes",
        "Note on the &entity",
        "Write a note on the chosen entity",
        ("Ctrl+Shift+E",),
        _where(_X, _N, _O),
        needs_document=True,
    ),
    Command(
        "note-document",
        "Notes",
        "Note on the &document",
        "Write a note on the whole communiqué",
        ("Ctrl+Shift+D",),
        _where(_O),
        needs_document=True,
    ),
    Command(
        "discard-writing",
        "Notes",
        "Discard what is being &written",
        "Close the note being written without saving it",
        needs_document=True,
        ends_block=True,
    ),
    Command(
        "compare-versions",
        "Notes",
        "Compare &versions…",
        "Show two versions of a note side by side, and choose",
        needs_document=True,
    ),
    Command("restore-notes", "Notes", "&Restore notes removed outside", "Bring back what another program took away"),
    Command(
        "remove-notes",
        "Notes",
        "Re&move notes that were put back",
        "Take away what was missing from the file",
        ends_block=True,
    ),
    Command(
        "notes-history",
        "Notes",
        "Ear&lier versions…",
        "List the former states of the notes on this text, and bring one back",
        needs_document=True,
    ),
    Command("check-notes", "Notes", "Chec&k notes", "Look for damage in all your notes files", ends_block=True),
    Command("notes-folder", "Notes", "&Open notes folder", "Show the notes files in the file manager"),
    Command("change-notes-folder", "Notes", "&Change notes folder…", "Keep the notes files somewhere else"),
    Command("keys", "Help", "&Keys", "List the keys", ("F1",)),
    Command("sample", "Help", "&Bundled communiqué", "Open the communiqué that comes with the program"),
    Command("about", "Help", "&About Communiqué", "Version and licence of the parts", ends_block=False),
)


def commands_at(place: Where) -> Iterator[Command]:
    return (command for command in COMMANDS if place in command.where)


def key_names(command: Command) -> str:
    """The first key of a command as this platform writes it; empty where it has none."""
    return QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""


def build_actions(window: QWidget, panes: Iterable[QWidget]) -> dict[str, QAction]:
    """One action for each command, by id, as long as no document is open.

    The keys of `pane_keys` commands work while one of `panes` has the focus.
    """
    groups: dict[str, QActionGroup] = {}
    actions = {}
    for command in COMMANDS:
        action = QAction(command.text, window)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.check or bool(command.group))
        keys = key_names(command)
        action.setToolTip(f"{command.tip} ({keys})" if keys else command.tip)
        action.setStatusTip(command.tip)
        action.setEnabled(not (command.needs_document or command.needs_file))
        if command.group:
            groups.setdefault(command.group, QActionGroup(window)).addAction(action)
        if command.pane_keys:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for pane in panes:
                pane.addAction(action)
        actions[command.id] = action
    return actions


def allow_every_command(actions: Mapping[str, QAction]) -> None:
    """A document is open: what needed one can be done."""
    for action in actions.values():
        action.setEnabled(True)
