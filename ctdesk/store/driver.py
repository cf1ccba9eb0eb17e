"""The one module that imports sqlcipher3 and sqlite-utils, in the order that makes them fit.

sqlite-utils looks for `pysqlite3` before the standard library's module and catches the exceptions
of whatever it found; sqlcipher3's own are not subclasses of the standard ones. So sqlcipher3 is
registered under that name before sqlite-utils is first imported (research: store, section 1).
"""

from __future__ import annotations

import sys
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

sys.modules["pysqlite3"] = sqlcipher
sys.modules["pysqlite3.dbapi2"] = sqlcipher

import sqlite_utils  # noqa: E402
from sqlite_utils import Migrations  # noqa: E402
from sqlite_utils.db import NotFoundError  # noqa: E402

Connection = Any
"""A `sqlcipher3.dbapi2.Connection`; the package ships no types."""
Database = sqlite_utils.Database
DatabaseError: type[Exception] = sqlcipher.DatabaseError
OperationalError: type[Exception] = sqlcipher.OperationalError
IntegrityError: type[Exception] = sqlcipher.IntegrityError
connect = sqlcipher.connect

__all__ = [
    "Connection",
    "Database",
    "DatabaseError",
    "IntegrityError",
    "Migrations",
    "NotFoundError",
    "OperationalError",
    "connect",
]
