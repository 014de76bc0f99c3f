"""The verbs of inviting: ask, ask again, take back, accept; and taking roles away."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.history import record
from cms.models import Membership, Practice, Role
from courses.models import Offering, OfferingGuest
from registrations.invitations.letters import write_invitation
from registrations.invitations.models import a_week_ahead
from registrations.models import Invitation

# Nobody writes to strangers through us: so many letters to one address within a day.
MOST_LETTERS: Final = 5
WITHIN: Final = timedelta(days=1)


class InvitedAlready(Exception):
    """There is an open invitation of this kind for this address; nothing was sent."""


class TooManyLetters(Exception):
    """This address was written to often enough for today; nothing was sent."""


class InvitationOver(Exception):
    """The invitation was accepted, withdrawn, or its time is over; nothing was changed."""


class AnotherAddress(Exception):
    """It is for somebody else than who is logged in; nothing was changed."""


class AccountExists(Exception):
    """There is an account with this address: its owner logs in to accept; nothing was changed."""


class LastOwner(Exception):
    """A practice keeps at least one owner; nothing was changed."""


@transaction.atomic
def invite(
    *,
    practice: Practice,
    email: str,
    role: str,
    language: str,
    user: Any,
    offerings: Sequence[Offering] = (),
) -> Invitation:
    """Write to ``email`` with a link that gives the role; a guest gets the ``offerings`` alone.

    Answers the same whether or not the address has an account. Raises ``InvitedAlready``, and
    ``TooManyLetters``.
    """
    _spare(practice, email)
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                practice=practice, email=email, role=role, language=language, invited_by=user
            )
    except IntegrityError as error:
        raise InvitedAlready from error
    if role == Invitation.As.GUEST:
        own = [one for one in offerings if one.practice == practice]
        invitation.offerings.set(own)
    write_invitation(invitation)
    _note(invitation, action="invited", user=user)
    return invitation


@transaction.atomic
def invite_again(*, invitation_id: int, user: Any) -> Invitation:
    """Send a new link, for another seven days; the old one opens nothing any more.

    Raises ``InvitationOver`` where it was accepted or withdrawn, and ``TooManyLetters``.
    """
    invitation = _locked(pk=invitation_id)
    if invitation is None or invitation.accepted_at or invitation.withdrawn_at:
        raise InvitationOver
    _spare(invitation.practice, invitation.email)
    invitation.link_id, invitation.expires_at = uuid.uuid4(), a_week_ahead()
    invitation.save(update_fields=["link_id", "expires_at"])
    write_invitation(invitation)
    _note(invitation, action="invited_again", user=user)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation_id: int, user: Any) -> None:
    """Take it back: its link opens nothing any more. One that was accepted stays."""
    invitation = _locked(pk=invitation_id)
    if invitation is not None and not invitation.accepted_at and not invitation.withdrawn_at:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        _note(invitation, action="invitation_withdrawn", user=user)


@transaction.atomic
def accept(*, link_id: uuid.UUID, user: Any) -> Invitation:
    """Give ``user`` what the invitation promises; pressed twice, it is given once.

    Raises ``AnotherAddress`` where it was sent to another address than the user's, and
    ``InvitationOver``.
    """
    invitation = _open(link_id)
    if user.email.lower() != invitation.email.lower():
        raise AnotherAddress
    if invitation.role == Invitation.As.GUEST:
        for offering in invitation.offerings.all():
            OfferingGuest.objects.get_or_create(offering=offering, user=user)
    else:
        Membership.objects.get_or_create(
            practice=invitation.practice, user=user, role=invitation.role
        )
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    _note(invitation, action="invitation_accepted", user=user)
    return invitation


@transaction.atomic
def accept_as_newcomer(
    *, link_id: uuid.UUID, first_name: str, last_name: str, password: str
) -> Invitation:
    """Make the account of the invited address, and accept. The caller has checked the password.

    Raises ``AccountExists``, and ``InvitationOver``.
    """
    invitation, users = _open(link_id), get_user_model().objects
    if users.filter(email__iexact=invitation.email).exists():
        raise AccountExists
    user = users.create_user(invitation.email, password, first_name=first_name, last_name=last_name)
    return accept(link_id=link_id, user=user)


@transaction.atomic
def take_role(*, membership_id: int, user: Any) -> None:
    """Take a role for a practice away, and withdraw what that person has invited others to.

    Raises ``LastOwner`` for the only owner that a practice has.
    """
    membership = Membership.objects.select_related("practice", "user").get(pk=membership_id)
    practice = Practice.objects.select_for_update().get(pk=membership.practice_id)
    if membership.role == Role.OWNER:
        others = Membership.objects.filter(
            practice=practice, role=Role.OWNER, user__is_active=True
        ).exclude(pk=membership.pk)
        if not others.exists():
            raise LastOwner
        own = Invitation.objects.open().filter(practice=practice, invited_by=membership.user)
        for invitation_id in own.values_list("pk", flat=True):
            withdraw_invitation(invitation_id=invitation_id, user=user)
    changes = {"role": [membership.role, None]}
    record(practice=practice, user=user, action="role_taken", subject=membership, changes=changes)
    membership.delete()


@transaction.atomic
def dismiss_guest(*, guest_id: int, user: Any) -> None:
    """Let a guest see a course date no more."""
    guest = OfferingGuest.objects.select_related("offering__course__practice", "user").get(
        pk=guest_id
    )
    offering = guest.offering
    record(
        practice=offering.practice,
        user=user,
        action="guest_kept_out",
        subject=offering,
        changes={"guest": [str(guest.user), None]},
    )
    guest.delete()


def _locked(**found: Any) -> Invitation | None:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("practice__site")
    return rows.filter(**found).first()


def _open(link_id: uuid.UUID) -> Invitation:
    invitation = _locked(link_id=link_id)
    if invitation is None or not invitation.is_open:
        raise InvitationOver
    return invitation


def _spare(practice: Practice, email: str) -> None:
    """Not more letters to one address than a mistake explains, from this practice."""
    since = timezone.now() - WITHIN
    letters = practice.letters.filter(
        invitation__isnull=False, recipient__iexact=email, made_at__gt=since
    )
    if letters.count() >= MOST_LETTERS:
        raise TooManyLetters


def _note(invitation: Invitation, *, action: str, user: Any) -> None:
    record(practice=invitation.practice, user=user, action=action, subject=invitation)
