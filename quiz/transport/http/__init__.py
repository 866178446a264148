"""HTTP: who is let in to ask, and requests for websockets on their short way."""
