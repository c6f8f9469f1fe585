// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tries a connection once: logs in, asks what a provider asks first, logs off, and says what works and what does not.
// Changes nothing at the server. Lives on one thread.
#pragma once

#include "amiconnection.h"
#include "asterisksettings.h"

#include <QSet>

namespace Linescope {

class ConnectionTest : public QObject {
    Q_OBJECT

public:
    // The clock must outlive it.
    ConnectionTest(const AsteriskSettings &settings, const QByteArray &secret, Clock *clock, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    // Once. `sentences`: what fails and what to do about it; or what was found, and what the account lacks.
    void ended(bool works, const QStringList &sentences);

private:
    static constexpr Microseconds patience = 20_s;

    void ask();
    void take(const Ami::Message &message);
    void answered(const Ami::Message &message);
    void conclude();
    void end(bool works, const QStringList &sentences);
    QString lacks() const;

    const AsteriskSettings m_settings;
    Clock *const m_clock;
    Ami::Connection m_connection;
    QHash<QByteArray, QByteArray> m_asked; // ActionID -> action, not answered to the end
    std::optional<QSet<QByteArray>> m_permitted;
    int m_lines = 0;
    int m_channels = 0;
    bool m_booted = false;
    bool m_ended = false;
};

} // namespace Linescope
