// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a journal: events or a reason, and what is read is written and read as the same.

#include "fuzz.h"
#include "journal/journalreader.h"

#include <QBuffer>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

// Half a character comes out as a whole one: the second time nothing changes any more.
void requireSteady(const Event &event)
{
    const QByteArray line = toJsonLine(event);
    const auto read = fromJsonLine(line);
    require(read && toJsonLine(*read) == line, line);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    QByteArray bytes = viewOf(data, size).toByteArray();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    JournalReader reader(&buffer);
    if (const auto header = reader.readHeader(); !header) {
        require(!header.error().isEmpty(), "no reason");
        return 0;
    }
    for (auto event = reader.next(); true; event = reader.next()) {
        require(event || !event.error().isEmpty(), "no reason");
        if (!event || !*event)
            return 0;
        requireSteady(**event);
    }
}
