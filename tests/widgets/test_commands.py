from collections import Counter

import pytest
from program import Program
from PySide6.QtCore import SIGNAL
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from viewer.widgets.acts.help_acts import keys_as_html
from viewer.widgets.commands import COMMANDS, Command, Where, build_actions, commands_at, key_names
from viewer.widgets.main_window import MENUS


def test_every_command_has_an_id_of_its_own() -> None:
    assert [name for name, count in Counter(command.id for command in COMMANDS).items() if count > 1] == []


def test_no_key_has_two_meanings() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert "" not in keys
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_says_what_it_does_in_plain_words(command: Command) -> None:
    assert command.menu.split("/")[0] in MENUS
    assert command.tip[0].isupper()
    assert not command.tip.endswith((".", "!"))
    assert (Where.TOOLBAR in command.where) == bool(command.short)


@pytest.mark.parametrize("menu", [*MENUS, "View/Theme", "View/Marks"])
def test_no_two_commands_of_a_menu_have_the_same_letter(menu: str) -> None:
    texts = [command.text for command in COMMANDS if command.menu == menu]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_every_action_shows_its_key_in_its_tooltip_and_is_connected(program: Program) -> None:
    window, pane = QWidget(), QWidget()
    fresh = build_actions(window, [pane])
    for command in COMMANDS:
        action = program.window.action(command.id)
        assert action.toolTip().startswith(command.tip)
        assert key_names(command) in action.toolTip()
        # A menu and a toolbar connect themselves to each action they show; what is left is what carries it out.
        assert receivers(action) > receivers(shown_alike(fresh[command.id], action, window)), command.id


def test_menus_and_toolbar_show_what_the_table_says(program: Program) -> None:
    window = program.window
    for name in ("Edit", "Go", "Notes", "Help"):
        shown = [action for action in window.menu(name).actions() if not action.isSeparator()]
        assert shown == [window.action(command.id) for command in COMMANDS if command.menu == name]
    assert window.toolbar.actions() == [window.action(command.id) for command in commands_at(Where.TOOLBAR)]


def test_the_new_note_button_offers_what_the_table_says(program: Program) -> None:
    program.press_button(program.window.notes, "New note ▾")
    menu = program.open_menu()
    assert menu.actions() == [program.window.action(command.id) for command in commands_at(Where.NOTES)]
    menu.close()


def test_the_list_of_keys_names_every_key() -> None:
    html = keys_as_html()
    for command in COMMANDS:
        if command.keys:
            assert key_names(command) in html
            assert command.tip in html
    for keys in ("Return", "F2, Del", "Ctrl+Enter", "Esc"):
        assert f"<td>{keys}&nbsp;" in html


def receivers(action: QAction) -> int:
    return action.receivers(SIGNAL("triggered(bool)"))


def shown_alike(action: QAction, model: QAction, window: QWidget) -> QAction:
    """The action, put into as many menus and toolbars as another one is in."""
    for place in model.associatedObjects():
        for kind in (QMenu, QToolBar):
            if isinstance(place, kind):
                made = kind(window)
                made.addAction(action)
    return action
