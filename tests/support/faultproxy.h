// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands between a client and a server on loopback, and does to the server's bytes what networks do: cuts them off,
// holds them back, chops them up, adds some. What the client sends passes as it is, until the connection is over.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Linescope {

struct NetworkFaults { // places are in bytes from the server, from the beginning of the connection; -1: nowhere
    qint64 cutAt = -1;
    bool resets = false; // the cut is a RST; otherwise what has passed arrives, and then the end
    qint64 holdAt = -1;  // half-open: nothing passes any more, either way, until goOn()
    qsizetype piece = 0; // bytes that pass at once; 0: as they come
    qint64 insertAt = -1;
    QByteArray inserted = {};
};

class FaultProxy : public QObject {
    Q_OBJECT

public:
    explicit FaultProxy(quint16 serverPort, QObject *parent = nullptr);

    quint16 port() const { return m_listener.serverPort(); }
    // What is done to the n-th connection, from 1. Nothing, unless it is replaced.
    std::function<NetworkFaults(int connection)> faults = [](int) { return NetworkFaults(); };

    int connections() const { return m_connections; }
    qint64 passed() const { return m_passed; } // bytes of the server, on the newest connection
    bool isHolding() const { return m_holding; }
    bool isCut() const { return m_cut; } // the newest connection
    void goOn();                         // what was held back passes
    bool isDelivered() const;            // what has passed is in the client's kernel

private:
    void accept();
    void fromServer();
    void fromClient();
    bool pass(const QByteArray &bytes);
    void cut();

    QTcpServer m_listener;
    const quint16 m_serverPort;
    QPointer<QTcpSocket> m_client;
    QPointer<QTcpSocket> m_server;
    NetworkFaults m_faults;
    int m_connections = 0;
    qint64 m_passed = 0;
    bool m_holding = false;
    bool m_cut = false;
};

} // namespace Linescope
