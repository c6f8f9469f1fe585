// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectiontest.h"

#include "amiaction.h"

namespace Linescope {

ConnectionTest::ConnectionTest(const AsteriskSettings &settings, const QByteArray &secret, Clock *clock,
                               QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_connection(settings.connection, clock)
{
    m_connection.setSecret(secret);
    connect(&m_connection, &Ami::Connection::loggedIn, this, &ConnectionTest::ask);
    connect(&m_connection, &Ami::Connection::message, this, &ConnectionTest::take);
    connect(&m_connection, &Ami::Connection::healthChanged, this, [this](const Health &health) {
        if (!health.up && !m_connection.failure().isEmpty()) // and not only about to connect
            end(false, {m_connection.failure()});
    });
}

void ConnectionTest::start()
{
    m_connection.open();
    m_clock->callAt(m_clock->now() + patience, this, [this] {
        end(false,
            {tr("The server answers, but not to the end: %n question(s) are open after 20 s.", nullptr,
                int(m_asked.size()))});
    });
}

void ConnectionTest::ask()
{
    for (const QByteArray &action : m_settings.firstQuestions()) {
        if (const auto sent = m_connection.send(Ami::Action(action)))
            m_asked.insert(*sent, action);
    }
    m_clock->callAt(m_clock->now() + Ami::Connection::bootTime + 1_s, this, [this] {
        m_booted = true; // or will not say so; the health tells which
        conclude();
    });
}

void ConnectionTest::take(const Ami::Message &message)
{
    const QByteArrayView event = message.event();
    if (event.isEmpty())
        return answered(message);
    m_lines += event == QByteArrayView("EndpointList") ? 1 : 0;
    m_channels += event == QByteArrayView("CoreShowChannel") ? 1 : 0;
    m_booted = m_booted || event == QByteArrayView("FullyBooted");
    if (message.value("EventList") == QByteArrayView("Complete"))
        m_asked.remove(message.value("ActionID").toByteArray());
    conclude();
}

// A list follows, or it is all there is to say.
void ConnectionTest::answered(const Ami::Message &message)
{
    const QByteArray id = message.value("ActionID").toByteArray();
    const bool listFollows = message.value("EventList") == QByteArrayView("start");
    if (m_asked.value(id) == "ListCommands")
        m_permitted = Ami::permittedActions(message);
    if (!listFollows)
        m_asked.remove(id);
    conclude();
}

void ConnectionTest::conclude()
{
    if (!m_asked.isEmpty() || !m_booted || !m_connection.isLoggedIn())
        return;
    QStringList sentences{m_connection.health().text,
                          tr("There are %n line(s)", nullptr, m_lines) + QStringLiteral(", ")
                              + tr("%n channel(s) now.", nullptr, m_channels)};
    if (m_settings.control)
        sentences += lacks();
    sentences.removeAll(QString());
    end(true, sentences);
}

QString ConnectionTest::lacks() const
{
    if (!m_permitted)
        return tr("The server does not say what the account may do.");
    QStringList actions, classes;
    for (const QByteArrayView action : Ami::controlActions()) {
        const bool isOfUse = action != "PJSIPNotify" || m_settings.notify;
        if (!isOfUse || m_permitted->contains(action.toByteArray()))
            continue;
        actions += QString::fromLatin1(action);
        classes += Ami::writeClass(action);
    }
    classes.removeDuplicates();
    if (actions.isEmpty())
        return tr("The account may do all that control of calls needs.");
    return tr("The account may not use %1: its section of manager.conf needs in write: %2.")
        .arg(actions.join(QStringLiteral(", ")), classes.join(QStringLiteral(", ")));
}

void ConnectionTest::end(bool works, const QStringList &sentences)
{
    if (std::exchange(m_ended, true))
        return;
    // Not from within its own signal.
    QMetaObject::invokeMethod(
        this,
        [this, works, sentences] {
            m_connection.close();
            Q_EMIT ended(works, sentences);
        },
        Qt::QueuedConnection);
}

} // namespace Linescope
