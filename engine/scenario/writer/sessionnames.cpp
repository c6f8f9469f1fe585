// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/writer/sessionnames.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

QString SessionNames::unused(const QString &base, bool counted)
{
    int &count = m_counts[base];
    QString name;
    do {
        ++count;
        name = count == 1 && !counted ? base : base + QString::number(count);
    } while (m_used.contains(name));
    m_used.insert(name);
    return name;
}

// A, B ... Z, then A2, A3 ...
QString SessionNames::nameApp(HLineApp app)
{
    const qsizetype place = m_apps.size();
    const QChar letter(char16_t(u'A' + (place < 26 ? place : 0)));
    const QString name = unused(letter, false);
    m_apps.insert(app, name);
    return name;
}

QString SessionNames::nameLine(HLine line, HLineApp app)
{
    const QString name = unused(u'L' + this->app(app), false);
    m_lines.insert(line, name);
    return name;
}

QString SessionNames::freshCall(HLineApp app) { return unused(u'C' + this->app(app), false); }

} // namespace Linescope::Scenarios
