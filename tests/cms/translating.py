"""What tests of translations share: a page, and what is done to its translation."""

from typing import Any

from django.test import Client
from django.urls import reverse

from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.models import ContentPage, Practice
from tests.factories import home_of, locale, publish

ENGLISH = {
    "Om oss": "About us",
    "om-oss": "about-us",
    "Vi er to.": "There are two of us.",
    "Hvem vi er": "Who we are",
    "To veiledere.": "Two supervisors.",
    "I Bergen.": "In Bergen.",
}
BODY = [
    {"type": "heading", "id": "11111111-1111-4111-8111-111111111111", "value": "Hvem vi er"},
    {
        "type": "paragraph",
        "id": "22222222-2222-4222-8222-222222222222",
        "value": "<p>To veiledere.</p><p>I Bergen.</p>",
    },
]


def make_about(practice: Practice) -> ContentPage:
    """A live page in Norwegian with a heading and two paragraphs."""
    page = ContentPage(title="Om oss", slug="om-oss", lead="Vi er to.", locale=locale("nb"))
    page.body = page._meta.get_field("body").stream_block.to_python(BODY)
    return publish(home_of(practice).add_child(instance=page))


def send(page: Any, *codes: str) -> Translation:
    """Have ``page`` translated, as the button does; nothing is translated yet."""
    translate_object(page, [locale(code) for code in codes or ("en",)])
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=(codes or ("en",))[0]
    )


def fill_in(translation: Translation, words: dict[str, str]) -> None:
    """Translate each string of the source for which there are words."""
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": words[segment.string.data], "translation_type": "manual"},
            )


def publish_translation(translation: Translation, django_commit: Any) -> Any:
    with django_commit(execute=True):
        translation.save_target(publish=True)
    return translation.get_target_instance()


def make_translated(practice: Practice, django_commit: Any) -> tuple[ContentPage, ContentPage]:
    """The page above, and its live English translation."""
    page = make_about(practice)
    translation = send(page)
    fill_in(translation, ENGLISH)
    return page, publish_translation(translation, django_commit)


def change(page: ContentPage, **fields: Any) -> ContentPage:
    """Publish the source with other words."""
    page = ContentPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    return publish(page)


def with_body(page: ContentPage, *blocks: dict[str, Any]) -> Any:
    return page._meta.get_field("body").stream_block.to_python(list(blocks))


def press(client: Client, page: Any, **data: str) -> Any:
    """Send the page's editor."""
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def source_of(page: Any) -> TranslationSource:
    return TranslationSource.objects.get(object_id=page.translation_key)
