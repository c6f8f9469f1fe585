// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What went wrong with the database of the call log, in words that say what to do.
#pragma once

#include "calllog/calllogsettings.h"

#include <QCoreApplication>
#include <QString>

#include <tl/expected.hpp>

class QSqlError;

namespace Linescope {

struct CallLogTrouble {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CallLogTrouble)

public:
    enum class Kind : quint8 {
        Gone,    // the file was removed, the server does not answer
        Full,    // no room left
        Damaged, // the file is no database any more, or a part of it is not
        Busy,    // another program holds it
        Refused, // password, rights
        Foreign, // somebody else's database, or one of a newer Linescope
        Other,
    };
    Kind kind = Kind::Other;
    QString words; // a sentence

    static CallLogTrouble of(const QSqlError &error, const CallLogSettings &settings);
    // `said`: in the words of the database, if it has some.
    static CallLogTrouble of(Kind kind, const QString &said, const CallLogSettings &settings);
    static CallLogTrouble fileGone(const CallLogSettings &settings);
    static CallLogTrouble silent(const CallLogSettings &settings);
    static CallLogTrouble foreign(const CallLogSettings &settings);
    static CallLogTrouble newer(int version);
    static CallLogTrouble noDriver(const CallLogSettings &settings);
    static CallLogTrouble noFolder(const QString &folder, const QString &reason);
    static CallLogTrouble noPlace();
};

template<class T = void>
using LogResult = tl::expected<T, CallLogTrouble>;

} // namespace Linescope
