"""The demo's registrations, made by the services that real ones are made by."""

from registrations.demo.making import make_registrations, payments_made

__all__ = ["make_registrations", "payments_made"]
