"""Work for the background worker. Each task may run twice without harm."""

from wagtail.images.models import SourceImageIOError

from django_tasks import task

from cms.models import PracticeImage
from cms.page_cache import visible_change
from cms.pictures import make_sizes
from cms.practice_groups import practice_of_collection


@task(backend="background")
def make_sizes_of_picture(image_id: int) -> None:
    """Make the sizes of a picture, and let pages show them."""
    image = PracticeImage.objects.select_related("collection").filter(pk=image_id).first()
    if image is None:
        return
    try:
        make_sizes(image)
    except SourceImageIOError:
        return  # the file is gone; there is nothing to make
    practice = practice_of_collection(image.collection)
    visible_change(practice.pk if practice else None)
