// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays what providers reported in a recording once more, against today's engine and today's applications. Nothing is
// ever contacted and nothing executed: commands in the recording only say when to wait and what was asked for.
//
// - Where a line was opened then, playing waits until it is opened now, 12 s at most. If it is not, its calls are left
//   out; so is what comes about a line or a call that was not closed then, but is now. What a provider said wrongly
//   then, after a close or without one, it says again.
// - Calls that applications made then come as if the device had made them (LINE_NEWCALL), since nobody asks for them
// now.
//   Completions and what else answered a request are left out.
// - It can do nothing: the engine answers OPERATIONUNAVAIL (E-4) to whoever wants to.
#pragma once

#include "provider/recordedtraffic.h"
#include "provider/serviceprovider.h"
#include "providers/replay/replaysettings.h"

#include <map>
#include <set>

namespace Linescope {

class ReplayProvider : public ServiceProvider {
    Q_OBJECT

public:
    // The clock must outlive the provider.
    ReplayProvider(Clock *clock, const ReplaySettings &settings, TrafficOpener open, QObject *parent = nullptr);

    QString id() const override { return QStringLiteral("replay"); }
    QString displayName() const override;
    ProviderAbilities abilities() const override { return {}; }

    void start() override;
    void stop() override;
    void execute(const Command &command) override;

private:
    using Named = std::pair<ProviderId, quint32>;
    struct LineState {
        bool wasOpen = false; // then
        bool isOpen = false;  // now
    };
    struct CallLife {
        DriverLine line = {};
        bool wasReleased = false; // then, by CloseCall
        bool isReleased = false;  // now
        bool isLeftOut = false;
    };

    void begin();
    void play();
    bool playOne();
    void end(const QString &problem);
    void flush();
    void later(Microseconds when);
    bool waitsFor(DriverLine line);

    void follow(ProviderId provider, const Command &command);
    void say(ProviderId provider, const Report &report);
    void say(const Report &report);
    void sayNewCall(DriverLine line, DriverCall call, const PackedCallInfo &info, quint32 bytes);
    void sayMade(ProviderId provider, const Reports::Completion &completion);
    void sayDevice(ProviderId provider, Reports::DeviceAdded device);
    void closeLine(DriverLine line);
    bool isSilent(DriverLine line) const;
    bool isSilent(DriverCall call) const;

    DriverLine line(ProviderId provider, DriverLine then);
    DriverCall call(ProviderId provider, DriverCall then);

    Clock *m_clock;
    const ReplaySettings m_settings;
    const TrafficOpener m_open;
    std::unique_ptr<TrafficSource> m_source;
    std::optional<RecordedTraffic> m_next;
    std::optional<Microseconds> m_first; // time of the first one
    Microseconds m_started = 0;
    std::optional<Microseconds> m_waitingSince; // for a line to be opened
    DriverLine m_waitedFor;
    quint64 m_turn = 0; // of the timers, the last one counts

    std::map<Named, DriverLine> m_lineNames;
    std::map<Named, DriverCall> m_callNames;
    std::map<QString, ProviderId> m_deviceHolders; // by name
    std::map<DriverLine, LineState> m_lines;
    std::map<DriverCall, CallLife> m_calls;
    std::map<Named, DriverLine> m_requests; // that make calls: on which line
    quint32 m_lastName = 0;
    quint64 m_leftOut = 0; // reports
    QList<Report> m_batch;
};

} // namespace Linescope
