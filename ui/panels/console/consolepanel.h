// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The test console: any TAPI function with any arguments on any handle, as any application. The engine says what comes
// of it; nothing is refused here. What was called can be called again, and the session becomes a scenario file.
#pragma once

#include "panels/console/consolehistory.h"
#include "panels/console/requestform.h"
#include "panels/view.h"
#include "support/selection.h"

#include <functional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QSplitter;
class QTreeView;

namespace Linescope {

class LiveWorld;
class Operations;

class ConsolePanel : public View {
    Q_OBJECT

public:
    ConsolePanel(Operations *operations, LiveWorld *live, SharedSelection *selection, Clock *clock,
                 QWidget *parent = nullptr);

    RequestForm *form() const { return m_form; }
    ConsoleHistory *history() const { return m_history; }
    QComboBox *application() const { return m_app; }
    QSpinBox *times() const { return m_times; }
    QString resultText() const;
    QString problemText() const;

    void refresh() override;
    QList<QStringList> table(Rows rows, int role) const override;

public Q_SLOTS:
    void run();
    void runAgain(); // the chosen call of the history
    void saveScenario();
    // The same to that file.
    void saveScenarioTo(const QString &path);

Q_SIGNALS:
    void newAppWanted();
    void endAppWanted(Linescope::HLineApp app);
    void failed(const QString &sentence);
    void done(const QString &sentence);
    void scenarioSaved(const QString &path, const QStringList &notes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeAnswers();
    void run(HLineApp app, const Request &request, int times);
    void updateProblem();
    void showCall(int row);
    void noteVoid(const Event &event);
    RequestForm::Offers offers() const;
    QString appLabel(HLineApp app) const;

    Operations *m_operations;
    LiveWorld *m_live;
    SharedSelection *m_selection;
    Clock *m_clock;
    ConsoleHistory *m_history;
    RequestForm *m_form = nullptr;
    QComboBox *m_app = nullptr;
    QSpinBox *m_times = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_problem = nullptr;
    QPlainTextEdit *m_result = nullptr;
    QTreeView *m_table = nullptr;
    QSplitter *m_splitter = nullptr;
    QStringList m_void; // handles that were, the latest first
};

} // namespace Linescope
