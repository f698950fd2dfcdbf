"""Worldwide newswire (`data/worldwide`): token files as the text of a news article, with offsets.

The files hold a url, then one token a line with its tags (the last column counts), and a blank line after
every paragraph. Their spacing is lost, so the text that offsets of `labels/worldwide.jsonl` refer to is
defined here. Any change of these rules moves those offsets.
"""

import itertools

# Tokens with no space before them, and tokens with none after.
CLOSING = frozenset(",.;:?!)]}%”»’…™®°")
OPENING = frozenset("([{“«‘#$£€¥₡₵₹")
# Ends of contractions: glued to an apostrophe that is a token of its own, and one token with it.
CLITICS = frozenset({"s", "t", "re", "ve", "m", "ll", "d"})
ELIDED = frozenset({"O", "D", "d"})  # O ’ Brien, D ’ Souza, Côte d ’ Ivoire
JOINING = frozenset("-/")  # between two words: six-month, km/h
OPENERS = frozenset({"The", "An", "In", "It", "This"})  # a hyphen before them is a dash: PORT - The ship sank


def _is_word(token: str) -> bool:
    """Whether the token begins and ends with a letter or digit."""
    return token[0].isalnum() and token[-1].isalnum()


def _is_clitic(token: str) -> bool:
    """Whether the token is the end of a contraction or possessive: ’s, 're, n't."""
    plain = token.lower().replace("’", "'")
    return plain == "n't" or (plain[0] == "'" and plain[1:] in CLITICS)


def _read_paragraphs(tsv: str) -> list[list[tuple[str, str]]]:
    """(token, tag) of every paragraph but the first, which is the url, on one line or split into tokens."""
    rows = [line.split() for line in tsv.splitlines()]
    groups = [list(group) for has_words, group in itertools.groupby(rows, key=bool) if has_words]
    return [[(columns[0], columns[-1] if len(columns) > 1 else "O") for columns in group] for group in groups[1:]]


def _find_gaps(tokens: list[str]) -> list[bool]:
    """For every token, whether a space stands before it."""
    gaps: list[bool] = []
    glue = True  # nothing before the first token
    is_open = {'"': False, "'": False}  # straight quotation marks: opening and closing by turns
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else ""
        after = tokens[i + 1] if i + 1 < len(tokens) else ""
        gap, next_glue = not glue, False
        if token in is_open:
            possessive = token == "'" and not is_open[token] and before.endswith("s")
            if is_open[token] or possessive:
                gap = False
            else:
                next_glue = True
            if not possessive:
                is_open[token] = not is_open[token]
        elif token in CLOSING or _is_clitic(token):
            gap = False
            next_glue = token == "’" and (after in CLITICS or before in ELIDED)
        elif token in OPENING:
            next_glue = True
        elif token in JOINING and before and after and _is_word(before) and _is_word(after):
            gap = after in OPENERS
            next_glue = not gap
        gaps.append(gap)
        glue = next_glue
    return gaps


def render(tsv: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The article's text, and (start, stop, tag) of every token in it.

    Paragraphs are separated by one blank line. Offsets are code points, half-open, and every token's place
    holds exactly that token.

    >>> render("https://harbor.example/1\\n\\nLena\\tB-Person\\nsaid\\tO\\n.\\tO\\n")
    ('Lena said.', [(0, 4, 'B-Person'), (5, 9, 'O'), (9, 10, 'O')])
    """
    pieces: list[str] = []
    places: list[tuple[int, int, str]] = []
    length = 0
    for paragraph in _read_paragraphs(tsv):
        gaps = _find_gaps([token for token, _ in paragraph])
        for i, ((token, tag), gap) in enumerate(zip(paragraph, gaps, strict=True)):
            space = "\n\n" if not i and pieces else " " if gap else ""
            start = length + len(space)
            length = start + len(token)
            pieces.append(space + token)
            places.append((start, length, tag))
    return "".join(pieces), places
