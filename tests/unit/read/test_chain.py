"""Chains by class of trap. Each case is a short annotated text of our own; its marks are both the input and what is expected."""

import pytest

from sayso.model import Part
from sayso.read.resolve import resolve
from training.annotated import Article, parse_text, to_document, to_scan
from training.score_annotated import match, same_chain

HEAD = '<article outlet="Quayside Post" url="https://quayside.example/x" published="2031-05-08T09:00:00Z" byline="" region="" genre="">'


def st(id: int, chain: str, words: str, more: str = "") -> str:
    """A marked statement."""
    full = "outlet" + "".join(f" &gt; {link}" for link in chain.split(" > ") if link)
    given = {"polarity": "affirmed", "modality": "plain", "continued": "no"} | dict(p.split("=") for p in more.split())
    return f'<st id="{id}" chain="{full}" ' + " ".join(f'{k}="{v}"' for k, v in given.items()) + f">{words}</st>"


def cue(ids: str, words: str) -> str:
    return f'<cue st="{ids}">{words}</cue>'


def src(ids: str, link: int, words: str) -> str:
    return f'<src st="{ids}" link="{link}">{words}</src>'


ORR, TELL = "person:Lena Orr", "publication:Coast Wire"

CASES = {
    "pronoun after a full name": (
        f"{src('1', 2, 'Harbour master Lena Orr')} {cue('1', 'averred')} that {st(1, ORR, 'the lock had been shut for a week')}. "
        f"{st(2, ORR, 'Two barges were turned back')}, {src('2', 2, 'she')} {cue('2', 'disclosed')}."
    ),
    "pronoun of the other gender skips the nearer person": (
        f"{src('1', 2, 'Spokeswoman Lena Orr')} {cue('1', 'said')} {st(1, ORR, 'the lock was shut')}. Mr Piet Hadd runs the lock. "
        f"{st(2, ORR, 'It may stay shut')}, {src('2', 2, 'she')} {cue('2', 'added')}."
    ),
    "surname": (
        f"{src('1', 2, 'Odo Marr, who keeps the lock,')} {cue('1', 'opined')} that {st(1, 'person:Odo Marr', 'the gate was rusty')}. "
        f"{st(2, 'person:Odo Marr', 'It fell in two')}, {src('2', 2, 'Marr')} {cue('2', 'recalled')}."
    ),
    "title and office before the name": (
        f"{src('1', 2, 'Deputy Minister for Inland Waters Tessa Quillon')} {cue('1', 'informed')} the house that "
        f"{st(1, 'person:Tessa Quillon', 'the canal was sound')}."
    ),
    "its director, by name": (
        f"{src('1', 2, 'The Lock Authority')} {cue('1', 'said')} {st(1, 'organisation:Lock Authority', 'the gate would be mended')}. "
        f"{src('2', 2, 'Its director, Dr Rosa Venn,')} {cue('2', 'reckoned')} {st(2, 'person:Rosa Venn', 'it would take a month')}."
    ),
    "the ministry": (
        f"{src('1', 2, 'The Ministry of Canals')} {cue('1', 'announced')} that {st(1, 'organisation:Ministry of Canals', 'tolls would rise')}. "
        f"{st(2, 'organisation:Ministry of Canals', 'Barges under ten tonnes are exempt')}, {src('2', 2, 'the ministry')} {cue('2', 'added')}."
    ),
    "its spokesman is the body's word": (
        f"{src('1', 2, 'The Lock Authority')} {cue('1', 'denied')} {st(1, 'organisation:Lock Authority', 'any leak', 'polarity=denied')}. "
        f"{st(2, 'organisation:Lock Authority', 'The gate is dry')}, {src('2', 2, 'its spokesman')} {cue('2', 'insisted')}."
    ),
    "acronym introduced once": (
        f"{src('1', 2, 'The Bargemen and Lockkeepers Union (BLU)')} {cue('1', 'complained')} that "
        f"{st(1, 'organisation:Bargemen and Lockkeepers Union', 'wages were late')}. "
        f"{src('2', 2, 'The BLU')} {cue('2', 'warned')} that {st(2, 'organisation:Bargemen and Lockkeepers Union', 'it would strike')}."
    ),
    "told an agency, and heard through it again": (
        f"{src('1', 3, 'Engineer Lena Orr')} {cue('1', 'told')} {src('1', 2, 'Coast Wire')} that "
        f"{st(1, TELL + ' > ' + ORR, 'the pump had failed twice')}. {st(2, TELL + ' > ' + ORR, 'Nobody was hurt')}, "
        f"{src('2', 3, 'she')} {cue('2', 'said')}."
    ),
    "told this newspaper": (
        f"{src('1', 3, 'Engineer Lena Orr')} {cue('1', 'told')} {src('1', 2, 'Coast Wire')} that "
        f"{st(1, TELL + ' > ' + ORR, 'the pump had failed twice')}. {src('2', 2, 'Orr')} {cue('2', 'told')} this newspaper that "
        f"{st(2, ORR, 'a new one was on its way')}."
    ),
    "quoting somebody": (
        f"{src('1', 2, 'Coast Wire')}, {cue('1', 'quoting')} {src('1', 3, 'two deckhands')}, {cue('1', 'said')} "
        f"{st(1, TELL + ' > anonymous:two deckhands', 'the captain was asleep')}. "
        f"{st(2, TELL + ' > anonymous:two deckhands', 'The radio was off', 'continued=yes')}."
    ),
    "according to somebody who was told": (
        f"{src('1', 3, 'Passengers')} had {cue('1', 'said')}, {cue('1', 'according to')} {src('1', 2, 'Constable Ivo Strand')}, that "
        f"{st(1, 'person:Ivo Strand > anonymous:passengers', 'a bell rang before the crash')}."
    ),
    "nested speech": (
        f"{src('1', 2, 'Lena Orr, an engineer,')} {cue('1', 'said')} "
        + st(
            1,
            ORR,
            f"{src('2', 3, 'the gatekeeper')} {cue('2', 'had confided')} to her that {st(2, ORR + ' > anonymous:the gatekeeper', 'the key was lost')}",
        )
        + "."
    ),
    "nested speech three deep": (
        f"{src('1', 2, 'Coast Wire')} {cue('1', 'reported')} that "
        + st(
            1,
            TELL,
            f"{src('2', 3, 'the mayor, Ada Brink,')} {cue('2', 'had been told')} by {src('3', 4, 'a diver')} that "
            + st(3, TELL + " > person:Ada Brink > anonymous:a diver", "the wreck lay upside down"),
        )
        + "."
    )
    .replace('<src st="2" link="3">', '<src st="3" link="3">')
    .replace('<cue st="2">', '<cue st="3">'),
    "quotation that goes on after its credit": (
        f'"{st(1, ORR, "The gate is gone")}," {src("1", 2, "Lena Orr")} {cue("1", "said")}. "{st(2, ORR, "We heard it break", "continued=yes")}. '
        f'{st(3, ORR, "Nobody slept", "continued=yes")}."'
    ),
    "quotation over two paragraphs, the first left open": (
        f'{src("1", 2, "Lena Orr")} {cue("1", "said")}: "{st(1, ORR, "The gate is gone")}.\n\n"{st(2, ORR, "We heard it break", "continued=yes")}."'
    ),
    "two speakers of one statement": (
        st(1, ORR, st(2, "person:Odo Marr", "The lock will open on Friday"))
        + f", {src('1', 2, 'Lena Orr')} and {src('2', 2, 'Odo Marr')} {cue('1 2', 'said')}."
    ),
    "they, for a group": (
        f"{src('1', 2, 'Three lockkeepers')} {cue('1', 'claimed')} {st(1, 'anonymous:three lockkeepers', 'the alarm was cut')}. "
        f"{st(2, 'anonymous:three lockkeepers', 'It had been dead since March')}, {src('2', 2, 'they')} {cue('2', 'added')}."
    ),
    "one of them": (
        f"{src('1', 2, 'Two bargemen')} {cue('1', 'said')} {st(1, 'anonymous:two bargemen', 'the light was green')}. "
        f"{src('2', 2, 'One of them')} {cue('2', 'swore')} {st(2, 'anonymous:one of two bargemen', 'it never changed')}."
    ),
    "a study, then it": (
        f"{src('1', 2, 'A study published in the Canal Review')} {cue('1', 'found')} that {st(1, 'publication:Canal Review study', 'eels avoid locks')}. "
        f"{src('2', 2, 'It')} {cue('2', 'notes')} that {st(2, 'publication:Canal Review study', 'pike do not')}."
    ),
    "a report whose publisher is named later": (
        f"{src('1', 2, 'A detailed report')} {cue('1', 'reveals')} that {st(1, 'publication:Towpath Weekly', 'the lock was sold')}. "
        f"{src('2', 2, 'The report')} {cue('2', 'adds')} that {st(2, 'publication:Towpath Weekly', 'the price was a crown')}. "
        f"{src('3', 2, 'Towpath Weekly')}, which published the findings on Monday, {cue('3', 'says')} {st(3, 'publication:Towpath Weekly', 'the buyer is unknown')}."
    ),
    "a report by an outlet described before its name": (
        f"{cue('1', 'According to')} {src('1', 2, 'a report published by the delta’s leading media outlet Reedbed')}, "
        f"{st(1, 'publication:Reedbed', 'the lock was sold')}. {src('2', 2, 'The report')} further {cue('2', 'states')} that "
        f"{st(2, 'publication:Reedbed', 'the price was a crown')}."
    ),
    "a report that nobody is named for stays as described": (
        f"{src('1', 2, 'A recent report')} {cue('1', 'highlights')} how {st(1, 'anonymous:a recent report', 'locks decay')}."
    ),
    "transcript": (
        f"HOST: {st(1, '', 'The lock at Merrow broke on Sunday.')}\n\n{src('2', 2, 'RUTH PELLOW')}: {st(2, 'person:Ruth Pellow', 'I saw the gate go.')} "
        f"{st(3, 'person:Ruth Pellow', 'It took a second.', 'continued=yes')}"
    ),
    "our reporter is the outlet": f"{st(1, '', 'The water stood knee-high in Ropewalk')}, {src('1', 1, 'our reporter')} {cue('1', 'saw')}.",
    "dateline agency": (
        f"MERROW ({src('1 2 3', 2, 'Coast Wire')}) - {st(1, TELL, 'The lock at Merrow broke on Sunday')}. "
        f"{st(2, TELL + ' > ' + ORR, 'A bolt had sheared')}, {src('2', 3, 'engineer Lena Orr')} {cue('2', 'said')}.\n\n"
        f"{st(3, TELL, 'The lock was built in 1911')}. {src('4', 2, 'Odo Marr')} {cue('4', 'told')} this newspaper "
        f"{st(4, 'person:Odo Marr', 'he would sue')}."
    ),
    "the company, for a firm with a bare name": (
        f"{st(1, 'organisation:Tarrow', 'Tarrow has closed its yard on the Merrow')}, {src('1', 2, 'the company')} {cue('1', 'said')}. "
        f"{st(2, 'organisation:Tarrow', 'Ninety people lose their jobs', 'continued=yes')}. The town council met on Tuesday. "
        f"{src('3', 2, 'The firm')} {cue('3', 'expects')} {st(3, 'organisation:Tarrow', 'to sell the slipway')}."
    ),
    "two men, the one who speaks goes on": (
        f"{src('1', 2, 'Odo Marr')} {cue('1', 'testified')} that {st(1, 'person:Odo Marr', 'Piet Hadd had held the lamp')}. "
        f'"{st(2, "person:Odo Marr", "He never looked up")}," {src("2", 2, "he")} {cue("2", "said")}.'
    ),
    "a man who acts, then speaks": (
        f'Skipper Piet Hadd brought the barge in on Sunday. "{st(1, "person:Piet Hadd", "I could not steer")}," {src("1", 2, "he")} {cue("1", "said")}.'
    ),
    "he, after a body that spoke": (
        f"{src('1', 2, 'Chief engineer Odo Marr')} {cue('1', 'said')} {st(1, 'person:Odo Marr', 'the gate was old')}. "
        f"{src('2', 2, 'The Lock Authority')} {cue('2', 'rejected')} {st(2, 'organisation:Lock Authority', 'the charge', 'polarity=denied')}. "
        f"{st(3, 'person:Odo Marr', 'They knew')}, {src('3', 2, 'he')} {cue('3', 'replied')}."
    ),
    "the police, unnamed": (
        f"{src('1', 2, 'The police')} {cue('1', 'confirmed')} {st(1, 'organisation:the police', 'two arrests')}. "
        f"{st(2, 'organisation:the police', 'More will follow')}, {src('2', 2, 'they')} {cue('2', 'added')}."
    ),
    "the officer refers to the one with that rank": (
        f"{src('1', 2, 'Inspector Ivo Strand')} {cue('1', 'said')} {st(1, 'person:Ivo Strand', 'the lock was forced')}. "
        f"{src('2', 2, 'Baker Ada Brink')} {cue('2', 'said')} {st(2, 'person:Ada Brink', 'she heard a saw')}. "
        f"{st(3, 'person:Ivo Strand', 'No saw was found')}, {src('3', 2, 'the inspector')} {cue('3', 'noted')}."
    ),
    "the source, for an unnamed official": (
        f"{src('1', 2, 'A senior official at the treasury')} {cue('1', 'whispered')} that {st(1, 'anonymous:a senior official at the treasury', 'the tolls were spent')}. "
        f'"{st(2, "anonymous:a senior official at the treasury", "Ask the bank")}," {src("2", 2, "the source")} {cue("2", "went on")}.'
    ),
    "a paper quoted, then it, then the daily": (
        f"{src('1', 2, 'The Merrow Telegraph')} {cue('1', 'reported')} that {st(1, 'publication:Merrow Telegraph', 'the toll money was gone')}. "
        f"{src('2', 2, 'It')} {cue('2', 'put')} {st(2, 'publication:Merrow Telegraph', 'the sum at four million')}. "
        f"{src('3', 3, 'A clerk')} {cue('3', 'told')} {src('3', 2, 'the daily')} {st(3, 'publication:Merrow Telegraph > anonymous:a clerk', 'the safe was empty')}."
    ),
    "the paper wrote, at the end": (
        f"{st(1, 'publication:Merrow Telegraph', 'The toll money was gone')}, {src('1', 2, 'the Merrow Telegraph')} {cue('1', 'wrote')}, "
        f"{cue('2', 'citing')} {src('2', 3, 'a bank letter')} that {st(2, 'publication:Merrow Telegraph > publication:bank letter', 'nothing was left')}."
    ).replace('<src st="1" link="2">', '<src st="1 2" link="2">'),
    "a report by a named body, then the institute's report": (
        f"{cue('1', 'According to')} {src('1', 2, 'a report by the Marl Institute')}, {st(1, 'publication:report of the Marl Institute', 'silt fills the locks')}. "
        f"{src('2', 2, 'The report')}, {cue('2', 'drawing on')} {src('2', 3, 'two dredgers')}, {cue('2', 'says')} "
        f"{st(2, 'publication:report of the Marl Institute > anonymous:two dredgers', 'a metre falls every year')}."
    ),
    "a named spokesman of a body speaks himself": (
        f"{src('1', 2, 'The Lock Authority')} {cue('1', 'said')} {st(1, 'organisation:Lock Authority', 'all was well')}. "
        f"{src('2', 2, 'Authority spokesman Piet Hadd')} {cue('2', 'conceded')} {st(2, 'person:Piet Hadd', 'a delay')}."
    ),
    "a statement issued by the ministry": (
        f"{src('1', 2, 'The Canal Ministry')} {cue('1', 'called')} {st(1, 'organisation:Canal Ministry', 'the story', 'polarity=denied')} invented. "
        f"{st(2, 'organisation:Canal Ministry', 'Not one crown is missing')}, {src('2', 2, 'its statement')} {cue('2', 'read')}."
    ),
    "a denial heard directly after a paper's report of the same man": (
        f"{src('1', 2, 'Coast Wire')} {cue('1', 'quoted')} {src('1', 3, 'Odo Marr')} as saying {st(1, TELL + ' > person:Odo Marr', 'the gate was sold')}. "
        f"{src('2', 2, 'Marr')} {cue('2', 'denied')} {st(2, 'person:Odo Marr', 'saying so', 'polarity=denied')}. "
        f'"{st(3, "person:Odo Marr", "I never met them")}," {src("3", 2, "he")} {cue("3", "said")}.'
    ),
    "a group, then its name": (
        f"{src('1', 2, 'A bargemen’s association, Free Locks (FL),')} {cue('1', 'complained')} that "
        f"{st(1, 'organisation:Free Locks', 'tolls had doubled')}."
    ),
    "its reporters speak for the paper": (
        f"{src('1', 2, 'The Merrow Telegraph')} {cue('1', 'said')} {st(1, 'publication:Merrow Telegraph', 'the gate was sold')}. "
        f"{src('2', 2, 'Its reporters')} {cue('2', 'concede')} that {st(2, 'publication:Merrow Telegraph', 'they saw no bill')}."
    ),
    "a given name tells whom she means": (
        f"{src('1', 2, 'Maria Venn')} {cue('1', 'said')} {st(1, 'person:Maria Venn', 'the lock was shut')}. "
        f"Peter Hadd runs the lock. {st(2, 'person:Maria Venn', 'It may stay shut')}, {src('2', 2, 'she')} {cue('2', 'added')}."
    ),
    "a pronoun in one sentence tells whom she means in the next": (
        f"{src('1', 2, 'Ilo Venn')} {cue('1', 'said')} {st(1, 'person:Ilo Venn', 'she saw the lock shut')}. "
        f"Ubo Hadd runs his lock alone. {st(2, 'person:Ilo Venn', 'It may stay shut')}, {src('2', 2, 'she')} {cue('2', 'added')}."
    ),
    "who: whoever stands before it": (
        f"{cue('1', 'According to')} {src('1', 2, 'Lena Orr')}, {src('1', 3, 'a diver')} {cue('1', 'told')} her that "
        f"{st(1, ORR + ' > anonymous:a diver', 'the wreck lay upside down')}. It was first seen by {src('2', 2, 'Odo Marr')}, "
        f"{src('2', 2, 'who')} {cue('2', 'said')} {st(2, 'person:Odo Marr', 'it was empty')}."
    ),
    "a capital that only begins a sentence names no publisher": (
        f"{src('1', 2, 'A toll report')} {cue('1', 'found')} {st(1, 'publication:toll report', 'a gap of four million')}. "
        f"{st(2, 'publication:toll report', 'Nobody was charged')}, {src('2', 2, 'the report')} {cue('2', 'adds')}. "
        f"Nobody published the report; no report of its kind was."
    ),
    "two namesakes": (
        f"{src('1', 2, 'Lena Orr')} {cue('1', 'said')} {st(1, ORR, 'the gate broke')}. {src('2', 2, 'Her brother, Tom Orr,')} {cue('2', 'said')} "
        f"{st(2, 'person:Tom Orr', 'it was pushed')}. {src('3', 2, 'Ms Orr')} {cue('3', 'disagreed')}, saying {st(3, ORR, 'it was old')}."
    ),
}


def article_of(text: str, headline: str = "") -> Article:
    return parse_text(f"{HEAD}<headline>{headline}</headline><text>\n{text}\n</text></article>", "case")


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_chain(text: str) -> None:
    article = article_of(text)
    reading = resolve(to_document(article), {p: to_scan(article, p) for p in Part}, reader="test")
    taken = match(article.statements, reading.statements, article)
    said = {
        g.id: [(k.kind.value, k.name) for k in reading.statements[taken[i]].chain[1:]]
        for i, g in enumerate(article.statements)
        if i in taken
    }
    right = {
        g.id
        for i, g in enumerate(article.statements)
        if i in taken and same_chain(g, reading.statements[taken[i]], article)
    }
    assert right == {g.id for g in article.statements}, said
