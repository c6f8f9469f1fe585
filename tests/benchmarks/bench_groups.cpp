// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Handles in groups: made, sorted and filtered by HandleTree in turns of the event loop, against the conventional way,
// a QTreeView over a QSortFilterProxyModel over a QStandardItemModel; and for how long nothing is painted meanwhile.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_groups [ROWS ...]

#include "benchmark.h"
#include "livetable.h"
#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"
#include "tapi/names.h"
#include "turns.h"

#include <QApplication>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

using Column = HandleTree::Column;
using Levels = QList<GroupLevel>;

// An item per cell, equal texts kept once by whoever made them.
class ItemTree {
public:
    explicit ItemTree(const World &world)
        : m_world(world)
    {
        m_proxy.setRecursiveFilteringEnabled(true);
        m_proxy.setFilterKeyColumn(int(Column::State));
        m_view.setUniformRowHeights(true);
        m_view.setModel(&m_proxy);
        m_view.resize(1280, 800);
        m_view.show();
    }
    void group(const Levels &levels)
    {
        auto model = std::make_unique<QStandardItemModel>();
        model->setColumnCount(int(Column::Count));
        QHash<GroupKey, QStandardItem *> groups;
        m_world.handles().forEach([&](const Handle &handle) {
            const Call &call = m_world.calls().at(handle.callSlot);
            QStandardItem *parent = model->invisibleRootItem();
            for (const GroupLevel level : levels) {
                const GroupKey key = groupKey(level, m_world, handle, call);
                QStandardItem *&group = groups[key];
                if (!group)
                    parent->appendRow(group = new QStandardItem(groupName(key, m_world)));
                parent = group;
            }
            parent->appendRow(cells(handle, call));
        });
        m_proxy.setSourceModel(model.get());
        m_model = std::move(model);
        m_view.expandToDepth(0);
        showFrame();
    }
    void sort(int column)
    {
        m_proxy.sort(column, Qt::DescendingOrder);
        showFrame();
    }
    void filter(const QString &state)
    {
        m_proxy.setFilterFixedString(state);
        showFrame();
    }
    int handleCount(const QModelIndex &parent = {}) const
    {
        int count = 0;
        for (int row = 0; row < m_proxy.rowCount(parent); ++row) {
            const QModelIndex index = m_proxy.index(row, 0, parent);
            count += m_proxy.hasChildren(index) ? handleCount(index) : 1;
        }
        return count;
    }

private:
    QList<QStandardItem *> cells(const Handle &handle, const Call &call) const
    {
        const HandleRow row{&m_world, &handle, &call, nullptr, m_world.time()};
        QList<QStandardItem *> items;
        for (int column = 0; column < int(Column::Count); ++column)
            items += new QStandardItem(columnSpec(Column(column)).text(row));
        return items;
    }

    const World &m_world;
    std::unique_ptr<QStandardItemModel> m_model;
    QSortFilterProxyModel m_proxy;
    QTreeView m_view;
};

void groups(MarkdownTable &results, HandleScene &scene, int rows)
{
    EventFeed feed{1 << 24};
    LiveWorld live(&feed);
    HandleTree tree(&live, SystemClock::instance());
    scene.tell(&feed, &live);
    QTableView view;
    setUp(&view, &tree);
    ItemTree items(live.world());
    LongestTurn longest;
    const QString name = u"%1 rows, "_s.arg(count(rows));
    const auto ours = [&](const std::function<void()> &start) {
        return [&tree, &longest, start] { finish(tree, &longest, start); };
    };
    const auto add = [&](const QString &what, const std::vector<Contender> &contenders) {
        const auto figures = interleaved(contenders);
        compare(results, name + what + u", items / ours"_s, figures[1], figures[0], 0);
    };
    const auto turn = [&](const QString &what) {
        addTurn(results, name + u"longest turn of the event loop while %1, ms"_s.arg(what), longest.take(), 100);
    };
    const auto grouped = [&](const QString &by, const Levels &levels) {
        const Levels others{levels == Levels{GroupLevel::App} ? GroupLevel::Line : GroupLevel::App};
        add(u"grouped by "_s + by,
            {{u"ours"_s, 1, ours([&tree, levels] { tree.setLevels(levels); }),
              ours([&tree, others] { tree.setLevels(others); })},
             {u"items"_s, 1, [&items, levels] { items.group(levels); }, {}}});
    };
    grouped(u"application"_s, {GroupLevel::App});
    grouped(u"line and call"_s, {GroupLevel::Line, GroupLevel::Call});
    grouped(u"state"_s, {GroupLevel::State});
    turn(u"grouping"_s);

    add(u"groups sorted by parties"_s,
        {{u"ours"_s, 1, ours([&] { tree.sort(int(Column::Parties), Qt::DescendingOrder); }),
          ours([&] { tree.sort(-1); })},
         {u"items"_s, 1, [&] { items.sort(int(Column::Parties)); }, [&] { items.sort(-1); }}});
    turn(u"groups are sorted"_s);

    const QString state = nameOf(CallState::OnHold);
    const HandleFilter filter = HandleFilter::parse(u"state:onhold"_s).value();
    add(u"groups filtered"_s,
        {{u"ours"_s, 1, ours([&] { tree.setFilter(filter); }), ours([&] { tree.setFilter({}); })},
         {u"items"_s, 1, [&] { items.filter(state); }, [&] { items.filter({}); }}});
    mustBeRight(tree.handleCount() == items.handleCount(), "the two filters keep different rows");
    turn(u"groups are filtered"_s);

    longest.measure([&] { tree.setActive(false); });
    finish(tree, &longest, [&] { tree.setActive(true); });
    turn(u"groups are shown again"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    for (const int rows : rowCounts({10'000, 100'000})) { // told as soon as it is known
        MarkdownTable results({u"figure"_s, u"ours, ms"_s, u"items, ms"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
        HandleScene scene{quint32(rows)};
        groups(results, scene, rows);
    }
    return 0;
}
