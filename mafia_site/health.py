"""Whether this process lives, and whether it should get new visitors; tells nothing about rooms or players."""

from django.http import HttpRequest, HttpResponse
from redis.exceptions import RedisError

from game import house as houses
from mafia_site.drain import drain


async def healthz(_request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


async def readyz(_request: HttpRequest) -> HttpResponse:
    """The process wants visitors: it is not leaving, and Redis is there. PostgreSQL may be away: games go on."""
    if drain.is_open:
        return HttpResponse("draining", status=503, content_type="text/plain")
    try:
        await houses.current().live.redis.ping()
    except RedisError:
        return HttpResponse("no Redis", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
