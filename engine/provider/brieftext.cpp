// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/brieftext.h"

#include "tapi/names.h"

#include <QStringList>

namespace Linescope {

namespace {

template<class Traffic>
QStringList namesIn(const Traffic &traffic)
{
    QStringList names;
    if constexpr (requires { traffic.request; })
        names.append(shortName(traffic.request));
    if constexpr (requires { traffic.line; })
        names.append(shortName(traffic.line));
    if constexpr (requires { traffic.target; })
        names.append(shortName(traffic.target.driver));
    if constexpr (requires { DriverCall(traffic.call); })
        names.append(shortName(traffic.call));
    if constexpr (requires { DriverCall(traffic.consult); })
        names.append(shortName(traffic.consult));
    return names;
}

QStringList valuesOf(const Reports::CallState &report)
{
    return {nameOf(report.state), modeName(report.state, report.mode)};
}
QStringList valuesOf(const Reports::CallInfo &report) { return {namesOf(report.changed).join(u'+')}; }
QStringList valuesOf(const Reports::LineDevState &report) { return {namesOf(report.states).join(u'+')}; }
QStringList valuesOf(const Reports::AddressState &report) { return {namesOf(report.states).join(u'+')}; }
QStringList valuesOf(const Reports::Completion &report)
{
    return {report.result == LineError::None ? u"0"_s : lineErrorName(report.result)};
}
template<class Other>
QStringList valuesOf(const Other &)
{
    return {};
}

QString joined(QStringList words)
{
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

QString briefText(const Report &report)
{
    const QStringList name{QString::fromLatin1(reportName(report.index()))};
    return std::visit([&](const auto &r) { return joined(name + namesIn(r) + valuesOf(r)); }, report);
}

QString briefText(const Command &command)
{
    const QStringList name{QString::fromLatin1(commandName(command))};
    return std::visit([&](const auto &c) { return joined(name + namesIn(c)); }, command);
}

} // namespace Linescope
