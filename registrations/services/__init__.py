from .late_money import give_seat
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
    "AlreadyPaid",
    "Booking",
    "NotEnoughSeats",
    "NotForSale",
    "NothingToPay",
    "PaymentOnItsWay",
    "PaymentPageUnavailable",
    "PersonComing",
    "PriceChanged",
    "RegistrationRefused",
    "WrongMethod",
    "expire_hold",
    "give_seat",
    "give_up",
    "methods_for",
    "register",
    "start_checkout",
    "sync",
]
