"""Whether an electronic invoice is valid, by rules that others have published.

``published`` runs the schemas of UBL 2.1 and the rules of EN 16931 as they are published.
``bis_rules`` holds what Peppol adds to them, written anew from its description.
"""
