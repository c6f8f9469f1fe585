// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads one scenario.
//
// scenarioreader.cpp  the file, its head, its provider, its options
// stepreader.cpp      its steps
#pragma once

#include "scenario/decoder.h"
#include "scenario/scenarioreader.h"

namespace Linescope::Scenarios {

class ScenarioReader {
public:
    explicit ScenarioReader(const QString &file) { m_scenario.file = file; }

    tl::expected<Scenario, QList<ScenarioError>> read(const QByteArray &bytes);

private:
    using Problem = Decoder::Problem;

    static constexpr qsizetype maxErrors = Decoder::maxProblems;

    // ---- scenarioreader.cpp ----
    void complain(const QString &step, const QString &key, const QString &text);
    void complain(const QString &step, const QList<Problem> &problems);
    QJsonObject parse(const QByteArray &bytes);
    void readHead(const QJsonObject &root);
    void readProvider(const QJsonObject &root);
    void readScripted(Decoder &decoder, const QJsonObject &json);
    // The keys of the simulator's URL, checked by the simulator.
    void readAutomatic(Decoder &decoder, const QJsonObject &json);
    void readOptions(const QJsonObject &root);

    // ---- stepreader.cpp ----
    void readSteps(const QJsonValue &value);
    // What kind of step each is, and those inside a repeat; no values yet.
    QList<Step> shape(const QJsonArray &array, const QString &outer);
    void shapeRepeat(Step &step);
    void findApps(const QList<Step> &steps, quint32 times);
    // `times`: of the repeat that these steps are in, 0 outside. Checked once, as the last round.
    void check(const QList<Step> &steps, quint32 times);
    void checkFunction(Decoder &decoder, const QJsonObject &json);
    void checkProvider(Decoder &decoder, const QJsonObject &json);
    void checkExpectation(Decoder &decoder, const QJsonObject &json);
    // "C$i" defined in a repeat: C1, C2 ... are known from here on.
    void defineSeries(Decoder &decoder, const QJsonObject &raw, const QJsonObject &json, quint32 times);

    Scenario m_scenario;
    QList<ScenarioError> m_errors;
    Names m_names;
    qsizetype m_series = 0;
};

} // namespace Linescope::Scenarios
