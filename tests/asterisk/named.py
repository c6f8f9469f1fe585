# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server with a system name puts it before every Uniqueid: some kinds of calls are played on one."""

from checks import Checks

NAME = "pbx"
TITLES = ("answered, callee hangs up", "phone behind a Local channel", "attended transfer by the called phone")


def check(server, phones, compare_kinds):
    """`compare_kinds` plays the kinds whose titles begin so; its results, and the problems."""
    checks = Checks("systemname")
    server.start_as(NAME)
    phones.register()
    results, problems, channels = compare_kinds(lambda title: title in TITLES or title.startswith(TITLES[-1]))
    for channel in channels:
        for what, number in (("Uniqueid", channel.uniqueid), ("Linkedid", channel.linkedid)):
            checks.that(f"the {what} of {channel.name} begins with {NAME}-", number.startswith(f"{NAME}-"), f"({number})")
    for result in results:
        result.title += f" (systemname = {NAME})"
    return results, problems + checks.problems
