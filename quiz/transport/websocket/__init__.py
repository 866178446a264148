"""Websockets: frames, connections, limits of what comes in."""
