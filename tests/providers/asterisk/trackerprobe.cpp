// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trackerprobe.h"

#include "tapi/names.h"
#include "world/event.h" // Overload

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Test {

namespace {

void addChannel(QList<QByteArray> &lines, const QByteArray &prefix, const QByteArray &id)
{
    lines << prefix + "Channel: PJSIP/" + id.chopped(1) + "-0000000" + id.right(1);
    lines << prefix + "Uniqueid: " + id;
}

QByteArray fullKey(const QByteArray &key)
{
    static const QHash<QByteArray, QByteArray> keys = {
        {"state", "ChannelState"},
        {"caller", "CallerIDNum"},
        {"connected", "ConnectedLineNum"},
        {"exten", "Exten"},
        {"link", "Linkedid"},
        {"status", "DialStatus"},
        {"cause", "Cause"},
        {"bridge", "BridgeUniqueid"},
        {"type", "BridgeType"},
        {"id", "Uniqueid"},
        {"deststate", "DestChannelState"},
    };
    return keys.value(key, key);
}

QString nameOfMode(const Reports::CallState &state)
{
    const bool isMode = state.state != CallState::Conferenced; // there it is the number of a call
    const QString mode = isMode ? modeName(state.state, state.mode) : QString();
    return nameOf(state.state) + (mode.isEmpty() ? QString() : u' ' + mode);
}

} // namespace

OwnedMessage::OwnedMessage(const QList<QByteArray> &lines)
    : m_text(std::make_shared<const QByteArray>(lines.join("\r\n")))
{
    m_message.setBytes(*m_text);
    qsizetype begin = 0;
    for (const QByteArray &known : lines) {
        const QByteArrayView line = QByteArrayView(*m_text).sliced(begin, known.size());
        begin += known.size() + 2;
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            m_message.mutableHeaders().emplace_back(line.first(colon), line.sliced(colon + 2));
        else if (line.endsWith(':'))
            m_message.mutableHeaders().emplace_back(line.chopped(1), QByteArrayView(""));
    }
}

OwnedMessage OwnedMessage::fromShorthand(const QByteArray &shorthand)
{
    QList<QByteArray> words = shorthand.split(' ');
    QList<QByteArray> lines{"Event: " + words.takeFirst()};
    for (const QByteArray &word : std::as_const(words)) {
        if (word.startsWith('@'))
            addChannel(lines, "", word.sliced(1));
        else if (word.startsWith("->"))
            addChannel(lines, "Dest", word.sliced(2));
        else if (const qsizetype equals = word.indexOf('='); equals > 0)
            lines << fullKey(word.first(equals)) + ": " + word.sliced(equals + 1).replace('_', ' ');
    }
    return OwnedMessage(lines);
}

QList<QByteArray> events(std::initializer_list<const char *> list) { return {list.begin(), list.end()}; }

QList<QByteArray> ringingCall()
{
    return events({"Newchannel @6001a state=4 caller=6001 exten=6002 link=6001a",
                   "Newchannel @6002b state=0 caller=6002 exten=s link=6001a",
                   "NewConnectedLine @6002b connected=6001 link=6001a",
                   "DialBegin @6001a ->6002b link=6001a DestLinkedid=6001a",
                   "NewConnectedLine @6001a connected=6002 link=6001a", "Newstate @6002b state=5 link=6001a",
                   "DialState @6001a ->6002b status=RINGING"});
}

QList<QByteArray> talkingCall()
{
    return ringingCall()
        + events({"Newstate @6002b state=6", "DialEnd @6001a ->6002b status=ANSWER", "Newstate @6001a state=6",
                  "BridgeEnter @6002b bridge=B type=basic", "BridgeEnter @6001a bridge=B type=basic"});
}

void TrackerProbe::take(const QList<Report> &reports)
{
    QList<DriverLine> added;
    for (const Report &report : reports) {
        const QString line = print(report);
        if (!line.isEmpty())
            m_text << line;
        note(report);
        if (onReport)
            onReport(report);
        if (const auto *device = std::get_if<Reports::DeviceAdded>(&report))
            added << device->line;
    }
    for (const DriverLine line : std::as_const(added)) {
        if (opensLines)
            take(m_tracker.openLine(line));
    }
}

QString TrackerProbe::print(const Report &report)
{
    return std::visit(
        Overload{
            [](const Reports::DeviceAdded &r) { return u'+' + r.info->name + (r.info->inService ? u""_s : u" out"_s); },
            [this](const Reports::DeviceRemoved &r) { return u'-' + m_lines.value(r.line); },
            [this](const Reports::DeviceState &r) {
                return m_lines.value(r.line) + (r.inService ? u" in"_s : u" out: "_s + r.text);
            },
            [this](const Reports::LineClose &r) { return m_lines.value(r.line) + u" closed: "_s + r.text; },
            [this](const Reports::NewCall &r) { return shortName(r.call) + u" new "_s + m_lines.value(r.line); },
            [](const Reports::CallState &r) { return shortName(r.call) + u' ' + nameOfMode(r); },
            [this](const Reports::CallInfo &r) {
                QStringList changed;
                const CallInfo before = m_calls.value(r.call).info, after = r.info.unpack();
                for (const CallInfoField &field : callInfoFields()) {
                    const QString name = QString::fromLatin1(field.name);
                    const QString now = displayText(field, after);
                    if (!name.endsWith("Flags"_L1) && displayText(field, before) != now)
                        changed << name + u'=' + now;
                }
                return shortName(r.call) + u' ' + changed.join(u' ');
            },
            [](const Reports::CallBytes &) { return QString(); },
            [](const Reports::Completion &r) {
                return shortName(r.request) + u' ' + nameOf(r.result) + u' ' + shortName(r.call);
            },
            [&](const auto &) { return QString::fromLatin1(reportName(report.index())); },
        },
        report);
}

void TrackerProbe::note(const Report &report)
{
    std::visit(Overload{
                   [this](const Reports::DeviceAdded &r) { m_lines.insert(r.line, r.info->name); },
                   [this](const Reports::NewCall &r) {
                       m_calls.insert(r.call, {m_lines.value(r.line), r.info.unpack(), {}, r.bytes});
                   },
                   [this](const Reports::CallState &r) {
                       m_calls[r.call].states << nameOfMode(r);
                       if (r.state == CallState::Conferenced)
                           m_conferences.insert(r.call, {r.mode});
                   },
                   [this](const Reports::CallInfo &r) { m_calls[r.call].info = r.info.unpack(); },
                   [this](const Reports::CallBytes &r) { m_calls[r.call].bytes = r.bytes; },
                   [](const auto &) {},
               },
               report);
}

QHash<QString, TrackerProbe::Call> TrackerProbe::calls() const
{
    QHash<QString, Call> calls;
    for (const Call &call : m_calls)
        calls.insert(call.info.providerRef, call);
    return calls;
}

DriverCall TrackerProbe::driverCall(const char *providerRef) const
{
    const auto found = std::find_if(m_calls.begin(), m_calls.end(), [&](const Call &call) {
        return call.info.providerRef == QString::fromUtf8(providerRef);
    });
    return found == m_calls.end() ? DriverCall() : found.key();
}

DriverCall TrackerProbe::conferenceOf(const char *providerRef) const
{
    return m_conferences.value(driverCall(providerRef));
}

bool TrackerProbe::Call::is(const char *state) const
{
    return !states.isEmpty() && states.last().startsWith(QString::fromLatin1(state));
}

bool TrackerProbe::Call::was(const char *state) const { return times(state) > 0; }

qsizetype TrackerProbe::Call::times(const char *state) const
{
    return std::count_if(states.begin(), states.end(),
                         [state](const QString &s) { return s.startsWith(QString::fromLatin1(state)); });
}

} // namespace Linescope::Test
