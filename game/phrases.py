"""The words of the phrases that bots speak, in the language that is active; it chooses no phrase."""

from django.utils.translation import gettext

from game.engine.phrases import Phrase, PhraseKey


def text(phrase: Phrase, name: str) -> str:
    """The phrase in words; `name` is that of the player whom it is about, "" for nobody."""
    match phrase.key:
        case PhraseKey.SUSPECT:
            return gettext("I suspect {name}.").format(name=name)
        case PhraseKey.DEFEND:
            return gettext("It is not me.")
