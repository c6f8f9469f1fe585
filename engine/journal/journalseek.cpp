// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalreader.h"
#include "journal/jsonreader.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Linescope {

namespace {

// Events that change no World.
constexpr std::array<QByteArrayView, 5> bystanders = {"message", "request", "result", "command", "report"};

// The line of an event as toJsonLine() begins it: {"seq":7,"t":"2026-11-22T10:25:00.000042Z","event":"message"
struct Beginning {
    quint64 seq = 0;
    Microseconds time = 0;
    QByteArrayView event;
};
std::optional<Beginning> beginningOf(QByteArrayView line)
{
    static constexpr QByteArrayView seqKey = R"({"seq":)";
    static constexpr QByteArrayView timeKey = R"(,"t":")";
    static constexpr QByteArrayView eventKey = R"(","event":")";
    constexpr qsizetype timeLength = 27;
    Beginning beginning;
    if (!line.startsWith(seqKey))
        return {};
    const auto number = std::from_chars(line.begin() + seqKey.size(), line.end(), beginning.seq);
    line = line.sliced(number.ptr - line.begin());
    if (number.ec != std::errc() || !line.startsWith(timeKey))
        return {};
    line = line.sliced(timeKey.size());
    if (line.size() < timeLength || !line.sliced(timeLength).startsWith(eventKey)
        || !timeFromText(line.first(timeLength), beginning.time))
        return {};
    line = line.sliced(timeLength + eventKey.size());
    beginning.event = line.first(std::max<qsizetype>(line.indexOf('"'), 0));
    return beginning;
}

} // namespace

// Half of a journal's lines say what was said, not what is: a look at their beginning is enough.
tl::expected<void, QString> JournalReader::advanceTo(quint64 seq, World &world)
{
    std::optional<Beginning> skipped;
    bool more = true;
    while (more && m_seq < seq) {
        const JournalPlace before = place();
        const Line line = nextLine();
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            break;
        const auto beginning = beginningOf(**line);
        const bool isSkipped = beginning && beginning->seq <= seq && beginning->seq > m_seq
            && std::find(bystanders.begin(), bystanders.end(), beginning->event) != bystanders.end();
        if (isSkipped) {
            skipped = beginning;
            m_seq = beginning->seq;
            continue;
        }
        putBack(before);
        const bool isBehind = beginning
            && (beginning->seq > seq || (beginning->seq == seq && beginning->event == "snapshot"));
        if (isBehind)
            break;
        const auto event = advance(world);
        if (!event)
            return tl::unexpected(event.error());
        more = event->has_value();
    }
    if (skipped && skipped->seq > world.seq())
        world.apply(Event(skipped->seq, skipped->time, Events::Message()), Events::Message());
    return {};
}

// The line that was read last: it is still in the buffer.
void JournalReader::putBack(const JournalPlace &before)
{
    m_begin -= qsizetype(m_offset - before.offset);
    m_offset = before.offset;
    m_line = before.line;
}

} // namespace Linescope
