// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key figures above the table: what is there now, at a glance. A click filters the table to what a figure counts.
#pragma once

#include <QString>
#include <QWidget>

#include <array>

namespace Linescope {

class KeyFigureCard;
class LiveWorld;

enum class KeyFigure { Lines, Calls, Handles, Retained, Memory, Events, Findings, Count };

class KeyFiguresPanel : public QWidget {
    Q_OBJECT

public:
    explicit KeyFiguresPanel(const LiveWorld *live, QWidget *parent = nullptr);

    void refresh();
    void measureRate(); // once a second: events since the last call, and a sample for the curves
    // The filter of the table: the figure that counts just that is marked.
    void setCurrentFilter(const QString &filter);
    quint64 lineCounts() const { return m_lineCounts; } // how often all lines have been looked at
    KeyFigureCard *card(KeyFigure figure) const { return m_cards[size_t(figure)]; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterWanted(const QString &filter);     // empty: no filter
    void viewWanted(Linescope::KeyFigure figure); // Lines, Events, Findings: these are no rows of the table

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void addCard(KeyFigure figure, const QString &title, const QString &hint, const QString &action);
    void choose(KeyFigure figure);
    void countLines();
    int widthOf(const std::array<bool, size_t(KeyFigure::Count)> &shown, int sparklines) const;
    void arrange();

    const LiveWorld *m_live;
    std::array<KeyFigureCard *, size_t(KeyFigure::Count)> m_cards = {};
    QString m_filter;
    KeyFigure m_chosen = KeyFigure::Count; // the last one
    quint64 m_lastSeq = 0;
    quint64 m_lineCounts = 0;
    bool m_linesChanged = true; // since they were counted
};

} // namespace Linescope
