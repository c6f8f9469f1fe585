// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names and values, side by side or, where it is narrow, one above the other; plain text only. Labels are kept and only
// their texts change, so that the panel neither flickers nor jumps when it is refreshed.
#pragma once

#include "panels/inspector/callfields.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Linescope {

class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);
    QList<Fact> facts() const { return m_facts; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };
    void setRowCount(qsizetype count);
    void setTexts();
    bool isNarrow() const;
    void arrange(bool narrow);
    void updateColors();
    void fit();

    QGridLayout *m_layout = nullptr;
    QList<Row> m_rows;
    QList<Fact> m_facts;
    bool m_narrow = false;
};

} // namespace Linescope
