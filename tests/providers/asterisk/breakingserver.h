// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that says in its lists what is true by now.
#pragma once

#include "amipeer.h"
#include "amirecording.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>

namespace Linescope::Test {

// Says what a server says whose connection breaks (faultproxy.h) while its calls go on.
class BreakingServer {
public:
    // What becomes of the events before they are sent: in which order, how often.
    using Shuffle = std::function<void(QList<AmiRecording::Block> &events)>;

    explicit BreakingServer(const QString &recording, const Shuffle &shuffle = {})
    {
        const auto blocks = AmiRecording::read(recording).first().blocks();
        for (const AmiRecording::Block &block : blocks) {
            if (block.fromServer && !block.value("Event").isEmpty() && block.value("ActionID").isEmpty()
                && block.value("Event") != "FullyBooted")
                m_events << block;
        }
        if (shuffle)
            shuffle(m_events);
        for (const AmiRecording::Block &event : std::as_const(m_events)) {
            m_bytes += event.bytes();
            m_ends << m_bytes.size();
        }
        peer.answer = [this](const ReceivedAction &action) {
            const QByteArray bytes = answer(action);
            m_said += bytes.size();
            return bytes;
        };
        m_said = peer.banner.size();
        QObject::connect(&peer, &AmiPeer::answered, &peer, [this](const ReceivedAction &action) {
            if (action.name == "CoreShowChannels")
                QMetaObject::invokeMethod(
                    &peer, [this] { play(); }, Qt::QueuedConnection);
        });
    }

    // All of the first connection has passed.
    bool isThrough(qint64 passed) const { return m_prologue > 0 && passed >= totalBytes(); }
    // From its beginning to the last event; known once the events have been sent.
    qint64 totalBytes() const { return m_prologue > 0 ? m_prologue + m_bytes.size() : 0; }
    void resumeAtTheEnd() { m_resume = m_events.size(); }
    // The first connection took so many bytes; the second one begins so many events later.
    void resume(qint64 taken, qsizetype eventsMissed)
    {
        qsizetype whole = 0;
        while (m_prologue > 0 && whole < m_events.size() && m_prologue + m_ends.at(whole) <= taken)
            ++whole;
        m_resume = qMin(whole + eventsMissed, m_events.size());
    }
    bool hasListedAgain() const { return m_listedAgain; }
    QSet<QString> aliveAtResumption() const
    {
        const auto channels = channelsAt(m_resume);
        QSet<QString> alive;
        for (auto channel = channels.begin(); channel != channels.end(); ++channel)
            if (channel->value("Channel").startsWith("PJSIP/") && channel->value("ChannelState") != "0")
                alive << QString::fromUtf8(channel.key());
        return alive;
    }
    void finish() { peer.send(m_bytes.sliced(m_resume == 0 ? 0 : m_ends.at(m_resume - 1))); }

    AmiPeer peer;

private:
    QHash<QByteArray, AmiRecording::Block> channelsAt(qsizetype count) const
    {
        QHash<QByteArray, AmiRecording::Block> channels;
        for (const AmiRecording::Block &event : m_events.first(count)) {
            const QByteArray id = event.value("Uniqueid");
            if (event.value("Event") == "Hangup")
                channels.remove(id);
            else if (event.value("Event") == "Newchannel" || channels.contains(id))
                channels.insert(id, event);
        }
        return channels;
    }
    QByteArray answer(const ReceivedAction &action)
    {
        const QByteArray id = "ActionID: " + action.value("ActionID") + "\r\n";
        if (action.name != "CoreShowChannels")
            return peer.usualAnswer(action);
        m_listedAgain = peer.connections() > 1;
        QByteArray bytes = "Response: Success\r\n" + id + "EventList: start\r\n\r\n";
        const auto channels = peer.connections() < 2 ? QHash<QByteArray, AmiRecording::Block>() : channelsAt(m_resume);
        for (const AmiRecording::Block &channel : channels) {
            bytes += "Event: CoreShowChannel\r\n" + id;
            for (const char *key :
                 {"Channel", "ChannelState", "CallerIDNum", "ConnectedLineNum", "Uniqueid", "Linkedid"})
                bytes += key + (": " + channel.value(key)) + "\r\n";
            bytes += "\r\n";
        }
        return bytes + "Event: CoreShowChannelsComplete\r\n" + id + "EventList: Complete\r\n\r\n";
    }
    void play()
    {
        if (peer.connections() > 1)
            return;
        m_prologue = m_said;
        peer.send(m_bytes);
    }

    QList<AmiRecording::Block> m_events;
    QByteArray m_bytes;      // of all events
    QList<qsizetype> m_ends; // of each
    qint64 m_said = 0;
    qint64 m_prologue = 0; // greeting, login, lists: what the first connection gets before the first event
    qsizetype m_resume = 0;
    bool m_listedAgain = false;
};

} // namespace Linescope::Test
