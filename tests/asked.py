"""What "See what it does" answers, in the admin."""


def assert_the_answer_is_where_one_goes_on(page: str) -> None:
    """Whoever asked by keyboard, or listens, comes to the answer and not to the top of the page."""
    assert '<form method="post" action="#preview"' in page
    assert '<h2 id="preview" tabindex="-1">' in page
