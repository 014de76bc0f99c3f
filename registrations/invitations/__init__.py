"""Inviting people to work for a practice, or to help with some of its course dates."""
