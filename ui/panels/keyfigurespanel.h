// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key figures above the table: what is there now, at a glance.
#pragma once

#include <QWidget>

class QLabel;
class QTimer;

namespace Linescope {

class LiveWorld;
class Sparkline;

class KeyFigureCard : public QWidget {
    Q_OBJECT

public:
    KeyFigureCard(const QString &title, const QString &toolTip, QWidget *parent = nullptr);

    void setValue(const QString &text);
    QString value() const;
    void setAttention(bool attention); // stands out
    void addWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateColors();

    QLabel *m_title;
    QLabel *m_value;
    bool m_attention = false;
};

class KeyFiguresPanel : public QWidget {
    Q_OBJECT

public:
    explicit KeyFiguresPanel(const LiveWorld *live, QWidget *parent = nullptr);

    void refresh();
    void measureRate(); // once a second: events since the last call

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    KeyFigureCard *addCard(const QString &title, const QString &toolTip);

    const LiveWorld *m_live;
    KeyFigureCard *m_lines;
    KeyFigureCard *m_calls;
    KeyFigureCard *m_handles;
    KeyFigureCard *m_retained;
    KeyFigureCard *m_memory;
    KeyFigureCard *m_rate;
    KeyFigureCard *m_findings;
    Sparkline *m_sparkline;
    quint64 m_lastSeq = 0;
};

} // namespace Linescope
