from .calling_off import call_off, consequences
from .cancelling import (
    WITHDRAWAL_PERIOD,
    NotPossible,
    QuoteChanged,
    cancel,
    give_money_back,
    may_withdraw,
    percent_now,
    quote,
    withdraw,
)
from .late_money import give_seat, settle
from .payments import NothingToPay, PaymentPageUnavailable, start_checkout, sync
from .registering import (
    Booking,
    NotEnoughSeats,
    NotForSale,
    PersonComing,
    PriceChanged,
    RegistrationRefused,
    WrongMethod,
    methods_for,
    register,
)
from .releasing import AlreadyPaid, PaymentOnItsWay, expire_hold, give_up

__all__ = [
    "WITHDRAWAL_PERIOD",
    "AlreadyPaid",
    "Booking",
    "NotEnoughSeats",
    "NotForSale",
    "NotPossible",
    "NothingToPay",
    "PaymentOnItsWay",
    "PaymentPageUnavailable",
    "PersonComing",
    "PriceChanged",
    "QuoteChanged",
    "RegistrationRefused",
    "WrongMethod",
    "call_off",
    "cancel",
    "consequences",
    "expire_hold",
    "give_money_back",
    "give_seat",
    "give_up",
    "may_withdraw",
    "methods_for",
    "percent_now",
    "quote",
    "register",
    "settle",
    "start_checkout",
    "sync",
    "withdraw",
]
