// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linetable.h"

namespace Linescope {

namespace {

bool saysUnavailable(QByteArrayView state)
{
    return state.compare("UNAVAILABLE", Qt::CaseInsensitive) == 0 || state.compare("INVALID", Qt::CaseInsensitive) == 0;
}

} // namespace

LineTable::Line *LineTable::find(QByteArrayView name)
{
    const auto found = m_index.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return found == m_index.cend() ? nullptr : &m_lines[*found];
}

LineTable::Line *LineTable::find(DriverLine id)
{
    const qsizetype index = qsizetype(id.value) - 1;
    return index >= 0 && index < m_lines.size() && !m_lines[index].name.isEmpty() ? &m_lines[index] : nullptr;
}

LineTable::Line *LineTable::take(QByteArrayView name, QList<Report> &reports)
{
    if (Line *known = find(name))
        return known;
    if (m_lines.size() >= maxLines)
        return nullptr;
    Line line;
    line.name = name.toByteArray();
    line.id = {quint32(m_lines.size()) + 1};
    m_index.insert(line.name, m_lines.size());
    m_lines.append(line);

    auto info = std::make_shared<DeviceInfo>();
    info->name = QString::fromUtf8(line.name);
    info->inService = info->connected = m_connected;
    info->stateText = m_text;
    reports.append(Reports::DeviceAdded{line.id, std::move(info)});
    return &m_lines.last();
}

void LineTable::setDeviceState(Line &line, QByteArrayView state, QList<Report> &reports)
{
    if (line.unavailable == saysUnavailable(state))
        return;
    line.unavailable = !line.unavailable;
    if (m_connected)
        reportState(line, reports);
}

bool LineTable::saysHeld(QByteArrayView state)
{
    return state == QByteArrayView("ONHOLD") || state == QByteArrayView("On Hold");
}

void LineTable::setConnected(bool connected, const QString &text, QList<Report> &reports)
{
    if (m_connected == connected && m_text == text)
        return;
    m_connected = connected;
    m_text = text;
    for (Line &line : m_lines) {
        line.foundHeld = false;
        if (!line.name.isEmpty())
            reportState(line, reports);
    }
}

void LineTable::remove(Line &line, QList<Report> &reports)
{
    m_index.remove(line.name);
    line.name.clear();
    line.open = false;
    line.listed = 0;
    reports.append(Reports::DeviceRemoved{line.id});
}

void LineTable::reportState(const Line &line, QList<Report> &reports) const
{
    const bool inService = m_connected && !line.unavailable;
    const QString text = !m_connected ? m_text : line.unavailable ? tr("The device is not registered.") : QString();
    reports.append(Reports::DeviceState{line.id, inService, inService, text});
}

} // namespace Linescope
