"""What the body of a page can be built of."""

from wagtail import blocks

from .media import DownloadBlock, PictureBlock, VideoBlock
from .pages import (
    CallToActionBlock,
    ContactCardBlock,
    CourseCardsBlock,
    ServiceCardsBlock,
    SupervisorsBlock,
)
from .shared import AudienceListBlock, BenefitListBlock, PrinciplesBlock
from .words import (
    CredentialsBlock,
    FactsBlock,
    ForAndAgainstBlock,
    HeadingBlock,
    ParagraphBlock,
    QuestionsBlock,
    QuoteBlock,
    RequirementBlock,
)


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    audience_list = AudienceListBlock()
    benefit_list = BenefitListBlock()
    principles = PrinciplesBlock()
    facts = FactsBlock()
    for_and_against = ForAndAgainstBlock()
    requirement = RequirementBlock()
    questions = QuestionsBlock()
    credentials = CredentialsBlock()
    picture = PictureBlock()
    video = VideoBlock()
    download = DownloadBlock()
    supervisors = SupervisorsBlock()
    service_cards = ServiceCardsBlock()
    course_cards = CourseCardsBlock()
    contact_card = ContactCardBlock()
    call_to_action = CallToActionBlock()
