// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalreader.h"

#include "journal/gzipdevice.h"
#include "journal/jsonreader.h"

#include <QFileDevice>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr qsizetype block = 256 * 1024; // bytes read at once

// What has a number and is kept in a row by that number: a journal that begins with the last one would want it all.
bool isBearable(const Event &event)
{
    constexpr quint32 mostDevices = 100'000;
    if (const auto *device = std::get_if<Events::DeviceAdded>(&event.payload))
        return device->device.value <= mostDevices;
    if (const auto *provider = std::get_if<Events::ProviderState>(&event.payload))
        return provider->provider.value <= mostDevices;
    return true;
}

// Why a device has no more, if that is not because it has ended.
QString problemOf(QIODevice *device)
{
    if (const auto *gzip = qobject_cast<const GzipDevice *>(device))
        return gzip->problem();
    const auto *file = qobject_cast<const QFileDevice *>(device);
    return file && file->error() != QFileDevice::NoError ? file->errorString() : QString();
}

} // namespace

JournalReader::JournalReader(QIODevice *device)
    : m_device(device)
{
}

tl::expected<JournalHeader, QString> JournalReader::readHeader()
{
    const Line line = nextLine();
    if (!line)
        return tl::unexpected(line.error());
    const auto read = readLine(m_document, line->value_or(QByteArrayView()));
    const auto version = read ? m_document.member("linescope") : std::nullopt;
    if (!version || version->text() != "journal/1")
        return failed(tr("This is no journal of Linescope, version 1."));
    JsonReader json(m_document);
    JournalHeader header;
    json.demandText("linescope");
    json.take("source", header.source);
    json.takeWith("started", [&](const JsonValue &time) { return timeFromJson(time, header.started); });
    json.demandText("clock");
    json.finish();
    if (!json.error().isEmpty())
        return failed(json.error());
    return header;
}

tl::expected<std::optional<Event>, QString> JournalReader::next()
{
    for (auto read = readObject(); true; read = readObject()) {
        if (!read)
            return tl::unexpected(read.error());
        if (!*read)
            return std::nullopt;
        const auto name = m_document.member("event");
        if (name && name->text() == "summary")
            return readEnd();
        if (!name || name->text() != "snapshot")
            break;
        const auto whole = readSnapshot();
        if (!whole)
            return tl::unexpected(whole.error());
        if (!*whole)
            return std::nullopt;
    }
    auto event = eventFromDocument();
    if (!event)
        return tl::unexpected(event.error());
    if (event->seq <= m_seq)
        return failed(tr("The number of the event is not higher than the one before."));
    m_seq = event->seq;
    return std::optional(std::move(*event));
}

tl::expected<Event, QString> JournalReader::eventFromDocument()
{
    auto event = eventFrom(m_document);
    if (!event)
        return failed(event.error());
    if (!isBearable(*event))
        return failed(tr("No session has that many devices."));
    return event;
}

std::optional<World> JournalReader::takeSnapshot() { return std::exchange(m_snapshot, std::nullopt); }

tl::expected<std::optional<Event>, QString> JournalReader::advance(World &world)
{
    auto event = next();
    if (m_snapshot)
        world = std::move(*takeSnapshot());
    if (event && *event)
        world.apply(**event);
    return event;
}

bool JournalReader::seek(const JournalPlace &place)
{
    m_begin = m_end = 0;
    m_offset = place.offset;
    m_line = place.line;
    m_seq = place.seq;
    m_snapshot.reset();
    m_summary.reset();
    m_unended = m_truncated = false;
    return m_device->seek(place.offset);
}

// One line as an object; false at the end.
tl::expected<bool, QString> JournalReader::readObject()
{
    const Line line = nextLine();
    if (!line)
        return tl::unexpected(line.error());
    if (!*line)
        return false;
    const auto read = readLine(m_document, **line);
    if (!read && m_unended) {
        m_truncated = true;
        return false;
    }
    if (!read)
        return failed(read.error());
    return true;
}

// False when the journal ends before the snapshot does: then there is none.
tl::expected<bool, QString> JournalReader::readSnapshot()
{
    JsonReader json(m_document);
    WorldOrigin origin;
    qint64 records = 0;
    std::array<qint64, 5> numbers{};
    const auto time = [&](const char *key, Microseconds &value) {
        if (!json.takeWith(key, [&](const JsonValue &text) { return timeFromJson(text, value); }))
            json.missing(key);
    };
    json.demand("seq", numbers[0]);
    time("t", origin.time);
    json.demandText("event");
    time("began", origin.began);
    json.demand("calls", numbers[1]);
    json.demand("handles", numbers[2]);
    json.demand("voided", numbers[3]);
    json.demand("findings", numbers[4]);
    json.demand("records", records);
    json.finish();
    if (!json.error().isEmpty())
        return failed(json.error());
    origin.seq = quint64(numbers[0]);
    origin.callsCreated = quint64(numbers[1]);
    origin.handlesCreated = quint64(numbers[2]);
    origin.handlesVoided = quint64(numbers[3]);
    origin.findings = quint64(numbers[4]);
    if (std::any_of(numbers.begin(), numbers.end(), [](qint64 n) { return n < 0; }) || origin.seq < m_seq)
        return failed(tr("The number of the event is not higher than the one before."));
    WorldRestorer restorer(origin);
    for (qint64 i = 0; i < records; ++i) {
        const auto read = readObject();
        if (!read || !*read)
            return read;
        const auto record = eventFromDocument();
        if (!record)
            return tl::unexpected(record.error());
        if (record->seq != origin.seq)
            return failed(tr("The snapshot ends before it is complete."));
        restorer.add(*record);
    }
    m_snapshot = restorer.take();
    m_seq = origin.seq;
    return true;
}

tl::expected<std::optional<Event>, QString> JournalReader::readEnd()
{
    JsonReader json(m_document);
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
    const Line after = nextLine();
    if (!after)
        return tl::unexpected(after.error());
    if (*after)
        return failed(tr("Something follows the summary."));
    return std::nullopt;
}

// Without its line feed; none at the end. Valid until the next call.
JournalReader::Line JournalReader::nextLine()
{
    qsizetype searched = 0;
    while (true) {
        const char *const begin = m_buffer.constData() + m_begin;
        const auto size = size_t(m_end - m_begin - searched);
        const auto *const feed = size == 0 ? nullptr
                                           : static_cast<const char *>(std::memchr(begin + searched, '\n', size));
        searched = feed ? feed - begin : m_end - m_begin;
        if (searched > longestJournalLine) {
            ++m_line;
            return failed(tr("The line is longer than 1 MiB."));
        }
        if (!feed && readMore())
            continue;
        if (const QString problem = feed ? QString() : problemOf(m_device); !problem.isEmpty())
            return tl::unexpected(problem);
        if (!feed && searched == 0)
            return std::nullopt;
        const qsizetype whole = searched + (feed ? 1 : 0);
        m_unended = !feed;
        m_begin += whole;
        m_offset += whole;
        ++m_line;
        return QByteArrayView(m_buffer.constData() + m_begin - whole, searched);
    }
}

// More of the device behind what is in the buffer; false at the end.
bool JournalReader::readMore()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, size_t(m_end - m_begin));
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + block)
        m_buffer.resize(m_end + block);
    const qint64 read = m_device->read(m_buffer.data() + m_end, block);
    m_end += std::max<qint64>(read, 0);
    return read > 0;
}

tl::unexpected<QString> JournalReader::failed(const QString &error) const
{
    return tl::unexpected(tr("Line %1: %2").arg(m_line).arg(error));
}

} // namespace Linescope
