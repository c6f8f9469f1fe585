// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing what the user exports. A file that exists is replaced only once the new one is whole.
#pragma once

#include <QString>

#include <functional>

class QByteArray;
class QIODevice;

namespace Linescope {

// Empty, or a sentence for people: which file, what is wrong, and that the old file is as it was.
QString saveFile(const QString &fileName, const QByteArray &bytes);
QString saveFile(const QString &fileName, const std::function<bool(QIODevice *)> &write);

} // namespace Linescope
