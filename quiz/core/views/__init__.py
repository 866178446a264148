"""What each role sees, built from the state: the only place where a key may leave the core."""
