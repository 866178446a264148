"""The contestant's way in and the phone page."""
