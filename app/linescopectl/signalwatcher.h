// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// SIGINT, SIGTERM and SIGHUP as a Qt signal, by way of a pipe: a signal handler may do little else than write to one.
// A second signal ends the program at once. One object of this class at a time.
#pragma once

#include <QObject>

namespace Linescope {

class SignalWatcher : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void interrupted();

private:
    int m_readEnd = -1;
};

} // namespace Linescope
