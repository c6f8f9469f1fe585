// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sections of names and values in two columns, as plain text. Labels are kept and only their texts change, so that the
// panel neither flickers nor jumps when it is refreshed.
#pragma once

#include "panels/callfacts.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace Linescope {

class FactGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    void setSections(const QList<FactSection> &sections);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QLabel *title = nullptr; // a section's title, or
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };
    bool hasShape(const QList<FactSection> &sections) const;
    void build(const QList<FactSection> &sections);
    void setTexts(const QList<FactSection> &sections);
    void updateColors();
    void fitHeight();

    QGridLayout *m_layout = nullptr;
    QList<Row> m_rows;
};

} // namespace Linescope
