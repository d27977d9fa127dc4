# One line a recipe; `just` lists them.
default:
    @just --list

# Everything that must pass before a commit lands.
check: lint types layers test

# Style and common mistakes.
lint:
    ruff check src tests benchmarks training

# Static types.
types:
    mypy

# Who may import whom.
layers:
    lint-imports

# The test suite.
test *args:
    pytest -q {{args}}

# Every score with its data digest (needs the evaluation data beside the checkout).
quality *args:
    python -m benchmarks.quality {{args}}

# Words per second, ratio to the parser alone, memory, load time.
speed *args:
    python -m benchmarks.speed {{args}}

# Kill an ingest 200 times at random moments; nothing may be lost or doubled (half an hour).
kills *args:
    python -m benchmarks.kills {{args}}

# How well incidents are put together; --coder for the coder's records, --unread for the set nothing was set on.
incidents *args:
    python -m benchmarks.incidents {{args}}

# Rebuild the encoder and the weights beside it from the corpus (docs/how-to/rebuild-the-models.md).
train *args:
    python -m training {{args}}

# Pin all dependencies with their digests; names no registry.
lock:
    uv pip compile --quiet --universal --python-version 3.11 --extra dev --extra store --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
