"""Sentences of Wagtail's settings and reports that we translate ourselves.

Administrators meet them. Its own catalogues lack them in some of our languages, Danish above
all. Named here so that `make messages` collects them. Each must stand word for word as it
stands there.
"""

from typing import Final

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

BORROWED: Final = (
    _(
        "<p>Select a file where redirects are separated into rows and contains the columns "
        "representing <code>from</code> and <code>to</code> (they can be named "
        "anything).</p> <p>After submitting you will be taken to a confirmation view where "
        "you can customize your redirects before import.</p>"
    ),
    _("Access level"),
    _("Active"),
    _("Add a collection"),
    _("Add a collection permission"),
    _("Add a document permission"),
    _("Add a group"),
    _("Add a locale"),
    _("Add a page permission"),
    _("Add a site"),
    _("Add a user"),
    _("Add a workflow"),
    _("Add an image permission"),
    _("Add collection"),
    _("Add group"),
    _("Add locale"),
    _("Add redirect"),
    _("Add site"),
    _("Add tasks to your workflow"),
    _("Add to collection:"),
    _("Add user"),
    _("Add/edit pages you own"),
    _("Admin"),
    _("Administrator"),
    _("Administrators have full access to manage any object or setting."),
    _("All collections"),
    _("All sites"),
    _("Anyone"),
    _("App"),
    _("Approved"),
    _("Are you sure you want to delete these users?"),
    _("Are you sure you want to delete this group?"),
    _("Are you sure you want to delete this site?"),
    _("Are you sure you want to disable this task?"),
    _("Are you sure you want to disable this workflow?"),
    _("Assign role"),
    _("Assign role to selected users"),
    _("Assign to another page"),
    _("Assign your workflow to pages"),
    _("Assigned pages"),
    _("Awaiting my review"),
    _("Bulk delete"),
    _("By task"),
    _("By workflow"),
    _("Can access Wagtail admin"),
    _("Can submit translations"),
    _("Can view"),
    _("Change the active state for selected users"),
    _("Choose a different root page"),
    _(
        "Choose a locale to synchronise content from. Any existing and future content "
        "authored in the selected locale will be automatically copied to this one."
    ),
    _("Choose a root page"),
    _("Choose a task"),
    _("Choose another task"),
    _("Collection management permissions"),
    _("Collections"),
    _("Completed at"),
    _("Custom permissions"),
    _("Date / Time"),
    _("Default?"),
    _("Delete "),
    _("Delete collection"),
    _("Delete group"),
    _("Delete locale"),
    _("Delete pages with children"),
    _("Delete selected users"),
    _("Delete site"),
    _("Delete user"),
    _("Deleted"),
    _("Deleting this group will revoke this group's permissions from all member users."),
    _("Disable"),
    _("Disable task"),
    _("Disable workflow"),
    _("Document permissions"),
    _("Edit any page"),
    _("Edit this task"),
    _("Editing %(task_type)s"),
    _("Editing workflow"),
    _("Enable"),
    _("Enter the same password as above, for verification."),
    _("Existing"),
    _("File to import"),
    _("From site"),
    _("Give your workflow a name"),
    _("Group approval task"),
    _("Groups"),
    _("Human-readable name for the site."),
    _(
        "If true, this site will handle requests for all other hostnames that do not have "
        "a site entry of their own"
    ),
    _(
        "If you just want to add pages to an existing site, create them as children of the "
        "homepage instead."
    ),
    _("Image permissions"),
    _("Import"),
    _("Import redirects"),
    _("In progress"),
    _("Last edit"),
    _("Last edited page"),
    _("Last login"),
    _("Leave blank if not changing."),
    _("Lock/unlock pages you've locked"),
    _("Locked at"),
    _("Locked by"),
    _("Locked pages"),
    _("Needs changes"),
    _("New workflow"),
    _("New workflow task"),
    _("No locked pages found."),
    _("No pages/snippets have been submitted for moderation yet"),
    _(
        "No redirects have been created. Why not <a "
        'href="%(wagtailredirects_add_redirect_url)s">add one</a>?'
    ),
    _("Object permissions"),
    _("Other permissions"),
    _("Page permissions"),
    _(
        "Pages/snippets at this step in a workflow will be moderated or approved by these "
        "groups of users"
    ),
    _("Publish any page"),
    _(
        "Recommended. Permanent redirects ensure search engines forget the old page (the "
        "'Redirect from') and index the new page instead."
    ),
    _("Redirects"),
    _("Rejected"),
    _("Roles"),
    _("Search redirects"),
    _("Select all users in listing"),
    _("Select documents in choosers"),
    _(
        "Select hierarchical position. Note: a collection cannot become a child of itself "
        "or one of its descendants."
    ),
    _("Set active state"),
    _("Set collection privacy. Current status: Private"),
    _("Set collection privacy. Current status: Public"),
    _(
        "Set this to something other than 80 if you need a specific port number to appear "
        "in URLs (e.g. development on port 8000). Does not affect request handling (so "
        "port forwarding still works)."
    ),
    _("Show"),
    _("Show disabled"),
    _("Site history"),
    _("Sites"),
    _("Skipped"),
    _("Started at"),
    _("Step %(step_number)s"),
    _("Supported formats: %(supported_formats)s."),
    _("Synchronise content from another locale"),
    _("Tasks"),
    _(
        "The root level is where you can add new sites to your Wagtail installation. Pages "
        "created here will not be accessible at any URL until they are associated with a "
        "site."
    ),
    _("This collection cannot be deleted, because it is not empty. It contains:"),
    _("This locale cannot be deleted because there are pages and/or other objects using it."),
    _("Toggle all"),
    _("Toggle all add permissions"),
    _("Toggle all change permissions"),
    _("Toggle all custom permissions"),
    _("Toggle all delete permissions"),
    _("Unlock any page"),
    _("Used by"),
    _("Used on"),
    _("Used on the following active workflows"),
    _("Users"),
    _("View users in this group"),
    _("Wagtail core"),
    _("Wagtail redirects"),
    _("Workflow"),
    _("Workflow tasks"),
    _("Workflows"),
    _(
        "Workflows apply to child pages too. If you select a parent page here, its child "
        'pages will also use this workflow. See <a href="%(workflow_pages_url)s">the list '
        "of the pages</a> your workflow applies to."
    ),
    _("Yes, disable"),
    _("You don't have permission to delete these %(snippet_plural_name)s"),
    _("collection"),
    _("collections"),
    _("height"),
    _("hostname"),
    _("is default site"),
    _("model log entries"),
    _("permanent"),
    _("port"),
    _("redirect"),
    _("redirect from"),
    _("redirect to a page"),
    _("redirect to any URL"),
    _("redirects"),
    _("requested by"),
    _("root page"),
    _("site name"),
    _("sites"),
    _("task"),
    _("tasks"),
    _("width"),
    _("workflow"),
    _("workflows"),
)
BORROWED_PLURALS: Final = (
    ngettext_lazy(
        "%(count)s document",
        "%(count)s documents",
    ),
    ngettext_lazy(
        "%(count)s image",
        "%(count)s images",
    ),
    ngettext_lazy(
        "1 page",
        "%(counter)s pages",
    ),
    ngettext_lazy(
        "Delete 1 user",
        "Delete %(counter)s users",
    ),
    ngettext_lazy(
        'Only pages of type "%(type)s" may be chosen for this field. Search results will '
        "exclude pages of other types.",
        "Only the following page types may be chosen for this field: %(type)s. Search "
        "results will exclude pages of other types.",
    ),
    ngettext_lazy(
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> member.",
        "The group '%(group_name)s' has <strong>%(group_user_count)s</strong> members.",
    ),
    ngettext_lazy(
        "You don't have permission to delete this user",
        "You don't have permission to delete these users",
    ),
)
