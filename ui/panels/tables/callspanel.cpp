// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/callspanel.h"

#include "filter/handlefilter.h"
#include "panels/emptynote.h"
#include "panels/nextstep.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/flasher.h"
#include "panels/tables/handletable.h"
#include "panels/tables/treebar.h"
#include "panels/tables/treetable.h"
#include "support/text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Linescope {

namespace {

using Column = HandleTree::Column;

constexpr Column columnsAtFirst[] = {Column::Handle,  Column::State, Column::Parties, Column::Privilege,
                                     Column::InState, Column::Age,   Column::Bytes};

// Those from `first` on.
void showColumnsOfTheBeginning(QTableView *view, int first = 0)
{
    for (int column = first; column < int(Column::Count); ++column)
        view->setColumnHidden(column,
                              std::find(std::begin(columnsAtFirst), std::end(columnsAtFirst), Column(column))
                                  == std::end(columnsAtFirst));
}

} // namespace

CallsPanel::CallsPanel(LiveWorld *live, Clock *clock, SharedSelection *selection, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_selection(selection)
    , m_table(new TreeTable(live, clock, 2, this))
    , m_note(new EmptyNote(m_table))
    , m_shapes(new QComboBox(this))
{
    m_table->setAccessibleName(tr("Calls"));
    showColumnsOfTheBeginning(m_table);
    m_table->columns()->share();
    makeBar();

    connect(m_table, &TreeTable::currentRowChanged, this, [this] {
        if (!m_following && m_table->currentIndex().isValid())
            m_selection->set(m_table->current());
    });
    connect(m_table, &QTableView::pressed, this, [this] { m_selection->set(m_table->current()); });
    connect(m_selection, &SharedSelection::changed, this, &CallsPanel::follow);
    connect(m_table, &TreeTable::handleActivated, this, &CallsPanel::handleActivated);
    connect(m_table, &TreeTable::contextMenuWanted, this, &CallsPanel::contextMenuWanted);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this, &CallsPanel::showColumnMenu);
    connect(m_table->tree(), &QAbstractItemModel::modelReset, this, [this] {
        follow(m_selection->current());
        refresh();
    });
    connect(m_table->tree(), &QAbstractItemModel::layoutChanged, this, &CallsPanel::refresh);
    connect(m_table->tree(), &QAbstractItemModel::rowsRemoved, this, &CallsPanel::refresh);
    refresh();
}

void CallsPanel::makeBar()
{
    m_shapes->addItem(tr("Line › call › handle"));
    m_shapes->addItem(tr("Call group › call › handle"));
    connect(m_shapes, &QComboBox::activated, this, [this](int index) { setShape(Shape(index)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new TreeBar(tr("&Show as:"), m_shapes, m_table));
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
}

void CallsPanel::setShape(Shape shape)
{
    m_shape = shape;
    m_shapes->setCurrentIndex(int(shape));
    m_table->tree()->setLevels({shape == Shape::Lines ? GroupLevel::Line : GroupLevel::CallGroup, GroupLevel::Call});
}

QString CallsPanel::setFilter(const QString &text)
{
    const auto filter = HandleFilter::parse(text);
    if (!filter)
        return filter.error().constFirst().sentence;
    m_filter = text.trimmed();
    m_table->tree()->setFilter(*filter);
    refresh();
    return {};
}

void CallsPanel::setGhostTime(Microseconds time) { m_table->tree()->setGhostTime(time); }

void CallsPanel::setFlashing(bool on) { m_table->flasher()->setEnabled(on); }

void CallsPanel::follow(const Selection &selection)
{
    const QScopedValueRollback following(m_following, true);
    const Selection own = m_table->current();
    if (own == selection && !selection.isEmpty())
        return;
    const HandleTree *tree = m_table->tree();
    int row = selection.handle.isNull() ? -1 : tree->rowOf(selection.handle);
    if (row < 0 && !selection.call.isNull())
        row = tree->rowOf(selection.call);
    if (row >= 0)
        m_table->selectRowAt(row);
    else
        m_table->clearSelection();
}

void CallsPanel::showColumnMenu(const QPoint &position)
{
    QMenu menu;
    for (int column = 0; column < int(Column::Count); ++column) {
        auto *action = menu.addAction(
            menuText(m_table->tree()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != int(Column::Handle)); // the tree is in it
        connect(action, &QAction::toggled, m_table, [this, column](bool on) {
            m_table->setColumnHidden(column, !on);
            m_table->columns()->share();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Default columns")), &QAction::triggered, m_table, [this] {
        showColumnsOfTheBeginning(m_table);
        m_table->columns()->reset();
    });
    menu.exec(m_table->horizontalHeader()->mapToGlobal(position));
}

QByteArray CallsPanel::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << qint32(m_shape) << m_table->columns()->saveState() << qint32(Column::Count);
    return state;
}

void CallsPanel::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    qint32 shape = 0;
    QByteArray columns;
    stream >> shape >> columns;
    if (stream.status() != QDataStream::Ok)
        return;
    setShape(shape == qint32(Shape::Groups) ? Shape::Groups : Shape::Lines);
    qint32 known = int(Column::Source); // an earlier version says nothing of it, and does not know this column
    if (!stream.atEnd())
        stream >> known;
    known = std::clamp(known, 0, int(Column::Count));
    if (m_table->columns()->restoreState(columns, known))
        showColumnsOfTheBeginning(m_table, known);
    m_table->setColumnHidden(int(Column::Handle), false);
}

void CallsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitRowsToFont(m_table);
    View::changeEvent(event);
}

void CallsPanel::refresh()
{
    m_table->tellVisibleRows();
    updateNote();
}

void CallsPanel::updateNote()
{
    const World &world = m_live->world();
    if (m_table->tree()->rowCount() > 0 || m_table->tree()->isBusy() || !m_table->isVisible())
        m_note->setText({});
    else if (!m_filter.isEmpty() && !world.calls().isEmpty())
        m_note->setText(
            tr("No call matches the filter “%1”. To see all: View › Clear filter.").arg(visibleText(m_filter, 60)));
    else
        m_note->setText(tr("No call yet: a call appears here once an application has a handle for it.") + u' '
                        + nextStep(world));
}

Table CallsPanel::values(Rows rows) const { return valuesOf(m_table, rows); }

int CallsPanel::rowCount(Rows rows) const { return rowCountOf(m_table, rows); }

QList<HCall> CallsPanel::selectedHandles() const { return m_table->selectedHandles(); }

QList<QStringList> CallsPanel::table(Rows rows, int role) const { return m_table->rows(rows == Rows::Selected, role); }

} // namespace Linescope
