// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moments of a recording that somebody wants to find again, with a note. Kept beside it, in FILE.bookmarks.json.
#pragma once

#include "tapi/clock.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace Linescope {

struct Bookmark {
    quint64 seq = 0; // after this event
    Microseconds time = 0;
    QString note;
    friend bool operator==(const Bookmark &, const Bookmark &) = default;
};

class Bookmarks {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Bookmarks)

public:
    static constexpr qsizetype most = 10'000;
    static constexpr qsizetype longestNote = 4096; // UTF-16 units

    static QString fileFor(const QString &recording);

    // None where there is no such file; a sentence when it cannot be read.
    static tl::expected<Bookmarks, QString> load(const QString &file);
    // Whole or not at all. A sentence when that failed.
    tl::expected<void, QString> save(const QString &file) const;

    const QList<Bookmark> &all() const { return m_all; } // by seq, one at each
    // In the place of the one at that moment, if there is one; a note too long is cut. False: there are too many.
    bool set(Bookmark bookmark);
    void remove(quint64 seq);

    // The one next to that moment; none at the ends.
    const Bookmark *next(quint64 seq) const;
    const Bookmark *previous(quint64 seq) const;

private:
    QList<Bookmark>::const_iterator from(quint64 seq) const;

    QList<Bookmark> m_all;
};

} // namespace Linescope
