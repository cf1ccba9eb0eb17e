"""Makes the environment that CTDesk runs in: standard library only, no part of the program."""
