// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/linespanel.h"

#include "delegates/linetreedelegate.h"
#include "filter/filtercompletion.h"
#include "models/linetreemodel.h"
#include "models/liveworld.h"
#include "support/settings/viewstate.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

namespace Linescope {

namespace {

// The heading of the applications has another text in every language.
QString nameOf(const QModelIndex &index)
{
    const bool isHeading = index.data(LineTreeModel::KindRole).toInt() == int(LineTreeModel::Kind::Apps);
    const QString name = isHeading ? QString() : index.data().toString();
    return index.parent().isValid() ? nameOf(index.parent()) + u'/' + name : name;
}

} // namespace

LinesPanel::LinesPanel(LiveWorld *live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_model(new LineTreeModel(live, this))
    , m_view(new QTreeView(this))
{
    makeView();
    m_model->setActive(false);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT currentChanged(current());
        Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(position));
    });
    // Also what is current already: something else may have been chosen elsewhere meanwhile.
    connect(m_view, &QTreeView::pressed, this, [this] { Q_EMIT currentChanged(current()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_arriving)
            Q_EMIT currentChanged(current());
    });
    m_view->installEventFilter(this);
    connect(m_view, &QTreeView::activated, this, &LinesPanel::activate);
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) { noteExpanded(index, true); });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) { noteExpanded(index, false); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LinesPanel::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LinesPanel::expand);
    expandAll();
}

void LinesPanel::makeView()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LineTreeDelegate(m_view));
    m_view->header()->hide();
    m_view->setUniformRowHeights(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Lines and applications"));
    m_view->setFrameShape(QFrame::NoFrame);
    fitToFont();
}

// Wide enough for a name and both its numbers.
void LinesPanel::fitToFont()
{
    m_view->setMinimumWidth(11 * fontMetrics().height());
    m_view->setIndentation(fontMetrics().height());
}

void LinesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    QWidget::changeEvent(event);
}

void LinesPanel::activate()
{
    const Selection selection = current();
    const World &world = m_live->world();
    QStringList words;
    if (const App *app = world.app(selection.app))
        words += filterTerm(FilterKey::App, app->name, shortName(app->id));
    if (const Device *device = world.device(selection.device)) {
        const FilterKey key = device->info.name.isEmpty() ? FilterKey::Device : FilterKey::Line;
        words += filterTerm(key, device->info.name, shortName(device->id));
    }
    Q_EMIT activated(words.join(u' '));
}

Selection LinesPanel::current() const
{
    const QModelIndex index = m_view->currentIndex();
    Selection selection;
    if (index.isValid()) {
        selection.provider = LineTreeModel::providerAt(index);
        selection.device = LineTreeModel::deviceAt(index);
        selection.line = LineTreeModel::lineAt(index);
        selection.app = LineTreeModel::appAt(index);
    }
    return completed(selection, m_live->world());
}

// A view that gets the focus makes its first row current if none is. Who comes by with Tab has not chosen that row, and
// keeps what is selected elsewhere.
bool LinesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::FocusIn && !m_view->currentIndex().isValid()) {
        const QScopedValueRollback arriving(m_arriving, true);
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    }
    return QWidget::eventFilter(watched, event);
}

// The latest come first, and there is an end to them; invented names are those of this run only.
void LinesPanel::noteExpanded(const QModelIndex &index, bool expanded)
{
    const bool isTop = !index.parent().isValid();
    QStringList &names = isTop ? m_closed : m_open;
    const QString name = nameOf(index);
    names.removeAll(name);
    if (expanded != isTop && m_live->masker().isOff())
        names.prepend(name);
    if (names.size() > ViewState::MaxNames)
        names.removeLast();
}

// What gets children is as it was when something of that name was there before.
void LinesPanel::expand(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid() && wasOpen(parent))
        m_view->expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (const int children = m_model->rowCount(index); children > 0)
            expand(index, 0, children - 1);
    }
}

bool LinesPanel::wasOpen(const QModelIndex &index) const
{
    return index.parent().isValid() ? m_open.contains(nameOf(index)) : !m_closed.contains(nameOf(index));
}

void LinesPanel::expandAll() { expand({}, 0, m_model->rowCount() - 1); }

QByteArray LinesPanel::saveState() const
{
    ViewState state;
    state.setNames(QStringLiteral("closed"), m_closed);
    state.setNames(QStringLiteral("open"), m_open);
    return state.bytes();
}

void LinesPanel::restoreState(const QByteArray &bytes)
{
    const ViewState state(bytes);
    m_view->collapseAll();
    m_closed = state.names(QStringLiteral("closed"));
    m_open = state.names(QStringLiteral("open"));
    expandAll();
}

void LinesPanel::showEvent(QShowEvent *event)
{
    const QScopedValueRollback arriving(m_arriving, true); // the current row may have gone: nobody chose the next one
    m_model->setActive(true);
    QWidget::showEvent(event);
}

void LinesPanel::hideEvent(QHideEvent *event)
{
    m_model->setActive(false);
    QWidget::hideEvent(event);
}

} // namespace Linescope
