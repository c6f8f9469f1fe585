// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/diagrams/ladderpanel.h"

#include "diagrams/ladder/ladder.h"
#include "models/ladder/laddermodel.h"
#include "models/liveworld.h"
#include "panels/emptyoffer.h"
#include "panels/flowlayout.h"
#include "support/settings/viewstate.h"
#include "support/text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Linescope {

LadderPanel::LadderPanel(LiveWorld *live, const LadderModel *model, SharedSelection *selection, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_model(model)
    , m_selection(selection)
    , m_ladder(new Ladder(live, model))
    , m_offer(new EmptyOffer(tr("Show the latest call")))
    , m_stack(new QStackedLayout)
    , m_lanes(new QMenu(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeBar());
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_ladder);
    m_stack->addWidget(m_offer);
    setFocusProxy(m_ladder);
    connect(m_offer, &EmptyOffer::taken, this, &LadderPanel::showLatestCall);
    connect(m_ladder, &Ladder::messageWanted, this, &LadderPanel::messageWanted);
    connect(m_ladder, &Ladder::lanesChanged, this, &LadderPanel::lanesChanged);
    connect(m_ladder, &Diagram::chosen, this, [this](const DiagramItem &item) {
        // A handle that has gone selects nothing: the ladder stays with the call that it had.
        if (m_live->world().handle(item.selection.handle))
            m_selection->set(completed(item.selection, m_live->world()));
    });
    connect(selection, &SharedSelection::changed, this, &LadderPanel::follow);
    fillLanes();
    follow(selection->current());
}

QToolButton *LadderPanel::makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    setPlainToolTip(button, toolTip);
    button->setAccessibleDescription(toolTip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QCheckBox *LadderPanel::makeToggle(const QString &text, const QString &toolTip, bool on)
{
    auto *box = new QCheckBox(text);
    setPlainToolTip(box, toolTip);
    box->setAccessibleDescription(toolTip);
    box->setChecked(on);
    return box;
}

QWidget *LadderPanel::makeBar()
{
    auto *lanes = makeButton(tr("Lanes"), tr("Choose which applications and providers have a lane."));
    lanes->setPopupMode(QToolButton::InstantPopup);
    lanes->setMenu(m_lanes);

    auto *kinds = makeButton(tr("Kinds"), tr("Choose what is shown: requests, messages, commands …"));
    kinds->setPopupMode(QToolButton::InstantPopup);
    m_kinds = new QMenu(this);
    fillKinds(m_kinds);
    kinds->setMenu(m_kinds);

    m_time = makeToggle(tr("Time of day"), tr("Show when things happened instead of how long after the beginning."),
                        false);
    connect(m_time, &QCheckBox::toggled, m_ladder, &Ladder::setAbsoluteTime);

    m_related = makeToggle(tr("Related calls"),
                           tr("Show the calls that belong to this one as well: consultation, conference, group."),
                           false);
    connect(m_related, &QCheckBox::toggled, m_ladder, &Ladder::setRelatedShown);

    auto *following = makeToggle(tr("Follow"), tr("Keep the newest in view."), true);
    connect(following, &QCheckBox::clicked, m_ladder, &Ladder::setFollowing);
    connect(m_ladder, &Ladder::followingChanged, following, &QCheckBox::setChecked);

    auto *copy = makeButton(tr("Copy as"), tr("Copy the ladder as text."));
    copy->setPopupMode(QToolButton::InstantPopup);
    auto *copyMenu = new QMenu(this);
    connect(copyMenu->addAction(tr("&Mermaid")), &QAction::triggered, this, &LadderPanel::copyMermaid);
    connect(copyMenu->addAction(tr("&PlantUML")), &QAction::triggered, this, &LadderPanel::copyPlantUml);
    connect(copyMenu->addAction(tr("Plain &text")), &QAction::triggered, this, &LadderPanel::copyText);
    copy->setMenu(copyMenu);

    auto *smaller = makeButton(u"−"_s, tr("Smaller (Ctrl+−)"));
    smaller->setAccessibleName(tr("Smaller"));
    connect(smaller, &QToolButton::clicked, m_ladder, [this] { m_ladder->setZoom(m_ladder->zoom() / 1.15); });
    auto *larger = makeButton(u"+"_s, tr("Larger (Ctrl++)"));
    larger->setAccessibleName(tr("Larger"));
    connect(larger, &QToolButton::clicked, m_ladder, [this] { m_ladder->setZoom(m_ladder->zoom() * 1.15); });

    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{lanes, kinds, copy, m_time, m_related, following})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(smaller);
    row->addWidget(larger);
    return bar;
}

void LadderPanel::fillKinds(QMenu *menu)
{
    for (int i = 0; i < LadderKindCount; ++i) {
        const auto kind = LadderKind(i);
        QAction *action = menu->addAction(ladderKindName(kind));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, m_ladder, [this, kind](bool on) { m_ladder->setKindShown(kind, on); });
    }
}

// A lane that was hidden is hidden again when its like comes: in another call, or after the application's new start.
void LadderPanel::lanesChanged()
{
    const std::vector<LadderLane> lanes = m_ladder->rows().lanes();
    const QSet<quint32> known = std::exchange(m_knownLanes, {});
    QSet<quint32> hidden = m_ladder->rows().hiddenLanes();
    for (const LadderLane &lane : lanes) {
        m_knownLanes.insert(lane.id);
        if (known.contains(lane.id) || lane.kind == LadderLane::Kind::Engine)
            continue;
        hidden.remove(lane.id);
        if (m_hiddenLanes.contains(lane.name))
            hidden.insert(lane.id);
    }
    m_ladder->setHiddenLanes(hidden);
    fillLanes();
}

void LadderPanel::showLane(const LadderLane &lane, bool shown)
{
    m_hiddenLanes.removeAll(lane.name);
    if (!shown)
        m_hiddenLanes.prepend(lane.name);
    m_ladder->setLaneShown(lane.id, shown);
}

// All arrows begin or end at the engine: its lane cannot go.
void LadderPanel::fillLanes()
{
    m_lanes->clear();
    for (const LadderLane &lane : m_ladder->rows().lanes()) {
        const QString name = lane.tag.isEmpty() ? lane.name : tr("%1 (%2)", "name and A2").arg(lane.name, lane.tag);
        QAction *action = m_lanes->addAction(menuText(visibleText(name, 60)));
        action->setCheckable(true);
        action->setChecked(!m_ladder->rows().hiddenLanes().contains(lane.id));
        action->setEnabled(lane.kind != LadderLane::Kind::Engine);
        connect(action, &QAction::toggled, m_ladder, [this, lane](bool on) { showLane(lane, on); });
    }
    if (m_lanes->isEmpty())
        m_lanes->addAction(tr("No lane yet: choose a call."))->setEnabled(false);
}

// When nothing is selected any more, the call that has just ended stays to be read.
void LadderPanel::follow(const Selection &selection)
{
    if (!selection.call.isNull())
        m_call = selection.call;
    if (isVisible())
        showCall();
}

void LadderPanel::showCall()
{
    const bool isOffered = m_call.isNull() && !m_model->latestCall().isNull();
    m_offer->setText(isOffered ? m_ladder->emptyText() : QString());
    m_stack->setCurrentWidget(isOffered ? static_cast<QWidget *>(m_offer) : m_ladder);
    setFocusProxy(m_stack->currentWidget());
    m_ladder->setCall(m_call);
}

void LadderPanel::showLatestCall()
{
    Selection latest;
    latest.call = m_model->latestCall();
    m_selection->set(latest);
}

void LadderPanel::refresh()
{
    showCall();
    m_ladder->refresh();
}

const Picture *LadderPanel::picture() const { return m_ladder; }

QByteArray LadderPanel::saveState() const
{
    ViewState state;
    state.set(QStringLiteral("zoom"), m_ladder->zoom());
    state.set(QStringLiteral("hiddenKinds"), int(allLadderKinds & ~m_ladder->rows().kinds()));
    state.setNames(QStringLiteral("hiddenLanes"), m_hiddenLanes);
    state.set(QStringLiteral("timeOfDay"), m_time->isChecked());
    state.set(QStringLiteral("related"), m_related->isChecked());
    return state.bytes();
}

void LadderPanel::restoreState(const QByteArray &bytes)
{
    const ViewState state(bytes);
    m_ladder->setZoom(state.number(QStringLiteral("zoom"), Ladder::LeastZoom, Ladder::GreatestZoom, m_ladder->zoom()));
    const auto hidden = LadderKinds(state.whole(QStringLiteral("hiddenKinds"), 0, int(allLadderKinds), 0));
    for (int kind = 0; kind < LadderKindCount; ++kind)
        m_kinds->actions().at(kind)->setChecked(!(hidden & bitOf(LadderKind(kind))));
    m_hiddenLanes = state.names(QStringLiteral("hiddenLanes"));
    m_time->setChecked(state.flag(QStringLiteral("timeOfDay"), false));
    m_related->setChecked(state.flag(QStringLiteral("related"), false));
    m_knownLanes.clear();
    lanesChanged();
}

// The ladder keeps a call that nobody has selected any more; hidden, it does not know yet which it will show.
QString LadderPanel::whyNothingToCopy() const
{
    if (m_call.isNull())
        return tr("Choose a call or a handle first.");
    const LadderCall *call = m_model->call(m_call);
    return call && !m_model->stepsOf(*call).empty()
        ? QString()
        : tr("Nothing is known of what was said about %1.").arg(shortName(m_call));
}

void LadderPanel::copyMermaid()
{
    refresh(); // it may be hidden
    QGuiApplication::clipboard()->setText(m_ladder->toMermaid());
}

void LadderPanel::copyPlantUml()
{
    refresh(); // it may be hidden
    QGuiApplication::clipboard()->setText(m_ladder->toPlantUml());
}

void LadderPanel::copyText()
{
    refresh(); // it may be hidden
    QGuiApplication::clipboard()->setText(m_ladder->pictureText());
}

void LadderPanel::showEvent(QShowEvent *event)
{
    View::showEvent(event);
    refresh();
}

} // namespace Linescope
