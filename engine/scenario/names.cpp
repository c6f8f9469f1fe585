// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/names.h"

#include <algorithm>
#include <vector>

namespace Linescope::Scenarios {

namespace {

// Levenshtein's distance, without regard to case.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a.at(i).toLower() == b.at(qsizetype(j) - 1).toLower();
            const qsizetype replaced = diagonal + (same ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

template<class Value>
std::optional<Value> find(const QHash<QString, Value> &names, const QString &name)
{
    const auto found = names.constFind(name);
    return found == names.constEnd() ? std::optional<Value>() : *found;
}

} // namespace

void Names::setLine(const QString &name, HLine line)
{
    m_lines.insert(name, line);
    m_lineTexts.insert(line, name);
}

void Names::setCall(const QString &name, const CallName &call)
{
    m_callNames.insert(name, call);
    if (!call.handle.isNull())
        m_handleTexts.insert(call.handle, name);
    if (!call.call.isNull() && !m_callTexts.contains(call.call))
        m_callTexts.insert(call.call, name);
    if (call.call.isNull() && !call.driver.isNull())
        m_driverTexts.insert(call.driver, name);
}

void Names::link(CallId call, DriverCall driver)
{
    m_drivers.insert(call, driver);
    m_driven.insert(driver, call);
    const QString name = m_driverTexts.take(driver);
    if (!name.isEmpty())
        m_callTexts.insert(call, name);
}

void Names::setRequest(const QString &name, RequestId request)
{
    m_requests.insert(name, request);
    m_requestTexts.insert(request, name);
}

void Names::setSeries(Kind kind, const QString &pattern, quint32 count)
{
    const qsizetype at = pattern.indexOf(QLatin1StringView("$i"));
    m_series.append({kind, pattern.left(at), pattern.mid(at + 2), count});
}

bool Names::isInSeries(Kind kind, const QString &name) const
{
    return std::any_of(m_series.begin(), m_series.end(), [&](const Series &series) {
        if (series.kind != kind || name.size() <= series.before.size() + series.after.size()
            || !name.startsWith(series.before) || !name.endsWith(series.after))
            return false;
        const QString number = name.mid(series.before.size(), name.size() - series.before.size() - series.after.size());
        const quint32 value = number.toUInt();
        return value >= 1 && value <= series.count && QString::number(value) == number;
    });
}

std::optional<HLineApp> Names::app(const QString &name) const
{
    const auto found = find(m_apps, name);
    return found || !isInSeries(Kind::App, name) ? found : HLineApp();
}

std::optional<HLine> Names::line(const QString &name) const
{
    const auto found = find(m_lines, name);
    return found || !isInSeries(Kind::Line, name) ? found : HLine();
}

std::optional<CallName> Names::call(const QString &name) const
{
    std::optional<CallName> found = find(m_callNames, name);
    if (!found && isInSeries(Kind::Call, name))
        return CallName();
    if (found && found->call.isNull())
        found->call = m_driven.value(found->driver);
    return found;
}

std::optional<RequestId> Names::request(const QString &name) const
{
    const auto found = find(m_requests, name);
    return found || !isInSeries(Kind::Request, name) ? found : RequestId();
}

QStringList Names::known(Kind kind) const
{
    QStringList names = kind == Kind::App ? m_apps.keys()
        : kind == Kind::Line              ? m_lines.keys()
        : kind == Kind::Call              ? m_callNames.keys()
                                          : m_requests.keys();
    names.sort();
    return names;
}

DriverCall Names::driverOf(const CallName &call) const
{
    return call.driver.isNull() ? m_drivers.value(call.call) : call.driver;
}

QString nearest(const QString &word, const QStringList &candidates)
{
    QString best;
    qsizetype bestDistance = word.size() / 3 + 2; // further away it is another word
    if (word.size() > 64)
        return {};
    for (const QString &candidate : candidates) {
        const qsizetype d = distance(word, candidate);
        if (d < bestDistance) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

} // namespace Linescope::Scenarios
