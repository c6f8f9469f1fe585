// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was tested by hand, and the report of it: HTML, PDF or JUnit XML.
#pragma once

#include "report/testreport.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace Linescope {

class ReportDialog : public QDialog {
    Q_OBJECT

public:
    // `report` is what is known without the tester; its checklist is the one to begin with.
    explicit ReportDialog(const TestReport &report, QWidget *parent = nullptr);

    TestReport report() const; // with what the tester has said
    QString message() const;   // what came of the last save or load

    // Each tells what came of it in message().
    void load(const QString &path);
    void save(const QString &path) const; // by its ending: .json the checklist; .html, .pdf, .xml the report

    // What a tester can go through with any provider.
    static Checklist defaultChecklist();

private:
    QWidget *makeButtons();
    void showChecklist(const Checklist &checklist);
    void addStep(const ManualStep &step);
    void ask(const QString &title, const QString &name, const QString &filter);
    void tell(const QString &sentence, bool good) const;

    TestReport m_report;
    QTableWidget *m_steps;
    QPlainTextEdit *m_notes;
    QLabel *m_message;
};

} // namespace Linescope
