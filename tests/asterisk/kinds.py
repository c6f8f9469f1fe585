# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All kinds of calls, in the order in which they are played."""

import kinds_simple  # noqa: F401
import kinds_hold  # noqa: F401
import kinds_operator  # noqa: F401
import kinds_transfer  # noqa: F401
import kinds_atxfer  # noqa: F401
import kinds_redirect  # noqa: F401
import kinds_park  # noqa: F401
import kinds_pickup  # noqa: F401
import kinds_conference  # noqa: F401
import kinds_queue  # noqa: F401
import kinds_local  # noqa: F401
from calls import KINDS

__all__ = ["KINDS"]
