"""What is printed and counted afterwards: figures, statistics, seals."""
