"""Invoices and credit notes as Peppol BIS Billing 3.0 files: made here, sent by whoever has access
to the network."""

from .contents import Lacks, credit_note_file, invoice_file

__all__ = ["Lacks", "credit_note_file", "invoice_file"]
