// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every allocation of a benchmark is counted: Qt's containers call malloc, not operator new (allocations.cpp).
#pragma once

#include <QtGlobal>

#include <malloc.h>

#include <cstdlib>

namespace Linescope::Benchmark {
inline quint64 allocations = 0;
inline quint64 deallocations = 0;

inline qint64 heapBytes()
{
    const struct mallinfo2 info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}
} // namespace Linescope::Benchmark
