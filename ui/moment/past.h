// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where moments come from that are over: the events that this session keeps, or a recording. Lives on the GUI thread;
// what takes time is done elsewhere, and the answer comes as a signal.
#pragma once

#include "journal/moment.h"

#include <QObject>

#include <vector>

namespace Linescope {

struct MomentMark { // a finding, a bookmark
    enum class Kind : quint8 { Warning, Violation, Bookmark };
    quint64 seq = 0;
    Microseconds time = 0;
    Kind kind = Kind::Bookmark;
    QString text;
    friend bool operator==(const MomentMark &, const MomentMark &) = default;
};

class Past : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    using Range = MomentRange;
    virtual Range range() const = 0;

    // The moment after that event, or the last one at or before that time; `events` that led to it at most so many.
    // Several may be asked for; only the last one is sure to be answered.
    virtual void seek(quint64 seq, qsizetype events) = 0;
    virtual void seekTime(Microseconds time, qsizetype events) = 0;
    // The events behind that one.
    virtual void readOn(quint64 seq, qsizetype most) = 0;

Q_SIGNALS:
    void found(const Linescope::Moment &moment);
    void read(quint64 seq, const Linescope::EventBatch &events); // behind seq; none: there are no more now
    void failed(const QString &sentence);
    void rangeChanged();
};

} // namespace Linescope
