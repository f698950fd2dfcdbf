import pytest

from tools.make_docs import ROOT, make_files

FILES = make_files()


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_generated_file_is_as_the_code_makes_it(path: object) -> None:
    """`make generate` writes them."""
    assert path.read_text(encoding="utf-8") == FILES[path]  # type: ignore[attr-defined, index]
