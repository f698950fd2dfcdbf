"""The switch between light and dark."""

from fastapi import APIRouter
from starlette.responses import Response

from sayso.serve.web.forms import Posted, go_to, read_back, read_field
from sayso.serve.web.layout import LOOK, LOOKS

router = APIRouter()

YEAR = 365 * 24 * 3600


@router.post("/look")
async def choose_look(form: Posted) -> Response:
    """Keeps the look in a cookie, and goes back to the page."""
    answer = go_to(read_back(read_field(form, "back")))
    look = read_field(form, "look")
    if look in LOOKS:
        answer.set_cookie(LOOK, look, max_age=YEAR, httponly=True, samesite="lax")
    return answer
