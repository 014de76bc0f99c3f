"""The demo's practices, their people and their words; see ``manage.py load_demo``.

Everything is found again by a stable key, so loading twice changes nothing, and nothing that
somebody has edited since is touched.
"""
