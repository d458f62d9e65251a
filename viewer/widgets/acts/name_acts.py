"""What the reader does about names the program does not know: open the folder of gazetteers of their own."""

from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from viewer.core.display_names import shown_name
from viewer.storage.resources import own_files, resource
from viewer.widgets.main_window import MainWindow


class NameActs(QObject):
    """Opens the folder of the reader's own gazetteers, and says what is wrong with them."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        window.action("own-names").triggered.connect(self.open_folder)

    @Slot()
    def open_folder(self) -> None:
        """Show the folder; one without a gazetteer gets two that say in remarks how to write one."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not own_files(self._folder):
                for example in sorted(resource("own_gazetteers").glob("*.yaml")):
                    copyfile(example, self._folder / example.name)
        except OSError as error:
            name, reason = shown_name(str(self._folder)), error.strerror or error
            self._window.notice.say(f"The folder for names you add, “{name}”, cannot be made: {reason}.", alert=True)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self._window.notice.say(f"Names you add are kept in “{shown_name(str(self._folder))}”.")
