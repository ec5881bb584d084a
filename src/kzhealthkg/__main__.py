"""``python -m kzhealthkg``."""

import sys

from kzhealthkg.cli import main

sys.exit(main())
