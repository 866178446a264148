"""Looking back on contests: statistics, use of questions, seals, verification."""
