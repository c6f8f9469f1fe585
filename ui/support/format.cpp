// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/format.h"

#include <QDateTime>
#include <QLocale>

#include <cstdlib>

namespace Linescope {

namespace {

Formats currentFormats;
Microseconds timeStart = 0;

QString sinceStartText(Microseconds time)
{
    const Microseconds distance = time - timeStart;
    const qint64 ms = std::abs(distance) / 1000;
    const auto digits = [](qint64 number, int width) { return QString::number(number).rightJustified(width, u'0'); };
    return (distance < 0 ? u'-' : u'+') + QString::number(ms / 3'600'000) + u':' + digits(ms / 60'000 % 60, 2) + u':'
        + digits(ms / 1000 % 60, 2) + u'.' + digits(ms % 1000, 3);
}

QString exactBytesText(quint64 bytes)
{
    // "B", "o" in French: the last letter of the units that QLocale makes of it.
    const QLocale locale;
    return locale.toString(bytes) + u' ' + locale.formattedDataSize(1000, 0, QLocale::DataSizeSIFormat).back();
}

} // namespace

void setFormats(const Formats &formats) { currentFormats = formats; }

void setTimeStart(Microseconds start) { timeStart = start; }

QString bytesText(quint64 bytes)
{
    // QLocale says "bytes" below 1 KiB, which is too long for a cell.
    const bool decimal = currentFormats.bytes == ByteUnit::Decimal;
    if (currentFormats.bytes == ByteUnit::Bytes || bytes < (decimal ? 1000 : 1024))
        return exactBytesText(bytes);
    return QLocale().formattedDataSize(qint64(bytes), 1,
                                       decimal ? QLocale::DataSizeSIFormat : QLocale::DataSizeIecFormat);
}

ByteScale byteScale(quint64 most)
{
    const double step = currentFormats.bytes == ByteUnit::Decimal ? 1000 : 1024;
    double unit = 1;
    while (currentFormats.bytes != ByteUnit::Bytes && double(most) >= 2 * step * unit)
        unit *= step;
    const QString one = bytesText(quint64(unit));
    qsizetype start = 0;
    while (start < one.size() && !one.at(start).isLetter())
        ++start;
    return {unit, one.mid(start)};
}

QString timeText(Microseconds time)
{
    if (time == 0)
        return {};
    if (currentFormats.times == TimeStyle::SinceStart)
        return sinceStartText(time);
    return QDateTime::fromMSecsSinceEpoch(time / 1000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace Linescope
