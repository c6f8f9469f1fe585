// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A World with as many handles as wanted on 100 devices, and what goes on in it at random: the same in every run.
#pragma once

#include "eventmaker.h"

#include <QRandomGenerator>

namespace Linescope::Benchmark {

class HandleScene : public EventMaker {
public:
    static constexpr quint32 Devices = 100;

    // Call n has the handles (n - 1) * handlesPerCall + 1 to n * handlesPerCall.
    explicit HandleScene(quint32 handles, quint32 handlesPerCall = 1);

    void starts(); // a call on one device after the other
    void ends(CallId call);
    CallId any(); // of the calls that there are
    void changes(int count);

    // One more line on the first device, on which some calls start; then it closes with all of them.
    HLine opens(int calls);
    void closes(HLine line);

private:
    void startsOn(DeviceId device, HLine firstLine, quint32 handles);
    void addHandle(CallId call, HLine line);

    const quint32 m_handlesPerCall;
    QRandomGenerator m_random{1};
    quint32 m_lastLine = 0;
    quint32 m_lastCall = 0;
    quint32 m_lastHandle = 0;
};

} // namespace Linescope::Benchmark
