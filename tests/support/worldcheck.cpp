// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "worldcheck.h"

#include "journal/eventjson.h"
#include "server/telephonyserver_p.h"

#include <QHash>
#include <QSet>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

class Recount {
public:
    explicit Recount(const World &world)
        : m_world(world)
    {
        world.handles().forEach([this](const Handle &handle) { addHandle(handle); });
        world.lines().forEach([this](const Line &line) { addLine(line); });
        world.calls().forEach([this](const Call &call) { addCall(call); });
    }

    QStringList compare()
    {
        m_world.apps().forEach([this](const App &app) {
            const auto counted = m_apps.value(app.id);
            same(shortName(app.id), u"lines"_s, app.lines, counted.lines);
            same(shortName(app.id), u"handles"_s, app.handles, counted.handles);
            same(shortName(app.id), u"retained handles"_s, app.retained, counted.retained);
        });
        m_world.lines().forEach([this](const Line &line) {
            same(shortName(line.id), u"handles"_s, line.handles, m_lines.value(line.id).handles);
            same(shortName(line.id), u"retained handles"_s, line.retained, m_lines.value(line.id).retained);
        });
        for (const Device &device : m_world.devices()) {
            const auto counted = m_devices.value(device.id);
            same(shortName(device.id), u"opens (L-11)"_s, device.opens, counted.lines);
            same(shortName(device.id), u"calls"_s, device.calls, counted.calls);
            same(shortName(device.id), u"handles"_s, device.handles, counted.handles);
            same(shortName(device.id), u"retained handles"_s, device.retained, counted.retained);
        }
        compareTotals();
        return m_complaints;
    }

private:
    struct Counts {
        quint32 lines = 0;
        quint32 calls = 0;
        quint32 handles = 0;
        quint32 retained = 0;
    };

    void addHandle(const Handle &handle)
    {
        const Call *call = m_world.call(handle.call);
        const Line *line = m_world.line(handle.line);
        if (!call || !line) {
            complain(shortName(handle.id) + u" lives on without its call or its line (O-1)"_s);
            return;
        }
        if (line->device != call->device)
            complain(shortName(handle.id) + u" is on a line of another device than its call"_s);
        if (m_world.appOf(handle) != line->app)
            complain(shortName(handle.id) + u" belongs to another application than its line"_s);
        if (&m_world.calls().at(handle.callSlot) != call)
            complain(shortName(handle.id) + u" points to the slot of another call"_s);
        const quint32 retained = call->isIdle() ? 1 : 0;
        for (Counts *counts : {&m_apps[line->app], &m_devices[line->device]}) {
            ++counts->handles;
            counts->retained += retained;
        }
        ++m_lines[line->id].handles;
        m_lines[line->id].retained += retained;
        m_totals.retainedHandles += retained;
        m_totals.libraryBytes += World::bytesPerHandle();
        m_totals.retainedLibraryBytes += retained * World::bytesPerHandle();
    }

    void addLine(const Line &line)
    {
        if (!m_world.app(line.app) || !m_world.device(line.device))
            complain(shortName(line.id) + u" lives on without its application or its device (O-1)"_s);
        ++m_apps[line.app].lines;
        ++m_devices[line.device].lines;
    }

    void addCall(const Call &call)
    {
        checkHolders(call);
        const bool idle = call.isIdle();
        if (idle && call.handleCount() == 0)
            complain(shortName(call.id) + u" is idle and nobody holds it: it should have been released (H-24)"_s);
        m_devices[call.device].calls += idle ? 0 : 1;
        m_totals.liveCalls += idle ? 0 : 1;
        m_totals.retainedCalls += idle ? 1 : 0;
        m_totals.libraryBytes += World::bytesOf(call);
        m_totals.retainedLibraryBytes += idle ? World::bytesOf(call) : 0;
        m_totals.providerBytes += call.providerBytes;
        m_totals.retainedProviderBytes += idle ? call.providerBytes : 0;
    }

    void checkHolders(const Call &call)
    {
        quint32 owners = 0;
        quint32 monitors = 0;
        quint32 previous = SlotTable<HCall, Handle>::NoSlot;
        QSet<HLine> lines;
        m_world.forEachHandle(call, [&](const Handle &handle) {
            if (handle.call != call.id)
                complain(shortName(call.id) + u" lists the handle of another call"_s);
            if (handle.previousOfCall != previous)
                complain(shortName(handle.id) + u" does not link back to the handle before it"_s);
            if (lines.contains(handle.line))
                complain(shortName(call.id) + u" has two handles on one line (O-7)"_s);
            lines.insert(handle.line);
            previous = m_world.handles().slotOf(handle.id);
            (handle.privilege == Privilege::Owner ? owners : monitors) += 1; // P-28
        });
        same(shortName(call.id), u"owners (P-27)"_s, call.owners, owners);
        same(shortName(call.id), u"monitors (P-27)"_s, call.monitors, monitors);
        m_linkedHandles += owners + monitors;
    }

    void compareTotals()
    {
        const Totals &totals = m_world.totals();
        same(u"all"_s, u"handles linked to their calls"_s, quint64(m_world.handles().size()), m_linkedHandles);
        same(u"all"_s, u"live calls"_s, totals.liveCalls, m_totals.liveCalls);
        same(u"all"_s, u"retained calls"_s, totals.retainedCalls, m_totals.retainedCalls);
        same(u"all"_s, u"retained handles"_s, totals.retainedHandles, m_totals.retainedHandles);
        same(u"all"_s, u"library bytes"_s, totals.libraryBytes, m_totals.libraryBytes);
        same(u"all"_s, u"retained library bytes"_s, totals.retainedLibraryBytes, m_totals.retainedLibraryBytes);
        same(u"all"_s, u"provider bytes"_s, totals.providerBytes, m_totals.providerBytes);
        same(u"all"_s, u"retained provider bytes"_s, totals.retainedProviderBytes, m_totals.retainedProviderBytes);
        same(u"all"_s, u"handles created less voided"_s, totals.handlesCreated - totals.handlesVoided,
             quint64(m_world.handles().size()));
    }

    void same(const QString &subject, const QString &what, quint64 kept, quint64 counted)
    {
        if (kept != counted)
            complain(u"%1: %2 kept as %3, counted as %4"_s.arg(subject, what).arg(kept).arg(counted));
    }
    void complain(const QString &sentence) { m_complaints.append(sentence); }

    const World &m_world;
    QHash<HLineApp, Counts> m_apps;
    QHash<HLine, Counts> m_lines;
    QHash<DeviceId, Counts> m_devices;
    Totals m_totals;
    quint64 m_linkedHandles = 0;
    QStringList m_complaints;
};

// "-C1 ..." for what only the first has, "+C1 ..." for what only the second has.
QStringList difference(const World &a, const World &b)
{
    const QStringList before = a.dump();
    const QStringList after = b.dump();
    QStringList result;
    for (const QString &line : before) {
        if (!after.contains(line))
            result.append(u'-' + line);
    }
    for (const QString &line : after) {
        if (!before.contains(line))
            result.append(u'+' + line);
    }
    return result;
}

// What the server knows beside the World, for this check alone: an explicit instantiation may name what is private.
template<auto Member>
struct Opener {
    friend const TelephonyServer::Private &privateOf(const TelephonyServer &server) { return *(server.*Member); }
};
template struct Opener<&TelephonyServer::d>;
const TelephonyServer::Private &privateOf(const TelephonyServer &server);

// What is kept of a handle, a call or an open line goes with it.
class Leftovers {
public:
    explicit Leftovers(const TelephonyServer &server)
        : m_world(server.world())
        , m_private(privateOf(server))
    {
    }

    QStringList find()
    {
        for (auto it = m_private.digitModes.begin(); it != m_private.digitModes.end(); ++it)
            expect(m_world.handle(it.key()) && it.value(), shortName(it.key()) + u" is gone and listens for digits"_s);
        for (HCall handle : m_private.quiet)
            expect(m_world.handle(handle), shortName(handle) + u" is gone and awaits its first state"_s);
        for (CallId call : m_private.underWay.keys())
            expect(m_world.call(call), shortName(call) + u" is gone with something under way"_s);
        for (CallId call : m_private.unannounced)
            expect(m_world.call(call), shortName(call) + u" is gone before it was announced"_s);
        for (HLine line : m_private.statusMasks.keys())
            expect(m_world.line(line), shortName(line) + u" is gone and wants to hear of its state"_s);
        for (const Device &device : m_world.devices())
            compareUnion(device.id);
        return m_complaints;
    }

private:
    void compareUnion(DeviceId id)
    {
        if (id.value > m_private.devices.size())
            return;
        const auto &entry = m_private.devices[id.value - 1];
        TelephonyServer::Private::StatusMasks all;
        for (HLine line : entry.lines) {
            all.line |= m_private.statusMasks.value(line).line;
            all.address |= m_private.statusMasks.value(line).address;
        }
        expect(all.line == entry.wanted.line && all.address == entry.wanted.address,
               shortName(id) + u" has another union of status messages than its lines (V-63)"_s);
    }
    void expect(bool kept, const QString &sentence)
    {
        if (!kept)
            m_complaints.append(sentence);
    }

    const World &m_world;
    const TelephonyServer::Private &m_private;
    QStringList m_complaints;
};

} // namespace

QStringList contradictions(const World &world) { return Recount(world).compare(); }

QStringList contradictions(const TelephonyServer &server)
{
    QStringList result = contradictions(server.world()) + Leftovers(server).find();
    const Journal &journal = server.journal();
    quint64 seq = journal.dropped();
    World rebuilt;
    journal.forEach([&](const Event &event) {
        if (event.seq != ++seq)
            result.append(u"event %1 follows event %2"_s.arg(event.seq).arg(seq - 1));
        seq = event.seq;
        const bool isWritten = journal.count() <= 20'000 || seq % 16 == 0; // not all of a long story: it takes time
        const auto read = isWritten ? fromJsonLine(toJsonLine(event)) : event;
        if (!read || !(*read == event))
            result.append(u"event %1 is another once written and read"_s.arg(seq));
        rebuilt.apply(read.value_or(Event()));
    });
    if (journal.dropped() == 0 && !(rebuilt == server.world()))
        result.append(u"the World rebuilt from the journal differs"_s
                      + difference(server.world(), rebuilt).join(u'\n'));
    return result;
}

} // namespace Linescope::Test
