"""One reader per format: bytes from outside in, text and what the format itself says out.

Readers run in the worker process only. Each is a function of a file's bytes and raises BadInput
with a code of `errors_intake.toml` for what it can't take.
"""
