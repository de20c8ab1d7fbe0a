"""Brings the catalogues in step with the sources, and what is made of them with the catalogues: `make words`."""

import sys

from tools.words import browser, catalogs, sources


def main() -> None:
    """Write all anew, and say what is still to be translated."""
    found, scripted = list(sources.found()), sources.scripted()
    browser.path("en").parent.mkdir(parents=True, exist_ok=True)
    browser.path("en").write_text(browser.source())
    for language in catalogs.LANGUAGES:
        catalog = catalogs.renewed(language, found)
        catalogs.write(catalog, language)
        browser.path(language).write_text(browser.module(language, catalog, scripted))
        for message in catalogs.spoken(catalog):
            for fault in catalogs.faults(message, language):
                sys.stderr.write(f"{language}: {message.id}: {fault}\n")


main()
