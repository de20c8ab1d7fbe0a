"""The words of the phrases that bots speak, in the language that is active; it chooses no phrase."""

from typing import Final

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from game.engine.phrases import Phrase, PhraseKey

WORDS: Final[dict[PhraseKey, tuple[str, ...]]] = {
    PhraseKey.GREET: (
        _("Hello, everybody."),
        _("Good morning. Who slept badly?"),
        _("So, one of us is lying."),
        _("Hi all. Good luck to the honest ones."),
    ),
    PhraseKey.MOURN: (
        _("Poor {name}."),
        _("Why {name}? Somebody was afraid of {name}."),
        _("Not {name}!"),
        _("We will miss {name}."),
    ),
    PhraseKey.RELIEF: (
        _("Nobody died. A good night."),
        _("Everybody is here. Well done, whoever it was."),
        _("A quiet night, for once."),
    ),
    PhraseKey.UNSURE: (
        _("I am not sure yet."),
        _("Hard to say."),
        _("I need to hear more."),
        _("Does anybody know more?"),
    ),
    PhraseKey.ASK: (
        _("{name}, what do you think?"),
        _("{name} is very quiet today."),
        _("Say something, {name}."),
    ),
    PhraseKey.SUSPECT: (
        _("I have a bad feeling about {name}."),
        _("I suspect {name}."),
        _("Keep an eye on {name}."),
        _("It could be {name}."),
    ),
    PhraseKey.ACCUSE: (
        _("It is {name}, I am sure."),
        _("{name} is mafia."),
        _("{name} is lying to us."),
        _("Everything points to {name}."),
    ),
    PhraseKey.AGREE: (
        _("I think so, too: {name}."),
        _("Yes, {name} looks guilty to me."),
        _("I am with you about {name}."),
    ),
    PhraseKey.DOUBT: (
        _("I do not believe what {name} claims."),
        _("{name} claims a lot."),
        _("Why should we believe {name}?"),
    ),
    PhraseKey.TRUST: (
        _("I trust {name}."),
        _("{name} seems honest to me."),
        _("Not {name}, I think."),
    ),
    PhraseKey.VOTE: (
        _("I will vote for {name}."),
        _("My vote goes to {name}."),
        _("Let us vote {name} out."),
    ),
    PhraseKey.DEFEND: (
        _("It is not me."),
        _("You have the wrong one."),
        _("I am on your side. Really."),
        _("Vote me out and you will be sorry."),
    ),
    PhraseKey.COUNTER: (
        _("Why me, {name}? Why so eager?"),
        _("That is just what a mafioso would say, {name}."),
        _("And who says that it is not {name}?"),
    ),
    PhraseKey.CLAIM_DETECTIVE: (
        _("I am the detective."),
        _("Listen: I am the detective."),
    ),
    PhraseKey.CLAIM_DOCTOR: (
        _("I am the doctor. Do not waste me."),
        _("Stop. I am the doctor."),
    ),
    PhraseKey.FOUND_MAFIA: (
        _("I am the detective, and {name} is mafia."),
        _("I looked into {name}: mafia."),
        _("The detective speaks: it is {name}."),
    ),
    PhraseKey.FOUND_CLEAR: (
        _("I am the detective, and {name} is innocent."),
        _("I looked into {name}: not mafia."),
        _("The detective speaks: leave {name} alone."),
    ),
    PhraseKey.MEET: (
        _("Good to see you, partners."),
        _("So it is us. Stay calm by day."),
    ),
    PhraseKey.PROPOSE: (
        _("Let us take {name}."),
        _("{name} tonight?"),
        _("I say {name}."),
    ),
    PhraseKey.CONSENT: (
        _("{name}, fine."),
        _("Agreed: {name}."),
    ),
}


def text(phrase: Phrase, name: str, variant: int) -> str:
    """The phrase in words; `name` is that of the player whom it is about, "" for nobody."""
    ways = WORDS[phrase.key]
    return gettext(ways[variant % len(ways)]).format(name=name)
