"""Web addresses: the domain that stands for an outlet, and the key that versions of one page share."""

import hashlib
import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

# Query parameters that say where a reader came from and never which page it is.
_TRACKING = re.compile(
    r"(utm_\w+|(fb|g|dc|ms|y|tt|tw|wbra|gbra|ga)clid|gclsrc|mc_[ce]id|igshid|cmpid|cmp|ocid|ito|ncid|smid|taid|"
    r"s_?cid|_ga|_gl|at_\w+|mkt_tok|spm|referrer|ref_?src|share|amp|outputtype)",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"^(www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)")


def split_address(url: str | None) -> SplitResult | None:
    """The parts of an http(s) address; None where it is none."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        return None
    return parts if known else None


def is_address(text: str) -> bool:
    """True for an http(s) address."""
    return split_address(text) is not None


def find_domain(url: str | None) -> str | None:
    """The host of an address without `www.`, `m.` or `amp.`: what an outlet is called where nothing names it."""
    parts = split_address(url)
    if parts is None or parts.hostname is None:
        return None
    return _PREFIX.sub("", parts.hostname.rstrip(".")) or None


def make_version_key(url: str | None, canonical_url: str | None) -> str | None:
    """One key for all addresses of one page: no scheme, fragment or tracking; None without an address.

    A page's own canonical address counts only where it lies on the host that the page came from: a copy on
    another site names the site copied, and is a document of its own, not a version of the other's.
    """
    given, own = split_address(url), split_address(canonical_url)
    parts = given or own
    if parts is None:
        return None
    if given is not None and own is not None and find_domain(url) == find_domain(canonical_url):
        is_front_page = own.path in ("", "/") and not own.query and given.path not in ("", "/")
        parts = given if is_front_page else own
    host = _PREFIX.sub("", (parts.hostname or "").rstrip("."))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = re.sub(r"/(amp|index\.html?)?/*$", "", parts.path)
    query = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k))
    key = f"{host}{port}{path}" + (f"?{urlencode(query)}" if query else "")
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
