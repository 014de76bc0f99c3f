FROM python:3.13-slim AS packages
COPY requirements.txt /
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r /requirements.txt


FROM python:3.13-slim
ENV PATH="/venv/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    VAR_DIR=/data

# What visitors upload and what is cached outlives the container; both folders
# are volumes and belong to the user that the site runs as.
RUN useradd --system --uid 10001 --user-group --home-dir /app kollegium \
    && mkdir -p /data/media /data/cache \
    && chown -R kollegium:kollegium /data

COPY --from=packages /venv /venv
WORKDIR /app
COPY . .

# Collecting static files reads the settings, which insist on their secrets;
# these stand in for them during this one command and are not kept.
RUN python bin/compile_messages.py \
    && SECRET_KEY=only-while-the-image-is-built-0123456789-0123456789-abcdef \
       BASE_URL=https://build.invalid \
       DATABASE_URL=sqlite:////tmp/build.sqlite3 \
       CACHE_URL=locmemcache:// \
       EMAIL_URL=dummymail:// \
       FROM_EMAIL=build@build.invalid \
       STRIPE_SECRET_KEY=sk_test_build \
       STRIPE_WEBHOOK_SECRET=whsec_build \
       python manage.py collectstatic --no-input --verbosity 0

USER kollegium
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "bin/is_alive.py"]

CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers", \
     "cms.wsgi:application"]
