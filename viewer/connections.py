"""Every connection between the workspace, its sessions and the panes, in one readable block."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from viewer.core.citation import what_is_known
from viewer.core.communique import Communique
from viewer.core.display_names import shown_name
from viewer.formats.encodings import encoding_name
from viewer.services.document_session import DocumentSession, EntitySelection
from viewer.services.workspace import Workspace
from viewer.storage.resources import resource
from viewer.widgets.acts.check_acts import CheckActs
from viewer.widgets.acts.document_acts import DocumentActs
from viewer.widgets.acts.file_acts import FileActs
from viewer.widgets.acts.help_acts import HelpActs
from viewer.widgets.acts.history_acts import HistoryActs
from viewer.widgets.acts.name_acts import NameActs
from viewer.widgets.acts.note_acts import NoteActs
from viewer.widgets.acts.paste_acts import PasteActs
from viewer.widgets.acts.repair_acts import RepairActs
from viewer.widgets.acts.view_acts import ViewActs
from viewer.widgets.appearance import Appearance
from viewer.widgets.commands import COMMANDS, Where, allow_every_command, build_actions, commands_at
from viewer.widgets.contents_tree import ContentsTree
from viewer.widgets.entity_card import EntityCard
from viewer.widgets.entity_sidebar import EntitySidebar
from viewer.widgets.main_window import MainWindow
from viewer.widgets.notes_panel import NotesPanel
from viewer.widgets.parts.notice_bar import NoticeBar
from viewer.widgets.parts.status_line import StatusLine
from viewer.widgets.reading_pane import ReadingPane

Pane = ReadingPane | ContentsTree | EntitySidebar | EntityCard | NotesPanel


class Connections(QObject):
    """Builds the panes that the first frame did without, and connects everybody."""

    def __init__(self, workspace: Workspace, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._shown: Communique | None = None
        window.setWindowIcon(QIcon(str(resource("icons", "communique.svg"))))
        self._place_panes(appearance)
        self._panes: tuple[Pane, ...] = (window.reading, window.contents, window.sidebar, window.card, window.notes)
        self._build_menus()
        self.view_acts = ViewActs(window, workspace, appearance)
        self.document_acts = DocumentActs(window, workspace, appearance)  # first: what it leaves, the notes keep
        self.note_acts = NoteActs(window, workspace, appearance)
        self.history_acts = HistoryActs(window, workspace, appearance)
        self.check_acts = CheckActs(window, workspace)
        self.file_acts = FileActs(window, workspace, self.note_acts.may_leave)
        self.paste_acts = PasteActs(window, workspace, appearance, self.note_acts.may_leave)
        self.name_acts = NameActs(window, workspace.folders.gazetteers)
        self.repair_acts = RepairActs(window, workspace, appearance)
        self.help_acts = HelpActs(window)
        window.reading.furnish()
        window.reading.setFocus()
        window.notice.acted.connect(self._run_command)
        window.reading.selectionChanged.connect(window.notice.pass_by)
        window.reading.menu_requested.connect(self._show_text_menu)
        window.contents.menu_requested.connect(self._show_names_menu)
        window.contents.section_menu_requested.connect(self._show_section_menu)
        window.sidebar.menu_requested.connect(self._show_names_menu)

    def adopt(self, session: DocumentSession) -> None:
        """Connect a session with the panes and show it; its connections end with it."""
        window = self._window
        self.document_acts.leave()
        self.note_acts.leave()
        self._shown = None
        session.communique_changed.connect(self._show_communique)
        session.entity_selected.connect(self._show_selection)
        session.entity_selected.connect(window.notice.pass_by)
        session.place_reached.connect(window.reading.reveal)
        session.paragraph_reached.connect(self._show_paragraph)
        for pane in (window.contents, window.sidebar):
            pane.entity_chosen.connect(session.choose_entity)
            pane.entity_picked.connect(session.select_entity)
        window.contents.mention_picked.connect(session.point_at_mention)
        window.contents.mention_chosen.connect(session.choose_mention)
        window.contents.place_chosen.connect(session.go_to)
        window.card.mention_chosen.connect(session.choose_mention)
        window.card.step_wanted.connect(session.step_mention)
        window.reading.mention_chosen.connect(session.point_at_mention)
        window.reading.mention_picked.connect(session.point_at_mention)
        window.reading.paragraph_reached.connect(session.read_paragraph)
        allow_every_command(window.actions_by_id)
        window.notice.clear()
        self._show_communique(session.communique)
        self._show_paragraph(window.reading.paragraph_read)
        self.document_acts.open(session)
        self.note_acts.open(session)
        self.history_acts.open(session, self.note_acts.keeper, self.note_acts.history)
        self.repair_acts.adopt(session)
        self._say_what_was_guessed(session)

    # Facts ------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _show_communique(self, communique: Communique) -> None:
        window = self._window
        before, self._shown = self._shown, communique
        for pane in self._to_renew(before, communique):
            pane.show_communique(communique)
        known, file_name = what_is_known(communique.identity), communique.source.name
        window.status.show_document(communique, shown_name(known or file_name))
        if session := self._workspace.session:
            title = known if known and session.title == file_name else session.title
            window.setWindowTitle(shown_name(title))  # Qt adds the program's name
            self._show_selection(session.selection)  # a newer reading of the text lets go of nothing
        if before is not None and before.paragraphs is not communique.paragraphs:
            self._show_paragraph(window.reading.paragraph_read)

    def _to_renew(self, before: Communique | None, now: Communique) -> tuple[Pane, ...]:
        """The panes that show something else now: none where only the identity was corrected."""
        if before is None or not before.analysed or before.paragraphs is not now.paragraphs:
            return self._panes
        if before.entities is not now.entities:
            return self._panes
        if before.suspicions != now.suspicions:
            return self._window.reading, self._window.contents
        return (self._window.contents,) if before.sections is not now.sections else ()  # they come after the names

    @Slot(object)
    def _show_selection(self, selection: EntitySelection | None) -> None:
        window = self._window
        for pane in (window.contents, window.sidebar, window.card):
            pane.show_selection(selection)
        window.show_card(empty=selection is None)
        if selection is None:
            window.reading.show_selection((), None)
        else:
            window.reading.show_selection(selection.entity.mentions, selection.mention.span)

    @Slot(int)
    def _show_paragraph(self, index: int) -> None:
        if session := self._workspace.session:
            self._window.contents.show_paragraph(index)
            self._window.status.show_paragraph(session.communique, index)

    def _say_what_was_guessed(self, session: DocumentSession) -> None:
        source = session.communique.source
        if source.encoding_guessed:
            name = encoding_name(source.encoding)
            shown = f"This text is not UTF-8. It is shown as {name}, which is a guess;"
            damaged = "A part of this text is not UTF-8, and shown as “\ufffd”;"
            self._window.notice.say(f"{damaged if name == 'UTF-8' else shown} Document > Encoding has others.")
        elif session.path is None:
            words = "This pasted text is not kept as a file yet. Save it to find it and its notes again."
            self._window.notice.say(words, command="save-text", action="Save text as…")

    # Commands and menus -----------------------------------------------------------------------------------------

    @Slot(str)
    def _run_command(self, command: str) -> None:
        self._window.action(command).trigger()

    @Slot(QPoint)
    def _show_text_menu(self, point: QPoint) -> None:
        self._window.show_menu([*self._actions_at(Where.TEXT), *self.repair_acts.menu_actions], point)

    @Slot(QPoint)
    def _show_names_menu(self, point: QPoint) -> None:
        self._window.show_menu(self._actions_at(Where.NAMES), point)

    @Slot(QPoint)
    def _show_section_menu(self, point: QPoint) -> None:
        self._window.show_menu(self._actions_at(Where.SECTIONS), point)

    def _actions_at(self, place: Where) -> list[QAction]:
        return [self._window.action(command.id) for command in commands_at(place)]

    # Building ---------------------------------------------------------------------------------------------------

    def _place_panes(self, appearance: Appearance) -> None:
        window = self._window
        window.contents, window.card, window.notes = ContentsTree(), EntityCard(), NotesPanel()
        window.places["contents"].put(window.contents)
        window.places["card"].put(window.card)
        window.places["notes"].put(window.notes)
        window.place_notice(NoticeBar())
        window.status = StatusLine()
        window.setStatusBar(window.status)
        for part in (window.contents, window.card, window.notes, window.notice, window.status):
            appearance.dress(part)

    def _build_menus(self) -> None:
        window = self._window
        panes = (window.reading, window.contents, window.sidebar.list, window.card)
        window.actions_by_id = build_actions(window, panes)
        window.menuBar().triggered.connect(window.notice.pass_by)  # before what the command does, which may say more
        for command in COMMANDS:
            menu = window.menu(command.menu)
            menu.addAction(window.action(command.id))
            if command.ends_block:
                menu.addSeparator()
        window.recent = QMenu("Open &recent", window)
        window.menu("File").insertMenu(window.action("paste"), window.recent)
        for command in commands_at(Where.TOOLBAR):
            action = window.action(command.id)
            action.setIconText(command.short)
            window.toolbar.addAction(action)
            window.toolbar.widgetForAction(action).setAccessibleName(command.text.replace("&", ""))
