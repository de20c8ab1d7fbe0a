"""Games of bots in the simulator: they are those that a server would play, and each comes to an end."""

from collections.abc import Sequence

import pytest

from game.engine import timing
from game.engine.bots import turns
from game.engine.bots.policy import Intent
from game.engine.bots.turns import Turn
from game.engine.commands import Tick
from game.engine.facts import Said
from game.engine.phrases import Phrase
from game.engine.reduce import reduce
from game.engine.refusals import Refusal
from game.engine.settings import FirstNight, SettingsPatch
from game.engine.setup import MAX_SEATS, MIN_SEATS
from game.engine.state import Phase, RoomState
from game.simulation import batch, chance, party
from game.simulation.party import Party, play_on, take

SEED = "ba1a" * 16
AS_THE_TABLE_HAS_IT = SettingsPatch()


def woken(seats: int, rules: SettingsPatch, seed: str) -> RoomState:
    """The room after a game that is played as `game.play` plays it: woken whenever it asks to be."""
    party = Party(seats, rules, seed)
    while party.state.phase is not Phase.ENDED:
        party.do(Tick(), at=timing.wake_at(party.state, party.now_ms))
        for turn in turns.due(party.state, party.now_ms):
            if turn in turns.due(party.state, party.now_ms):
                take(party, turn, turns.intent)
    return party.state


@pytest.mark.parametrize("rules", [AS_THE_TABLE_HAS_IT, SettingsPatch(runoff=True, open_votes=True, vote_time=10)])
@pytest.mark.parametrize("seats", [5, 8, 11])
def test_a_game_is_the_one_that_a_server_would_play(seats: int, rules: SettingsPatch) -> None:
    party = Party(seats, rules, SEED)
    play_on(party, turns.intent)
    assert party.state == woken(seats, rules, SEED)


@pytest.mark.parametrize("policy", batch.POLICIES)
@pytest.mark.parametrize("seats", range(MIN_SEATS, MAX_SEATS + 1))
def test_a_game_of_every_size_ends(seats: int, policy: str) -> None:
    assert party.play(seats, AS_THE_TABLE_HAS_IT, SEED, batch.POLICIES[policy]).rounds > 0


@pytest.mark.parametrize("first_night", FirstNight)
def test_chance_does_nothing_that_the_rules_refuse(first_night: FirstNight) -> None:
    refused = []

    def watched(state: RoomState, turn: Turn, *, chat: Sequence[Said], now_ms: int) -> Intent | None:
        intent = chance.intent(state, turn, chat=chat, now_ms=now_ms)
        if intent and not isinstance(intent, Phrase) and isinstance(reduce(state, intent, now_ms), Refusal):
            refused.append(intent)
        return intent

    for number in range(20):
        party.play(8, SettingsPatch(first_night=first_night), f"{number:064x}", watched)
    assert refused == []


def test_what_the_engine_refuses_is_a_bug() -> None:
    with pytest.raises(ValueError, match="invalid"):
        Party(MAX_SEATS + 1, AS_THE_TABLE_HAS_IT, SEED)


@pytest.mark.parametrize("games", [1, batch.SHARE, 2 * batch.SHARE + 3])
def test_a_batch_is_as_many_games_as_were_asked_for(games: int) -> None:
    order = batch.Order(4, AS_THE_TABLE_HAS_IT, "random", "seed")
    assert batch.play(order, games, map).games == games


def test_it_does_not_matter_how_many_share_the_work() -> None:
    order = batch.Order(5, AS_THE_TABLE_HAS_IT, "bots", "seed")
    with batch.spread(2) as over:
        shared = batch.play(order, 45, over)
    with batch.spread(1) as over:
        assert batch.play(order, 45, over) == shared


def test_another_seed_is_other_games() -> None:
    one, other = (batch.play(batch.Order(7, AS_THE_TABLE_HAS_IT, "random", seed), 40, map) for seed in ("a", "b"))
    assert one != other
