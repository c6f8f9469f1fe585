// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/linespanel.h"

#include "delegates/linetreedelegate.h"
#include "filter/filtercompletion.h"
#include "models/linetreemodel.h"
#include "models/liveworld.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace Linescope {

LinesPanel::LinesPanel(LiveWorld *live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_model(new LineTreeModel(live, this))
    , m_view(new QTreeView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LineTreeDelegate(m_view));
    m_view->header()->hide();
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(14);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Lines and applications"));
    m_view->setFrameShape(QFrame::NoFrame);

    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        Q_EMIT currentChanged(current());
        Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(position));
    });
    // Also what is current already: something else may have been chosen elsewhere meanwhile.
    connect(m_view, &QTreeView::pressed, this, [this] { Q_EMIT currentChanged(current()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT currentChanged(current()); });
    connect(m_view, &QTreeView::activated, this, [this] {
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
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LinesPanel::expandTopLevel);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (!parent.isValid() || !parent.parent().isValid())
            expandTopLevel();
    });
    expandTopLevel();
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

void LinesPanel::expandTopLevel()
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_view->expand(m_model->index(row, 0));
}

} // namespace Linescope
