// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The message log, for all applications or one, with a filter and a pause of its own.
#pragma once

#include "tapi/ids.h"

#include "panels/view.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace Linescope {

class ColumnSharing;
class EmptyNote;
class LiveWorld;
class MessageModel;

class MessagesPanel : public View {
    Q_OBJECT

public:
    explicit MessagesPanel(LiveWorld *live, QWidget *parent = nullptr);

    MessageModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    void showApp(HLineApp app); // none: all applications
    // Selects the row of an event and scrolls to it; clears filters that hide it. False, and said so, if it has gone.
    bool showMessage(quint64 eventSeq);
    void refresh() override; // the list of applications and the note; nothing while hidden
    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override { return true; }
    int rowCount(Rows rows) const override;
    QByteArray saveState() const override; // columns: hidden ones, widths
    void restoreState(const QByteArray &state) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refreshNow();
    void setUpView();
    void fitToFont();
    void showDefaultColumns();
    void setColumnShown(int column, bool shown);
    void showColumnMenu(const QPoint &position);
    void refreshApps();
    QWidget *makeBar();

    LiveWorld *m_live;
    MessageModel *m_model;
    QTableView *m_view;
    ColumnSharing *m_columns;
    EmptyNote *m_note;
    QComboBox *m_app;
    QLineEdit *m_filter;
    QToolButton *m_pause;
    QLabel *m_dropped;
    bool m_wantedHasGone = false;
    bool m_appsChanged = true; // since the list of them was filled
};

} // namespace Linescope
