// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An object that other threads wake. What is handed over lies in a queue under a std::mutex, where ThreadSanitizer sees
// it; waking carries nothing, since it passes through Qt, where ThreadSanitizer is blind.
#pragma once

#include <QObject>

namespace Linescope {

class Wakeable : public QObject {
    Q_OBJECT

public:
    void wake() { QMetaObject::invokeMethod(this, "woken", Qt::QueuedConnection); } // any thread

private:
    Q_INVOKABLE virtual void woken() = 0; // on the object's thread, once for each wake()
};

} // namespace Linescope
