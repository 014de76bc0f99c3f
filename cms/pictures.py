"""In which sizes pages show pictures. A visitor never waits for one to be made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from wagtail.images.models import Filter

from cms.models import PracticeImage, PracticeRendition


@dataclass(frozen=True)
class Use:
    """A place on a page: the renditions that it needs, and how wide the browser shows them."""

    spec: str
    width: str = ""

    @property
    def filters(self) -> list[Filter]:
        return [Filter(spec=spec) for spec in Filter.expand_spec(self.spec)]


# WebP is for the few browsers that do not know AVIF.
USES: Final[Mapping[str, Use]] = {
    "wide": Use(
        "format-{avif,webp} width-{640,1280,1920}", width="(min-width: 79rem) 74rem, 100vw"
    ),
    "column": Use("format-{avif,webp} width-{640,1280}", width="(min-width: 48rem) 36rem, 100vw"),
    "person": Use(
        "format-{avif,webp} fill-{240x300,480x600}", width="(min-width: 48rem) 15rem, 92vw"
    ),
    "profile": Use(
        "format-{avif,webp} fill-{240x300,480x600,640x800}",
        width="(min-width: 48rem) 20rem, 16rem",
    ),
    "logo": Use("max-640x112 format-webp-lossless"),
    "shared": Use("fill-1200x630 format-jpeg jpegquality-80"),
}


def renditions_for(image: PracticeImage, use: str) -> dict[str, PracticeRendition] | None:
    """The renditions of ``image`` that ``use`` needs, or None while they are not all made."""
    filters = USES[use].filters
    found = image.find_existing_renditions(*filters)
    if len(found) < len(filters):
        return None
    return {filter_.spec: found[filter_] for filter_ in filters}


def make_sizes(image: PracticeImage, uses: Iterable[str] = tuple(USES)) -> None:
    """Make all sizes of ``image`` that are not there yet. Encoding takes seconds."""
    for use in uses:
        image.get_renditions(*USES[use].filters)


def attributes(use: str, given: Mapping[str, Any]) -> dict[str, Any]:
    return {"sizes": USES[use].width, **given} if USES[use].width else dict(given)
