"""The command line over the Desk: everything that needs no window, for scripts and checks."""
