"""The collection for programs: the objects of the command line's JSON at addresses, and the changes it can make.

`sayso serve` answers them beside its pages, under `/api/v1`; `/api/v1/openapi.json` describes every address and object.

- **Lists** come by page: `limit` says how many items, `next` in the answer is the `cursor` of the next page, null on the
  last. A page begins after the item that the one before ended with, so a list that changes meanwhile goes on behind it;
  where that item is gone, the answer is 409 and says so. Pages of a search count hits instead: what is added meanwhile may
  move them.
- **State.** Every answer that is read from the collection has an `ETag`; asked again with `If-None-Match`, nothing is sent
  where nothing has changed (304). A change with `If-Match` of it (or the `stamp` of `/collection`) is made only where the
  collection is still in that state, else the answer is 412. Changes are made one after another.
- **Failures** have one shape, `{"error": {"code", "message", "next"}}`: what is wrong with which thing, and what to do next.
- **Who may.** Where the server has a token, each request gives it: `Authorization: Bearer TOKEN`. Where it has none, only
  this machine reaches it; a change must then come from a program that is no browser, or from a page of the server with the
  word of its forms (`X-Sayso-Word`), so that no other site can make one.
- **Long lists of ids.** A source or a voice names the first 100 ids of each kind; its `counts` are of all, and the lists of
  claims and statements give the rest (`/claims?source=`, `/voices/{entity}/statements`). The command line gives all.
- **Search** takes words as they are typed, and no syntax: all of them must be there, "words in quotation marks" together,
  and the last may be unfinished. `searched_for` says how they were taken. Up to 2,000 hits are ranked and counted; of more,
  those added last come first.
- **Adding** begins a job and answers at once; the job says how far it is and what was set aside.
"""

from sayso.serve.api.router import PREFIX, make_router

__all__ = ["PREFIX", "make_router"]
