"""The demo's pictures, as rows that an editor can choose and replace."""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.files.images import ImageFile

from cms.models import Practice, PracticeImage
from cms.practice_groups import collection_of

PORTRAITS: Final = Path(settings.BASE_DIR) / "static" / "img" / "portraits"

# What a picture is called in the admin, and what it shows.
PICTURES: Final = {
    "ingrid": ("Ingrid Aasheim", "Tegnet portrett av Ingrid Aasheim."),
    "mikael": ("Mikael Sundell", "Tegnet portrett av Mikael Sundell."),
    "aino": ("Aino Lehtoranta", "Tegnet portrett av Aino Lehtoranta."),
    "jonas": ("Jonas Refsdal", "Tegnet portrett av Jonas Refsdal."),
    "tankelage": ("Linnea Fallmark", "Tecknat porträtt av Linnea Fallmark."),
    "vandpunkten": ("Ylva Häggmyr", "Tecknat porträtt av Ylva Häggmyr."),
    "tyonaari": ("Reetta Lehmusaro", "Piirretty muotokuva Reetta Lehmusarosta."),
    "samtalslabbet-1": ("Nadia Tegelhag", "Tecknat porträtt av Nadia Tegelhag."),
    "samtalslabbet-2": ("Love Sandhamre", "Tecknat porträtt av Love Sandhamre."),
}


def demo_picture(name: str, *, practice: Practice) -> PracticeImage:
    """The practice's picture called ``name``, made when it is not there.

    It is known by its content, so a picture that was renamed in the meantime is found too.
    """
    content = (PORTRAITS / f"{name}.webp").read_bytes()
    identity = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    collection = collection_of(practice)
    image = PracticeImage.objects.filter(file_hash=identity, collection=collection).first()
    if image is None:
        title, description = PICTURES[name]
        image = PracticeImage.objects.create(
            title=title,
            description=description,
            collection=collection,
            file=ImageFile(BytesIO(content), name=f"{name}.webp"),
            file_hash=identity,
            file_size=len(content),
        )
    return image
