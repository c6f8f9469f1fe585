// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page about memory of calls that are over: how much, since when, whose, and whether it grows.
#pragma once

#include "models/memoryhistory.h"
#include "models/screenclock.h"
#include "panels/view.h"
#include "support/selection.h"

class QBoxLayout;
class QComboBox;
class QPushButton;
class QTableView;

namespace Linescope {

class FactGrid;
class HoldersModel;
class MemoryChart;

class MemoryPanel : public View {
    Q_OBJECT

public:
    MemoryPanel(const LiveWorld *live, SharedSelection *selection, Clock *clock, QWidget *parent = nullptr);

    void refresh() override;
    const Picture *picture() const override;
    QList<QStringList> table(Rows rows, int role) const override; // the holders
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    const MemoryHistory &history() const { return m_history; }
    MemoryChart *chart() const { return m_chart; }
    QString growthText() const;
    QString providerText() const;

Q_SIGNALS:
    void filterWanted(const QString &filter); // a holder was activated: "app:crm retained"

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChartSide();
    QWidget *makeFigureSide();
    void fitToFont();
    void refreshFigures();
    void refreshOldest();
    void selectOldest();
    void showHolder(int row);

    const LiveWorld *m_live;
    SharedSelection *m_selection;
    ScreenClock m_clock;
    MemoryHistory m_history;
    MemoryChart *m_chart;
    HoldersModel *m_holders;
    QComboBox *m_span;
    QComboBox *m_stacking;
    FactGrid *m_figures;
    QPushButton *m_oldest;
    QTableView *m_table;
    QBoxLayout *m_layout;
};

} // namespace Linescope
