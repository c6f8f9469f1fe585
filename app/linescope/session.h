// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One run of the program: the engine, its sources, and the window that shows them. The only place that knows all three.
// What the settings say holds here for the whole program, also while it runs.
#pragma once

#include "calllog/calllogservice.h"
#include "common/source.h"
#include "dialogs/settingsdialog.h"
#include "mainwindow/mainwindow.h"
#include "models/liveworld.h"
#include "options.h"
#include "server/engine.h"
#include "support/alarms.h"
#include "support/settings/language.h"
#include "support/settings/settings.h"
#include "support/tray.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace Linescope {

class Session : public QObject {
    Q_OBJECT

public:
    Session(const Options &options, Settings *settings);
    ~Session() override;

    void start(); // shows the window, then connects the source
    MainWindow *window() const { return m_window.get(); }
    LiveWorld *live() { return &m_live; }
    Alarms *alarms() { return &m_alarms; }
    Tray *tray() const { return m_tray.get(); }
    SettingsDialog *settingsDialog() const; // while it is open

    CallLogService *callLog() { return &m_callLog; }

    void openSettings();

private:
    void showWindow();
    void equipTester();
    void makeTray();
    void remakeWindow(const std::function<void()> &between);
    void changeLanguage();
    void followSettings();
    void applyAppearance();
    void useLanguage();

    void connectUrl(const QString &url); // finds the password first
    void connectSource(const QString &url, const QByteArray &secret);
    void askForSecret(const QString &url);
    void connectRequested(const ConnectionRequest &request);
    void disconnectProvider(ProviderId provider);
    void addMonitor();

    void startAudit();
    void followCallLog();
    void startCallLog(const CallLogSettings &settings);
    void keepCallLogPassword(QByteArray password);

    void saveScreenshot();

    Options m_options;
    Settings *m_settings;
    Engine m_engine;
    QString m_auditFile;
    CallLogService m_callLog;
    CallLogSettings m_callLogWanted;                // the one that is on, or about to be
    std::pair<QString, QByteArray> m_callLogSecret; // place and password: the environment gives it once
    LiveWorld m_live;
    std::vector<Source> m_sources; // connected
    Language m_language;
    Alarms m_alarms;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    QPointer<SettingsDialog> m_dialog;
    bool m_hasMonitor = false;
};

} // namespace Linescope
