// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log: search, filters, totals, and the rows of the database.
#pragma once

#include "calllog/calllogquery.h"

#include "panels/view.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace Linescope {

class CallLogModel;
class CallLogService;
class ColumnSharing;
class EmptyNote;
class EmptyOffer;
class LiveWorld;

class CallLogPanel : public View {
    Q_OBJECT

public:
    explicit CallLogPanel(LiveWorld *live, QWidget *parent = nullptr);

    void setService(CallLogService *service); // must outlive the panel, or go with {} before
    CallLogModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    QString totalsText() const;
    QString noteText() const; // over an empty table

    void refresh() override;
    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override;
    int rowCount(Rows rows) const override;
    Table values(Rows rows) const override;
    void fetchRows(Rows rows, const std::function<void()> &done) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

    // Asks first. The number of the caller in the selected row is offered.
    void deleteNumber();
    void check();
    void setAside();

Q_SIGNALS:
    void settingsWanted();
    void done(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QComboBox *addFilter(QWidget *bar, const QString &name);
    void setUpView();
    void fitToFont();
    void applyFilters();
    void fillChoices();
    void statusChanged();
    void showNews();
    void showState();
    QString suggestedNumber() const;
    QList<int> shownColumns() const;
    QList<int> rowsOf(Rows rows) const;
    QList<int> knownRows(Rows rows) const;

    LiveWorld *m_live;
    QPointer<CallLogService> m_service;
    CallLogModel *m_model;
    QStackedWidget *m_stack;
    EmptyOffer *m_offer; // while the log is off
    QTableView *m_view;
    ColumnSharing *m_columns = nullptr;
    EmptyNote *m_note;
    QLineEdit *m_search;
    QComboBox *m_period = nullptr;
    QComboBox *m_line = nullptr;
    QComboBox *m_direction = nullptr;
    QComboBox *m_result = nullptr;
    QComboBox *m_mode = nullptr;
    QLabel *m_totals;
    QPushButton *m_news;
    QToolButton *m_more;
    QTimer m_typing;
    QTimer m_reload;
    quint64 m_writtenSeen = 0;
    bool m_wasFine = false; // the log, when it was last looked at
    bool m_isStale = false; // something was written since the rows were read
};

} // namespace Linescope
