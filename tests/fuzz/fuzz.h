// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every fuzz target is a file with this one function. In the preset asan it is a program with libFuzzer; elsewhere
// tst_fuzzcorpora feeds it the kept inputs. What must be true is required, not returned.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

namespace Linescope::Test {

inline QByteArrayView viewOf(const unsigned char *data, size_t size)
{
    return QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size));
}

[[noreturn]] inline void giveUp(const QByteArray &why)
{
    std::fprintf(stderr, "%s\n", why.constData());
    std::abort();
}

inline void require(bool condition, const QByteArray &why)
{
    if (!condition)
        giveUp(why);
}

inline void requireNone(const QStringList &complaints)
{
    if (!complaints.isEmpty())
        giveUp(complaints.join(u'\n').toUtf8());
}

} // namespace Linescope::Test
