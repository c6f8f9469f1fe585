// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One run of the program: the engine, its sources, and the window that shows them. The only place that knows all three.
#pragma once

#include "common/source.h"
#include "mainwindow/mainwindow.h"
#include "models/liveworld.h"
#include "options.h"
#include "server/engine.h"
#include "support/settings.h"

#include <QTranslator>

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

private:
    void showWindow();
    void changeLanguage();
    void installTranslator();

    void connectUrl(const QString &url); // finds the password first
    void connectSource(const QString &url, const QByteArray &secret);
    void askForSecret(const QString &url);
    void connectRequested(const ConnectionRequest &request);
    void disconnectProvider(ProviderId provider);
    void addMonitor();

    void saveScreenshot();

    Options m_options;
    Settings *m_settings;
    Engine m_engine;
    LiveWorld m_live;
    std::vector<Source> m_sources; // connected
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    std::unique_ptr<MainWindow> m_window;
    bool m_hasMonitor = false;
};

} // namespace Linescope
