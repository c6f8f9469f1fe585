# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to hold, and what was found not to."""


class Checks:
    def __init__(self, about):
        self.about = about
        self.problems = []

    def that(self, what, condition, detail=""):
        if not condition:
            self.problems.append(f"{self.about}: {what} does not hold {detail}".rstrip())

    def soon(self, what, watch, condition, seconds):
        try:
            watch.wait_for(condition, seconds, what)
        except TimeoutError as error:
            self.problems.append(f"{self.about}: {error}")
