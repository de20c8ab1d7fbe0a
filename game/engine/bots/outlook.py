"""All that a bot goes by in one turn: what its seat sees, remembers and thinks, its temper, and its dice."""

from dataclasses import dataclass
from functools import cached_property

from msgspec import UNSET

from game.engine.bots import claims, memory, mind, pace, temper, weights
from game.engine.bots.memory import Memory
from game.engine.bots.mind import Mind
from game.engine.bots.temper import Temper
from game.engine.dice import Dice
from game.engine.frames import GameState
from game.engine.ids import UserId
from game.engine.settings import FirstNight
from game.engine.state import Role, Side


@dataclass(frozen=True)
class Outlook:
    """One seat at one moment; what a turn has no use for is not thought through."""

    seen: GameState
    dice: Dice

    @cached_property
    def memory(self) -> Memory:
        """What the seat has heard."""
        return memory.of(self.seen)

    @cached_property
    def temper(self) -> Temper:
        """What kind of player the bot is."""
        return temper.of(self.dice)

    @cached_property
    def mind(self) -> Mind:
        """Whom the bot suspects."""
        return mind.of(self.seen, self.memory, self.temper, self.dice)

    @property
    def me(self) -> UserId:
        """The bot itself."""
        return self.seen.you.user_id

    @property
    def role(self) -> Role | None:
        """Its role."""
        return self.seen.you.role

    @cached_property
    def others(self) -> list[UserId]:
        """The living but the bot, in seat order."""
        return [player.user_id for player in self.seen.players if player.alive and player.user_id != self.me]

    @cached_property
    def prey(self) -> list[UserId]:
        """The living who are no partners; for the village all others."""
        return [user for user in self.others if user not in self.seen.you.allies]

    @cached_property
    def fallen(self) -> dict[UserId, Side]:
        """What the dead turned out to be, as far as the settings show it."""
        dead = [player.user_id for player in self.seen.players if not player.alive]
        return {user: self.mind.sides[user] for user in dead if user in self.mind.sides}

    @cached_property
    def suspects(self) -> list[UserId]:
        """Whom the bot names and votes for, the most suspicious first; a partner only who is lost anyway."""
        ranked = self.mind.ranked
        if self.role is not Role.MAFIA or self._is_parting(ranked[0]):
            return ranked
        return [user for user in ranked if user not in self.seen.you.allies]

    @cached_property
    def claims_detective(self) -> bool:
        """Whether the bot has said to be the detective, truly or not."""
        return self.me in self.memory.detectives

    @property
    def is_threatened(self) -> bool:
        """Whether the bot is likely to be voted out today."""
        pressers = memory.pressers(self.memory, self.me)
        is_found = any(claim.found.get(self.me) for claim in self.memory.detectives.values())
        return bool(is_found and pressers) or len(pressers) >= max(2, (len(self.others) + 1) // 3)

    @property
    def is_cornered(self) -> bool:
        """Whether half of the table presses the bot, or a detective has named it."""
        is_found = any(claim.found.get(self.me) for claim in self.memory.detectives.values())
        return is_found or len(memory.pressers(self.memory, self.me)) >= max(3, (len(self.others) + 1) // 2)

    @property
    def may_claim_detective(self) -> bool:
        """Whether anybody could still believe a new claim to be the detective."""
        has_one = bool(self.seen.setup and self.seen.setup.detective)
        return has_one and Role.DETECTIVE not in claims.revealed(self.seen).values()

    @property
    def is_critical(self) -> bool:
        """Whether one more wrong vote loses the game for the village, as far as the bot can tell."""
        return len(self.others) <= 2 * self.mind.mafia

    @property
    def has_time(self) -> bool:
        """Whether the village may skip: with an odd number at the table that would be to give a vote away."""
        return len(self.others) % 2 == 1 and not self.is_critical

    @property
    def nights(self) -> int:
        """How many nights there have been on which somebody could be looked into."""
        return claims.nights(self.seen)

    @property
    def is_meeting(self) -> bool:
        """Whether it is a first night on which nobody acts."""
        setup = self.seen.setup
        return self.seen.round == 1 and setup is not UNSET and setup.first_night is FirstNight.MEETING

    @property
    def day_gone(self) -> float:
        """How much of the day is over, from 0 to 1."""
        whole = self.seen.settings.discussion_time * 1000
        left = (self.seen.ends_at or self.seen.now) - self.seen.now
        return (whole - left) / pace.day_ms(whole, is_quick=self.is_among_bots)

    @property
    def is_among_bots(self) -> bool:
        """Whether no living person is here; the seat cannot see whether one who is away will be back."""
        return not any(player.alive and player.connected and not player.is_bot for player in self.seen.players)

    def _is_parting(self, user: UserId) -> bool:
        is_lost = user in self.seen.you.allies and self.mind.suspicion[user] > weights.LOST
        return is_lost and self.dice.on(f"bus:{self.seen.round}").chance(weights.BUS)
