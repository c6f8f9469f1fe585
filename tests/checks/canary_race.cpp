// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A race on purpose. Where ThreadSanitizer does not report it, its silence about everything else says nothing.

#include <thread>

int main()
{
    int shared = 0;
    std::thread other([&shared] { shared = 1; });
    shared = 2;
    other.join();
    return shared == 0;
}
