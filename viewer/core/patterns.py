"""Regular expressions that wait: compiling one costs a start some tenths of a millisecond, and most texts need few."""

import re
from typing import cast


class _Waiting:
    """Compiled when first asked for a method, which it then keeps as its own: afterwards no slower than the pattern."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression = expression
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, found)
        return found


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use.

    A faulty expression is only noticed there (`re.error`), so every pattern needs a test that uses it.
    """
    return cast("re.Pattern[str]", _Waiting(expression, flags))
