"""Raised and lowered letters, which plain text has for digits, signs and most small letters."""

PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyz"
RAISED = dict(zip(PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))
LOWERED = dict(
    zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
DEGREE = "°"


def raised(text: str) -> str | None:
    """The text as an exponent ("10³"), or None where a letter of it is never raised."""
    return DEGREE if text.strip() == "o" else shifted(text, RAISED)


def lowered(text: str) -> str | None:
    """The text as an index ("H₂O"), or None where a letter of it is never lowered."""
    return shifted(text, LOWERED)


def shifted(text: str, letters: dict[str, str]) -> str | None:
    """The text in these letters, its gaps left out."""
    bare = "".join(text.split())
    return "".join(letters[char] for char in bare) if set(bare) <= letters.keys() else None
