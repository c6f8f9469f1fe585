// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A desk to act on calls from: a provider with its server, an engine that opens every line, and what was asked and
// said.
#pragma once

#include "amipeer.h"
#include "asteriskprovider.h"
#include "tapi/names.h"
#include "trackerprobe.h"

#include <QTest>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

inline const QByteArray allActions =
    "Atxfer BlindTransfer CancelAtxfer ConfbridgeKick Hangup Originate Park PJSIPNotify PlayDTMF "
    "Redirect";

class Desk {
public:
    explicit Desk(const QString &options = u"?control=1"_s, const QByteArray &permitted = allActions)
        : provider(
            AsteriskSettings::fromUrl(QUrl(u"asterisk://ls@127.0.0.1:%1%2"_s.arg(peer.port()).arg(options))).value(),
            "s3cret", &clock)
    {
        peer.answer = [this, permitted](const ReceivedAction &action) { return answer(action, permitted); };
        QObject::connect(&provider, &ServiceProvider::reported, &peer,
                         [this](const QList<Report> &batch) { take(batch); });
        provider.start();
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] { return peer.receivedNames().contains("CoreShowChannels"); });
    }
    // "Hangup @6001a cause=16", as TrackerProbe has it; and waits until the provider has taken it.
    void say(const QList<QByteArray> &events)
    {
        QByteArray bytes;
        for (const QByteArray &event : events) {
            const OwnedMessage message = OwnedMessage::fromShorthand(event);
            for (const auto &[key, value] : message.message().headers())
                bytes += key.toByteArray() + ": " + value.toByteArray() + "\r\n";
            bytes += "\r\n";
        }
        const QByteArray mark = "mark" + QByteArray::number(++m_marks);
        peer.send(bytes + "Event: Newchannel\r\nChannel: SIP/" + mark + "-00000001\r\nUniqueid: " + mark
                  + "\r\nChannelState: 4\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return m_calls.contains(QString::fromLatin1(mark)); }));
    }
    DriverCall call(const QString &providerRef) const { return m_calls.value(providerRef); }
    QString state(DriverCall call) const { return m_states.value(call).join(u", "_s); }
    QString lastState(DriverCall call) const
    {
        return m_states.value(call).isEmpty() ? QString() : m_states[call].last();
    }

    RequestId execute(auto command)
    {
        command.request = {++m_requests};
        provider.execute(command);
        return command.request;
    }
    // Empty until it is completed.
    QString result(RequestId request) const
    {
        const auto found = m_completed.constFind(request);
        return found == m_completed.cend()     ? QString()
            : found->result == LineError::None ? u"OK"_s
                                               : nameOf(found->result);
    }
    Reports::Completion completion(RequestId request) const { return m_completed.value(request); }
    QList<ReceivedAction> sent(const QByteArray &name) const
    {
        QList<ReceivedAction> found;
        for (const ReceivedAction &action : peer.received()) {
            if (action.name == name)
                found << action;
        }
        return found;
    }

    AmiPeer peer;
    ManualClock clock;
    AsteriskProvider provider;
    QHash<QByteArray, QByteArray> refuse; // action -> message of the error
    QStringList generated;

private:
    QByteArray answer(const ReceivedAction &action, const QByteArray &permitted)
    {
        if (action.name == "ListCommands") {
            QByteArray lines = "ListCommands: words  (Priv: <none>)\r\n";
            for (const QByteArray &name : permitted.split(' '))
                lines += name + ": words  (Priv: call,all)\r\n";
            return AmiPeer::response(action, "Success", lines);
        }
        if (refuse.contains(action.name))
            return AmiPeer::response(action, "Error", "Message: " + refuse[action.name] + "\r\n");
        return peer.usualAnswer(action);
    }
    void take(const QList<Report> &batch)
    {
        for (const Report &report : batch) {
            if (const auto *device = std::get_if<Reports::DeviceAdded>(&report)) {
                provider.execute(Commands::OpenLine{device->line});
                m_lines.insert(device->info->name, device->line);
            } else if (const auto *call = std::get_if<Reports::NewCall>(&report)) {
                m_calls.insert(call->info.text(&CallInfo::providerRef), call->call);
            } else if (const auto *state = std::get_if<Reports::CallState>(&report)) {
                m_states[state->call] << nameOf(state->state);
            } else if (const auto *completion = std::get_if<Reports::Completion>(&report)) {
                QVERIFY(!m_completed.contains(completion->request)); // V-1
                m_completed.insert(completion->request, *completion);
            } else if (const auto *end = std::get_if<Reports::Generate>(&report)) {
                generated << u"%1 %2"_s.arg(end->endToEndId).arg(nameOf(end->termination));
            }
        }
    }

public:
    DriverLine line(const QString &name) const { return m_lines.value(name); }

private:
    QHash<QString, DriverLine> m_lines;
    QHash<QString, DriverCall> m_calls;
    QHash<DriverCall, QStringList> m_states;
    QHash<RequestId, Reports::Completion> m_completed;
    quint32 m_requests = 0;
    int m_marks = 0;
};

inline CallTarget target(DriverCall call) { return {{}, call}; }

using Ask = std::function<RequestId(Desk &)>;

inline Ask onCall(Commands::CallAction action, const char *call)
{
    return [=](Desk &desk) {
        Commands::ActOnCall command;
        command.action = action;
        command.target = target(desk.call(QString::fromUtf8(call)));
        return desk.execute(command);
    };
}

template<class Command>
Ask toNumber(const char *call, const QString &number)
{
    return [=](Desk &desk) {
        Command command;
        command.target = target(desk.call(QString::fromUtf8(call)));
        command.destAddress = number;
        return desk.execute(command);
    };
}

} // namespace Linescope::Test
