// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tries the address of a source without making it one.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QObject;

namespace Linescope {

// Tells once, on this thread, whether it works, and in sentences what was found; not once `context` has gone, with
// which the try ends. The password comes from the keyring if it is empty.
void trySource(const QString &url, const QByteArray &secret, QObject *context,
               std::function<void(bool works, const QStringList &sentences)> tell);

} // namespace Linescope
