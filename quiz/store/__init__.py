"""What lasts: the journal of every contest, the list of contests, accounts and the secret key."""
