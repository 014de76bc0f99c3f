"""Tax rates and coupons, which lines refer to."""

from __future__ import annotations

from . import schema
from .errors import invalid
from .listing import list_of
from .metadata import merged
from .routing import answers
from .world import Call, Object, World

_TAX_RATE = "active country description display_name inclusive jurisdiction percentage state"


@answers("POST", "/v1/tax_rates", takes=_TAX_RATE + " metadata tax_type")
def create_tax_rate(world: World, call: Call) -> Object:
    """A rate, such as 25 % on top or within."""
    params = call.params
    if not 0 <= params["percentage"] <= 100:
        raise invalid("percentage must lie between 0 and 100", param="percentage")
    rate = schema.blank(
        "tax_rate",
        id=world.new_id("tax_rate"),
        object="tax_rate",
        created=world.now(),
        effective_percentage=params["percentage"],
        livemode=False,
        rate_type="percentage",
        **{"active": True, **params, "metadata": merged({}, params.get("metadata"))},
    )
    return world.add(call.account, rate)


@answers("GET", "/v1/tax_rates")
def list_tax_rates(world: World, call: Call) -> Object:
    """The account's rates."""
    return list_of(world, call, "tax_rate", "/v1/tax_rates", equal=("active", "inclusive"))


@answers(
    "POST",
    "/v1/coupons",
    takes="amount_off currency duration id metadata name percent_off",
)
def create_coupon(world: World, call: Call) -> Object:
    """A coupon for an amount or a share."""
    params = call.params
    if ("amount_off" in params) == ("percent_off" in params):
        raise invalid("One of amount_off and percent_off is needed", param="amount_off")
    if "amount_off" in params and "currency" not in params:
        raise invalid("amount_off needs a currency", param="currency", code="parameter_missing")
    if not 0 < params.get("percent_off", 1) <= 100:
        raise invalid("percent_off must lie above 0 and be at most 100", param="percent_off")
    if params.get("id") in world.all("coupon"):
        raise invalid("There is such a coupon already", param="id", code="resource_already_exists")
    given = {**params, "metadata": merged({}, params.get("metadata"))}
    coupon = schema.blank(
        "coupon",
        object="coupon",
        created=world.now(),
        livemode=False,
        times_redeemed=0,
        valid=True,
        **{"id": world.new_id("coupon"), "duration": "once", **given},
    )
    return world.add(call.account, coupon)
