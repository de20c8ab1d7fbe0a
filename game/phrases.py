"""The words of the phrases, in English: a reader's own language is the reader's page's matter. It chooses no phrase."""

from collections.abc import Collection
from typing import Final

from django.utils.translation import gettext_noop as _

from game.claim_words import CLAIMS
from game.engine.phrases import Phrase, PhraseKey

WORDS: Final[dict[PhraseKey, tuple[str, ...]]] = {
    PhraseKey.GREET: (
        _("Hello, everybody."),
        _("Good morning. Who slept badly?"),
        _("So, one of us is lying."),
        _("Hi all. Good luck to the honest ones."),
        _("Here we go."),
        _("Morning! I hope we talk before we vote."),
        _("Hello. I like none of this."),
        _("Hey, nice to meet you all."),
        _("Well, somebody here has a secret."),
        _("Greetings. Let us be fair today."),
    ),
    PhraseKey.MOURN: (
        _("Poor {name}."),
        _("Why {name}? Somebody was afraid of {name}."),
        _("Not {name}!"),
        _("We will miss {name}."),
        _("{name} deserved better."),
        _("Rest well, {name}."),
        _("So they took {name}."),
        _("{name}, of all people."),
        _("Oh no, {name} is gone."),
    ),
    PhraseKey.RELIEF: (
        _("Nobody died. A good night."),
        _("Everybody is here. Well done, whoever it was."),
        _("A quiet night, for once."),
        _("No funeral today. I like that."),
        _("All alive? Lovely."),
        _("Somebody did a good job last night."),
        _("Phew. Nobody is missing."),
        _("We were lucky, or well guarded."),
    ),
    PhraseKey.UNSURE: (
        _("I am not sure yet."),
        _("Hard to say."),
        _("I need to hear more."),
        _("Does anybody know more?"),
        _("No idea so far."),
        _("I have nothing to go on."),
        _("I keep changing my mind."),
        _("Give me a moment to think."),
        _("It could be anybody."),
        _("My head says nothing, my stomach neither."),
    ),
    PhraseKey.HEAR: (
        _("Let us hear everybody first."),
        _("What does everybody think?"),
        _("Who has not said anything yet?"),
        _("Talk, people. Silence helps only them."),
        _("Before we point fingers: any thoughts?"),
        _("One word from each of us, please."),
        _("I would like to hear all sides."),
        _("Anybody with something to tell?"),
        _("Let us not rush this."),
    ),
    PhraseKey.SKIP: (
        _("Let us skip today."),
        _("I would rather skip."),
        _("No vote without a reason, I say."),
        _("We have time. Skip?"),
        _("Better nobody than the wrong one."),
        _("Skip today, look closely tomorrow."),
        _("I see no case. I would skip."),
        _("Why not wait a day?"),
    ),
    PhraseKey.ASK: (
        _("{name}, what do you think?"),
        _("And you, {name}?"),
        _("Say something, {name}."),
        _("We have not heard from {name} yet."),
        _("What is your view, {name}?"),
        _("{name}, whom would you pick?"),
        _("Are you with us, {name}?"),
        _("{name}, your turn."),
        _("I would like to hear {name}."),
    ),
    PhraseKey.SUSPECT: (
        _("I suspect {name}."),
        _("I have a bad feeling about {name}."),
        _("Keep an eye on {name}."),
        _("It could be {name}."),
        _("{name} worries me."),
        _("Something about {name} is off."),
        _("I am looking at {name}."),
        _("My first guess would be {name}."),
        _("{name} makes me nervous."),
        _("I would not bet on {name}."),
    ),
    PhraseKey.ACCUSE: (
        _("It is {name}, I am sure."),
        _("{name} is mafia."),
        _("{name} is lying to us."),
        _("Everything points to {name}."),
        _("I would bet the town on it: {name}."),
        _("No doubt left for me: {name}."),
        _("{name}, the game is up."),
        _("Who else but {name}?"),
        _("I am done guessing. {name}."),
    ),
    PhraseKey.AGREE: (
        _("I think so, too: {name}."),
        _("Yes, {name} looks guilty to me."),
        _("I am with you about {name}."),
        _("Same here: {name}."),
        _("Good point about {name}."),
        _("{name}? I had the same thought."),
        _("I see it as well. {name}."),
        _("You may be right about {name}."),
        _("Count me in on {name}."),
    ),
    PhraseKey.DOUBT: (
        _("I do not believe what {name} claims."),
        _("{name} claims a lot."),
        _("Why should we believe {name}?"),
        _("Anybody could say what {name} says."),
        _("A nice story, {name}."),
        _("The story of {name} does not add up."),
        _("{name} is no detective, if you ask me."),
        _("Sorry, {name}, I do not buy it."),
    ),
    PhraseKey.QUIET: (
        _("{name} is very quiet today."),
        _("Too quiet: {name}."),
        _("Not a word from {name}. Why?"),
        _("{name} is hiding, it seems."),
        _("Silence is an answer, too, {name}."),
        _("{name} lets us do all the talking."),
        _("I notice who says nothing: {name}."),
        _("{name} has not helped us at all today."),
    ),
    PhraseKey.BLAMED: (
        _("{name} pushed somebody who was innocent."),
        _("{name} was wrong before, and so sure of it."),
        _("An honest one died, and {name} wanted it."),
        _("{name} pointed at one of our own."),
        _("Remember whom {name} went after? Innocent."),
        _("{name} has led us astray once already."),
        _("That was a villager, {name}. You were against them."),
        _("{name} has an innocent on the conscience."),
    ),
    PhraseKey.SHIELDED: (
        _("{name} stood up for a mafioso."),
        _("{name} defended one of them."),
        _("Remember who vouched for the mafia: {name}."),
        _("{name} trusted a mafioso. By accident?"),
        _("One of them had a friend: {name}."),
        _("{name} spoke well of a mafioso."),
        _("Who covered for the mafia? {name} did."),
        _("{name} was kind to the wrong one."),
    ),
    PhraseKey.NAMED: (
        _("The detective found {name}. I believe it."),
        _("A detective says {name}. Good enough for me."),
        _("We were told that it is {name}."),
        _("{name} was looked into, and we know the answer."),
        _("I go with the detective: {name}."),
        _("You heard the detective, {name}."),
        _("Nobody contradicts the find: {name}."),
        _("The find against {name} stands."),
    ),
    PhraseKey.TRUST: (
        _("I trust {name}."),
        _("{name} seems honest to me."),
        _("Not {name}, I think."),
        _("I would leave {name} alone."),
        _("{name} sounds fine to me."),
        _("I have a good feeling about {name}."),
        _("{name} is one of us, I think."),
        _("I believe {name}."),
        _("If anybody is honest, it is {name}."),
    ),
    PhraseKey.VOTE: (
        _("I will vote for {name}."),
        _("My vote goes to {name}."),
        _("Let us vote {name} out."),
        _("{name} has my vote."),
        _("I say we choose {name}."),
        _("Today it should be {name}."),
        _("I will put my vote on {name}."),
        _("{name} it is, for me."),
        _("Time to send {name} home."),
    ),
    PhraseKey.DEFEND: (
        _("It is not me."),
        _("You have the wrong one."),
        _("I am on your side. Really."),
        _("Vote me out and you will be sorry."),
        _("I have nothing to hide."),
        _("Wrong tree."),
        _("Look elsewhere, please."),
        _("I can only tell you that I am honest."),
        _("You will see that I am innocent."),
        _("Please think again."),
        _("That is not fair. I did nothing."),
        _("Me? No."),
    ),
    PhraseKey.COUNTER: (
        _("Why me, {name}? Why so eager?"),
        _("That is just what a mafioso would say, {name}."),
        _("And who says that it is not {name}?"),
        _("Easy to say, {name}."),
        _("What about you, {name}?"),
        _("Interesting that you ask, {name}."),
        _("You are very sure of yourself, {name}."),
        _("{name}, are you distracting us?"),
        _("Funny, {name}. I thought of you."),
    ),
    PhraseKey.DENY: (
        _("No, {name}, it is not me."),
        _("{name}, you have the wrong one."),
        _("You are mistaken, {name}."),
        _("I am honest, {name}."),
        _("To {name}: I have done nothing."),
        _("{name}, please think again."),
        _("Not me, {name}."),
        _("You will regret that, {name}."),
    ),
    PhraseKey.WHY: (_("Why?"),),
} | CLAIMS
"""The first way of each is the plainest: what a person's tap says."""


def plain(phrase: Phrase, name: str) -> str:
    """The phrase as a person says it; `name` is that of the player whom it is about, "" for nobody."""
    return WORDS[phrase.key][0].format(name=name)


def text(phrase: Phrase, name: str, variant: int) -> str:
    """The phrase in words; `name` is that of the player whom it is about, "" for nobody."""
    ways = WORDS[phrase.key]
    return ways[variant % len(ways)].format(name=name)


def fresh(phrase: Phrase, name: str, voice: int, heard: Collection[str]) -> str:
    """The phrase in words of this voice that are not those heard lately; a name in what was heard is {name} again."""
    ways = len(WORDS[phrase.key])
    mine = [(voice + step) % ways for step in range(ways)]
    return text(phrase, name, next((way for way in mine if text(phrase, "{name}", way) not in heard), mine[0]))
