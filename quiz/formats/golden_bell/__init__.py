"""Golden Bell ("Rung chuông vàng"): a wrong answer and you leave; the last one rings the bell.

Rules and defaults follow the custom of Vietnamese contests: 15 s, rescue at most twice, the
question that everybody gets wrong spares all once, reserve questions when several are left.
"""
