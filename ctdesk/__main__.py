"""`python -m ctdesk`."""

from __future__ import annotations

import sys

from ctdesk.cli.main import main

sys.exit(main())
