"""The demo's registrations and enquiries, made by the services that real ones are made by."""

from registrations.demo.conversing import make_enquiries
from registrations.demo.making import make_registrations, payments_made
from registrations.demo.writing import make_messages

__all__ = ["make_enquiries", "make_messages", "make_registrations", "payments_made"]
