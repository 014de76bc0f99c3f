"""A small Stripe for tests and demonstrations.

It speaks Stripe's API as the SDK speaks it, checks both what it is asked and
what it answers against Stripe's own description, and carries the pages and
webhooks around it. It cannot prove true error texts, timing, the rounding of
taxes, minimum amounts, or which means of payment a buyer is offered.
"""

from .api import Received, Response
from .errors import BuyerError, NotSimulated
from .simulator import Simulator

__all__ = ["BuyerError", "NotSimulated", "Received", "Response", "Simulator"]
