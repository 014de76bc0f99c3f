"""What a session's line items are and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import schema
from .errors import NotSimulated, invalid, no_such
from .pricing import Line, check_chargeable, discounted, unit_times
from .world import Call, Object, World

_MOST = 100


@dataclass
class Basket:
    """The lines of a session with their sums."""

    currency: str
    items: list[Object]
    lines: list[Line]

    @property
    def subtotal(self) -> int:
        return sum(line.subtotal for line in self.lines)

    @property
    def discount(self) -> int:
        return sum(line.discount for line in self.lines)

    @property
    def tax(self) -> int:
        return sum(line.tax for line in self.lines)

    @property
    def total(self) -> int:
        return sum(line.total for line in self.lines)

    @property
    def details(self) -> dict[str, int]:
        """What lies between the subtotal and the total."""
        return {"amount_discount": self.discount, "amount_shipping": 0, "amount_tax": self.tax}


def read_basket(world: World, call: Call) -> Basket:
    """The lines a request asks for, or what Stripe has against them."""
    given = call.params.get("line_items")
    if not given or len(given) > _MOST:
        raise invalid(
            f"line_items must hold 1 to {_MOST} lines",
            param="line_items",
            code="parameter_missing",
        )
    currency = _currency(given, call.params.get("currency"))
    lines = [_line(world, call, item, index) for index, item in enumerate(given)]
    _discount(world, call, lines, currency)
    items = [_item(world, item, line, currency) for item, line in zip(given, lines, strict=True)]
    basket = Basket(currency, items, lines)
    if basket.total or not basket.discount:
        check_chargeable(basket.total, currency)
    return basket


def _currency(given: list[dict[str, Any]], asked: str | None) -> str:
    currency = asked.lower() if asked else None
    for index, item in enumerate(given):
        path = f"line_items[{index}]"
        if "price" in item:
            # The API part described here has no prices, so none can exist.
            raise no_such("price", item["price"], param=f"{path}[price]")
        if "price_data" not in item:
            raise invalid(
                f"{path} needs a price or price_data", param=path, code="parameter_missing"
            )
        own = item["price_data"]["currency"].lower()
        if len(own) != 3 or not own.isalpha():
            raise invalid(f"Invalid currency: {own}", param=f"{path}[price_data][currency]")
        if currency not in (None, own):
            raise invalid(
                f"All lines must be in one currency: {currency} and {own}",
                param=f"{path}[price_data][currency]",
            )
        currency = own
    assert currency is not None
    return currency


def _line(world: World, call: Call, item: dict[str, Any], index: int) -> Line:
    path = f"line_items[{index}]"
    price = item["price_data"]
    if "recurring" in price:
        raise invalid("A recurring price needs mode subscription", param="mode")
    if "product" in price:
        raise no_such("product", price["product"], param=f"{path}[price_data][product]")
    if "product_data" not in price:
        raise invalid(
            f"{path}[price_data] needs product or product_data",
            param=f"{path}[price_data]",
            code="parameter_missing",
        )
    quantity = item.get("quantity")
    if quantity is None or quantity < 1:
        raise invalid(
            f"{path} needs a quantity of 1 or more",
            param=f"{path}[quantity]",
            code="parameter_missing" if quantity is None else "parameter_invalid_integer",
        )
    subtotal = unit_times(
        price.get("unit_amount"),
        price.get("unit_amount_decimal"),
        quantity,
        f"{path}[price_data]",
    )
    rates = [
        world.find(call.account, "tax_rate", rate, param=f"{path}[tax_rates]")
        for rate in item.get("tax_rates", [])
    ]
    return Line(subtotal=subtotal, rates=rates)


def _discount(world: World, call: Call, lines: list[Line], currency: str) -> None:
    given = call.params.get("discounts", [])
    if len(given) > 1:
        raise invalid("A session takes one discount", param="discounts")
    for discount in given:
        if "coupon" not in discount:
            raise NotSimulated("Promotion codes are not simulated")
        coupon = world.find(
            call.account, "coupon", discount["coupon"], param="discounts[0][coupon]"
        )
        discounted(lines, coupon, currency)


def _item(world: World, item: dict[str, Any], line: Line, currency: str) -> Object:
    product = item["price_data"]["product_data"]
    item_id = world.new_id("item")
    if "description" in product:
        world.note(item_id)["description"] = product["description"]
    return schema.blank(
        "item",
        id=item_id,
        object="item",
        amount_discount=line.discount,
        amount_subtotal=line.subtotal,
        amount_tax=line.tax,
        amount_total=line.total,
        currency=currency,
        description=product["name"],
        metadata=item.get("metadata", {}),
        adjustable_quantity=item.get("adjustable_quantity"),
        price=_price(world, item["price_data"], currency),
        quantity=item["quantity"],
    )


def _price(world: World, given: dict[str, Any], currency: str) -> Object:
    decimal = given.get("unit_amount_decimal", str(given.get("unit_amount")))
    return schema.blank(
        "price",
        id=world.new_id("price"),
        object="price",
        active=False,
        billing_scheme="per_unit",
        created=world.now(),
        currency=currency,
        livemode=False,
        metadata={},
        product=world.new_id("product"),
        tax_behavior=given.get("tax_behavior", "unspecified"),
        type="one_time",
        unit_amount=given.get("unit_amount"),
        unit_amount_decimal=decimal,
    )
