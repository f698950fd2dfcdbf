import pytest

from sayso.link.likeness import Likeness, compare_names
from sayso.link.naming import make_person_name


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("Lena Orr", "LENA ORR", Likeness.EQUAL),
        ("Jassim Al Hootra", "Jassim Hootra", Likeness.VARIANT),
        ("Mohammed Orr", "Muhammad Orr", Likeness.VARIANT),
        ("Marran Isolde", "Isolde Marran", Likeness.TURNED),
        ("L. Orr", "Lena Orr", Likeness.INITIALS),
        ("Lena Ida Orr", "Lena Orr", Likeness.MIDDLE),
        ("Renata Olavarre Díaz", "Renata Olavarre", Likeness.MIDDLE),
        ("Josephat Ole Nkaiseri", "Josephat Nkaiseri", Likeness.MIDDLE),
        ("John Orr Jr", "John Orr", Likeness.MIDDLE),
        ("Bill Orr", "William Orr", Likeness.SHORT),
        ("Sergei Volkonsky", "Sergey Volkonskiy", Likeness.SOUND),
        ("Phiphat Ratchakitprakarn", "Phiphat Ratchakitprakan", Likeness.SPELLING),
        ("Orr", "Orr", Likeness.ALONE),
        ("Orr", "Lena Orr", Likeness.FAMILY),
        ("Xi", "Xi Wenbao", Likeness.FAMILY),
        ("Lena", "Lena Orr", Likeness.GIVEN),
        ("Lena Orr", "Owen Orr", None),
        ("Lena Orr", "Lena Tarn", None),
        ("John A. Orr", "John B. Orr", None),
        ("John Orr Jr", "John Orr Sr", None),
        ("Mario Gonzaga", "Maria Gonzaga", None),
        ("Kim Jong-su", "Kim Jong-ho", None),
        ("Minister", "Minister", None),
    ],
)
def test_two_names(a: str, b: str, likeness: Likeness | None) -> None:
    ours, theirs = make_person_name(a), make_person_name(b)
    assert compare_names(ours, theirs) is likeness
    assert compare_names(theirs, ours) is likeness
