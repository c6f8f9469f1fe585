// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a state map on a sheet, and tells where its parts are.
#pragma once

#include "diagrams/statemap/statemaplayout.h"
#include "diagrams/statemap/statemapscene.h"

#include <QFont>
#include <QPalette>

class QPainter;

namespace Linescope {

class StateMapPainter {
public:
    StateMapPainter(const StateMapScene &scene, const QSizeF &sheet, const QFont &font, const QPalette &palette);

    // On less, words would be too small to read.
    static QSizeF leastSheet(const QFont &font);

    QRectF node(CallState state) const { return m_layout.node(state); }
    StateCurve curve(const StateMapArrow &arrow) const;
    // Beside scene.arrows; null where there is no room, or nothing to say.
    const std::vector<QRectF> &labels() const { return m_labels; }

    void paint(QPainter *painter) const;
    void paintLight(QPainter *painter, CallState from, CallState to, double progress) const; // a call on its way
    void paintPointed(QPainter *painter, CallState state) const;

private:
    void placeLabels();
    QRectF labelAt(const StateMapArrow &arrow, const StateCurve &way, double t, const QSizeF &size) const;
    QString labelOf(const StateMapArrow &arrow) const;
    QColor colorOf(const StateMapArrow &arrow) const;
    double widthOf(const StateMapArrow &arrow) const;
    void paintArrow(QPainter *painter, const StateMapArrow &arrow) const;
    void paintLabel(QPainter *painter, const StateMapArrow &arrow, const QRectF &rect) const;
    void paintNode(QPainter *painter, const StateMapNode &node) const;
    void paintHeader(QPainter *painter, const StateMapNode &node, const QRectF &header) const;
    void paintCount(QPainter *painter, const StateMapNode &node, const QRectF &body) const;
    void paintVisits(QPainter *painter, const StateMapNode &node) const;
    void paintBeginnings(QPainter *painter) const;
    void paintLegend(QPainter *painter) const;
    QStringList wordsOf(CallState state) const;

    const StateMapScene &m_scene;
    QSizeF m_sheet;
    QPalette m_palette;
    StateMapLayout m_layout;
    QFont m_font;     // of the application
    QFont m_wordFont; // of the names of states
    QFont m_smallFont;
    std::vector<QRectF> m_labels;
};

} // namespace Linescope
