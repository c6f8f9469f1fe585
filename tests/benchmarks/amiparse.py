#!/usr/bin/python3
# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Messages of a Manager Interface from standard input, read as a script would: what bench_ami compares with. Says how
many there were, and how many channels are there in the end."""

import sys


def main():
    messages = 0
    channels = {}
    message = {}
    for line in sys.stdin.buffer:
        line = line.rstrip(b"\r\n")
        if line:
            key, _, value = line.partition(b": ")
            message[key] = value
            continue
        messages += 1
        unique_id = message.get(b"Uniqueid")
        if message.get(b"Event") == b"Hangup":
            channels.pop(unique_id, None)
        elif message.get(b"Event") == b"Newchannel" or unique_id in channels:
            channels[unique_id] = message
        message = {}
    print(messages, len(channels))


main()
