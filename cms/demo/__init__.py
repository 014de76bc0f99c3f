"""The demo's practices, their people and their words; see ``manage.py load_demo``."""
