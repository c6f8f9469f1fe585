// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Actions: what is sent to the Manager Interface, and the list of all that may ever be sent.
#pragma once

#include "amimessage.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QList>
#include <QSet>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <utility>

namespace Linescope::Ami {

// Values are collected as they are; encode() refuses, never repairs, what is not exactly one harmless action.
class Action {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Ami::Action)

public:
    static constexpr qsizetype maxLine = 1024; // bytes with CR LF; the server refuses longer ones without an ActionID
    static constexpr qsizetype maxHeaders = 128;

    explicit Action(QByteArrayView name)
        : m_name(name.toByteArray())
    {
    }
    Action &add(QByteArrayView key, QByteArrayView value);
    Action &add(QByteArrayView key, QStringView value) { return add(key, QByteArrayView(value.toUtf8())); }

    // Calls `exten` in `context` once the device has answered. `device` is the name of a line, "PJSIP/6001";
    // `context` comes from the settings; `exten` is what the user dialled.
    struct Originate {
        QByteArray device;
        QByteArray context;
        QString exten;
        QString callerId = {}; // shown on the device while it rings; optional
        int timeout = 30'000;  // milliseconds that the device may ring
    };
    static Action originate(const Originate &call);
    // `cause` is a Q.850 cause, 16 = normal clearing.
    static Action hangup(QByteArrayView channel, int cause = 16);
    // Where a call is sent: `exten` in `context`.
    struct Destination {
        QByteArray context;
        QString exten;
    };
    // Whoever is bridged with the channel goes there.
    static Action blindTransfer(QByteArrayView channel, const Destination &to);
    // The channel itself goes there.
    static Action redirect(QByteArrayView channel, const Destination &to);
    // The device of the channel calls there while the other side waits; the other, to take it back.
    static Action atxfer(QByteArrayView channel, const Destination &to);
    static Action cancelAtxfer(QByteArrayView channel);
    // `announced`: the channel whose device is called back when nobody fetches the parked one.
    static Action park(QByteArrayView channel, QByteArrayView announced);
    // One digit, as if the far end of the channel had pressed it; milliseconds.
    static Action playDtmf(QByteArrayView channel, char digit, quint32 duration);
    static Action confbridgeKick(QByteArrayView conference, QByteArrayView channel);
    // Asks the telephone itself ("talk", "hold"); not every kind of telephone obeys.
    static Action pjsipNotify(QByteArrayView endpoint, QByteArrayView event);

    QByteArrayView name() const { return m_name; }
    const QList<std::pair<QByteArray, QByteArray>> &fields() const { return m_fields; }

    // The bytes, empty line included; or why they cannot be sent, in a sentence for people. The sentence quotes no
    // value.
    tl::expected<QByteArray, QString> encode(QByteArrayView actionId) const;

private:
    QByteArray m_name;
    QList<std::pair<QByteArray, QByteArray>> m_fields;
};

// Whether the action only asks: these are sent even in read-only mode (architecture, rule 7).
bool isReadOnly(QByteArrayView action);
// What needs control: Originate, Hangup, Redirect ... Everything else is never sent at all.
bool isControl(QByteArrayView action);
QList<QByteArrayView> controlActions(); // all of them
// What the answer to ListCommands permits to the account; none: it is no such list.
std::optional<QSet<QByteArray>> permittedActions(const Message &answer);
// What `write` of an account must have for the action, in manager.conf; empty if nothing, or if it is never sent.
QString writeClass(QByteArrayView action);
// Digits, * # and A-D, with "+" in front at most, 1 to 64 characters.
bool isDialable(QStringView number);

} // namespace Linescope::Ami
