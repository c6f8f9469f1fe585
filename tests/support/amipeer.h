// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Manager Interface for tests, on loopback: the other end of the wire, under the test's control.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <utility>

namespace Linescope {

// An action as Asterisk would understand it.
struct ReceivedAction {
    QByteArray name;
    QList<std::pair<QByteArray, QByteArray>> headers; // with Action and ActionID
    QByteArray value(const QByteArray &key) const;    // keys without case; of the first such header
};

// Asterisk's rules of reading, written a second time: a line ends at a line feed, a carriage return in front of it
// goes, an empty line ends the action. More suspicious than Asterisk: CR and NUL elsewhere end a line, too.
class ActionReader {
public:
    QList<ReceivedAction> feed(const QByteArray &bytes);

private:
    void endLine(QList<ReceivedAction> &actions);
    QByteArray m_line;
    ReceivedAction m_action;
};

class AmiPeer : public QObject {
    Q_OBJECT

public:
    AmiPeer();
    explicit AmiPeer(const QSslConfiguration &tls);

    quint16 port() const { return m_server->serverPort(); }
    int connections() const { return m_connections; }
    QList<ReceivedAction> received() const { return m_received; }
    QList<QByteArray> receivedNames() const;
    QByteArray receivedBytes() const { return m_bytes; }

    // What is said before the first action; and in answer to each. Both may be replaced.
    QByteArray banner = "Asterisk Call Manager/5.0.4\r\n";
    std::function<QByteArray(const ReceivedAction &)> answer = [this](const auto &action) {
        return usualAnswer(action);
    };
    // Login (plain and MD5, against `secret`), Challenge, Ping, Logoff; success for everything else.
    QByteArray usualAnswer(const ReceivedAction &action) const;
    static QByteArray response(const ReceivedAction &action, const QByteArray &kind, const QByteArray &lines);
    QByteArray secret = "s3cret";

    void send(const QByteArray &bytes); // to the newest connection
    void cut();                         // breaks the newest connection off
    void stopListening() { m_server->close(); }
    bool listenAgain(quint16 port) { return m_server->listen(QHostAddress::LocalHost, port); }
    QTcpSocket *socket() const { return m_socket; } // the newest connection, or null

Q_SIGNALS:
    void accepted();
    void answered(const Linescope::ReceivedAction &action);

private:
    void accept();
    void read(QTcpSocket *socket, ActionReader &reader);

    std::unique_ptr<QTcpServer> m_server;
    QPointer<QTcpSocket> m_socket;
    QList<ReceivedAction> m_received;
    QByteArray m_bytes;
    int m_connections = 0;
};

} // namespace Linescope
