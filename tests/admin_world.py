"""Two practices with something of everything, and somebody of every role."""

from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.models import Audience, Benefit, Practice, PracticeImage, Principle, Role, Topic
from cms.practice_groups import collection_of
from cms.users.models import User
from courses.models import CoursePage, DiscountCode, Offering, OfferingGuest, OfferingQuestion
from registrations.enquiries.services import add_note
from registrations.invitations.services import invite
from registrations.models import (
    CreditNote,
    Enquiry,
    Invitation,
    Message,
    Payout,
    Registration,
    SavedFilter,
)
from tests.factories import (
    ask,
    locale,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_user,
)
from tests.registrations.enquiries.conversations import make_accepted, make_enquiry

# What nobody but an owner of the practice, or an administrator, may read anywhere.
PERSONAL = (
    "gjest@hemmelig.example",
    "Runar Fortrolig",
    "runar@fortrolig.example",
    "Vi er syv som ikke får sove",
    "Ringer helst etter fire",
    "Solveig Taushet",
    "solveig@hemmelig.example",
    "Deltaker Diskre",
    "Bestillende AS",
    "PO-48151623",
    "Spiser ikke skalldyr",
    "Jobber i nattjeneste",
)
# What nobody of another practice may read anywhere.
INTERNAL = (
    "Utkast til hemmelig kurs",
    "Bildet i skuffen",
    "Dokumentet i skuffen",
    "Hvor i verden arbeider du?",
    "editor@steinlia.example",
    "owner@steinlia.example",
    "HEMMELIGRABATT",
    "Beskjed i skuffen",
    "Fellesord i skuffen",
    "Publikum i skuffen",
    "Gevinst i skuffen",
    "Prinsipp i skuffen",
    "Emne i skuffen",
    "gammelt-i-skuffen",
    "po_utbetaling_i_skuffen",
    "Filter i skuffen",
)


@dataclass
class World:
    practice: Practice
    offering: Offering
    registration: Registration
    enquiry: Enquiry
    message: Message
    code: DiscountCode
    asked: OfferingQuestion
    pages: dict[str, CoursePage]
    image: PracticeImage
    document: Any
    translation: Translation
    segment: StringSegment
    source: TranslationSource
    shared_words: dict[str, Model]
    money: dict[str, Model]
    redirect: Redirect
    saved_filter: SavedFilter
    editor: User
    owner: User
    other: User
    administrator: User
    guest: User
    invitation: Invitation

    def client(self, role: str) -> Client:
        client = Client()
        if role != "anonymous":
            client.force_login(getattr(self, role))
        return client


def make_world() -> World:
    practice = make_practice()
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    make_course_pages(other, title="Another course")
    editor = make_user("editor@steinlia.example", practice=practice, role=Role.EDITOR)
    owner = make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)
    pages = make_course_pages(practice, title="Utkast til hemmelig kurs")
    pages["nb"].save_revision(user=editor).publish(user=editor)
    pages["en"].delete()
    offering = make_offering(practice, course=pages["nb"].course)
    asked = ask(offering, "Hvor i verden arbeider du?")
    sensitive = ask(offering, "Hva spiser du ikke?", sensitive=True)
    translation = _translate(pages["nb"], owner)
    _translate(asked.question, owner)
    collection = collection_of(practice)
    registration = _register(offering, asked, sensitive)
    return World(
        practice=practice,
        offering=offering,
        code=_code(practice, offering),
        registration=registration,
        money=_money(registration),
        enquiry=_enquire(practice, owner),
        message=_write(practice, offering, owner),
        asked=asked,
        pages={"nb": pages["nb"], "en": CoursePage.objects.get(locale=locale("en"))},
        image=PracticeImage.objects.create(
            title="Bildet i skuffen",
            file=get_test_image_file(),
            collection=collection,
            uploaded_by_user=owner,
        ),
        document=get_document_model().objects.create(
            title="Dokumentet i skuffen",
            file=ContentFile(b"paper", name="paper.txt"),
            collection=collection,
            uploaded_by_user=owner,
        ),
        translation=translation,
        segment=StringSegment.objects.filter(source=translation.source).first(),
        source=translation.source,
        shared_words=_shared_words(practice),
        redirect=Redirect.add_redirect("/nb/gammelt-i-skuffen/", pages["nb"], site=practice.site),
        saved_filter=SavedFilter.objects.create(
            practice=practice, name="Filter i skuffen", query="q=Solveig"
        ),
        editor=editor,
        owner=owner,
        other=make_user("owner@tankelage.example", practice=other, role=Role.OWNER),
        administrator=make_user("root@example.org", is_superuser=True),
        guest=_guest(offering),
        invitation=_invite(practice, owner),
    )


def _money(registration: Registration) -> dict[str, Model]:
    """A row of each kind, by the names of the addresses that it has."""
    invoice, now = registration.invoices.get(), timezone.now()
    return {
        "invoice_file": invoice,
        "credit_note_file": CreditNote.objects.create(
            invoice=invoice, amount=1, currency="NOK", status=CreditNote.Status.FAILED
        ),
        "payouts": Payout.objects.create(
            practice=registration.practice,
            payout_id="po_utbetaling_i_skuffen",
            status=Payout.Status.PAID,
            amount=1,
            currency="NOK",
            by_itself=True,
            arrives_on=now.date(),
            made_at=now,
        ),
    }


def _invite(practice: Practice, owner: User) -> Invitation:
    return invite(
        practice=practice,
        email="gjest@hemmelig.example",
        role=Invitation.As.EDITOR,
        language="nb",
        user=owner,
    )


def _guest(offering: Offering) -> User:
    guest = make_user("guest@example.org")
    OfferingGuest.objects.create(offering=offering, user=guest)
    return guest


def _shared_words(practice: Practice) -> dict[str, Model]:
    """A row of each kind, by the names of the addresses that it has."""
    facts = {"practice": practice, "locale": locale("nb"), "text": "Fellesord i skuffen"}
    rows = (
        Audience.objects.create(name="Publikum i skuffen", **facts),
        Benefit.objects.create(title="Gevinst i skuffen", **facts),
        Principle.objects.create(title="Prinsipp i skuffen", **facts),
        Topic.objects.create(name="Emne i skuffen", slug="emne", **facts),
    )
    kinds = ("wagtailsnippets", "wagtailsnippetchoosers")
    return {f"{kind}_cms_{row._meta.model_name}": row for row in rows for kind in kinds}


def _translate(instance: Any, user: User) -> Translation:
    translate_object(instance, [locale("en")], user=user)
    return Translation.objects.get(source__object_id=instance.translation_key)


def _code(practice: Practice, offering: Offering) -> DiscountCode:
    code = DiscountCode.objects.create(practice=practice, code="HEMMELIGRABATT", percent=20)
    code.offerings.add(offering)
    return code


def _enquire(practice: Practice, owner: User) -> Enquiry:
    enquiry = make_enquiry(
        practice,
        language="nb",
        name="Runar Fortrolig",
        email="runar@fortrolig.example",
        message="Vi er syv som ikke får sove",
    )
    make_accepted(enquiry)
    add_note(enquiry_id=enquiry.pk, text="Ringer helst etter fire", user=owner)
    return enquiry


def _write(practice: Practice, offering: Offering, owner: User) -> Message:
    text = {"subject": "Beskjed i skuffen", "body": "Hei {first_name}."}
    return Message.objects.create(
        practice=practice,
        offering=offering,
        audience="participants",
        texts={"nb": text},
        user=owner,
        written_at=timezone.now(),
    )


def _register(
    offering: Offering, asked: OfferingQuestion, sensitive: OfferingQuestion
) -> Registration:
    registration = make_invoiced(
        offering,
        people=1,
        booker_name="Solveig Taushet",
        booker_email="solveig@hemmelig.example",
        organisation="Bestillende AS",
        order_number="PO-48151623",
    )
    person = registration.participants.get()
    person.name = "Deltaker Diskre"
    person.save()
    for model, question, text in (
        ("answers", asked, "Jobber i nattjeneste"),
        ("sensitiveanswers", sensitive, "Spiser ikke skalldyr"),
    ):
        getattr(registration, model).create(
            participant=person,
            question=question.question,
            question_text=question.question.text,
            text=text,
        )
    return registration


def page_of(world: World) -> Page:
    return world.pages["nb"]
