"""Robots at the server's public edges: phones that join and answer, and a host that plays."""
