// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amiplayer.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr qint64 ahead = 256 * 1024; // bytes handed to the socket before it has sent them

// A recorded message, ready to be sent in answer to another ActionID.
QByteArray withoutId(const AmiRecording::Block &block)
{
    QByteArray bytes = block.bytes();
    return bytes.replace("\r\nActionID: " + block.value("ActionID") + "\r\n", "\r\nActionID: %ActionID%\r\n");
}

QByteArray emptyList(const QByteArray &action)
{
    return "Response: Success\r\nActionID: %ActionID%\r\nEventList: start\r\nMessage: A list will follow\r\n\r\n"
           "Event: "
        + action + "Complete\r\nActionID: %ActionID%\r\nEventList: Complete\r\nListItems: 0\r\n\r\n";
}

bool isListItem(const AmiRecording::Block &block)
{
    return !block.value("ActionID").isEmpty() && block.value("Event") != "OriginateResponse";
}

} // namespace

AmiPlayer::AmiPlayer(const QString &file)
{
    for (const AmiRecording &connection : AmiRecording::read(file))
        m_scripts << scriptOf(connection);
    if (m_scripts.isEmpty())
        m_scripts.emplace_back();
    const auto usual = AmiRecording::read(file.left(3) + u"-login-and-lists.txt"_s);
    if (!usual.isEmpty())
        m_usual = scriptOf(usual.first()).answers;
    m_peer.banner = m_scripts.first().banner;
    m_peer.answer = [this](const ReceivedAction &action) { return answer(action); };
    connect(&m_peer, &AmiPeer::accepted, this, &AmiPlayer::begin);
    connect(&m_peer, &AmiPeer::answered, this, [this](const ReceivedAction &action) {
        if (action.name == startAction)
            QTimer::singleShot(0, this, &AmiPlayer::start);
    });
}

AmiPlayer::Script AmiPlayer::scriptOf(const AmiRecording &recording)
{
    Script script;
    QHash<QByteArray, QByteArray> actions; // by recorded ActionID
    bool calls = false;
    for (const AmiRecording::Block &block : recording.blocks()) {
        if (!block.fromServer) {
            if (!calls)
                actions.insert(block.value("ActionID"), block.value("Action"));
        } else if (block.lines.first().startsWith("Asterisk Call Manager/")) {
            script.banner = block.lines.first() + "\r\n";
        } else if (isListItem(block)) {
            if (const QByteArray action = actions.value(block.value("ActionID")); !action.isEmpty())
                script.answers[action] += withoutId(block);
        } else if (!block.value("Event").isEmpty()) {
            script.events << block;
            calls = calls || block.value("Event") == "Newchannel";
        }
    }
    script.closes = !script.events.isEmpty() && script.events.last().value("Event") == "Shutdown";
    return script;
}

void AmiPlayer::begin()
{
    m_script = &m_scripts.at(qMin(qsizetype(m_peer.connections()), m_scripts.size()) - 1);
    m_next = 0;
    m_started = false;
    m_classes.clear();
    connect(m_peer.socket(), &QTcpSocket::bytesWritten, this, &AmiPlayer::pump);
}

QByteArray AmiPlayer::answer(const ReceivedAction &action)
{
    if (action.name == "Challenge" || action.name == "Ping" || action.name == "Logoff")
        return m_peer.usualAnswer(action);
    if (action.name == "Login") {
        const auto classes = action.value("Events").split(',');
        if (classes != QList<QByteArray>{"on"})
            m_classes = QSet<QByteArray>(classes.begin(), classes.end());
        QByteArray bytes = AmiPeer::response(action, "Success", "Message: Authentication accepted\r\n");
        const auto &events = m_script->events;
        if (!events.isEmpty() && events.first().value("Event") == "FullyBooted") {
            bytes += isWanted(events.first()) ? events.first().bytes() : QByteArray();
            m_next = 1;
        }
        return bytes;
    }
    QByteArray bytes = m_script->answers.value(action.name);
    if (bytes.isEmpty())
        bytes = m_usual.value(action.name, emptyList(action.name));
    return bytes.replace("%ActionID%", action.value("ActionID"));
}

bool AmiPlayer::isWanted(const AmiRecording::Block &event) const
{
    if (m_classes.isEmpty())
        return true;
    const auto classes = event.value("Privilege").split(',');
    return std::any_of(classes.begin(), classes.end(), [this](const auto &one) { return m_classes.contains(one); });
}

void AmiPlayer::start()
{
    m_started = true;
    pump();
}

void AmiPlayer::pump()
{
    QTcpSocket *const socket = m_peer.socket();
    if (!m_started || !socket || socket->state() != QAbstractSocket::ConnectedState)
        return;
    const auto &events = m_script->events;
    while (m_next < events.size() && socket->bytesToWrite() < ahead) {
        const auto &event = events[m_next++];
        if (isWanted(event))
            socket->write(event.bytes());
    }
    if (m_next == events.size() && m_script->closes)
        socket->disconnectFromHost();
}

bool AmiPlayer::finished() const
{
    return m_started && m_next == m_script->events.size() && (!m_peer.socket() || m_peer.socket()->bytesToWrite() == 0);
}

} // namespace Linescope
