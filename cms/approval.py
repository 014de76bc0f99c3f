"""“An owner approves before publishing”, as Wagtail's workflow on a practice's home pages."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import override

from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from cms.models import Practice


def sync_approval(practice: Practice, owners: Group, homes: list[Page]) -> None:
    """Ask owners before publishing, or nobody, as the practice wishes.

    Switched off, what waits for approval is a draft again.
    """
    # Wagtail brings a workflow for all pages whose group of moderators is empty.
    WorkflowPage.objects.filter(page__depth=1).delete()
    tasks = GroupApprovalTask.objects.filter(groups=owners)
    workflow = Workflow.objects.filter(workflow_tasks__task__in=tasks).order_by("pk").first()
    if not practice.owner_approves:
        if workflow and workflow.active:
            workflow.deactivate()
            # Those that were sent back are not in progress, and would stay half submitted.
            for state in workflow.workflow_states.filter(status=WorkflowState.STATUS_NEEDS_CHANGES):
                state.cancel()
        return
    workflow = workflow or _make_workflow(owners)
    workflow.active = True
    workflow.name = _name(practice)
    workflow.save()
    for step in workflow.workflow_tasks.select_related("task"):
        step.task.name = workflow.name
        step.task.save()
    WorkflowPage.objects.filter(workflow=workflow).exclude(page__in=homes).delete()
    for home in homes:
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})


def _make_workflow(owners: Group) -> Workflow:
    workflow = Workflow.objects.create()
    task = GroupApprovalTask.objects.create()
    task.groups.add(owners)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow


def _name(practice: Practice) -> str:
    """Who is asked, in words, for editors read it on the button: “Submit to …”."""
    with override(practice.source_language):
        return _("an owner of %(practice)s") % {"practice": practice.name}
