// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/figures/keyfigurespanel.h"

#include "models/liveworld.h"
#include "panels/figures/keyfigurecard.h"
#include "support/format.h"

#include <QEvent>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr size_t FigureCount = size_t(KeyFigure::Count);
constexpr int MarginX = 4;
constexpr int MarginY = 2;
constexpr int Spacing = 6;
constexpr int MaxStretch = 60; // of a curve, where there is room

// What stays longest when the window becomes narrow.
constexpr std::array<KeyFigure, FigureCount> ByImportance = {
    KeyFigure::Retained, KeyFigure::Calls,  KeyFigure::Handles, KeyFigure::Memory,
    KeyFigure::Findings, KeyFigure::Events, KeyFigure::Lines};

// Of the table; none for what is no row of it.
QString filterOf(KeyFigure figure)
{
    switch (figure) {
    case KeyFigure::Calls:
        return QStringLiteral("live");
    case KeyFigure::Retained:
    case KeyFigure::Memory:
        return QStringLiteral("retained");
    default:
        return {};
    }
}

bool isOfTable(KeyFigure figure) { return figure == KeyFigure::Handles || !filterOf(figure).isEmpty(); }

} // namespace

KeyFiguresPanel::KeyFiguresPanel(const LiveWorld *live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_lastSeq(live->world().seq())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Key figures"));
    addCard(KeyFigure::Lines, tr("Lines open"), tr("Line devices that an application has open, of all."),
            tr("Click to go to the lines."));
    addCard(KeyFigure::Calls, tr("Calls active"), tr("Calls that are not idle."),
            tr("Click to see only their handles in the table."));
    addCard(KeyFigure::Handles, tr("Handles"), tr("Call handles, one per application and call, live and retained."),
            tr("Click to see all of them in the table."));
    addCard(KeyFigure::Retained, tr("Idle, retained"),
            tr("Handles on idle calls: still valid and readable until they are deallocated."),
            tr("Click to see only these in the table."));
    addCard(KeyFigure::Memory, tr("Retained memory"),
            tr("Memory held for idle calls: the engine's own, and what the provider reports."),
            tr("Click to see in the table who holds it."));
    addCard(KeyFigure::Events, tr("Events/s"), tr("Events of the engine in the last second."),
            tr("Click to go to the messages."));
    addCard(KeyFigure::Findings, tr("Findings"), tr("Breaches of TAPI's rules that the engine has seen."),
            tr("Click to go to the messages."));
    card(KeyFigure::Events)->setValue(QStringLiteral("0"));
    connect(live, &LiveWorld::reset, this, [this] { m_linesChanged = true; });
    connect(live, &LiveWorld::advanced, this,
            [this] { m_linesChanged = m_linesChanged || m_live->netEffect().linesOrAppsChanged(); });
    refresh();
}

void KeyFiguresPanel::addCard(KeyFigure figure, const QString &title, const QString &hint, const QString &action)
{
    auto *card = new KeyFigureCard(title, hint, action, this);
    m_cards[size_t(figure)] = card;
    connect(card, &QAbstractButton::clicked, this, [this, figure] { choose(figure); });
}

void KeyFiguresPanel::choose(KeyFigure figure)
{
    if (!isOfTable(figure)) {
        Q_EMIT viewWanted(figure);
        return;
    }
    const QString filter = card(figure)->isActive() ? QString() : filterOf(figure);
    m_chosen = figure;
    setCurrentFilter(filter);
    Q_EMIT filterWanted(filter);
}

// Two figures may count the same rows; then the one that was clicked is meant.
void KeyFiguresPanel::setCurrentFilter(const QString &filter)
{
    m_filter = filter.trimmed();
    const auto matches = [this](KeyFigure figure) { return !m_filter.isEmpty() && filterOf(figure) == m_filter; };
    KeyFigure active = m_chosen;
    if (!matches(active)) {
        const auto it = std::find_if(ByImportance.begin(), ByImportance.end(), matches);
        active = it == ByImportance.end() ? KeyFigure::Count : *it;
    }
    for (size_t i = 0; i < FigureCount; ++i)
        m_cards[i]->setActive(KeyFigure(i) == active);
}

// Only when one has come, gone, been opened or closed: there may be thousands.
void KeyFiguresPanel::countLines()
{
    ++m_lineCounts;
    int present = 0;
    int open = 0;
    for (const Device &device : m_live->world().devices()) {
        present += device.removed ? 0 : 1;
        open += device.opens > 0 ? 1 : 0;
    }
    card(KeyFigure::Lines)->setValue(QStringLiteral("%1 / %2").arg(open).arg(present));
}

void KeyFiguresPanel::refresh()
{
    const World &world = m_live->world();
    const QLocale locale;
    if (std::exchange(m_linesChanged, false))
        countLines();
    const Totals &totals = world.totals();
    card(KeyFigure::Calls)->setValue(locale.toString(totals.liveCalls));
    card(KeyFigure::Handles)->setValue(locale.toString(world.handles().size()));
    card(KeyFigure::Retained)->setValue(locale.toString(totals.retainedHandles));
    card(KeyFigure::Retained)->setAttention(totals.retainedHandles > 0);
    card(KeyFigure::Memory)
        ->setValue(tr("%1 lib · %2 provider")
                       .arg(bytesText(totals.retainedLibraryBytes), bytesText(totals.retainedProviderBytes)));
    card(KeyFigure::Findings)->setValue(locale.toString(totals.findings));
    card(KeyFigure::Findings)->setAttention(totals.findings > 0);
}

void KeyFiguresPanel::measureRate()
{
    const World &world = m_live->world();
    const Totals &totals = world.totals();
    const quint64 rate = world.seq() - std::min(world.seq(), m_lastSeq);
    m_lastSeq = world.seq();
    card(KeyFigure::Events)->setValue(QLocale().toString(rate));
    const auto add = [this](KeyFigure figure, double value) { card(figure)->addSample(value); };
    add(KeyFigure::Events, double(rate));
    add(KeyFigure::Calls, totals.liveCalls);
    add(KeyFigure::Handles, double(world.handles().size()));
    add(KeyFigure::Retained, totals.retainedHandles);
    add(KeyFigure::Memory, double(totals.retainedLibraryBytes + totals.retainedProviderBytes));
    add(KeyFigure::Findings, double(totals.findings));
}

// With curves for the `sparklines` most important figures; lines have none.
int KeyFiguresPanel::widthOf(const std::array<bool, FigureCount> &shown, int sparklines) const
{
    int width = 2 * MarginX - Spacing;
    for (size_t rank = 0; rank < FigureCount; ++rank) {
        const KeyFigure figure = ByImportance[rank];
        if (shown[size_t(figure)])
            width += Spacing + card(figure)->widthWith(int(rank) < sparklines && figure != KeyFigure::Lines);
    }
    return width;
}

QSize KeyFiguresPanel::sizeHint() const
{
    std::array<bool, FigureCount> all;
    all.fill(true);
    return {widthOf(all, FigureCount), m_cards.front()->sizeHint().height() + 2 * MarginY};
}

QSize KeyFiguresPanel::minimumSizeHint() const
{
    return {card(ByImportance.front())->widthWith(false) + 2 * MarginX, sizeHint().height()};
}

// Nothing is ever cut off: first the curves go, then the least important figures.
void KeyFiguresPanel::arrange()
{
    std::array<bool, FigureCount> shown;
    shown.fill(true);
    int sparklines = int(FigureCount);
    while (sparklines > 0 && widthOf(shown, sparklines) > width())
        --sparklines;
    for (size_t rank = FigureCount; rank-- > 1 && widthOf(shown, sparklines) > width();)
        shown[size_t(ByImportance[rank])] = false;
    const int spare = std::max(0, width() - widthOf(shown, sparklines));
    const int stretch = sparklines > 0 ? std::min(MaxStretch, spare / sparklines) : 0;
    int x = MarginX;
    for (size_t i = 0; i < FigureCount; ++i) {
        const auto rank = std::find(ByImportance.begin(), ByImportance.end(), KeyFigure(i)) - ByImportance.begin();
        const bool hasSparkline = rank < sparklines && KeyFigure(i) != KeyFigure::Lines;
        m_cards[i]->setSparklineShown(hasSparkline);
        m_cards[i]->setVisible(shown[i]);
        if (!shown[i])
            continue;
        const int width = m_cards[i]->widthWith(hasSparkline) + (hasSparkline ? stretch : 0);
        m_cards[i]->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), {x, MarginY, width, height() - 2 * MarginY}));
        x += width + Spacing;
    }
}

void KeyFiguresPanel::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

bool KeyFiguresPanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) { // a card has grown
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

} // namespace Linescope
