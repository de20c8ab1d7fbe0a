"""When a bot says what it is or what it has found, truly or, as a mafioso, falsely; it never says whom it suspects."""

from typing import Final

from game.engine.bots import memory, weights
from game.engine.bots.claims import revealed
from game.engine.bots.outlook import Outlook
from game.engine.ids import UserId
from game.engine.phrases import Phrase, PhraseKey
from game.engine.state import Role

WERE: Final = {Role.DETECTIVE: PhraseKey.WAS_DETECTIVE, Role.DOCTOR: PhraseKey.WAS_DOCTOR}
CROWD: Final = 2
"""By so many a player has to be pressed for a detective to speak up for them."""


def news(outlook: Outlook) -> Phrase | None:
    """What has to be told without being asked."""
    match outlook.role:
        case Role.DETECTIVE:
            return _duty(outlook)
        case Role.DOCTOR if _is_doctor_called(outlook):
            return _doctor(outlook)
        case Role.MAFIA if outlook.temper.is_bluffer:
            return _bluff(outlook)
        case _:
            return None


def rescue(outlook: Outlook) -> Phrase | None:
    """What may save a bot from being voted out; a plain villager has nothing of the kind."""
    match outlook.role:
        case Role.DETECTIVE:
            return _untold(outlook) or _unsaid(outlook, Phrase(PhraseKey.CLAIM_DETECTIVE))
        case Role.DOCTOR:
            return _doctor(outlook)
        case Role.MAFIA if outlook.temper.is_bluffer:
            return _lie(outlook)
        case _:
            return None


def recall(outlook: Outlook) -> Phrase | None:
    """Who really was what somebody has begun to claim today, of those whose role everybody knows; once is enough."""
    words = [Phrase(WERE[role], user) for user, role in revealed(outlook.seen).items() if _is_usurped(outlook, role)]
    return next((word for word in words if word not in outlook.memory.ours), None)


def _is_usurped(outlook: Outlook, role: Role) -> bool:
    told = outlook.memory
    claimed_at = {
        Role.DETECTIVE: {user: claim.at for user, claim in told.detectives.items()},
        Role.DOCTOR: told.doctors,
    }.get(role, {})
    return any(user in outlook.prey and at >= told.dawn_at for user, at in claimed_at.items())


def _duty(outlook: Outlook) -> Phrase | None:
    """A detective's: a found mafioso, a rival who lies, an innocent in need; all once it is known who they are."""
    if outlook.claims_detective or _is_needed(outlook):
        return _untold(outlook)
    return (_untold(outlook) or Phrase(PhraseKey.CLAIM_DETECTIVE)) if _is_provoked(outlook) else None


def _is_provoked(outlook: Outlook) -> bool:
    """Whether the bot answers a rival's claim today; if it always did, one sentence would find every detective."""
    rivals = [user for user in outlook.memory.detectives if user in outlook.prey]
    return bool(rivals) and outlook.dice.on(f"rival:{outlook.seen.round}").chance(weights.PROVOKED)


def _is_needed(outlook: Outlook) -> bool:
    found = _found(outlook)
    guilty = [user for user, is_mafia in found.items() if is_mafia]
    if outlook.is_critical and found:
        return True
    if guilty:
        return len(found) > 1 or not outlook.temper.is_patient
    return any(len(memory.pressers(outlook.memory, user)) >= CROWD for user in found)


def _found(outlook: Outlook) -> dict[UserId, bool]:
    """What the detective knows of the living."""
    return {each.user_id: each.is_mafia for each in outlook.seen.you.inspections if each.user_id in outlook.others}


def _untold(outlook: Outlook) -> Phrase | None:
    """What the detective has found and not yet told today: the guilty every day, the innocent once."""
    claim = outlook.memory.detectives.get(outlook.me)
    told = claim.found if claim else {}
    found = _found(outlook)
    for user in sorted(found, key=lambda user: not found[user]):
        if found[user] or user not in told:
            word = Phrase(PhraseKey.FOUND_MAFIA if found[user] else PhraseKey.FOUND_CLEAR, user)
            if word not in outlook.memory.mine:
                return word
    return None


def _is_doctor_called(outlook: Outlook) -> bool:
    """Whether somebody else says to be the doctor, or the doctor is pressed when nothing may go wrong any more."""
    return _is_challenged(outlook) or (outlook.is_critical and bool(memory.pressers(outlook.memory, outlook.me)))


def _is_challenged(outlook: Outlook) -> bool:
    """Whether the bot answers somebody who says to be the doctor, today."""
    rivals = [user for user in outlook.memory.doctors if user in outlook.prey]
    return bool(rivals) and outlook.dice.on(f"ward:{outlook.seen.round}").chance(weights.PROVOKED)


def _doctor(outlook: Outlook) -> Phrase | None:
    """That one is the doctor, where there is one."""
    has_doctor = bool(outlook.seen.setup and outlook.seen.setup.doctor)
    if not has_doctor or outlook.me in outlook.memory.doctors or outlook.claims_detective:
        return None
    return Phrase(PhraseKey.CLAIM_DOCTOR)


def _bluff(outlook: Outlook) -> Phrase | None:
    """A false claim: against a rival, as the true ones do; a find each day for who has begun; now and then unasked."""
    claim = outlook.memory.detectives.get(outlook.me)
    if claim is None and outlook.may_claim_detective and _is_provoked(outlook):
        return _unsaid(outlook, Phrase(PhraseKey.CLAIM_DETECTIVE))
    if claim is None and _is_challenged(outlook):
        return _doctor(outlook)
    if claim is None:
        is_time = outlook.seen.round > 1 and not outlook.memory.detectives and outlook.dice.chance(weights.BLUFF)
        return _invented(outlook, {}) if is_time and _may_lie(outlook) else None
    has_told = any(phrase.key in (PhraseKey.FOUND_MAFIA, PhraseKey.FOUND_CLEAR) for phrase in outlook.memory.mine)
    return _invented(outlook, claim.found) if _may_lie(outlook) and not has_told else None


def _lie(outlook: Outlook) -> Phrase | None:
    """A claim to escape by: the detective's against a detective, or the doctor's."""
    accusers = [
        user
        for user, claim in outlook.memory.detectives.items()
        if claim.found.get(outlook.me) and user in outlook.others and user not in outlook.seen.you.allies
    ]
    if accusers and _may_lie(outlook):
        return _unsaid(outlook, Phrase(PhraseKey.FOUND_MAFIA, accusers[0]))
    return _doctor(outlook)


def _may_lie(outlook: Outlook) -> bool:
    """Whether the bot could still pass for the detective."""
    claim = outlook.memory.detectives.get(outlook.me)
    told = len(claim.found) if claim else 0
    return told < outlook.nights and outlook.may_claim_detective and outlook.me not in outlook.memory.doctors


def _invented(outlook: Outlook, told: dict[UserId, bool]) -> Phrase | None:
    """What a liar has found: mostly somebody guilty whom others suspect already, or the same one as before."""
    guilty = [user for user, is_mafia in told.items() if is_mafia and user in outlook.prey]
    if guilty and outlook.dice.chance(weights.SLANDER):
        return Phrase(PhraseKey.FOUND_MAFIA, guilty[0])
    open_to = [user for user in outlook.suspects if user in outlook.prey and user not in told]
    if not open_to:
        return None
    if outlook.dice.chance(weights.SLANDER):
        return Phrase(PhraseKey.FOUND_MAFIA, open_to[0])
    return Phrase(PhraseKey.FOUND_CLEAR, open_to[-1])


def _unsaid(outlook: Outlook, phrase: Phrase) -> Phrase | None:
    return None if phrase in outlook.memory.mine else phrase
