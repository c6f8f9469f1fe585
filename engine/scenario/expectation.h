// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// {"expect": ...}: what must have happened, as patterns over messages, commands, findings and the World.
#pragma once

#include "scenario/decoder.h"
#include "tapi/linemessage.h"
#include "world/world.h"

#include <functional>
#include <variant>

namespace Linescope::Scenarios {

struct MessagePattern {
    struct Check {
        quint32 LineMessage::*part;
        Bits bits;
    };

    QString app;
    bool none = false;  // the application has no unread message
    bool skips = false; // others may come before it
    MessageId id = MessageId::Reply;
    QList<Check> checks;
    std::optional<QString> parkAddress; // of LINE_REPLY

    bool match(const LineMessage &message) const;
};

struct CommandPattern {
    QString command; // as commandName()
    QJsonObject json;
    bool later = false; // after the one that was expected before
};

struct FindingPattern {
    QString rule; // "any": whatever it is
    std::optional<Severity> severity;
    QString subject; // short name of a call; empty: whoever
    bool match(const Finding &finding) const;
};

struct WorldPattern {
    QJsonObject json;
};

struct NothingPattern { };

struct Expectation {
    std::variant<NothingPattern, MessagePattern, CommandPattern, FindingPattern, WorldPattern> pattern;
    bool negated = false;
    std::optional<Microseconds> within;
    std::optional<quint64> times;
    QString as;          // names the handle of the message
    QString requestName; // names the request of the command
};

// json: the whole step.
Expectation decodeExpectation(Decoder &decoder, const QJsonObject &json);

bool match(Decoder &decoder, const CommandPattern &pattern, const Command &command);
// What of the World is not as the pattern says: "handles is 2, not 0"; empty if all is.
QStringList differences(Decoder &decoder, const WorldPattern &pattern, const World &world);

// The request of a command that ends in a completion; none for others.
RequestId requestOf(const Command &command);
// The calls that a command lets the provider create: one, or the conference and its consultation call.
QList<CallId> createdBy(const Command &command);

QStringList messageNames(); // "LINE_REPLY"
QStringList messageKeys(MessageId id);
QStringList commandNames();
QStringList commandKeys(const QString &command);
// f(command) with all defaults.
void withCommand(const QString &name, const std::function<void(const Command &)> &f);
QStringList worldKeys(const QJsonObject &json); // by what it is about: a call, a handle, an open line, a device, all

} // namespace Linescope::Scenarios
