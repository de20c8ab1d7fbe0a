"""A full table that votes in the same moment: no vote is lost, on whatever gateway it was cast."""

import asyncio
from functools import partial

from tests.client import Player, View
from tests.gateway.people import People, agreed, until_day, until_voting

SEATS = 10
TIMES = 20


async def test_ten_votes_at_once_are_ten_votes_twenty_times_in_a_row(crowd: People) -> None:
    players = await crowd.game(SEATS, voteTime=120)
    await until_day(players)
    await until_voting(players)
    for turn in range(TIMES):
        if turn % (TIMES // 2) == 0:
            await fresh_lines(players)
        targets = [players[(place + 1 + turn % (SEATS - 1)) % SEATS].user_id for place in range(SEATS)]
        votes = zip(players, targets, strict=True)
        await asyncio.gather(*(agreed(player, "vote:cast", targetId=target) for player, target in votes))
        counts = {target: targets.count(target) for target in targets}
        for player in players:
            await player.until(partial(are_counted, counts))
        assert [player.view.vote for player in players] == targets


async def fresh_lines(players: list[Player]) -> None:
    """Everybody comes back on another gateway, with a whole budget of frames."""
    for player in players:
        player.cut()
    await asyncio.gather(*(player.reconnect() for player in players))
    for player in players:
        await player.expect("auth:reconnect")


def are_counted(counts: dict[str, int], view: View) -> bool:
    return view.cast == SEATS and view.counts == counts
