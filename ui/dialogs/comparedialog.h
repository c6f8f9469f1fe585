// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario is played on two sources, or one of them is a recording or a kept trace; the traces stand side by side.
#pragma once

#include "models/comparisonmodel.h"
#include "scenario/scenariorunner.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace Linescope {

// Makes a provider of a URL on that clock, or says why not; the program knows the providers, the window does not.
using MakeProvider = std::function<tl::expected<ProviderHost::Factory, QString>(const QString &url, Clock *clock)>;

class CompareDialog : public QDialog {
    Q_OBJECT

public:
    explicit CompareDialog(MakeProvider makeProvider, QWidget *parent = nullptr);

    // The fields: a scenario file; on each side nothing (the scenario's own provider), a URL, or a file.
    QComboBox *scenario() const { return m_scenario; }
    QComboBox *left() const { return m_left; }
    QComboBox *right() const { return m_right; }
    ComparisonModel *model() const { return m_model; }
    int currentRow() const;
    QString message() const; // what came of it

    void exportTo(const QString &path); // .json: as JSON, else as text

public Q_SLOTS:
    void run();
    void nextDifference() { goToDifference(1); }
    void previousDifference() { goToDifference(-1); }

private:
    QWidget *makeChoices();
    QWidget *makeButtons();
    QComboBox *makeChoice(const QString &placeholder);
    void browse(QComboBox *box, const QString &title, const QString &filter);
    void goToDifference(int step);
    void tell(const QString &sentence, bool good);
    tl::expected<Scenarios::Trace, QString> traceOf(const QString &side);

    MakeProvider m_makeProvider;
    ComparisonModel *m_model;
    QComboBox *m_scenario = nullptr;
    QComboBox *m_left = nullptr;
    QComboBox *m_right = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_export = nullptr;
    QLabel *m_message;
    QTreeView *m_table;
};

} // namespace Linescope
