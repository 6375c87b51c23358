"""`python -m probatum`: the command line."""

from probatum.cli import main

main(prog_name="probatum")
