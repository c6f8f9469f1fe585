// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recording, played to a real client on loopback.
#pragma once

#include "amipeer.h"
#include "amirecording.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace Linescope {

// Takes any login. Answers each action from the recording, if it was asked there before the first call appeared; else
// from login-and-lists of the same server (no call up); else with an empty list. Once the client has asked for
// `startAction`, the events of the recording follow as fast as the client takes them: those of the classes that its
// login asked for. A recording of a shutdown closes the connection at its end. The n-th connection plays the n-th of
// the recording, the last one again and again.
class AmiPlayer : public QObject {
    Q_OBJECT

public:
    // A file of tests/data/ami, by its name.
    explicit AmiPlayer(const QString &file);

    quint16 port() const { return m_peer.port(); }
    // All events have been handed to the kernel.
    bool finished() const;
    QList<QByteArray> receivedActions() const { return m_peer.receivedNames(); }
    AmiPeer &peer() { return m_peer; }

    QByteArray startAction = "CoreShowChannels";

private:
    // What one recorded connection has to say.
    struct Script {
        QHash<QByteArray, QByteArray> answers; // by action name, with "%ActionID%" to be replaced
        QList<AmiRecording::Block> events;
        QByteArray banner;
        bool closes = false;
    };
    static Script scriptOf(const AmiRecording &recording);

    void begin();
    QByteArray answer(const ReceivedAction &action);
    void start();
    void pump();
    bool isWanted(const AmiRecording::Block &event) const;

    AmiPeer m_peer;
    QList<Script> m_scripts;
    QHash<QByteArray, QByteArray> m_usual; // of login-and-lists
    const Script *m_script = nullptr;
    QSet<QByteArray> m_classes; // empty = all
    qsizetype m_next = 0;
    bool m_started = false;
};

} // namespace Linescope
