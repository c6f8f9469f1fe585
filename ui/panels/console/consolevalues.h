// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The arguments of TAPI functions as texts that a tester types: handles as H42 or 0x4000002A, constants by name,
// several separated by commas. Nothing is judged here but whether a text is such a value.
#pragma once

#include "world/world.h"

#include <QMap>
#include <QStringList>

#include <tl/expected.hpp>

namespace Linescope {

struct ConsoleArgument {
    enum class Kind { Line, Call, Device, Constant, Flags, Number, Text, Bytes, YesNo };

    QString key; // "addressId": as in scenario files
    Kind kind = Kind::Text;
    QStringList names; // of its constants
    QString byDefault;
};

using ConsoleTexts = QMap<QString, QString>; // by key

QList<ConsoleArgument> argumentsOf(const QString &function);
// The request, or a sentence that says which text is no value. What is not there is as by default.
tl::expected<Request, QString> requestOf(const QString &function, const ConsoleTexts &texts);
ConsoleTexts textsOf(const Request &request);
// "lineDrop(call: H42)": only what is not as by default.
QString callText(const Request &request);

// "A3", "0x10000003"; empty: none. Nothing if it is no such text.
std::optional<HLineApp> appFrom(const QString &text);
// What an outcome holds beside its error: "H42", "R7", "2.2", the members of a record one a line.
QString valueText(const Outcome &outcome);

} // namespace Linescope
