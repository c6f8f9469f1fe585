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

LineTable::Line *LineTable::take(QByteArrayView name, Telling telling)
{
    if (Line *known = find(name))
        return known;
    if (m_lines.size() >= maxLines)
        return nullptr;
    Line line;
    line.name = name.toByteArray();
    line.id = {quint32(m_lines.size()) + 1};
    (void)note(line, telling, true);
    m_index.insert(line.name, m_lines.size());
    m_lines.append(line);

    auto info = std::make_shared<DeviceInfo>();
    info->name = QString::fromUtf8(line.name);
    info->inService = info->connected = m_connected;
    info->stateText = m_text;
    telling.reports.append(Reports::DeviceAdded{line.id, std::move(info)});
    return &m_lines.last();
}

void LineTable::setDeviceState(Line &line, QByteArrayView state, Telling telling)
{
    if (line.unavailable == saysUnavailable(state))
        return;
    line.unavailable = !line.unavailable;
    if (m_connected)
        reportState(line, telling);
}

bool LineTable::saysHeld(QByteArrayView state)
{
    return state == QByteArrayView("ONHOLD") || state == QByteArrayView("On Hold");
}

void LineTable::setConnected(bool connected, const QString &text, Telling telling)
{
    if (m_connected == connected && m_text == text)
        return;
    m_connected = connected;
    m_text = text;
    for (Line &line : m_lines) {
        line.foundHeld = false;
        if (!line.name.isEmpty())
            reportState(line, telling);
    }
}

void LineTable::remove(Line &line, QList<Report> &reports)
{
    m_index.remove(line.name);
    line.name.clear();
    line.open = false;
    line.listed = 0;
    line.why.reset();
    reports.append(Reports::DeviceRemoved{line.id});
}

// What is being said has led to the state that the line is in now: in service, or not.
bool LineTable::note(Line &line, Telling telling, bool isNew) const
{
    const AsteriskMapping::LineRule &rule = AsteriskMapping::lineRule(m_connected, line.unavailable);
    ProvenanceLog::Step &step = telling.why.step(line.why);
    step.stateRule = &rule.rule;
    step.inService = rule.inService;
    step.isNew = step.isNew || isNew;
    line.why->settle(); // many lines, and few steps of each
    return rule.inService;
}

void LineTable::reportState(Line &line, Telling telling) const
{
    const bool inService = note(line, telling, false);
    const QString text = !m_connected ? m_text : line.unavailable ? tr("The device is not registered.") : QString();
    telling.reports.append(Reports::DeviceState{line.id, inService, inService, text});
}

} // namespace Linescope
