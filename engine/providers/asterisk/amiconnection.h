// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One connection to a Manager Interface, kept up: TCP or TLS, login, ping, back-off, and its health in words.
#pragma once

#include "amiaction.h"
#include "amiparser.h"

#include "provider/serviceprovider.h" // the metatype of Health
#include "tapi/clock.h"

#include <QObject>
#include <QStringList>

#include <deque>
#include <memory>

class QSslError;
class QSslSocket;

namespace Linescope::Ami {

struct Settings {
    QString host;
    quint16 port = 5038; // 5039 is usual for TLS
    bool tls = false;
    QByteArray pinnedSha256; // of the server's certificate, in hex with or without colons; trusts exactly that one
    QString caFile;          // PEM, instead of the system's authorities; for an authority of one's own
    QString user;
    bool md5 = true;            // the password itself is not sent, only a digest of it and of a challenge
    bool control = false;       // may send what changes something
    bool allowInsecure = false; // plain TCP to another machine
    // What is watched. Without dialplan the traffic is half, and nothing is lost (NOTES of the recordings).
    QStringList eventClasses = {QStringLiteral("call"), QStringLiteral("system"), QStringLiteral("agent"),
                                QStringLiteral("user"), QStringLiteral("dtmf")};

    friend bool operator==(const Settings &, const Settings &) = default;
};

// Lives on the thread of its provider; everything happens in that thread's event loop. Between open() and close() it
// connects for ever: after a loss it waits 1, 2, 4 ... 30 s, after a refusal (password, certificate) 5 min.
class Connection : public QObject {
    Q_OBJECT

public:
    static constexpr Microseconds bootTime = 5_s; // a booted server says so at once

    // The clock has to outlive the connection.
    Connection(const Settings &settings, Clock *clock, QObject *parent = nullptr);
    ~Connection() override;

    const Settings &settings() const { return m_settings; }
    // The password. It goes nowhere but into the login, and is overwritten when replaced and at the end.
    void setSecret(QByteArray secret);

    void open();
    // Says goodbye; neither lost() nor healthChanged() follows.
    void close();
    bool isLoggedIn() const { return m_state == State::LoggedIn; }
    QByteArray version() const { return m_version; } // of the interface, "5.0.4"; known before loggedIn()
    Health health() const { return m_health; }
    QString failure() const { return m_failure; } // the last one, without when it connects anew

    // The ActionID that will come back in the response; or why nothing was sent, in a sentence for people: not
    // connected, outside the allow-list, no control, a value that cannot be encoded.
    tl::expected<QByteArray, QString> send(const Action &action);

Q_SIGNALS:
    void loggedIn();
    // Every message after the login, responses too. Connect directly: the views are valid only during the call.
    void message(const Linescope::Ami::Message &message);
    // A connection that was logged in is gone; why, in a sentence for people.
    void lost(const QString &reason);
    void healthChanged(const Linescope::Health &health);

private:
    enum class State { Closed, Connecting, Greeting, Challenged, LoggingIn, LoggedIn, Waiting };
    enum class Retry { Soon, Late, Never };

    void connectToServer();
    void connectSocket();
    void checkPeer();
    void judgeErrors(const QList<QSslError> &errors);
    void greeted(QByteArrayView version);
    void challenged(const Message &message);
    void sendLogin(const QByteArray &challenge);
    void loginAnswered(const Message &message);

    void read();
    void received(const Message &message);
    void noteAnswer(const Message &message);
    void noteServerState(const Message &message);
    void reportUp();
    void watch(Microseconds due);

    void socketFailed();
    void fail(const QString &reason, Retry retry = Retry::Soon);
    void wait(const QString &reason, Retry retry);
    void countDown(const QString &reason, Microseconds until);
    void dropSocket();
    void setHealth(bool up, const QString &text);
    bool write(const Action &action, const QByteArray &actionId);
    QByteArray nextActionId();
    QString serverName() const;
    QString connectedText() const;
    // Calls unless the connection was opened, closed, lost or begun anew in between.
    void callIn(Microseconds delay, std::function<void()> call);

    const Settings m_settings;
    Clock *const m_clock;
    QByteArray m_secret;

    State m_state = State::Closed;
    Health m_health;
    QString m_failure;
    QSslSocket *m_socket = nullptr;
    std::shared_ptr<Parser> m_parser;
    QByteArray m_version;
    quint64 m_epoch = 0; // counts attempts, losses and closes; what was planned before one is void

    QByteArray m_idPrefix; // OriginateResponse goes to every client, so the ActionID must be ours alone
    quint64 m_lastId = 0;
    std::deque<std::pair<QByteArray, QByteArray>> m_pending; // ActionID and action, in the order of the answers
    QStringList m_refused;                                   // actions that the account may not use

    Microseconds m_lastReceived = 0;
    Microseconds m_loggedInAt = 0;
    bool m_pinged = false;
    bool m_booted = false;
    int m_failures = 0;
    int m_strange = 0;  // messages in a row that are neither response nor event
    QString m_farewell; // what the server said about its shutdown
};

} // namespace Linescope::Ami
