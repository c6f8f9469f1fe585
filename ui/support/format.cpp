// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/format.h"

#include <QDateTime>
#include <QLocale>

namespace Linescope {

QString bytesText(quint64 bytes)
{
    // QLocale says "bytes" below 1 KiB, which is too long for a cell.
    if (bytes < 1024)
        return QLocale().toString(bytes) + QStringLiteral(" B");
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeIecFormat);
}

QString timeText(Microseconds time)
{
    return time == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(time / 1000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace Linescope
