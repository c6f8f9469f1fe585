// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Passwords: from the environment, the desktop's keyring or the terminal. Never from a file, never from the command
// line; without a keyring nothing is stored at all.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace Linescope {

// The value of that variable, taken out of the environment so that no child process inherits it.
std::optional<QByteArray> takeEnvironmentSecret(const char *name = "LINESCOPE_SECRET");

// The password the keyring holds for a source (secretKey()), none if it has none or does not answer within 5 s. `done`
// is called once, later, on this thread; never if `context` has gone by then.
void readKeyring(const QString &key, QObject *context, std::function<void(std::optional<QByteArray>)> done);

// Stores or, when empty, removes a password; `done` gets a sentence when that failed, else an empty text.
void writeKeyring(const QString &key, const QByteArray &secret, QObject *context,
                  std::function<void(const QString &error)> done = {});

// Asks on the controlling terminal, without echo; none when there is no terminal or the user gave up.
std::optional<QByteArray> askOnTerminal(const QString &question);

// Overwrites the bytes before they are freed.
void wipe(QByteArray &secret);

} // namespace Linescope
