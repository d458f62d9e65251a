import re

import pytest

from viewer.core.patterns import lazy_pattern


def test_a_lazy_pattern_answers_like_a_compiled_one() -> None:
    lazy, plain = lazy_pattern(r"(?P<day>\d+) may", re.IGNORECASE), re.compile(r"(?P<day>\d+) may", re.IGNORECASE)
    text = "3 May and 14 MAY"
    assert [match["day"] for match in lazy.finditer(text)] == [match["day"] for match in plain.finditer(text)]
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (plain.pattern, plain.flags, plain.groupindex)
    assert lazy.match(text, 2) is None
    assert lazy.search(text, 2) is not None


def test_a_lazy_pattern_is_compiled_at_its_first_use() -> None:
    faulty = lazy_pattern("(")
    with pytest.raises(re.error):
        faulty.match("")
