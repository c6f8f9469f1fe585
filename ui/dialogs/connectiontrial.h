// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A connection that is being tried, and in words what came of it.
#pragma once

#include "dialogs/connectionrequest.h"

#include <QLabel>

namespace Linescope {

class ConnectionTrial : public QLabel {
    Q_OBJECT

public:
    explicit ConnectionTrial(QWidget *parent = nullptr);

    void setTry(const TryConnection &test) { m_try = test; }
    bool canTry() const { return bool(m_try); }
    void start(const ConnectionRequest &request);
    void forget();                         // what was found is about something else now; hides it
    bool works() const { return m_works; } // as was found last

Q_SIGNALS:
    void ended();

private:
    TryConnection m_try;
    QObject *m_trying = nullptr; // with it a try ends
    bool m_works = false;
};

} // namespace Linescope
