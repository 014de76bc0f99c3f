"""The account behind an API key."""

from __future__ import annotations

from typing import Any

from . import schema
from .routing import answers
from .world import Call, Object, World


def account_of(world: World, key: str) -> Object:
    """The account of a key, which comes into being with its first use."""
    for account in world.of(key, "account"):
        return account
    account = schema.blank(
        "account",
        id=world.new_id("account"),
        object="account",
        charges_enabled=True,
        country="NO",
        created=world.now(),
        default_currency="nok",
        details_submitted=True,
        metadata={},
        payouts_enabled=True,
        type="standard",
    )
    return world.add(key, account)


def describe(world: World, key: str, **fields: Any) -> None:
    """Give an account another country, currency or e-mail address."""
    account = account_of(world, key)
    account.update(fields)
    schema.assert_object(account)


@answers("GET", "/v1/account")
def retrieve(world: World, call: Call) -> Object:
    """The account that asks."""
    return account_of(world, call.account)
