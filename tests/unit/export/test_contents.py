import dataclasses

from sayso.export.contents import say_claim, say_statement
from tests.unit.export.ferry import make_contents
from tests.unit.export.report import harbour


def test_a_denial_is_never_put_into_a_mouth_as_an_assertion() -> None:
    assert say_statement(harbour.ORIGINAL) == f'Harbor Daily → "two port officials": “{harbour.ORIGINAL.text}”'
    assert say_statement(harbour.DENIAL).endswith(f"→ Owen Tarn, denying: “{harbour.DENIAL.text}”")
    claim = make_contents().claims[0]
    denied = dataclasses.replace(claim, said_by="Quay News → Owen Tarn", statements=())
    assert say_claim(claim) == f"{claim.said_by}: “{claim.text}”"
    assert say_claim(denied) == f"Quay News → Owen Tarn, denying: “{claim.text}”"


def test_who_says_it() -> None:
    contents = make_contents()
    assert contents.say_who(harbour.COPIED.id) == "Coast Wire"
    assert contents.say_who("gone") == "undetermined"
    assert contents.name("gone") == "an unknown outlet"
