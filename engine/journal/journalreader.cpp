// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalreader.h"

#include "journal/jsonreader.h"

using namespace Qt::StringLiterals;

namespace Linescope {

JournalReader::JournalReader(QIODevice *device)
    : m_device(device)
{
}

tl::expected<JournalHeader, QString> JournalReader::readHeader()
{
    const auto line = nextLine();
    if (!line)
        return tl::unexpected(line.error());
    const auto object = objectFromLine(line->value_or(QByteArray()));
    if (!object || object->value("linescope"_L1) != "journal/1"_L1)
        return failed(tr("This is no journal of Linescope, version 1."));
    JsonReader json(*object);
    JournalHeader header;
    json.demandText("linescope");
    json.take("source", header.source);
    json.takeWith("started", [&](const QJsonValue &time) { return timeFromJson(time, header.started); });
    json.demandText("clock");
    json.finish();
    if (!json.error().isEmpty())
        return failed(json.error());
    return header;
}

tl::expected<std::optional<Event>, QString> JournalReader::next()
{
    const auto line = nextLine();
    if (!line)
        return tl::unexpected(line.error());
    if (!*line)
        return std::nullopt;
    const auto object = objectFromLine(**line);
    if (!object && m_unended) {
        m_truncated = true;
        return std::nullopt;
    }
    if (!object)
        return failed(object.error());
    if (object->value("event"_L1) == "summary"_L1)
        return readEnd(*object);
    auto event = eventFromObject(*object);
    if (!event)
        return failed(event.error());
    if (event->seq <= m_seq)
        return failed(tr("The number of the event is not higher than the one before."));
    m_seq = event->seq;
    return std::optional(std::move(*event));
}

tl::expected<std::optional<Event>, QString> JournalReader::readEnd(const QJsonObject &object)
{
    JsonReader json(object);
    JournalSummary &summary = m_summary.emplace();
    json.demandText("event");
    json.demand("calls", summary.calls);
    json.demand("handles", summary.handles);
    json.demand("retained", summary.retained);
    json.demand("voided", summary.voided);
    json.demand("findings", summary.findings);
    json.demand("dropped", summary.dropped);
    json.finish();
    if (!json.error().isEmpty())
        return failed(json.error());
    const auto after = nextLine();
    if (!after)
        return tl::unexpected(after.error());
    if (*after)
        return failed(tr("Something follows the summary."));
    return std::nullopt;
}

tl::expected<std::optional<QByteArray>, QString> JournalReader::nextLine()
{
    QByteArray line = m_device->readLine(longestJournalLine + 2);
    if (line.isEmpty())
        return std::nullopt;
    ++m_line;
    m_unended = !line.endsWith('\n');
    if (m_unended && line.size() > longestJournalLine)
        return failed(tr("The line is longer than 1 MiB."));
    line.chop(m_unended ? 0 : 1);
    return std::optional(std::move(line));
}

tl::unexpected<QString> JournalReader::failed(const QString &error) const
{
    return tl::unexpected(tr("Line %1: %2").arg(m_line).arg(error));
}

} // namespace Linescope
