// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a tester does by hand, step by step, with the result of each: a JSON file
// {"linescope": "checklist/1", "title": ..., "steps": [{"text": ..., "result": "passed", "note": ...}]}.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace Linescope {

struct ManualStep {
    enum class Result : quint8 { Open, Passed, Failed, Skipped };

    QString text;
    Result result = Result::Open;
    QString note;
    friend bool operator==(const ManualStep &, const ManualStep &) = default;
};

struct Checklist {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Checklist)

public:
    static constexpr qsizetype maxSteps = 1000;

    QString title;
    QList<ManualStep> steps;

    qsizetype count(ManualStep::Result result) const;
    QByteArray toJson() const;
    // At most 1 MiB; or a sentence that says what is wrong.
    static tl::expected<Checklist, QString> fromJson(const QByteArray &json);
    friend bool operator==(const Checklist &, const Checklist &) = default;
};

// "passed": as in JSON.
const char *toString(ManualStep::Result result);

} // namespace Linescope
