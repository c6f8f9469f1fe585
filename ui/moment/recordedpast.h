// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recording. Reads it on a thread of its own: once from beginning to end for its index, then to each moment that is
// asked for. Nothing in it is believed or carried out: it is looked at.
#pragma once

#include "journal/timetravel.h"
#include "moment/past.h"

#include <QThread>

#include <atomic>
#include <memory>

namespace Linescope {

class RecordedPast : public Past {
    Q_OBJECT

public:
    explicit RecordedPast(const QString &path, QObject *parent = nullptr);
    ~RecordedPast() override; // stops reading

    const QString &path() const { return m_path; }
    bool isOpen() const { return m_isOpen; }                     // read through, so that moments can be asked for
    const TimeMachineStatus &status() const { return m_status; } // once it is open
    const JournalHeader &header() const { return m_header; }
    const std::vector<FindingMark> &findings() const { return m_findings; }

    Range range() const override;
    void seek(quint64 seq, qsizetype events) override;
    void seekTime(Microseconds time, qsizetype events) override;
    void readOn(quint64 seq, qsizetype most) override;

Q_SIGNALS:
    void progressed(double done); // 0..1, while it is being read
    void opened();                // failed() if it cannot be

private:
    class Reader;

    template<class Work>
    void post(Work work);
    void seekWith(std::function<quint64(TimeMachine &)> seqOf, qsizetype events);

    const QString m_path;
    QThread m_thread;
    Reader *m_reader;                  // lives on m_thread
    std::atomic<quint64> m_wanted = 0; // number of the last seek
    std::atomic<bool> m_ends = false;
    bool m_isOpen = false;
    TimeMachineStatus m_status;
    JournalHeader m_header;
    std::vector<FindingMark> m_findings;
};

} // namespace Linescope
