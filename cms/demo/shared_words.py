"""The words that several pages of the demo share, in each of a practice's languages."""

from collections.abc import Mapping
from typing import Any, Final

from wagtail.models import Locale

from cms.demo import steinlia
from cms.demo.translations import make_translation
from cms.demo.words import stable_id
from cms.models import Audience, Benefit, Practice, Principle, Topic

KINDS: Final[Mapping[str, Any]] = {
    "audience": Audience,
    "benefit": Benefit,
    "principle": Principle,
    "topic": Topic,
}
# By practice, language, kind and key.
SHARED: Final = {"steinlia": steinlia.SHARED}


def make_shared_words(
    practice: Practice, *, locales: Mapping[str, Locale], user: Any
) -> dict[tuple[str, str], int]:
    """Make the practice's shared words with their translations; the sources' rows by kind and
    key."""
    spoken = SHARED.get(practice.slug, {})
    made = {}
    for kind, words in spoken.get(practice.source_language, {}).items():
        for key, fields in words.items():
            row = KINDS[kind].objects.create(
                practice=practice,
                locale=locales[practice.source_language],
                translation_key=stable_id("shared", practice.slug, kind, key),
                **fields,
            )
            made[kind, key] = row.pk
            for language in practice.languages[1:]:
                twin = KINDS[kind](practice=practice, **spoken[language][kind][key])
                make_translation(source=row, twin=twin, locale=locales[language], user=user)
    return made
