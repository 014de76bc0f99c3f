"""The demo's courses: their pages in words, and their dates relative to today."""
