// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/checkpoints.h"

#include <type_traits>
#include <vector>

namespace Linescope {

namespace {

// Records lie in slots, freed ones too; the directory has a page for each 1,024 ids of which one is in use.
template<class Table>
qint64 tableBytes(const Table &table)
{
    using Record = std::decay_t<decltype(table.at(0))>;
    constexpr quint32 pageIds = 1024;
    std::vector<bool> pages;
    table.forEach([&](const Record &record) {
        const size_t page = record.id.value / pageIds;
        if (page >= pages.size())
            pages.resize(page + 1);
        pages[page] = true;
    });
    const auto used = std::count(pages.begin(), pages.end(), true);
    return qint64(table.slotCount()) * qint64(sizeof(Record)) + qint64(used * (pageIds + 1) * sizeof(quint32))
        + qint64(pages.size() * sizeof(void *));
}

qint64 heapBytes(const QString &text) { return text.size() * 2; }

} // namespace

qint64 byteSize(const World &world)
{
    qint64 bytes = sizeof(World) + tableBytes(world.apps()) + tableBytes(world.lines()) + tableBytes(world.calls())
        + tableBytes(world.handles()) + qint64(world.devices().size() * sizeof(Device));
    // Texts are shared between Worlds; counted as if they were not, an upper bound.
    world.calls().forEach([&](const Call &call) { bytes += call.info.heapBytes(); });
    for (const Device &device : world.devices())
        bytes += heapBytes(device.info.name) + heapBytes(device.info.stateText) + heapBytes(device.closedText);
    return bytes;
}

} // namespace Linescope
