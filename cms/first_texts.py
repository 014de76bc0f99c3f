def is_first_text(html: str) -> bool:
    return False
