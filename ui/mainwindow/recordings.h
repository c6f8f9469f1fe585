// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts and ends a recording of the session, and says how it goes.
#pragma once

#include "journal/recorder.h"

#include <QObject>

class QWidget;

namespace Linescope {

class Engine;
class Settings;

class Recordings : public QObject {
    Q_OBJECT

public:
    Recordings(Engine *engine, Settings *settings, QWidget *window);

    bool isRecording() const { return m_status.active; }
    const RecordingStatus &status() const { return m_status; }
    // For the status bar: "● recording, 12,345 events, 3.4 MiB"; empty when nothing is recorded.
    QString text() const;
    bool asks(); // for a file, and starts; false: the user thought better of it
    void start(const RecordingOptions &options);
    void stop();

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);
    void done(const QString &sentence);

private:
    void take(const RecordingStatus &status);
    RecordingOptions lastOptions() const;
    void remember(const RecordingOptions &options);

    Engine *m_engine;
    Settings *m_settings;
    QWidget *m_window;
    RecordingStatus m_status;
};

} // namespace Linescope
