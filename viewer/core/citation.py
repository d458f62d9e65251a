"""How a communiqué is named in one line."""

from viewer.core.calendar import MONTHS
from viewer.core.communique import Identity


def place_and_date(identity: Identity) -> str:
    """Place and date as a citation gives them ("Astana, 25 February 2005"), or as much as the text says."""
    return ", ".join(part for part in (identity.place, written_date(identity.date)) if part)


def what_is_known(identity: Identity) -> str:
    """Place and date; where no date is said, the place and the title ("Astana · Joint statement"); perhaps nothing."""
    if identity.date:
        return place_and_date(identity)
    return " · ".join(part for part in (identity.place, identity.title) if part)


def written_date(iso: str | None) -> str:
    """An ISO date as English writes it ("25 February 2005", "July 2005"); any other form as it is."""
    parts = (iso or "").split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) not in {2, 3} or not 1 <= int(parts[1]) <= len(MONTHS):
        return iso or ""
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{MONTHS[int(parts[1]) - 1]} {parts[0]}"
