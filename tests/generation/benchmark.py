"""Numbered paragraphs without end, for benchmarks: never to be changed, since figures are compared over time."""

import random
from collections.abc import Iterator

_STATES = ("Norway", "the Republic of Chile", "Kenya", "the Kingdom of Thailand", "Peru", "Ghana", "Japan", "Portugal")
_CITIES = ("Oslo", "Santiago", "Nairobi", "Bangkok", "Lima", "Accra", "Tokyo", "Lisbon", "Geneva", "Vienna")
_OFFICES = ("Minister of Foreign Affairs", "Prime Minister", "Minister of Trade", "President", "Minister of Defence")
_BODIES = ("River Commission", "Council of Ministers", "Trade Board", "Border Committee", "Secretariat", "Energy Forum")
_ORGANISATIONS = ("United Nations", "World Health Organization", "African Union", "European Union", "OSCE", "ASEAN")
_DOCUMENTS = ("Treaty on Open Rivers", "Charter of the Ports", "Plan of Action on Trade", "Convention on Clean Air")
_SUBJECTS = (
    "the navigation of the upper rivers",
    "the joint fight against smuggling",
    "the exchange of harvest data",
    "the safety of mountain roads",
    "the return of displaced families",
    "the early warning of floods",
)
_VERBS = ("noted with satisfaction", "stressed", "expressed concern at", "reaffirmed", "called for", "welcomed")
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
_SYLLABLES = ("ba", "dor", "ken", "li", "mar", "no", "ran", "sel", "tov", "vik", "zan", "qui", "hol", "pet")


class _Writer:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def _any(self, choices: tuple[str, ...]) -> str:
        return self._random.choice(choices)

    def _name(self) -> str:
        family = "".join(self._any(_SYLLABLES) for _ in range(self._random.randint(2, 3)))
        return f"{self._any(tuple('ABDEGKLMNRST'))}. {family.capitalize()}"

    def _date(self) -> str:
        return f"{self._random.randint(1, 28)} {self._any(_MONTHS)} {self._random.randint(1950, 2024)}"

    def title(self) -> str:
        return f"JOINT COMMUNIQUÉ\n\nMeeting of the {self._any(_BODIES)} of the {self._any(_ORGANISATIONS)}\n"

    def dateline(self) -> str:
        return f"{self._any(_CITIES)}, {self._date()}\n"

    def paragraphs(self) -> Iterator[str]:
        number = 0
        while True:
            number += 1
            sentences = (self._sentence() for _ in range(self._random.randint(2, 5)))
            yield f"{number}. {' '.join(sentences)}\n"

    def _sentence(self) -> str:
        sort = self._random.randrange(8)
        if sort == 0:
            return f"The meeting was attended by the {self._any(_OFFICES)} of {self._any(_STATES)} {self._name()}."
        if sort == 1:
            return (
                f"{self._name()}, {self._any(_OFFICES)} of {self._any(_STATES)}, and the {self._any(_ORGANISATIONS)} "
                f"{self._any(_BODIES)} met in {self._any(_CITIES)} on {self._date()}."
            )
        if sort == 2:
            return f"The ministers {self._any(_VERBS)} {self._any(_SUBJECTS)} under the {self._any(_DOCUMENTS)}."
        if sort == 3:
            return f"They {self._any(_VERBS)} the work of the {self._any(_ORGANISATIONS)} in {self._any(_STATES)}."
        return (
            f"The participants {self._any(_VERBS)} {self._any(_SUBJECTS)}, and {self._any(_VERBS)} further efforts "
            f"towards {self._any(_SUBJECTS)} and {self._any(_SUBJECTS)} on the basis of equality and mutual respect."
        )


def communique(size: int, seed: int = 1) -> str:
    """A communiqué of at least `size` characters, and at most a paragraph more."""
    writer = _Writer(seed)
    parts, length = [writer.title()], 0
    for paragraph in writer.paragraphs():
        parts.append(paragraph)
        length += len(paragraph) + 1
        if length >= size:
            break
    return "\n".join([*parts, writer.dateline()])
