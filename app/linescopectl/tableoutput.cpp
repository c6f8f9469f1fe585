// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/tableoutput.h"

#include "linescopectl/terminal.h"
#include "tapi/names.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr auto frameTime = std::chrono::milliseconds(250);
constexpr auto second = std::chrono::seconds(1);

const char enterScreen[] = "\x1b[?1049h\x1b[?25l";
const char leaveScreenSequence[] = "\x1b[?25h\x1b[?1049l";
const char home[] = "\x1b[H";
const char eraseLine[] = "\x1b[K";
const char eraseBelow[] = "\x1b[J";
const char inverse[] = "\x1b[7m";
const char dim[] = "\x1b[2m";
const char normal[] = "\x1b[0m";

// The columns before the parties, which take what is left. A narrow window shows fewer.
struct Column {
    const char *title;
    int width;
    int neededWindow;
};
constexpr Column columns[] = {
    {QT_TRANSLATE_NOOP("Linescope::Wording", "State"), 20, 0},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "Handle"), 7, 0},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "Call"), 6, 100},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "App"), 12, 0},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "Line"), 11, 70},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "Privilege"), 9, 110},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "In state"), 8, 0},
    {QT_TRANSLATE_NOOP("Linescope::Wording", "Bytes"), 6, 120},
};
const char partiesTitle[] = QT_TRANSLATE_NOOP("Linescope::Wording", "Caller → called");

QString joined(const QStringList &cells, const QString &parties, int width)
{
    QString line;
    for (size_t i = 0; i < std::size(columns); ++i) {
        if (width >= columns[i].neededWindow)
            line += fitted(cells.at(qsizetype(i)), columns[i].width) + u' ';
    }
    return fitted(line + parties, width);
}

} // namespace

TableOutput::TableOutput(int file, const Options &options)
    : m_file(file)
    , m_filter(options.filter)
    , m_wording(options.masking)
{
    m_frame.setSingleShot(true);
    QObject::connect(&m_frame, &QTimer::timeout, &m_frame, [this] {
        if (m_isDirty)
            draw();
    });
    QObject::connect(&m_seconds, &QTimer::timeout, &m_seconds, [this] { draw(); });
}

TableOutput::~TableOutput() { leaveScreen(); }

void TableOutput::begin(const Source &source, Microseconds)
{
    m_sourceName = source.displayName;
    m_onScreen = writeAll(m_file, enterScreen);
    m_seconds.start(second);
}

void TableOutput::show(const Event &, const World &) { }

bool TableOutput::flush(const World &world)
{
    m_world = &world;
    m_isDirty = true;
    if (!m_frame.isActive())
        draw();
    return m_isRead;
}

void TableOutput::end(const World &world, quint64 dropped)
{
    m_seconds.stop();
    m_frame.stop();
    leaveScreen();
    writeAll(m_file, (m_wording.summary(world, dropped) + u'\n').toUtf8());
}

void TableOutput::leaveScreen()
{
    if (std::exchange(m_onScreen, false))
        writeAll(m_file, leaveScreenSequence);
}

void TableOutput::draw()
{
    if (!m_world || !m_onScreen)
        return;
    QByteArray picture = home;
    const QStringList lines = page(terminalSize(m_file));
    for (qsizetype i = 0; i < lines.size(); ++i)
        picture += (i == 0 ? "" : "\r\n") + lines.at(i).toUtf8() + normal + eraseLine;
    m_isRead = writeAll(m_file, picture + eraseBelow);
    m_isDirty = false;
    m_frame.start(frameTime);
}

QStringList TableOutput::page(QSize size) const
{
    QStringList titles;
    for (const Column &column : columns)
        titles += Wording::tr(column.title);
    QStringList lines{fitted(health(), size.width()), fitted(figures(), size.width()),
                      QLatin1StringView(inverse) + joined(titles, Wording::tr(partiesTitle), size.width())};
    const size_t room = size_t(qMax(0, size.height() - int(lines.size()) - 1));
    size_t matching = 0;
    for (const Handle *handle : firstHandles(room, &matching))
        lines += row(*handle, size.width());
    if (matching > room)
        lines += fitted(Wording::tr("and %1 more").arg(matching - room), size.width());
    return lines;
}

QString TableOutput::health() const
{
    QString text = m_wording.outside(m_sourceName);
    for (const Provider &provider : m_world->providers()) {
        text += u" · "_s + (provider.up ? Wording::tr("up") : Wording::tr("down"));
        if (!provider.text.isEmpty())
            text += u" · "_s + m_wording.outside(provider.text);
    }
    return text;
}

QString TableOutput::figures() const
{
    const Totals &totals = m_world->totals();
    const QStringList parts{Wording::tr("calls %1").arg(totals.liveCalls),
                            Wording::tr("handles %1").arg(m_world->handles().size()),
                            Wording::tr("retained %1").arg(totals.retainedHandles),
                            Wording::tr("retained memory %1")
                                .arg(m_wording.memory(totals.retainedLibraryBytes, totals.retainedProviderBytes)),
                            Wording::tr("void %1").arg(totals.handlesVoided),
                            Wording::tr("findings %1").arg(totals.findings)};
    return parts.join(u" · "_s);
}

QString TableOutput::row(const Handle &handle, int width) const
{
    const Call *const call = m_world->call(handle.call);
    if (!call)
        return {};
    const bool retained = call->isIdle();
    const QString state = retained ? Wording::tr("IDLE retained") : m_wording.state(call->state, call->mode);
    const QStringList cells{state,
                            shortName(handle.id),
                            shortName(call->id),
                            m_wording.app(*m_world, m_world->appOf(handle)),
                            m_wording.device(*m_world, call->device),
                            nameOf(handle.privilege),
                            toDurationString(SystemClock::instance()->now() - call->stateSince),
                            QString::number(World::bytesOf(*call) + World::bytesPerHandle())};
    return (retained ? QLatin1StringView(dim) : QLatin1StringView()) + joined(cells, m_wording.parties(*call), width);
}

// Live ones before retained ones, what changed last first.
std::vector<const Handle *> TableOutput::firstHandles(size_t count, size_t *matching) const
{
    struct Entry {
        bool retained;
        Microseconds since;
        const Handle *handle;
        bool operator<(const Entry &other) const
        {
            return std::tuple(retained, -since, handle->id)
                < std::tuple(other.retained, -other.since, other.handle->id);
        }
    };
    std::vector<Entry> entries;
    const Microseconds now = SystemClock::instance()->now();
    m_world->handles().forEach([&](const Handle &handle) {
        const Call *const call = m_world->call(handle.call);
        if (call && m_filter.matches(*m_world, handle, now))
            entries.push_back({call->isIdle(), call->stateSince, &handle});
    });
    *matching = entries.size();
    const auto end = entries.begin() + std::ptrdiff_t(std::min(count, entries.size()));
    std::partial_sort(entries.begin(), end, entries.end());
    std::vector<const Handle *> handles;
    std::transform(entries.begin(), end, std::back_inserter(handles), [](const Entry &entry) { return entry.handle; });
    return handles;
}

} // namespace Linescope
