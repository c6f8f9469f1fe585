// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultproxy.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace Linescope {

FaultProxy::FaultProxy(quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::accept);
    m_listener.listen(QHostAddress::LocalHost);
}

void FaultProxy::accept()
{
    m_client = m_listener.nextPendingConnection();
    m_faults = faults(++m_connections);
    m_passed = 0;
    m_holding = m_cut = false;
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server = new QTcpSocket(m_client);
    m_server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    connect(m_server, &QTcpSocket::readyRead, this, &FaultProxy::fromServer);
    connect(m_client, &QTcpSocket::readyRead, this, &FaultProxy::fromClient);
    connect(m_server, &QTcpSocket::connected, this, &FaultProxy::fromClient);
    connect(m_server, &QTcpSocket::disconnected, m_client, [client = m_client] { client->disconnectFromHost(); });
    connect(m_client, &QTcpSocket::disconnected, m_client, &QObject::deleteLater);
    if (m_faults.cutAt == 0)
        cut();
}

void FaultProxy::goOn()
{
    m_faults.holdAt = -1;
    m_holding = false;
    fromServer();
    fromClient();
}

bool FaultProxy::isDelivered() const
{
    int waiting = 0; // that the other end has not acknowledged
    return m_client && m_client->bytesToWrite() == 0
        && ioctl(int(m_client->socketDescriptor()), SIOCOUTQ, &waiting) == 0 && waiting == 0;
}

void FaultProxy::fromClient()
{
    if (m_client && m_server && m_server->state() == QAbstractSocket::ConnectedState && !m_holding)
        m_server->write(m_client->readAll());
}

void FaultProxy::fromServer()
{
    while (m_client && m_server && !m_cut && !m_holding && m_server->bytesAvailable() > 0) {
        qint64 most = m_server->bytesAvailable();
        if (m_faults.piece > 0)
            most = std::min<qint64>(most, m_faults.piece);
        for (const qint64 place : {m_faults.cutAt, m_faults.holdAt, m_faults.insertAt}) {
            if (place > m_passed)
                most = std::min(most, place - m_passed);
        }
        if (!pass(m_server->read(most)))
            return;
    }
}

bool FaultProxy::pass(const QByteArray &bytes)
{
    m_client->write(bytes);
    if (m_faults.piece > 0)
        m_client->flush(); // each by itself
    m_passed += bytes.size();
    if (m_passed == m_faults.insertAt)
        m_client->write(m_faults.inserted);
    m_holding = m_passed == m_faults.holdAt;
    if (m_passed == m_faults.cutAt)
        cut();
    return !m_cut && !m_holding;
}

void FaultProxy::cut()
{
    m_cut = true;
    m_server->disconnect(this);
    m_server->disconnect(m_client);
    m_server->abort();
    if (!m_faults.resets)
        return m_client->disconnectFromHost();
    const linger atOnce{1, 0}; // a RST instead of a FIN
    setsockopt(int(m_client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_client->abort();
}

} // namespace Linescope
