"""The entry point. `--version` is answered before anything else is imported."""

import sys


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        from ltcarch.version import __version__

        print(f"ltcarch {__version__}")
        return
    from ltcarch.cli.app import run

    run()


if __name__ == "__main__":
    main()
