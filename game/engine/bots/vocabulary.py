"""The few words of people that bots understand; what they add up to is for `hearing` to say."""

import re
from typing import Final

from game.engine.phrases import PhraseKey

UNKNOWN: Final = "unknown"

IDIOMS: Final = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), meaning)
    for pattern, meaning in (
        (r"good (?:morning|evening|night|luck|game)|for no reason|(?:trust|believe) me|(?:find|turns?|speak) out", ""),
        (r"look(?:ed)? (?:at|into)", "checked"),
        (r"(?:didnt|havent|not|never|cant|will|would) (?:yet )?(?:checked|check)|not sure", UNKNOWN),
        (r"(?:did ?not|didnt|never) voted?", "abstained"),
        (r"(?:accuse[sd]?|blame[sd]?|attack(?:s|ed)?|vote[sd]?|suspect(?:s|ed)?) (?:for |against )?(?:me|us)", "hit"),
        (r"leave", "spare"),
    )
)
"""What does not mean what its words do, one after the other."""

SENTENCE: Final = re.compile(r"[^.!?;\n]+[.!?;\n]*")
CLAUSE: Final = re.compile(
    r"[,:]|\b(?:but|because|instead of|rather than)\b|\band(?= (?:i|he|she|they|not|trust|suspect|vote)\b)"
)

NOT: Final = frozenset({"not", "isnt", "dont", "never", "no", "cant", "wont", "nobody", "none", "stop", "shouldnt"})
JUDGED: Final = {
    frozenset({"quiet", "silent", "hiding"}): (PhraseKey.QUIET, None),
    frozenset(
        {"mafia", "mafioso", "maf", "scum", "scummy", "guilty", "liar", "lies", "lying", "lied", "evil", "bad"}
        | {"vote", "kill", "out", "accuse"}
    ): (PhraseKey.ACCUSE, PhraseKey.TRUST),
    frozenset(
        {"trust", "believe", "innocent", "clear", "cleared", "clean", "town", "villager", "good", "safe", "honest"}
        | {"right", "agree", "thanks", "thank", "sorry", "spare", "nice"}
    ): (PhraseKey.TRUST, PhraseKey.SUSPECT),
    frozenset(
        {"suspect", "sus", "sussy", "suspicious", "odd", "weird", "strange", "shady", "doubt", "wrong", "disagree"}
        | {"hit", "abstained"}
    ): (PhraseKey.SUSPECT, PhraseKey.TRUST),
}
"""What each kind of words makes of somebody, and what with a "not"; of several kinds the first counts."""

ASKING: Final = frozenset({"what", "who", "why", "how"})
STILL: Final = frozenset({"he", "she", "they", "hes", "shes", "theyre", "mafia", "not", "clean"})
"""A sentence that begins so is still about who was named before."""

LOOKED: Final = frozenset({"checked", "inspected", "investigated", "found"})
REPORTS: Final = LOOKED.union(
    ("says", "said", "thinks", "claims", "claimed", "accused", "accuses", "blames", "blamed", "voted", "suspects")
)
"""Who is named with one of these is quoted, unless the speaker speaks of themselves."""

CLAIMS: Final = {
    key: re.compile(
        rf"\b(?:i am|im|my role is|i claim)(?: (?:the|a|your|really|actually|real|only))* (?:{role})\b"
        rf"|^(?:the )?(?:{role}) here\b|^as (?:the|a|your) (?:{role})(?: i\b|$)"
    )
    for key, role in (
        (PhraseKey.CLAIM_DETECTIVE, "detective|cop|sheriff|investigator"),
        (PhraseKey.CLAIM_DOCTOR, "doctor|doc|medic"),
    )
}
UNREAL: Final = NOT | {"if", "think", "thinks", "says", "said", "who", "wish"}
"""Beside one of these nobody claims anything."""
