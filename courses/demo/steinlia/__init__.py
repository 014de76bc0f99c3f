"""Steinlia's courses: their words in five languages, and their dates."""
