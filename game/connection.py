"""How CACHES["live"] becomes a connection of one event loop, to one Redis or to a cluster; sends nothing over it."""

from typing import Any, Final

from django.core.cache import caches
from django_redis.pool import ConnectionFactory
from redis.asyncio import BlockingConnectionPool, Redis, RedisCluster

_POOL_ONLY: Final = ("timeout",)
"""What a blocking pool takes and a cluster does not."""


class OwnPool(ConnectionFactory):  # type: ignore[misc] # django-redis has no types
    """A pool for each connection: the stock factory shares one between event loops, which asyncio forbids."""

    def get_or_create_connection_pool(self, params: dict[str, Any]) -> BlockingConnectionPool:
        """A new one, always."""
        pool: BlockingConnectionPool = self.get_connection_pool(params)
        return pool


class Cluster(ConnectionFactory):  # type: ignore[misc] # django-redis has no types
    """A Redis Cluster: the shard tags of the keys keep together what one script touches."""

    def connect(self, url: str) -> RedisCluster:
        """A client that finds the other nodes by itself."""
        wishes = {name: wish for name, wish in self.pool_cls_kwargs.items() if name not in _POOL_ONLY}
        return RedisCluster.from_url(url, **wishes)


def connect() -> Redis | RedisCluster:
    """A connection of its own for the loop that asks, as CACHES["live"] says."""
    live: Any = caches["live"]
    connection: Redis | RedisCluster = live.client.connect()
    return connection


async def hang_up(connection: Redis | RedisCluster) -> None:
    """End a connection, with the pool that is its own."""
    await connection.aclose()
    if isinstance(connection, Redis):
        await connection.connection_pool.disconnect()
