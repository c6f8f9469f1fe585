// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For tests and benchmarks that compare costs: what other programs take does not count.
#pragma once

#include <QtGlobal>

#include <ctime>

namespace Linescope {

// CPU time that the calling thread has used, ns.
inline qint64 threadCpuTime()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace Linescope
