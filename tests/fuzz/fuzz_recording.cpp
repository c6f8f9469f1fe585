// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a recording, plain or compressed: what can be read of it can be travelled through, and the moments are
// the same on the way there and back.

#include "fuzz.h"
#include "journal/timetravel.h"

#include <QTemporaryFile>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

QString written(QByteArrayView bytes)
{
    static QTemporaryFile file;
    if (!file.isOpen())
        require(file.open(), "no file");
    file.resize(0);
    file.seek(0);
    file.write(bytes.data(), bytes.size());
    file.flush();
    return file.fileName();
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto machine = TimeMachine::open(written(viewOf(data, size)), {.distance = 2});
    if (!machine) {
        require(!machine.error().isEmpty(), "no reason");
        return 0;
    }
    TimeMachine &time = **machine;
    time.build();
    const quint64 last = time.status().lastSeq;
    const auto there = time.worldAt(last);
    const auto back = time.worldAt(time.previous(last));
    const auto again = time.worldAt(last);
    require(there && back && again && *there == *again, "another World");
    require(time.next(last) == last, "something behind the end");
    return 0;
}
