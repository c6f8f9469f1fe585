// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A state of a small world without the numbers that things happen to have. Two states with the same picture have the
// same future: who asks what and who is told what, up to those numbers. (The walk sees to it that this is true.)
//
// The order in which things came to be is part of the picture where anybody can notice it:
// - calls of a device: lists are in that order (P-17);
// - lines of a device whose applications may own calls: P-11;
// - handles of a line: lineClose lets go of them in that order;
// - the two lines of an application: lineShutdown closes them in that order;
// - pending requests.
// It is not where only the order of messages to different applications depends on it: each has a queue of its own.
#pragma once

#include "smallworld/pass.h"

#include <string>

namespace Linescope::SmallWorld {

class Picture {
public:
    Picture(const Reference::Model &model, const Pass &pass);

    // Things in the order in which the picture shows them.
    std::vector<HLineApp> apps; // by role; none: not registered
    std::vector<DeviceId> devices;
    std::vector<HLine> lines;
    std::vector<CallId> calls;
    std::vector<HCall> handles;
    std::vector<RequestId> requests;

    std::string text; // equal for equal states

private:
    void arrange();
    void describe();
    void describeLines();
    void describeCalls();
    void describeHandles();
    void describeRequests();
    void describeWhatIsOver();
    void describeQueues();
    bool isOrdered(const Reference::Line &line) const;
    int roleOf(HLineApp app) const;
    void put(size_t value) { text.push_back(char(value)); }

    const Reference::Model &m_model;
    const Pass &m_pass;
};

} // namespace Linescope::SmallWorld
