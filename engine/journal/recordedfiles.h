// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of one recording, one after the other: header, snapshot, events, summary. One thread.
#pragma once

#include "journal/recorder.h"

namespace Linescope {

class RecordedFiles {
    Q_DECLARE_TR_FUNCTIONS(Linescope::RecordedFiles)

public:
    explicit RecordedFiles(const RecordingOptions &options);

    // Each returns whether all is well; if not, flush() tries again.
    bool open();
    bool flush();
    void close();
    bool isWell() const { return m_error.isEmpty(); }

    void write(const Event &event);
    // The recording goes on, or begins, with that World; after a gap, what happened between is lost.
    void goOn(const World &world, bool afterGap);

    RecordingStatus status() const;

private:
    bool openNext();
    QString nextName();
    void writeHead();
    void writeSnapshot();
    void append(const QByteArray &line);
    void spill();
    void roll();
    bool finishRolling();
    bool replaceFile();
    void removeOldest();
    bool isGone() const;

    const RecordingOptions m_options;
    const Microseconds m_begun = SystemClock::instance()->now(); // before the first event, whenever the file opens
    std::unique_ptr<JournalSink> m_sink;
    World m_world;         // as the file tells it
    QByteArray m_text;     // lines for the sink
    QStringList m_names;   // of files that are there
    qint64 m_textSize = 0; // of the current file
    qint64 m_headSize = 0; // of that, header and snapshot
    qint64 m_closedBytes = 0;
    int m_number = 0; // of the current file, if they roll
    int m_files = 0;
    quint64 m_events = 0;
    quint64 m_dropped = 0;
    bool m_isRolling = false; // the current file has its summary, but not yet its end
    bool m_active = true;
    QString m_error;
};

} // namespace Linescope
