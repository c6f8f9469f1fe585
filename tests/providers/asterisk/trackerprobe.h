// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A ChannelTracker with an engine that opens every line at once, and its reports as lines of text.
#pragma once

#include "channeltracker.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace Linescope::Test {

// A message that owns its text.
class OwnedMessage {
public:
    explicit OwnedMessage(const QList<QByteArray> &lines); // "Event: Hangup", "Cause: 16"
    // "Newchannel @6001a state=4 caller=6001": "@6001a" is the channel PJSIP/6001-0000000a with Uniqueid 6001a,
    // "->6002b" the same for Dest..., the other words are headers, some with short names.
    static OwnedMessage fromShorthand(const QByteArray &shorthand);

    const Ami::Message &message() const { return m_message; }

private:
    std::shared_ptr<const QByteArray> m_text; // what m_message looks at
    Ami::Message m_message;
};

// Stories in shorthand: 6001 calls 6002 ("@6001a", "@6002b"), which rings; and which answers.
QList<QByteArray> events(std::initializer_list<const char *> list);
QList<QByteArray> ringingCall();
QList<QByteArray> talkingCall();

class TrackerProbe {
public:
    explicit TrackerProbe(LocalChannels local = LocalChannels::Fold)
        : m_tracker(local)
    {
    }

    ChannelTracker &tracker() { return m_tracker; }
    bool opensLines = true;

    void consume(const Ami::Message &message, Microseconds time = 0) { take(m_tracker.consume(message, time)); }
    void consume(const QByteArray &shorthand) { consume(OwnedMessage::fromShorthand(shorthand).message()); }
    void take(const QList<Report> &reports);
    // The reports since the last time: "+PJSIP/6001", "d1 new PJSIP/6001", "d1 DIALING", "d1 calledId=6002".
    QStringList text() { return std::exchange(m_text, {}); }

    // What is known of a call, by the server's name for it.
    struct Call {
        QString line;
        CallInfo info;
        QStringList states; // "CONNECTED ACTIVE"
        quint32 bytes = 0;
        bool is(const char *state) const;  // the last one
        bool was(const char *state) const; // at any time
        qsizetype times(const char *state) const;
    };
    QHash<QString, Call> calls() const; // by providerRef
    Call call(const char *providerRef) const { return calls().value(QString::fromUtf8(providerRef)); }
    QString statesOf(const char *providerRef) const { return call(providerRef).states.join(u", "); }
    DriverCall driverCall(const char *providerRef) const;
    DriverCall conferenceOf(const char *providerRef) const; // what CONFERENCED named last
    DriverLine line(const char *name) const { return m_lines.key(QString::fromUtf8(name)); }

    std::function<void(const Report &)> onReport;

private:
    QString print(const Report &report);
    void note(const Report &report);

    ChannelTracker m_tracker;
    QStringList m_text;
    QHash<DriverLine, QString> m_lines;
    QHash<DriverCall, Call> m_calls;
    QHash<DriverCall, DriverCall> m_conferences; // by member
};

} // namespace Linescope::Test
