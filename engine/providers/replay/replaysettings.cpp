// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/replay/replaysettings.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

bool readSpeed(const QString &text, double &speed)
{
    if (text == "max"_L1 || text == "0"_L1) {
        speed = 0;
        return true;
    }
    bool isNumber = false;
    speed = text.toDouble(&isNumber);
    return isNumber && speed >= 0.01 && speed <= 1000;
}

} // namespace

tl::expected<ReplaySettings, QString> ReplaySettings::fromUrl(const QUrl &url)
{
    ReplaySettings settings;
    settings.file = url.path(QUrl::FullyDecoded);
    if (settings.file.isEmpty() || !url.authority().isEmpty())
        return tl::unexpected(tr("A recording is named as replay:FILE, for example replay:/tmp/monday.jsonl."));
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == "speed"_L1) {
            if (!readSpeed(value, settings.speed))
                return tl::unexpected(tr("\"speed\" can be 0.01 to 1000 or \"max\", not \"%1\".").arg(value));
        } else if (key == "loop"_L1 && (value == "0"_L1 || value == "1"_L1)) {
            settings.loop = value == "1"_L1;
        } else {
            return tl::unexpected(
                tr("\"%1=%2\" is no option of a recording. There are: speed, loop (0 or 1).").arg(key, value));
        }
    }
    return settings;
}

} // namespace Linescope
