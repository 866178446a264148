"""One robot phone: it joins, thinks, answers and comes back."""
