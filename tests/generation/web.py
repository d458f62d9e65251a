"""A web page around a communiqué: menus before it, footers after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generation.draft import Block, Draft
from generation.frames import Frame, close_text, open_text, opening
from generation.prose import Writer, ended, title_case
from generation.wires import Write

_MENU = (
    *(
        "Home",
        "About us",
        "News",
        "Press releases",
        "Speeches",
        "Ministry",
        "The Minister",
        "Embassies",
        "Treaties",
        "Contact",
    ),
    *(
        "Visas",
        "Careers",
        "Publications",
        "Archive",
        "Events",
        "Media centre",
        "Foreign policy",
        "Services",
        "Search",
        "FAQ",
    ),
)
_TOP = (
    "Skip to main content",
    "Toggle navigation",
    "EN | FR | ES",
    "Menu",
    "Accessibility",
    "Log in",
    "A- A A+",
    "☰ Menu",
)
_COOKIES = (
    "We use cookies to give you the best experience on our website.",
    "This site uses cookies. By continuing to browse you agree to our use of cookies. Accept all",
    "Your privacy matters. Manage preferences",
)
_SHARING = (
    "Share",
    "Print",
    "Print this page",
    "Share on Facebook",
    "Email",
    "Download PDF",
    "Listen",
    "Tweet",
    "Copy link",
)
_FOOTER = (
    *(
        "Back to top",
        "Privacy policy",
        "Terms of use",
        "Site map",
        "Follow us",
        "Subscribe to our newsletter",
        "Legal notice",
    ),
    *(
        "Accessibility statement",
        "RSS",
        "Contact us",
        "Cookies",
        "Was this page helpful? Yes / No",
        "Powered by CivicPress",
    ),
)
_RELATED = (
    "{Kind} on {topic}, {city}, {date}",
    "{titled} to visit {city}",
    "Remarks by the {office} in {city}",
    "{office} of {state} received in {city}",
    "{document}: list of signatories",
)


def web(writer: Writer, draft: Draft, around: Frame, write: Write) -> None:
    """The text with the lines of its page; those are folded, and no part of it."""
    page = _Page(writer, draft, writer.chance(0.5), writer.any("-*"))
    page.above()
    open_text(writer, draft, around._replace(opening=False), titled=1)
    if writer.chance(0.35):
        page.menu(_SHARING, 1, 4)
    if around.opening:
        opening(writer, draft, told=around.dateline == "below")
    write(writer, draft)
    close_text(writer, draft, around)
    page.below()


@dataclass(slots=True)
class _Page:
    """Writes lines of the page into the draft."""

    writer: Writer
    draft: Draft
    links: bool  # Markdown's
    bullet: str

    def above(self) -> None:
        writer = self.writer
        if writer.chance(0.4):
            self._line(writer.any(_COOKIES))
        self.menu(_TOP, 1, 3)
        if self.links and writer.chance(0.4):
            self._line("![Logo](/assets/logo.png)")
        self.menu(_MENU, 4, 9)
        if writer.chance(0.7):
            self._line(self._crumbs())
        if writer.chance(0.4):
            self.menu(_SHARING, 1, 3)

    def below(self) -> None:
        writer = self.writer
        if writer.chance(0.5):
            self.menu(_SHARING, 1, 4)
        if writer.chance(0.6):
            self._related()
        if writer.chance(0.3):
            self._line(f"Tags: {writer.topic()}, {writer.topic()}")
        self.menu(_FOOTER, 2, 7)
        if writer.chance(0.5):
            self._line(f"Last updated: {writer.fixed['day']}")
        owner = ended(writer.say("Ministry of Foreign Affairs of {host}"), ".")
        self._line(f"© {writer.today.year} {owner} All rights reserved.")

    def menu(self, names: Sequence[str], least: int, most: int) -> None:
        chosen = self.writer.random.sample(names, self.writer.random.randint(least, most))
        bulleted = self.links and self.writer.chance(0.6)
        for at, name in enumerate(chosen):
            shown = self._link(name) if self.links else name
            self._line(f"{self.bullet} {shown}" if bulleted else shown, tight=at > 0)

    def _related(self) -> None:
        writer = self.writer
        self._line(
            ("## " if self.links else "")
            + writer.any(("Related", "Related links", "See also", "More news", "Latest news"))
        )
        kind = writer.fixed["kind"].capitalize()
        for _ in range(writer.random.randint(1, 4)):
            name = writer.say(writer.any(_RELATED), Kind=kind, topic=writer.topic())
            self._line(f"{self.bullet} {self._link(name)}" if self.links else name, tight=True)

    def _crumbs(self) -> str:
        sign = self.writer.any((" > ", " / ", " » ", " › "))
        names = ["Home", *self.writer.random.sample(_MENU[1:], 2)]
        shown = [self._link(name) for name in names] if self.links else names
        return sign.join([*shown, title_case(self.writer.fixed["kind"])])

    def _link(self, name: str) -> str:
        address = "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())
        return f"[{name}](/{address[:40]})"

    def _line(self, text: str, *, tight: bool = False) -> None:
        self.draft.add(Block("folded", text, tight=tight))
