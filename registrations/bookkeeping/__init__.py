"""The money of a period, as an owner and a bookkeeper look at it. Reads the ledger, changes nothing
of it."""
