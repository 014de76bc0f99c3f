"""“An owner approves before publishing”, as Wagtail's workflow on a practice's home pages."""

from typing import Final

from django.contrib.auth.models import Group

from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from cms.models import Practice

# No words: the name is seen by administrators alone, and finds the workflow again.
NAME: Final = "{slug} – approval"


def sync_approval(practice: Practice, owners: Group, homes: list[Page]) -> None:
    """Ask owners before publishing, or nobody, as the practice wishes.

    Switched off, what waits for approval is a draft again.
    """
    # Wagtail brings a workflow for all pages whose group of moderators is empty.
    WorkflowPage.objects.filter(page__depth=1).delete()
    workflow = Workflow.objects.filter(name=NAME.format(slug=practice.slug)).first()
    if not practice.owner_approves:
        if workflow and workflow.active:
            workflow.deactivate()
        return
    workflow = workflow or _make_workflow(practice, owners)
    if not workflow.active:
        workflow.active = True
        workflow.save()
    WorkflowPage.objects.filter(workflow=workflow).exclude(page__in=homes).delete()
    for home in homes:
        WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": workflow})


def _make_workflow(practice: Practice, owners: Group) -> Workflow:
    name = NAME.format(slug=practice.slug)
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(owners)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    return workflow
