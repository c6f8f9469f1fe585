// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A session becomes a scenario: the functions that applications called are its steps, what the provider reported is
// told to the scripted provider, and what came of it (messages, commands to the provider, errors, findings) is
// expected. The names and values of a session stand in the file as they were: mask the events before, if they are to
// leave the house.
#pragma once

#include "scenario/scenario.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Linescope::Scenarios {

struct WriteOptions {
    QString title = {};
    QString about = {};
    ServerOptions options = {};                      // the session's; a journal does not tell
    std::optional<ProviderAbilities> abilities = {}; // likewise; unset: the provider can do everything
    Microseconds shortestWait = 1_ms;                // what is shorter is added to the next one
};

struct WrittenScenario {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)

public:
    QJsonObject json;  // empty: nothing could be written
    QStringList notes; // what could not be written, in sentences

    bool isEmpty() const { return json.isEmpty(); }
    // UTF-8, one step a line, keys in the order people write them.
    QByteArray toText() const;
};

// `journal`: from the first event of a session on (seq 1). Needs no event loop; any thread.
WrittenScenario writeScenario(const EventBatch &journal, const WriteOptions &options = {});

} // namespace Linescope::Scenarios
