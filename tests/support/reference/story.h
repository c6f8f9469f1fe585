// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to an engine, one step at a time, and random steps of that kind.
#pragma once

#include "reference/model.h"

#include <variant>
#include <vector>

namespace Linescope::Reference {

struct Asks { // an application
    HLineApp app;
    Request request;
};
struct Says { // a provider
    ProviderId provider;
    QList<Report> reports;
    quint64 commandsSeen = ~quint64(0);
};
struct Dies {
    ProviderId provider;
};
struct Returns { // a provider that had died
    ProviderId provider;
};
struct IsRemoved {
    ProviderId provider;
};
struct Fetches { // an application takes messages out of its queue
    HLineApp app;
    int count = 1;
};
struct TimePasses {
    Microseconds duration = 0;
};
using Step = std::variant<Asks, Says, Dies, Returns, IsRemoved, Fetches, TimePasses>;

// What a story plays with.
struct Setting {
    ServerOptions options;
    std::vector<ProviderAbilities> abilities; // one provider each
    bool misbehaves = false;                  // the providers break the rules now and then
};
Setting settingFor(quint64 seed);

// Devices appear, applications register and negotiate: every story begins so.
std::vector<Step> opening(const Setting &setting);

// The step that this number stands for, when things are as the model says. Mostly plausible, sometimes wrong.
Step stepFor(quint64 number, const Model &model, const Setting &setting);

// One line, to be read.
QString toText(const Step &step);

} // namespace Linescope::Reference
