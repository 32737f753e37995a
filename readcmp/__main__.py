"""``python -m readcmp``: the command line."""

from readcmp.cli import main

main()
