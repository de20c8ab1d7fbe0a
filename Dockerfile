# syntax=docker/dockerfile:1
# The site for production: one gateway process a container; run as many as you like behind one proxy.
#
#   SECRET_KEY     required; the same in all replicas, or every guest is a stranger to half of them
#   DATABASE_URL   required; postgresql://user:password@host:5432/name
#   REDIS_URL      required; redis://host:6379/0 with maxmemory-policy noeviction and appendonly yes
#   ALLOWED_HOSTS  required; host names, separated by commas; 127.0.0.1 among them, for the health check below
#   ORIGINS        required; full origins such as https://mafia.example, separated by commas
#   TRUST_PROXY    1 where the proxy in front sets X-Forwarded-Proto itself
#   PORT           8000
#
# `docker run … mafia python manage.py migrate` makes the tables; the server does not.

FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install --only-binary :all: -r requirements.txt
WORKDIR /app
COPY manage.py ./
COPY accounts accounts
COPY game game
COPY lobby lobby
COPY matchmaking matchmaking
COPY mafia_site mafia_site
COPY templates templates
COPY locale locale
COPY static static
# These values are for this one command, which talks to neither server; none of them is in the image.
RUN SECRET_KEY=only-to-collect DATABASE_URL=postgresql:///none REDIS_URL=redis://none \
    /venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && /venv/bin/python -m compileall -q .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home mafia
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DEBUG=0 PORT=8000
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
USER mafia
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=2)"]
CMD ["python", "-m", "mafia_site.serve"]
