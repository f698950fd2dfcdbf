"""Bytes → text, whatever the encoding."""

import codecs
import re

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Web pages that say Latin-1 mean its superset (WHATWG encoding standard, section 4.2). By Python's names of the codecs.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874"}  # fmt: skip


def find_mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark gives."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The text: by byte-order mark, as UTF-8 where it is valid, as declared, else by the look of the bytes.

    UTF-8 goes before the declaration: bytes that are valid UTF-8 and hold more than ASCII are hardly ever anything
    else, and a saved page often keeps a declaration that was true before it was saved.
    """
    if mark := find_mark(data):
        return data.decode(mark, "replace").removeprefix("\ufeff")
    if bare := _find_bare_utf16(data):
        return data.decode(bare, "replace")
    is_seven_bit_code = (declared or "").lower().startswith(("iso-2022", "utf-7", "hz"))
    if not is_seven_bit_code:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            if _is_nearly_utf8(data, error):
                return data.decode("utf-8", "replace")
    for name in (declared, "cp1252" if _is_sparse(data) else None, _guess(data), "cp1252"):
        try:
            codec = codecs.lookup((name or "").strip()).name
        except (LookupError, ValueError):
            continue
        codec = _MEANT.get(codec, codec)
        if codec in ("utf-7", "utf-16", "utf-32", "idna", "punycode"):
            continue
        try:
            return data.decode(codec)
        except LookupError:  # a codec that isn't one of text, such as base64
            continue
        except UnicodeDecodeError:
            if name == declared:
                text = data.decode(codec, "replace")
                if text.count("\ufffd") * 100 < len(text):
                    return text
    return data.decode("cp1252", "replace")


def _find_bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of Latin text."""
    head = data[:2000]
    if len(head) < 4 or 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_nearly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Cut off inside a last character, or one damaged byte among many sound ones."""
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return not data[: error.start].isascii()  # a single one may as well be the last letter of "café" in Latin-1
    text = data.decode("utf-8", "replace")
    sound = sum(c > "\x7f" and c != "\ufffd" for c in text)
    return sound > 10 * text.count("\ufffd")


def _is_sparse(data: bytes) -> bool:
    """True for hardly any bytes beyond ASCII: text in English, where a guess has too little to go by."""
    head = data[:60_000]
    return sum(byte > 0x7F for byte in head) < 0.05 * len(head)


def _guess(data: bytes) -> str | None:
    best = charset_normalizer.from_bytes(data[:60_000]).best()
    return best.encoding if best is not None else None


def normalise_lines(text: str) -> str:
    """The text with every line ended by a single line feed, and without a leading byte-order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def replace_unstorable(text: str) -> str:
    """The text with halves of characters and NULs, which no file can hold as text, as U+FFFD: offsets stay."""
    return _UNSTORABLE.sub("\ufffd", text)


_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)


def decode_html(data: bytes, declared: str | None = None) -> str:
    """A page's markup as text: `declared` (the server's word) before the page's own declaration."""
    match = _DECLARED.search(data[:8192])
    own = (match[1] or match[2]).decode("ascii", "replace") if match else None
    return decode_text(data, declared or own)
