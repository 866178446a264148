"""Symbols of Word's own fonts, and raised or lowered letters, as characters that every page has."""

import unicodedata

LOST = "\ufffd"
"""What stands where a symbol could not be read."""
SYMBOL = dict(
    zip(
        map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
)
SYMBOL |= dict(
    zip(
        map(ord, "abcdefghijklmnopqrstuvwxyz"),
        "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
SYMBOL |= {ord(each): each for each in " !#%&()+,./0123456789:;<=>?[]_{|}"}
SYMBOL |= {ord(each): known for each, known in zip("\"$'*-@\\^~", "∀∃∋∗−≅∴⊥∼", strict=True)}
SYMBOL |= dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", start=0xA0))
SYMBOL |= dict(enumerate("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑", start=0xC0))
SYMBOL |= {0xF1: "〉", 0xF2: "∫"}
"""Characters of the font Symbol by their codes."""
WINGDINGS = {
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE7: "←",
    0xE8: "→",
    0xEF: "⇦",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "✓",
}
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x52: "✓", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}
PRIVATE = 0xF000
"""Where Word puts the codes of symbol fonts."""
HIGH = dict(zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾", strict=True))
HIGH |= dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
LOW = dict(zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True))
LOW |= dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
LONGEST_SHIFTED = 12
"""Characters that are surely an exponent or an index, and no line set small."""


def symbol(font: str, code: int) -> str:
    """A character of a symbol font by its code there."""
    known = FONTS.get(font.casefold(), {})
    return known.get(code - PRIVATE if code >= PRIVATE else code, LOST)


def in_font(text: str, font: str) -> str:
    """The text of a run, where the codes of a symbol font stand in it."""
    if font.casefold() not in FONTS:
        return text
    return "".join(
        symbol(font, ord(char)) if PRIVATE <= ord(char) < PRIVATE + 0x100 else char for char in text
    )


def shifted(text: str, place: str) -> str:
    """Raised ("superscript") or lowered ("subscript") text: 10³, H₂O; what has no sign: x^(đ)."""
    signs = {"superscript": HIGH, "subscript": LOW}.get(place, {})
    bare = text.strip()
    if not signs or len(bare) > LONGEST_SHIFTED or not any(map(str.isalnum, bare)):
        return text if not signs or bare not in ("+", "-", "−") else text.replace(bare, signs[bare])
    if place == "superscript" and bare in ("o", "O"):
        return text.replace(bare, "°")
    if all(char in signs or char.isspace() for char in text):
        return "".join(signs.get(char, char) for char in text)
    sign = "^" if place == "superscript" else "_"
    return text.replace(bare, f"{sign}{bare}" if len(bare) == 1 else f"{sign}({bare})")


def has_lost(text: str) -> bool:
    """Whether a symbol of the text could not be read."""
    return any(char == LOST or unicodedata.category(char) == "Co" for char in text)
