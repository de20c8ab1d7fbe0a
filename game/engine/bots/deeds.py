"""What a bot does at night, by its role: every turn is a tap, and none overrules a partner."""

from game.engine.bots import weights
from game.engine.bots.outlook import Outlook
from game.engine.commands import DetectiveInspect, DoctorSave, Done, MafiaKill
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Role

Deed = MafiaKill | DoctorSave | DetectiveInspect | Done | Phrase


def act(outlook: Outlook) -> Deed:
    """The choice of this night, once; after that a whisper, or nothing more."""
    if outlook.seen.you.done:
        return _whisper(outlook) or Done(outlook.me)
    return _choice(outlook) or Done(outlook.me, _suspicion(outlook))


def _choice(outlook: Outlook) -> Deed | None:
    """What the role does tonight, as far as there is something to do."""
    if outlook.is_meeting:
        return None
    match outlook.role:
        case Role.MAFIA:
            return None if outlook.seen.you.target else MafiaKill(outlook.me, _victim(outlook))
        case Role.DOCTOR:
            return _save(outlook)
        case Role.DETECTIVE:
            return _inspection(outlook)
        case _:
            return None


def _suspicion(outlook: Outlook) -> UserId | None:
    """Whom a bot without a task names for itself; the mafia's would look like a target."""
    return None if outlook.role is Role.MAFIA else outlook.mind.ranked[0]


def _whisper(outlook: Outlook) -> Phrase | None:
    """A word to the partners, if any are left."""
    if not any(ally in outlook.others for ally in outlook.seen.you.allies):
        return None
    target = outlook.seen.you.target
    if target is None:
        return Phrase(PhraseKey.MEET) if outlook.dice.chance(50) else None
    return Phrase(PhraseKey.CONSENT if target == outlook.memory.wished else PhraseKey.PROPOSE, target)


def _victim(outlook: Outlook) -> UserId:
    """Whom the mafia can spare least: who finds, who heals, who accuses them, whom the others trust."""
    if outlook.memory.wished in outlook.prey:
        return outlook.memory.wished
    liked = sorted(outlook.prey, key=lambda user: -_appetite(outlook, user))
    is_feint = len(liked) > 1 and outlook.dice.chance(weights.FEINT)
    return liked[1] if is_feint else liked[0]


def _appetite(outlook: Outlook, user: UserId) -> float:
    memory = outlook.memory
    mafia = (outlook.me, *outlook.seen.you.allies)
    stances = memory.stances.get(user, {})
    pressed = sum(max(stances[target].weight, 0) for target in mafia if target in stances)
    return (
        outlook.dice.swing()
        + weights.HUNT_DETECTIVE * (user in memory.detectives and outlook.may_claim_detective)
        + weights.HUNT_DOCTOR * (user in memory.doctors)
        + weights.HUNT_ACCUSER * pressed
        - weights.HUNT_TRUSTED * outlook.mind.suspicion[user]
    )


def _save(outlook: Outlook) -> DoctorSave:
    """Whom the mafia would want most, within what the rules allow; of two others one is always free to be guarded."""
    saves = outlook.seen.you.saves
    wards = [user for user in outlook.others if user not in saves[-1:]]
    if outlook.me not in saves:
        wards.append(outlook.me)
    return DoctorSave(outlook.me, max(wards, key=lambda user: _worth(outlook, user)))


def _worth(outlook: Outlook, user: UserId) -> float:
    if user == outlook.me:
        is_known = user in outlook.memory.doctors
        return outlook.dice.swing() + weights.GUARD_SELF * (3 if is_known else 1)
    return (
        outlook.dice.swing()
        + weights.GUARD_DETECTIVE * outlook.mind.beliefs.get(user, 0)
        - weights.GUARD_TRUSTED * outlook.mind.suspicion[user]
    )


def _inspection(outlook: Outlook) -> DetectiveInspect | None:
    """The most suspicious of whom nothing is certain yet."""
    doubtful = [user for user in outlook.mind.ranked if user not in outlook.mind.sides]
    return DetectiveInspect(outlook.me, doubtful[0]) if doubtful else None
