"""The demo's registrations, made by the services that real ones are made by."""

from registrations.demo.making import make_registrations

__all__ = ["make_registrations"]
