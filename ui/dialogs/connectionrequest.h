// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the dialogs that connect to a server give, and what they are given.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace Linescope {

struct ConnectionRequest {
    QString url;       // as --source takes it; never with a password
    QByteArray secret; // empty: look into the keyring
    bool keepInKeyring = false;
};

// What is wrong with an address, a sentence; empty if nothing is.
using CheckAddress = std::function<QString(const QString &url)>;
// Tries a connection and tells once whether it works, and what was found; not once `context` has gone.
using TellTrial = std::function<void(bool works, const QStringList &sentences)>;
using TryConnection =
    std::function<void(const QString &url, const QByteArray &secret, QObject *context, TellTrial tell)>;

} // namespace Linescope
