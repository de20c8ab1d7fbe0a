"""The live Redis as the settings name it: an asyncio client that waits for nobody and repeats nothing."""

import asyncio

import pytest
import redis.asyncio
from channels.layers import get_channel_layer
from redis.exceptions import TimeoutError as RedisTimeoutError


async def test_the_live_cache_hands_out_an_asyncio_client(live: redis.asyncio.Redis) -> None:
    assert isinstance(live, redis.asyncio.Redis)
    assert isinstance(live.connection_pool, redis.asyncio.BlockingConnectionPool)
    await live.set("k", "v")
    assert await live.get("k") == b"v"


async def test_a_command_without_an_answer_fails_in_time(live: redis.asyncio.Redis) -> None:
    live.connection_pool.connection_kwargs["socket_timeout"] = 0.1
    with pytest.raises(RedisTimeoutError):
        await live.blpop(["nothing"], timeout=5)


async def test_a_lost_script_is_not_sent_again(live: redis.asyncio.Redis) -> None:
    live.connection_pool.connection_kwargs["socket_timeout"] = 0.2
    slow = "redis.call('INCR', 'runs') local i = 0 while i < 4e7 do i = i + 1 end return i"
    with pytest.raises(RedisTimeoutError):
        await live.eval(slow, 0)
    live.connection_pool.connection_kwargs["socket_timeout"] = 10
    assert await live.get("runs") == b"1"


async def test_a_crowd_waits_for_a_connection(live: redis.asyncio.Redis) -> None:
    await asyncio.gather(*(live.incr("crowd") for _ in range(500)))
    assert await live.get("crowd") == b"500"


@pytest.mark.usefixtures("redis_url")
async def test_the_channel_layer_rings_over_the_same_redis() -> None:
    layer = get_channel_layer()
    assert layer is not None
    channel = await layer.new_channel()
    await layer.group_add("room.x", channel)
    await layer.group_send("room.x", {"type": "ring"})
    assert await asyncio.wait_for(layer.receive(channel), 2) == {"type": "ring"}
    await layer.flush()
