"""The library of question banks: kept, brought in, taken out."""
