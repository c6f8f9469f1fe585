// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/jsonscan.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

bool isRawControl(char c) { return uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; }

} // namespace

QString placeOf(QByteArrayView json, qsizetype offset)
{
    const QByteArrayView before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return JsonLimits::tr("line %1, column %2").arg(line).arg(column);
}

QString JsonLimits::complaint(QByteArrayView json) const
{
    if (json.size() > bytes)
        return tr("The file is larger than %1 MiB.").arg(bytes >> 20);
    struct Level {
        bool isObject;
        qsizetype members;
    };
    std::vector<Level> levels;
    qsizetype count = 0;
    qsizetype stringStart = -1; // inside a string
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isRawControl(c))
            return tr("A control character stands in the file (%1).").arg(placeOf(json, i));
        if (stringStart >= 0) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                stringStart = -1;
            if (stringStart >= 0 && i - stringStart > stringBytes)
                return tr("A text is longer than %1 KiB (%2).").arg(stringBytes >> 10).arg(placeOf(json, stringStart));
            continue;
        }
        if (c == '"')
            stringStart = i;
        else if (c == '{' || c == '[')
            levels.push_back({c == '{', 1});
        else if ((c == '}' || c == ']') && !levels.empty())
            levels.pop_back();
        else if (c == ',' && !levels.empty() && ++levels.back().members > members && levels.back().isObject)
            return tr("An object has more than %1 members (%2).").arg(members).arg(placeOf(json, i));
        if (levels.size() > size_t(depth))
            return tr("The file is nested more than %1 deep (%2).").arg(depth).arg(placeOf(json, i));
        if ((c == '{' || c == '[' || c == ',') && ++count > values)
            return tr("The file has more than %1 values.").arg(values);
    }
    return {};
}

} // namespace Linescope::Scenarios
