import ast
import inspect
import re
from collections.abc import Iterator

from named_text import statement

from viewer.core import named_identity
from viewer.core.communique import Evidence
from viewer.core.structure import identity, titles
from viewer.core.text import Span
from viewer.qmodels.identity_words import RULES, source_of

_RULE = re.compile(r"[a-z]+(-[a-z]+)*\Z")


def _rules_given() -> Iterator[str]:
    """The rules written in the source: what an Evidence is made with, and any such word after a first argument."""
    for module in (identity, titles, named_identity):
        for call in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(call, ast.Call):
                is_evidence = isinstance(call.func, ast.Name) and call.func.id == "Evidence"
                constants = (one.value for one in call.args[not is_evidence :] if isinstance(one, ast.Constant))
                yield from (word for word in constants if isinstance(word, str) and _RULE.match(word))


def test_every_rule_that_gives_a_value_is_said_in_words() -> None:
    assert set(_rules_given()) == set(RULES)


def test_no_words_are_the_name_of_a_rule() -> None:
    assert not [words for rule, words in RULES.items() if "-" in rule and rule in words]


def test_the_words_of_the_text_stand_behind_the_rule_and_long_ones_are_cut() -> None:
    communique = statement()
    assert source_of(communique, Evidence("title", Span(2, 17))) == "From the title: “Joint statement”"
    assert source_of(communique, Evidence("commonest-words")) == RULES["commonest-words"]
    assert source_of(communique, Evidence("title", Span(2, 200))).endswith("…”")


def test_a_value_without_a_known_rule_is_from_the_text() -> None:
    communique = statement()
    assert source_of(communique, None) == "From the text"
    assert source_of(communique, Evidence("rule-of-tomorrow", Span(2, 17))) == "From the text: “Joint statement”"
