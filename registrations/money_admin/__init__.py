"""Money in the admin: the ledger of a period, payouts, invoices by age, and what the bookkeeper
gets."""
