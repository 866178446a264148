"""Buzzer ("bấm chuông"): who buzzes first answers, alone."""
