"""A buzzer round on pages."""
