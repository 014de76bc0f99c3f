"""The letter with which somebody is invited. Its link is put in when it is sent, and not before."""

from django.utils.translation import gettext as _

from courses.day_and_time import plain_day
from courses.words import titles_of
from registrations.letters import Words, post_letter
from registrations.letters.hidden_link import HIDDEN_LINK
from registrations.models import Invitation, Letter


def write_invitation(invitation: Invitation) -> Letter:
    """Write the letter in the same transaction and have it sent after commit."""
    practice = invitation.practice
    return post_letter(
        {
            "invitation": invitation,
            "kind": Letter.Kind.INVITATION,
            "occasion": invitation.link_id.hex,
        },
        practice=practice,
        language=invitation.language,
        recipient=invitation.email,
        words=lambda: _words(invitation),
    )


def _words(invitation: Invitation) -> Words:
    practice = {"practice": invitation.practice.name}
    what = {
        Invitation.As.EDITOR: _("You are invited to write pages for %(practice)s, as an editor."),
        Invitation.As.OWNER: _("You are invited to run %(practice)s, as one of its owners."),
        Invitation.As.GUEST: _("You are invited to help with a course of %(practice)s."),
    }[Invitation.As(invitation.role)]
    until = invitation.expires_at.astimezone(invitation.practice.zone).date()
    day = plain_day(until, language=invitation.language)
    return Words(
        subject=_("An invitation from %(practice)s") % practice,
        greeting=_("Hello,"),
        paragraphs=[
            what % practice,
            _("The link below is for you alone. It is valid until %(day)s.") % {"day": day},
            _("You did not expect this? Then you need not do anything."),
        ],
        facts=[(_("Course"), title) for title in _courses(invitation)],
        action=(_("Accept the invitation"), HIDDEN_LINK),
    )


def _courses(invitation: Invitation) -> list[str]:
    offerings = invitation.offerings.select_related("course__practice")
    titles = titles_of([offering.course for offering in offerings])
    return [titles[offering.course_id] for offering in offerings]
