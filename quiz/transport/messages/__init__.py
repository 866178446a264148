"""Socket.IO's packets, rooms and acknowledgements, our way."""
