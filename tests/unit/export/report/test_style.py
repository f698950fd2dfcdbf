"""Contrast as WCAG 2.2 counts it: 4.5 for text, 3 for lines that mean something."""

import re

import pytest

from sayso.export.report.page import STYLE

SHEET = STYLE.read_text(encoding="utf-8")
COLOURS = re.findall(r"--(\w+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)", SHEET)
PRINT = re.findall(r"--(\w+): (#[0-9a-f]{3,6})", SHEET[SHEET.index("@media print") :])
PALETTES = [
    {name: light for name, light, _ in COLOURS},
    {name: dark for name, _, dark in COLOURS},
    dict(PRINT),
]


def find_luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def find_contrast(a: str, b: str) -> float:
    darker, lighter = sorted((find_luminance(a), find_luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_contrast(palette: dict[str, str]) -> None:
    for ground in ("paper", "raised", "tint"):
        for ink in ("ink", "soft", "accent"):
            assert find_contrast(palette[ink], palette[ground]) >= 4.5
    assert find_contrast(palette["line"], palette["paper"]) >= 3


def test_every_colour_comes_from_a_palette() -> None:
    rules = re.sub(r":root \{.*?\}", "", SHEET, flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules)
    assert set(re.findall(r"var\(--(\w+)\)", rules)) <= {*PALETTES[0], "serif", "sans"}


@pytest.mark.parametrize("mark", ["content", "source", "cue", "reused"])
def test_marks_can_be_told_apart_without_colour(mark: str) -> None:
    (rule,) = re.findall(rf"mark\.{mark} \{{(.*?)\}}", SHEET)
    assert "line" in rule
