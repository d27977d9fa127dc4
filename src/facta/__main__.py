"""``python -m facta``: the command line."""

from facta.cli import main

if __name__ == "__main__":
    main()
