"""Whether the description the simulator goes by is still the one the SDK goes by.

A new version of the SDK that names parameters or fields otherwise turns these
red; then the file openapi-subset.json is to be brought up to it.
"""

from __future__ import annotations

import re
import sys
import typing
from typing import Any

import pytest
import stripe
import stripe.checkout
import stripe.params as params
import stripe.params.checkout as checkout_params

from tests.stripe_simulator import routing, schema

PARAMETERS: dict[str, Any] = {
    "GET /v1/account": params.AccountRetrieveCurrentParams,
    "GET /v1/balance_transactions": params.BalanceTransactionListParams,
    "GET /v1/balance_transactions/{id}": params.BalanceTransactionRetrieveParams,
    "GET /v1/charges": params.ChargeListParams,
    "GET /v1/charges/{charge}": params.ChargeRetrieveParams,
    "GET /v1/checkout/sessions": checkout_params.SessionListParams,
    "GET /v1/checkout/sessions/{session}": checkout_params.SessionRetrieveParams,
    "GET /v1/checkout/sessions/{session}/line_items": checkout_params.SessionListLineItemsParams,
    "GET /v1/credit_notes": params.CreditNoteListParams,
    "GET /v1/credit_notes/{id}": params.CreditNoteRetrieveParams,
    "GET /v1/customers": params.CustomerListParams,
    "GET /v1/customers/{customer}": params.CustomerRetrieveParams,
    "GET /v1/disputes": params.DisputeListParams,
    "GET /v1/disputes/{dispute}": params.DisputeRetrieveParams,
    "GET /v1/events": params.EventListParams,
    "GET /v1/events/{id}": params.EventRetrieveParams,
    "GET /v1/invoice_payments": params.InvoicePaymentListParams,
    "GET /v1/invoiceitems": params.InvoiceItemListParams,
    "GET /v1/invoices": params.InvoiceListParams,
    "GET /v1/invoices/{invoice}": params.InvoiceRetrieveParams,
    "GET /v1/payment_intents/{intent}": params.PaymentIntentRetrieveParams,
    "GET /v1/payouts": params.PayoutListParams,
    "GET /v1/payouts/{payout}": params.PayoutRetrieveParams,
    "GET /v1/refunds": params.RefundListParams,
    "GET /v1/refunds/{refund}": params.RefundRetrieveParams,
    "GET /v1/tax_rates": params.TaxRateListParams,
    "GET /v1/webhook_endpoints": params.WebhookEndpointListParams,
    "POST /v1/checkout/sessions": checkout_params.SessionCreateParams,
    "POST /v1/checkout/sessions/{session}": checkout_params.SessionModifyParams,
    "POST /v1/checkout/sessions/{session}/expire": checkout_params.SessionExpireParams,
    "POST /v1/coupons": params.CouponCreateParams,
    "POST /v1/credit_notes": params.CreditNoteCreateParams,
    "POST /v1/customers": params.CustomerCreateParams,
    "POST /v1/customers/{customer}": params.CustomerModifyParams,
    "POST /v1/invoiceitems": params.InvoiceItemCreateParams,
    "POST /v1/invoices": params.InvoiceCreateParams,
    "POST /v1/invoices/{invoice}": params.InvoiceModifyParams,
    "POST /v1/invoices/{invoice}/add_lines": params.InvoiceAddLinesParams,
    "POST /v1/invoices/{invoice}/finalize": params.InvoiceFinalizeInvoiceParams,
    "POST /v1/invoices/{invoice}/mark_uncollectible": params.InvoiceMarkUncollectibleParams,
    "POST /v1/invoices/{invoice}/pay": params.InvoicePayParams,
    "POST /v1/invoices/{invoice}/send": params.InvoiceSendInvoiceParams,
    "POST /v1/invoices/{invoice}/void": params.InvoiceVoidInvoiceParams,
    "POST /v1/payment_intents": params.PaymentIntentCreateParams,
    "POST /v1/payment_intents/{intent}/cancel": params.PaymentIntentCancelParams,
    "POST /v1/refunds": params.RefundCreateParams,
    "POST /v1/refunds/{refund}/cancel": params.RefundCancelParams,
    "POST /v1/tax_rates": params.TaxRateCreateParams,
    "POST /v1/webhook_endpoints": params.WebhookEndpointCreateParams,
}

OBJECTS: dict[str, Any] = {
    "account": stripe.Account,
    "balance_transaction": stripe.BalanceTransaction,
    "charge": stripe.Charge,
    "checkout.session": stripe.checkout.Session,
    "coupon": stripe.Coupon,
    "credit_note": stripe.CreditNote,
    "credit_note_line_item": stripe.CreditNoteLineItem,
    "customer": stripe.Customer,
    "dispute": stripe.Dispute,
    "event": stripe.Event,
    "invoice": stripe.Invoice,
    "invoice_payment": stripe.InvoicePayment,
    "invoiceitem": stripe.InvoiceItem,
    "item": stripe.LineItem,
    "line_item": stripe.InvoiceLineItem,
    "payment_intent": stripe.PaymentIntent,
    "payout": stripe.Payout,
    "price": stripe.Price,
    "refund": stripe.Refund,
    "tax_rate": stripe.TaxRate,
    "webhook_endpoint": stripe.WebhookEndpoint,
}

# Fields the SDK knows of besides, which concern nothing that is simulated.
BESIDES = {
    "charge": {"authorization_code", "level3", "source"},
    "invoiceitem": {"frozen_fields", "invoicing_rules"},
    "payment_intent": {"payment_record", "source"},
}

# Parameters that only one of the two knows; the simulator heeds none of them.
UNHEEDED = {
    "POST /v1/checkout/sessions/{session}": {"payment_intent_data"},
    "POST /v1/customers": {"validate"},
    "POST /v1/customers/{customer}": {
        "bank_account",
        "card",
        "default_alipay_account",
        "default_bank_account",
        "default_card",
        "validate",
    },
}

OPTIONS = set(stripe.RequestOptions.__annotations__)


def annotations(kind: Any) -> dict[str, str]:
    """A class's own names with the text of their types."""
    texts = {
        name: hint.__forward_arg__ if isinstance(hint, typing.ForwardRef) else str(hint)
        for name, hint in kind.__annotations__.items()
    }
    left_out = {"OBJECT_NAME", "deleted"} if is_object(kind) else OPTIONS
    return {name: hint for name, hint in texts.items() if name not in left_out}


def is_object(kind: Any) -> bool:
    """Whether a class stands for what Stripe answers, not for what it is asked."""
    return isinstance(kind, type) and issubclass(kind, stripe.StripeObject)


def fields_of(described: schema.Schema) -> dict[str, schema.Schema]:
    """The named fields of what is described, through references, lists and choices."""
    described = schema.resolve(described)
    for choice in map(schema.resolve, described.get("anyOf", [described])):
        if choice.get("type") == "array":
            return fields_of(choice["items"])
        if "properties" in choice:
            found: dict[str, schema.Schema] = choice["properties"]
            return found
    return {}


def unknown_within(
    kind: Any, described: dict[str, schema.Schema], path: str, inner: dict[str, Any]
) -> list[str]:
    """What is described below a class's fields but unknown to the SDK."""
    found = []
    for name, hint in annotations(kind).items():
        nested = [inner[word] for word in re.findall(r"\w+", hint) if word in inner]
        fields = fields_of(described.get(name, {}))
        if nested and fields:
            here = f"{path}.{name}"
            found += [f"{here}.{one}" for one in set(fields) - set(annotations(nested[0]))]
            found += unknown_within(nested[0], fields, here, within(nested[0]))
    return found


def within(kind: Any) -> dict[str, Any]:
    """The classes that the annotations of a class may name."""
    if is_object(kind):
        return {name: value for name, value in vars(kind).items() if isinstance(value, type)}
    module = vars(sys.modules[kind.__module__])
    return {name: value for name, value in module.items() if "Params" in name}


def test_the_version_is_the_same() -> None:
    assert schema.api_version() == stripe.api_version


def test_every_operation_described_is_simulated_and_compared() -> None:
    described = sorted(schema.operations())
    assert described == routing.simulated()
    assert sorted(PARAMETERS) == sorted(f"{method} {path}" for method, path in described)


@pytest.mark.parametrize("operation", PARAMETERS)
def test_parameters(operation: str) -> None:
    method, path = operation.split()
    described = schema.operations()[method, path].parameters["properties"]
    kind = PARAMETERS[operation]
    unheeded = UNHEEDED.get(operation, set())
    assert set(described) ^ set(annotations(kind)) == unheeded
    assert not unheeded & (routing.heeded(method, path) or set())
    assert unknown_within(kind, described, operation, within(kind)) == []


@pytest.mark.parametrize("name", OBJECTS)
def test_fields(name: str) -> None:
    described = schema.schema_of(name)["properties"]
    kind = OBJECTS[name]
    assert set(described) == set(annotations(kind)) - BESIDES.get(name, set())
    assert unknown_within(kind, described, name, within(kind)) == []


def test_types_of_events() -> None:
    known = set(re.findall(r"[\"']([\w.]+)[\"']", annotations(stripe.Event)["type"]))
    assert sorted(schema.event_types() - known - {"*"}) == []


def test_the_comparison_sees_a_difference() -> None:
    described = {"line_items": {"type": "array", "items": {"properties": {"colour": {}}}}}
    kind = checkout_params.SessionCreateParams
    assert unknown_within(kind, described, "create", within(kind)) == ["create.line_items.colour"]
