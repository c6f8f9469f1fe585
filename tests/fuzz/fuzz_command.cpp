// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any commands to the simulator, whatever its calls and lines are doing: no request is answered twice (V-1), and every
// command and every report comes back from a journal as it was. Only the numbers of requests are in order (O-19).

#include "fuzz.h"
#include "journal/eventjson.h"
#include "providers/simulator/simulator.h"
#include "randomvalues.h"

#include <map>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

void requireReadable(const EventPayload &payload)
{
    const Event event{1, 0, payload};
    const QByteArray line = toJsonLine(event);
    const auto read = fromJsonLine(line);
    require(read && *read == event, line);
}

// How often each request was given, less how often it was answered.
class Ledger {
public:
    void note(const Command &command)
    {
        std::visit([this](const auto &c) { give(c); }, command);
    }
    void note(const Report &report)
    {
        if (const auto *completion = std::get_if<Reports::Completion>(&report))
            require(m_open[completion->request]-- > 0, "a request was answered that nobody made");
    }

private:
    template<class C>
    void give(const C &command)
    {
        if constexpr (requires { command.request; })
            ++m_open[command.request];
    }
    std::map<RequestId, int> m_open;
};

void setRequest(Command &command, RequestId request)
{
    std::visit(
        [request](auto &c) {
            if constexpr (requires { c.request; })
                c.request = request;
        },
        command);
}

SimulatorSettings settings()
{
    SimulatorSettings settings;
    settings.lines = 4;
    settings.callsUpAtStart = 4;
    return settings;
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Choices choices(viewOf(data, size));
    ManualClock clock;
    SimulatorProvider simulator(&clock, settings());
    Ledger ledger;
    quint32 requests = 0;
    QObject::connect(&simulator, &ServiceProvider::reported, &simulator, [&](const QList<Report> &batch) {
        for (const Report &report : batch) {
            ledger.note(report);
            requireReadable(Events::ReportReceived{{1}, report});
        }
    });
    simulator.start();
    for (const quint32 line : {1u, 2u, 3u, 4u})
        simulator.execute(Commands::OpenLine{{line}});
    while (!choices.atEnd()) {
        if (choices.below(4) == 0) {
            clock.advance(Microseconds(choices.below(1000)) * 1_ms);
            continue;
        }
        Command command = randomCommand(choices, choices.below(quint32(std::variant_size_v<Command>)));
        setRequest(command, {++requests});
        requireReadable(Events::CommandSent{{1}, command});
        ledger.note(command);
        simulator.execute(command);
    }
    clock.advance(1_s);
    return 0;
}
