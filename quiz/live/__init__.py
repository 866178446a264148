"""Sockets: who is connected, what they may ask, and what is pushed to them."""
