"""The protocol as it is told: its page, and types for the scripts, from what is declared."""
