"""Bytes to packets and back: everything that replaces a library's insides; it knows no contest."""
