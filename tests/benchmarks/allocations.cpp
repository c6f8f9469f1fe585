// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "allocations.h"

#if defined(__GLIBC__) && !defined(LINESCOPE_SANITIZED)
extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void __libc_free(void *memory);

void *malloc(size_t size)
{
    ++Linescope::Benchmark::allocations;
    return __libc_malloc(size);
}
void *calloc(size_t count, size_t size)
{
    ++Linescope::Benchmark::allocations;
    return __libc_calloc(count, size);
}
void *realloc(void *memory, size_t size)
{
    ++Linescope::Benchmark::allocations;
    return __libc_realloc(memory, size);
}
void free(void *memory)
{
    Linescope::Benchmark::deallocations += memory != nullptr;
    __libc_free(memory);
}
}
#endif
