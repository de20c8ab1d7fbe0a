"""How much each thing counts when a bot makes up its mind; suspicion is in log-odds. Habits are with who has them."""

from typing import Final

# What is known
CERTAIN: Final = 9.0
"""No argument outweighs what a seat has seen with its own eyes."""

# Claims
FOUND: Final = 4.0
"""That a detective found somebody mafia, times how far the detective is believed."""
CLEARED: Final = 2.5
CLAIM: Final = 1.6
"""What a claim is worth to the claimant when believed, and costs when doubted."""
LIAR: Final = 3.0
TURNED: Final = 0.5
"""Who was accused by a liar may well be honest; who was cleared by one may be not."""
ALONE: Final = 0.8
"""How far somebody is believed who claims to be the detective and whom nobody contradicts."""
CLEARED_ME: Final = 0.15
"""By how much more one believes whom nobody contradicts and who has found one innocent."""
SURVIVED: Final = 0.16
"""The mafia would kill a detective: each night after the claim takes so much belief away."""
BARELY: Final = 0.1
"""What is left of the belief in a claim that nothing refutes."""
FIRST: Final = 0.1
"""Of several claimants the first is believed a little more."""
DOCTOR: Final = 1.0
HINT: Final = 0.3
"""That somebody says to have a role, and not which."""
SAVED: Final = 1.5
"""That one's patient was the one whom the mafia wanted."""

# Words and votes
SCEPSIS: Final = 1.7
"""How much less words count the likelier the speaker is a mafioso; above 1 to be pressed by one may be a good sign."""
PUSH: Final = 0.9
TRUST: Final = 0.35
GRUDGE: Final = 0.5
"""Who presses me presses somebody of whom I know that he is no mafioso."""
THANKS: Final = 0.15
"""Who backs me costs himself nothing by it."""
GOOD_CALL: Final = 1.0
BAD_CALL: Final = 0.45
"""Who named a mafioso before it was known, and who named a villager."""
SHIELD: Final = 0.5
"""Who trusted somebody who turned out to be a mafioso."""
RIGHT_VOTE: Final = 0.8
WRONG_VOTE: Final = 0.3
LAST_COUNT: Final = 0.5
"""What the share of votes in the last vote leaves behind."""
SILENCE: Final = 0.2
SILENT_ROUNDS: Final = 4
"""Who never speaks, a round, and for how many rounds at most."""
FADED: Final = 0.6
"""What was said on an earlier day."""

# Leaning
DOUBT: Final = 0.5
"""How far a bot's own feeling may be off either way."""
PULL: Final = 1.0
"""How far the running count draws a vote along."""
STICK: Final = 0.4
"""Whom one has named by day one rather votes for."""
STUBBORN: Final = 1.2
"""By how much another has to be better for a vote to be changed."""
CAUTION: Final = 0.35
"""On days without pressure: a vote to skip unless somebody stands out by so much."""

SPARED: Final = 0.6
"""From this belief on nobody votes for who says to be the detective."""
WISH: Final = 1.0
"""How far it goes towards a skip when everybody calls for it."""
POINT: Final = 15
"""Per cent: how often a bot with nothing to go on names somebody on the first day all the same."""

# The mafia
BUS: Final = 35
"""Per cent: how often a partner who is lost anyway is voted for."""
LOST: Final = 2.0
"""By how much the table must suspect a partner for that."""
BLUFFERS: Final = 25
"""Per cent of mafiosi who would claim a role that they do not have."""
BLUFF: Final = 12
"""Per cent: how often one of them does so unasked, in a turn."""
SLANDER: Final = 55
"""Per cent of false finds that are a mafioso, not an innocent."""
FOLLOW: Final = 50
"""Per cent: how often a mafioso goes over from a vote to skip to somebody who stands out."""
PROVOKED: Final = 45
"""Per cent: how often a day somebody with a claim, true or not, answers a rival's."""
HUNT_DETECTIVE: Final = 3.0
HUNT_DOCTOR: Final = 1.5
HUNT_ACCUSER: Final = 0.8
HUNT_TRUSTED: Final = 0.4
FEINT: Final = 30
"""Per cent: how often the likely ward of the doctor is left alone."""

# The village
GUARD_DETECTIVE: Final = 3.0
GUARD_TRUSTED: Final = 0.5
GUARD_SELF: Final = 0.6
PATIENT: Final = 25
"""Per cent of detectives who keep a find to themselves until it is needed."""
ACCUSE: Final = 1.2
"""From this suspicion on, beyond the table's, the words are strong."""
