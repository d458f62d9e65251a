"""What only the assembled program shows: what it does first, and what a newer reading of a text leaves alone."""

from dataclasses import replace

from program import Program, selected_text


def test_a_newer_reading_of_the_text_lets_go_of_nothing(program: Program) -> None:
    lavrov = program.entity("S. Lavrov")
    program.session.choose_entity(lavrov.id)
    program.session.show_communique(replace(program.communique, entities=(*program.communique.entities, lavrov)))
    assert "S. Lavrov" in program.card
    assert selected_text(program.window.sidebar) == "S. Lavrov"
    assert selected_text(program.window.contents) == "S. Lavrov"
    assert program.theme_tints(program.reading.theme.current) == ["S. Lavrov"]


def test_a_text_opened_twice_in_a_row_is_read_once_more(program: Program) -> None:
    for _ in range(2):
        program.open_text("Statement\n\nThe ministers of Norway and Chile met in Oslo.")
        assert program.window.status.words[2].startswith("2 states")
