"""Makes sentences and paragraphs in the manner of one text: its voice, its spelling, its cast of states and people."""

import re
from collections import deque
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from generation import phrases, words
from generation.forms import STILL
from generation.sentences import CLAUSES_OF_OTHERS, SENTENCES, VERBS_OF_OTHERS

_SLOT = re.compile(r"\{(\w+)\}")
_VOICE = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_MINOR = {"a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
_LISTED: dict[str, Sequence[str]] = {
    "state": words.STATES,
    "body": words.BODIES,
    "org": words.ORGANISATIONS,
    "document": words.DOCUMENTS,
    "city": words.CITIES,
    "office": words.OFFICES,
    "offices": phrases.GROUP_OFFICES,
    "programme": words.PROGRAMMES,
    "month": words.MONTHS,
    "ordinal": words.ORDINALS,
    "small": words.SMALL,
    "matter": phrases.MATTERS,
    "verb": phrases.VERBS,
    "noted": phrases.VERBS_NOTED,
    "does": phrases.DOES,
    "doing": phrases.DOING,
    "act": ("{does} {matter}",),
    "agreed": ("[agreed|agree]",),
    "to": phrases.VERBS_TO,
    "that": phrases.VERBS_THAT,
    "clause": phrases.CLAUSES,
    "still": STILL,
    "tail": phrases.TAILS,
    "lead": phrases.LEADS,
    "quote": phrases.QUOTES,
    "verb3": VERBS_OF_OTHERS,
    "clause3": CLAUSES_OF_OTHERS,
    "article": ("Article {n}", "Article {n}, paragraph {n},", "Art. {n}", "paragraph {n}", "section II"),
    "docno": ("CM({year}){count}", "A/CONF.{n}/{count}", "No. {count}/{year}", "MC/{year}/{count}/Rev.{n}"),
    "amount": ("€{n}.{n} million", "USD {count} million", "{count},000 francs", "about $1.{n} billion"),
    "season": ("spring", "autumn", "first half", "second half"),
}
# Slots whose fillings may follow on themselves: figures, and words that are not noticed.
_REPEATED = {
    "n",
    "count",
    "small",
    "month",
    "year",
    "they",
    "they_capital",
    "act",
    "agreed",
    "article",
    "percent",
    "to",
}
_SENTENCES_OF_A_PARAGRAPH = (1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7)


class Manner(NamedTuple):
    """What a text keeps to from beginning to end."""

    first_person: bool
    actors: tuple[str, ...]
    straight: bool  # quotes
    dash: str
    joined: bool  # "cooperation", not "co-operation"
    accent: bool  # "communiqué"
    month_first: bool  # "May 3, 2011"


def _manner(random: Random) -> Manner:
    first_person = random.random() < 0.25
    return Manner(
        first_person=first_person,
        actors=("we",) if first_person else tuple(random.sample(phrases.ACTORS, 3)),
        straight=random.random() < 0.4,
        dash=random.choice(("–", "–", "—", "-")),
        joined=random.random() < 0.5,
        accent=random.random() < 0.7,
        month_first=random.random() < 0.3,
    )


def capital(text: str) -> str:
    """The text with its first letter made a capital, behind quotes that open it as well."""
    at = next((index for index, letter in enumerate(text) if letter.isalpha()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :] if at < 2 else text


def ended(text: str, end: str) -> str:
    """The text with its end; a full stop is not put after that of an abbreviation."""
    return text if end == "." and text.endswith(".") else text + end


def title_case(text: str) -> str:
    """The text as a title: "Trade and Investment", "Small and Medium-sized Enterprises"."""
    return capital(" ".join(word if word in _MINOR else capital(word) for word in text.split(" ")))


class Writer:
    """Everything random of one text comes from here, from one seed."""

    def __init__(self, key: str) -> None:
        self.random = Random(key)
        self.manner = _manner(self.random)
        self.fixed: dict[str, str] = {}  # slots that have one filling throughout the text
        self._pronoun = False  # whether "they" may be said, having been named before
        self._topics: list[str] = []
        self._said: deque[str] = deque(maxlen=40)  # sentences' templates, the last ones
        self._recent: deque[str] = deque(maxlen=10)  # fillings
        self._last = date(1949, 1, 1) + timedelta(days=self.random.randrange(27_500))
        self._cast = self._casting()
        self._makers = self._slots()

    @property
    def today(self) -> date:
        """The day of the text: no date in it is later, but for plans."""
        return self._last

    def any(self, choices: Sequence[str]) -> str:
        return self.random.choice(choices)

    def chance(self, of_one: float) -> bool:
        return self.random.random() < of_one

    def say(self, template: str, **given: str) -> str:
        """The template filled, in the manner of the text; `given` goes before every other filling."""
        while slot := _SLOT.search(template):
            template = template[: slot.start()] + self._filling(slot[1], given) + template[slot.end() :]
        voice = 2 if self.manner.first_person else 1
        return self.spelled(_VOICE.sub(lambda both: both[voice], template)).replace("U.S..", "U.S.")

    def sentence(self) -> str:
        """A sentence of 8 to 60 words."""
        while True:
            template = self._unlike(self._said, lambda: self.any(SENTENCES))
            said = capital(self.say(template))
            if 8 <= len(said.split()) <= 60:
                return said

    def paragraph(self, longest: int = 7) -> str:
        """One to seven sentences, seldom many."""
        count = min(self.random.choice(_SENTENCES_OF_A_PARAGRAPH), longest)
        self._pronoun = False
        said = [self.sentence()]
        self._pronoun = True
        return " ".join([*said, *(self.sentence() for _ in range(count - 1))])

    def topic(self) -> str:
        """A subject of a heading; none comes twice before all have come."""
        if not self._topics:
            self._topics = self.random.sample(words.TOPICS, len(words.TOPICS))
        return self.spelled(self._topics.pop())

    def dated(self, day: date) -> str:
        month = words.MONTHS[day.month - 1]
        return f"{month} {day.day}, {day.year}" if self.manner.month_first else f"{day.day} {month} {day.year}"

    def spelled(self, text: str) -> str:
        manner = self.manner
        if manner.joined:
            text = re.sub(r"\b([Cc]o)-(?=op|ord)", r"\1", text).replace("CO-OP", "COOP").replace("CO-ORD", "COORD")
        if manner.straight:
            text = text.translate(str.maketrans("“”’", '""\''))
        if not manner.accent:
            text = (
                text.replace("communiqué", "communique").replace("ommuniqué", "ommunique").replace("UNIQUÉ", "UNIQUE")
            )
        return text.replace(" – ", f" {manner.dash} ")

    def person(self, *, full: bool = False, forenames: Sequence[str] = (*words.WOMEN, *words.MEN)) -> str:
        given = self.any(forenames)
        family = "".join(self.random.sample(words.SYLLABLES, self.random.choice((2, 2, 3)))).capitalize()
        if not full and self.chance(0.45):
            return f"{given[0]}. {family}"
        return f"{given} {self.any('BDHJKLMRST')}. {family}" if self.chance(0.2) else f"{given} {family}"

    def _titled(self) -> str:
        title = self.any(("Mr.", "Mr.", "Ms.", "Mrs.", "Dr.", "H.E. Mr.", "H.E. Ms.", "Ambassador", "Prof."))
        return f"{title} {self.person(forenames=words.WOMEN if 's.' in title else words.MEN)}"

    def _casting(self) -> dict[str, tuple[str, ...]]:
        sample = self.random.sample
        return {
            "state": tuple(sample(words.STATES, 4)),
            "body": tuple(sample(words.BODIES, 2)),
            "org": tuple(sample(words.ORGANISATIONS, 1)),
            "document": tuple(sample(words.DOCUMENTS, 4)),
            "city": tuple(sample(words.CITIES, 3)),
            "titled": tuple(self._titled() for _ in range(5)),
        }

    def _slots(self) -> dict[str, Callable[[], str]]:
        def from_list(choices: Sequence[str]) -> Callable[[], str]:
            return lambda: self.any(choices)

        return {name: from_list(choices) for name, choices in _LISTED.items()} | self._figures()

    def _figures(self) -> dict[str, Callable[[], str]]:
        number = self.random.randint
        return {
            "n": lambda: str(number(2, 19)),
            "count": lambda: str(number(12, 98)),
            "thousands": lambda: f"{number(2, 90)},{number(1, 9)}00",
            "percent": lambda: self.any(("3.5", "4", "7.2", "11", "12.5", "18", "40")),
            "year": lambda: str(self._last.year - number(1, 19)),
            "early": lambda: str(self._last.year - number(20, 45)),
            "next": lambda: str(self._last.year + 1),
            "soon": lambda: str(self._last.year + number(1, 4)),
            "later": lambda: self.dated(self._last + timedelta(days=number(30, 700))),
            "date": lambda: self.dated(self._last - timedelta(days=number(20, 5000))),
            "person": self.person,
            "titled": self._titled,
            "they": self._actor,
            "they_capital": lambda: capital(self._actor()),
            "sentence": self._unstopped,
        }

    def _filling(self, name: str, given: dict[str, str]) -> str:
        if (fixed := given.get(name, self.fixed.get(name))) is not None:
            return fixed
        make = self._makers[name]
        if name in _REPEATED:
            return make()
        cast = self._cast.get(name, ())
        return self._unlike(self._recent, lambda: self.any(cast) if cast and self.chance(0.7) else make())

    def _unlike(self, recent: deque[str], make: Callable[[], str]) -> str:
        """What is made, mostly none of what was made before it."""
        made = make()
        for _ in range(6):
            if made not in recent:
                break
            made = make()
        recent.append(made)
        return made

    def _actor(self) -> str:
        if self.manner.first_person or (self._pronoun and self.chance(0.4)):
            return "we" if self.manner.first_person else "they"
        return self.manner.actors[0] if self.chance(0.6) else self.any(self.manner.actors)

    def _unstopped(self) -> str:
        """A sentence that may stand in a list, without its full stop."""
        while any(sign in (said := self.sentence()) for sign in (";", "(a)", "stages:")) or len(said) > 220:
            pass
        return said.removesuffix(".")
