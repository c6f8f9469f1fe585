// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a filter can ask about: one row of a table per key. Parser, completion and help follow.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <span>

namespace Linescope {

enum class FilterKey {
    Any, // a plain word
    Retained,
    Live,
    Unowned,
    State,
    Mode,
    App,
    Line,
    Device,
    Provider,
    Call,
    Handle,
    Caller,
    Called,
    Connected,
    Privilege,
    Media,
    Cause,
    Age,
    InState,
    RetainedFor,
    Bytes,
    ProviderBytes,
};

enum class FilterOperator { Has, Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
QStringView textOf(FilterOperator op);

struct FilterKeySpec {
    enum class Values { None, Text, State, Privilege, Media, Cause, Number, Duration, Size };

    FilterKey key;
    QStringView name;
    Values values;
    char16_t letter;         // of the short names that it takes, 0 for none
    QStringView example;     // of the whole term
    const char *description; // to be translated in the context Linescope::FilterKeys

    // Whether more and less make sense.
    bool isMeasured() const { return values >= Values::Cause; }
    bool isFlag() const { return values == Values::None; }
    bool isTime() const { return values == Values::Duration; }
};

class FilterKeys {
    Q_DECLARE_TR_FUNCTIONS(Linescope::FilterKeys)

public:
    static std::span<const FilterKeySpec> all();        // without Any, in the order in which people are told of them
    static const FilterKeySpec *find(QStringView name); // whatever its case; null if there is none
    static const FilterKeySpec &of(FilterKey key);      // not Any
    static QString description(const FilterKeySpec &spec) { return tr(spec.description); }
};

// The name of those given that the text was probably meant to be; empty if none is near.
QString nearest(QStringView text, const QStringList &names);

} // namespace Linescope
