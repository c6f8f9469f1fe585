// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines of one Asterisk: its endpoints by name, found in lists or by their first channel. A line is named once and
// keeps its number as long as the provider lives.
#pragma once

#include "provenancelog.h"
#include "provider/contract.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QList>

namespace Linescope {

class LineTable {
    Q_DECLARE_TR_FUNCTIONS(Linescope::LineTable)

public:
    static constexpr qsizetype maxLines = 100'000; // removed ones count: their numbers are not used again

    struct Line {
        QByteArray name; // "PJSIP/101"
        DriverLine id;
        bool open = false;
        bool unavailable = false; // the server says that the device cannot be reached
        bool unclaimed = true;    // nobody has opened it so far, nor had the time to
        bool foundHeld = false;   // the list of devices says that its calls are on hold
        quint32 listed = 0;       // the list of endpoints that named it last, 0 = none
        std::shared_ptr<ProvenanceLog> why = nullptr;
    };
    // Where a change is told, and what is being said meanwhile.
    struct Telling {
        QList<Report> &reports;
        ProvenanceKeeper &why;
    };

    // None if there is no such line.
    Line *find(QByteArrayView name);
    Line *find(DriverLine id);
    const Line *find(DriverLine id) const { return const_cast<LineTable *>(this)->find(id); }
    // The line of that name; a new one is reported. None if there are too many already.
    Line *take(QByteArrayView name, Telling telling);
    const QList<Line> &all() const { return m_lines; } // by number; removed ones have no name

    // What the server says of a device, in its words for devices ("UNAVAILABLE", "Not in use").
    void setDeviceState(Line &line, QByteArrayView state, Telling telling);
    static bool saysHeld(QByteArrayView state);
    // All lines go out of service, or come back as far as their devices are there.
    void setConnected(bool connected, const QString &text, Telling telling);
    // Forgets endpoints that an earlier list named and the newest one did not, unless `busy`.
    template<class Busy>
    void removeUnlisted(quint32 newest, Busy busy, QList<Report> &reports)
    {
        for (Line &line : m_lines) {
            if (line.listed != 0 && line.listed != newest && !busy(line))
                remove(line, reports);
        }
    }

private:
    void remove(Line &line, QList<Report> &reports);
    void reportState(Line &line, Telling telling) const;
    bool note(Line &line, Telling telling, bool isNew) const;

    QList<Line> m_lines;
    QHash<QByteArray, qsizetype> m_index;
    bool m_connected = true;
    QString m_text; // why not
};

} // namespace Linescope
