// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows with a bar each on a common scale of time: the states a call went through, those who held it.
#pragma once

#include "diagrams/diagram.h"
#include "support/theme/theme.h"

namespace Linescope {

struct Lifeline {
    QString name;   // "CONNECTED ACTIVE"
    QString figure; // at the other end of the line: "1:03"
    QString detail; // the second line, muted: "10:41:07.112"
    QString words;  // all of it, for the tooltip and a screen reader
    StateStyle style;
    double from = 0; // on the common scale, 0 to 1
    double to = 1;
    bool open = false;   // it goes on
    bool strong = false; // the one that is meant
    Selection selection;
    friend bool operator==(const Lifeline &, const Lifeline &) = default;
};

class Lifelines : public Diagram {
    Q_OBJECT

public:
    // `name` as Picture has it, `title` for a screen reader.
    Lifelines(const QString &name, const QString &title, QWidget *parent = nullptr);

    void setLines(const QList<Lifeline> &lines);
    const QList<Lifeline> &lines() const { return m_lines; }

    std::vector<DiagramItem> items() const override;
    QString pictureName() const override { return m_name; }
    void paintPicture(QPainter *painter) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int rowHeight() const;
    QRectF rowRect(qsizetype row) const;
    void paintLine(QPainter *painter, const QRectF &row, const Lifeline &line) const;
    void paintTexts(QPainter *painter, const QRectF &row, const Lifeline &line) const;
    void paintBar(QPainter *painter, const QRectF &row, const Lifeline &line) const;
    void updateHeight();

    QString m_name;
    QList<Lifeline> m_lines;
};

} // namespace Linescope
