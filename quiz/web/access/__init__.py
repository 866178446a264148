"""Who may open which page: signing in, roles, budgets of guesses."""
