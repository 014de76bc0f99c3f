"""Rows of the app ``registrations``, whose ``models`` names them all: import them from there."""

from .enquiries import Enquiry, EnquiryLine, EnquiryNote
from .proposals import Proposal, ProposalSession

__all__ = ["Enquiry", "EnquiryLine", "EnquiryNote", "Proposal", "ProposalSession"]
