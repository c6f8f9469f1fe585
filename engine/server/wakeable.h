// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An object that other threads wake. What is handed over lies in a queue under a std::mutex, where ThreadSanitizer sees
// it; waking carries nothing, since it passes through Qt, where ThreadSanitizer is blind.
#pragma once

#include <QObject>

#include <mutex>

namespace Linescope {

class Wakeable : public QObject {
    Q_OBJECT

public:
    void wake() { QMetaObject::invokeMethod(this, "work", Qt::QueuedConnection); } // any thread

    // Whoever deletes this calls it first, once the object's thread has ended: QThread::wait() has ordered the threads,
    // but where ThreadSanitizer cannot see it.
    void settle() { const std::scoped_lock lock(m_worked); }

private:
    Q_INVOKABLE void work()
    {
        woken(); // may let events in, and so be called inside itself
        const std::scoped_lock lock(m_worked);
    }
    virtual void woken() = 0; // on the object's thread, once for each wake()

    std::mutex m_worked;
};

} // namespace Linescope
