"""Which questions a round of it has: drawn, left out, put in order by hand."""
