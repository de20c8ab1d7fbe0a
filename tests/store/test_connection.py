"""The live Redis as the settings name it: an asyncio client that waits for nobody and repeats nothing."""

import asyncio
from pathlib import Path

import pytest
import redis.asyncio
from channels.layers import get_channel_layer
from django_redis import get_redis_connection
from pytest_django.fixtures import Settings
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


async def test_a_lost_answer_is_not_asked_for_again(settings: Settings, tmp_path: Path) -> None:
    heard: list[bytes] = []

    async def keep_silent_about_incr(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while said := await reader.read(4096):
            heard.extend([said] if b"INCR" in said else [])
            writer.write(b"+OK\r\n" * said.count(b"CLIENT"))
        writer.close()

    address = str(tmp_path / "s")
    async with await asyncio.start_unix_server(keep_silent_about_incr, address):
        options = settings.CACHES["live"]["OPTIONS"]
        hasty = options["CONNECTION_POOL_KWARGS"] | {"socket_timeout": 0.1}
        changed = {"LOCATION": f"unix://{address}", "OPTIONS": options | {"CONNECTION_POOL_KWARGS": hasty}}
        settings.CACHES = settings.CACHES | {"live": settings.CACHES["live"] | changed}
        connection = get_redis_connection("live")
        with pytest.raises(RedisTimeoutError):
            await connection.incr("runs")
        await connection.connection_pool.disconnect()
    assert len(heard) == 1


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
