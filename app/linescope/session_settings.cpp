// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialog of the settings, and the call log: on and off as they say, with the password from where passwords are.
#include "session.h"

#include "common/secret.h"

#include <QStandardPaths>

#include <utility>

namespace Linescope {

namespace {

QString dataFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u'/' + name;
}

} // namespace

// One that was closed may live on for a moment.
SettingsDialog *Session::settingsDialog() const
{
    return m_dialog && m_dialog->isVisible() ? m_dialog.data() : nullptr;
}

void Session::openSettings()
{
    if (!settingsDialog()) {
        QStringList apps;
        m_live.world().apps().forEach([&](const App &app) { apps += app.name; });
        apps.removeDuplicates();
        m_dialog = new SettingsDialog(m_settings, apps, m_window.get());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &SettingsDialog::callLogPasswordEntered, this, &Session::keepCallLogPassword);
    }
    m_dialog->open();
}

// Always: who could switch it off could act unseen.
void Session::startAudit()
{
    m_auditFile = dataFile(QStringLiteral("audit.jsonl"));
    m_engine.startAudit(m_auditFile);
    connect(&m_engine, &Engine::auditFailed, this, [this](const QString &sentence, bool wasDone) {
        if (m_window)
            m_window->tellFailure(
                wasDone ? tr("It was done, but what came of it cannot be written to the audit log. %1").arg(sentence)
                        : tr("Nothing is done that cannot be written to the audit log. %1").arg(sentence));
    });
}

void Session::followCallLog()
{
    const Preferences &preferences = m_settings->preferences();
    CallLogSettings wanted = preferences.callLog;
    if (wanted.file.isEmpty())
        wanted.file = dataFile(QStringLiteral("calls.sqlite"));
    if (!preferences.keepCallLog) {
        m_callLogWanted = {};
        return m_callLog.stop();
    }
    if (wanted == m_callLogWanted)
        return;
    m_callLogWanted = wanted;
    startCallLog(wanted);
}

void Session::startCallLog(const CallLogSettings &settings)
{
    if (settings.backend == CallLogSettings::Backend::Sqlite)
        return m_callLog.start(settings);
    if (const auto secret = takeEnvironmentSecret("LINESCOPE_LOG_SECRET"))
        m_callLogSecret = {callLogPlace(settings), *secret};
    if (m_callLogSecret.first == callLogPlace(settings))
        return m_callLog.start(settings, m_callLogSecret.second);
    readKeyring(callLogPlace(settings), this, [this, settings](const std::optional<QByteArray> &secret) {
        if (m_callLogWanted == settings) // nobody has changed it meanwhile
            m_callLog.start(settings, secret.value_or(QByteArray()));
    });
}

void Session::keepCallLogPassword(QByteArray password)
{
    const CallLogSettings settings = m_settings->preferences().callLog;
    writeKeyring(callLogPlace(settings), password, this, [this](const QString &error) {
        if (!error.isEmpty() && m_window)
            m_window->tellFailure(tr("The password could not be kept: %1").arg(error));
    });
    if (m_callLogWanted.backend == CallLogSettings::Backend::Postgres)
        m_callLog.start(m_callLogWanted, password);
    if (m_callLogSecret.first == callLogPlace(settings))
        m_callLogSecret.second = password;
    wipe(password);
}

} // namespace Linescope
