// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tree of calls: expanding everything and frames of changes, ours (HandleTree, a flattened tree in a table) against
// QTreeView over QStandardItemModel. Run offscreen: QT_QPA_PLATFORM=offscreen.

#include "benchmark.h"
#include "delegates/treedelegate.h"
#include "livetable.h"
#include "models/handles/handletree.h"
#include "tapi/names.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QTreeView>

#include <memory>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr quint32 HandlesPerCall = 2;
constexpr int ChangesPerFrame = 100;

class Tree {
public:
    explicit Tree(HandleScene *scene)
        : m_scene(scene)
    {
        scene->tell(&m_feed, &m_live);
        m_tree = std::make_unique<HandleTree>(&m_live, SystemClock::instance());
        m_tree->setGhostTime(0);
        m_view.setItemDelegate(new TreeDelegate(&m_view));
        setUp(&m_view, m_tree.get());
        m_tree->setVisibleRows(0, m_view.viewport()->height() / RowHeight + 1);
    }
    HandleTree &model() { return *m_tree; }
    void push(const EventBatch &batch) { m_feed.push(batch, m_scene->world()); }
    void frame()
    {
        m_live.advanceNow();
        showFrame();
    }
    void expandAll()
    {
        m_tree->expandAll();
        showFrame();
    }
    void collapseAll()
    {
        m_tree->collapseAll();
        showFrame();
    }
    void rebuild()
    {
        m_tree->setActive(false);
        m_tree->setActive(true);
        while (m_tree->isBusy())
            QCoreApplication::processEvents();
        showFrame();
    }
    void repaint() { Benchmark::repaint(&m_view); }

private:
    HandleScene *m_scene;
    EventFeed m_feed{1 << 22};
    LiveWorld m_live{&m_feed};
    std::unique_ptr<HandleTree> m_tree;
    QTableView m_view;
};

// The conventional tree: an item per cell.
class StandardTree {
public:
    explicit StandardTree(const World &world)
    {
        m_model.setColumnCount(7);
        QHash<DeviceId, QStandardItem *> lines;
        for (const Device &device : world.devices()) {
            lines[device.id] = new QStandardItem(device.info.name);
            m_model.appendRow(lines[device.id]);
        }
        world.calls().forEach([&](const Call &call) {
            const QList<QStandardItem *> cells = row(shortName(call.id), nameOf(call.state));
            world.forEachHandle(call, [&](const Handle &handle) {
                cells[0]->appendRow(row(shortName(handle.id), nameOf(call.state)));
            });
            m_states[call.id] = cells[1];
            lines[call.device]->appendRow(cells);
        });
        m_view.setModel(&m_model);
        m_view.setUniformRowHeights(true);
        m_view.resize(1280, 800);
        m_view.show();
        showFrame();
    }
    void expandAll()
    {
        m_view.expandAll();
        showFrame();
    }
    void collapseAll()
    {
        m_view.collapseAll();
        showFrame();
    }
    void apply(const EventBatch &batch)
    {
        for (const Event &event : batch) {
            const auto &e = std::get<Events::CallState>(event.payload);
            QStandardItem *state = m_states.value(e.call);
            state->setText(nameOf(e.state));
            const QStandardItem *call = state->parent()->child(state->row(), 0);
            for (int i = 0; i < call->rowCount(); ++i)
                call->child(i, 1)->setText(nameOf(e.state));
        }
        showFrame();
    }

private:
    static QList<QStandardItem *> row(const QString &name, const QString &state)
    {
        QList<QStandardItem *> cells{new QStandardItem(name), new QStandardItem(state)};
        while (cells.size() < 7)
            cells += new QStandardItem(u"text"_s);
        return cells;
    }
    QStandardItemModel m_model;
    QHash<CallId, QStandardItem *> m_states;
    QTreeView m_view;
};

void expandAll(MarkdownTable &results, quint32 handles, int rounds)
{
    HandleScene scene{handles, HandlesPerCall};
    Tree tree(&scene);
    StandardTree standard(scene.world());
    const auto figures = interleaved(
        {{u"ours"_s, 1, [&] { tree.expandAll(); }, [&] { tree.collapseAll(); }},
         {u"QTreeView"_s, 1, [&] { standard.expandAll(); }, [&] { standard.collapseAll(); }}},
        rounds);
    const double ms = figures[0].median() / 1e6;
    const double value = ratio(figures[1], figures[0]);
    results.addRow({u"expand all, %1 handles, ms"_s.arg(count(int(handles))), number(figures[0].median()), u"—"_s,
                    number(ms), u"≤ 300 ms"_s, goal(ms <= 300)});
    results.addRow({u"expand all, %1 handles: QTreeView / ours"_s.arg(count(int(handles))), number(figures[1].median()),
                    number(figures[0].median()), number(value), u"—"_s, u"—"_s});
}

// Frames of changes, of calls that come and go, and a repaint to compare with; everything is expanded.
void frames(MarkdownTable &results, quint32 handles, bool againstItems, double *changeNs)
{
    HandleScene scene{handles, HandlesPerCall};
    Tree tree(&scene);
    tree.expandAll();
    std::unique_ptr<StandardTree> standard;
    if (againstItems) {
        standard = std::make_unique<StandardTree>(scene.world());
        standard->expandAll();
    }
    EventBatch batch;
    const auto prepareChanges = [&] {
        scene.changes(ChangesPerFrame);
        batch = scene.takeBatch();
        tree.push(batch);
    };
    const auto figures = interleaved({{u"ours"_s, 1, [&] { tree.frame(); }, prepareChanges},
                                      {u"QTreeView"_s,
                                       1,
                                       [&] {
                                           if (standard)
                                               standard->apply(batch);
                                       },
                                       {}}},
                                     15);
    *changeNs = figures[0].median();
    if (againstItems)
        results.addRow({u"100 changes a frame, %1 handles: QTreeView / ours"_s.arg(count(int(handles))),
                        number(figures[1].median()), number(figures[0].median()), number(ratio(figures[1], figures[0])),
                        u"—"_s, u"—"_s});
    const auto prepareChurn = [&] {
        for (int i = 0; i < 10; ++i) {
            scene.ends(scene.any());
            scene.starts();
        }
        tree.push(scene.takeBatch());
    };
    const auto churn = interleaved({{u"repaint"_s, 1, [&] { tree.repaint(); }, {}},
                                    {u"10 calls end, 10 start"_s, 1, [&] { tree.frame(); }, prepareChurn},
                                    {u"rebuild"_s, 1, [&] { tree.rebuild(); }, {}}},
                                   9);
    results.addRow({u"%1 handles, 10 calls end and 10 start / repaint"_s.arg(count(int(handles))),
                    number(churn[1].median()), number(churn[0].median()), number(ratio(churn[1], churn[0])), u"≤ 4"_s,
                    goal(ratio(churn[1], churn[0]) <= 4)});
    const double ms = churn[2].median() / 1e6;
    results.addRow({u"%1 handles, a hidden tree is shown again, ms"_s.arg(count(int(handles))),
                    number(churn[2].median()), u"—"_s, number(ms), u"≤ 300 ms"_s, goal(ms <= 300)});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    MarkdownTable results({u"figure"_s, u"ns"_s, u"baseline ns"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    expandAll(results, 10'000, 7);
    expandAll(results, 100'000, 7);
    double few = 0;
    double many = 0;
    frames(results, 1'000, true, &few);
    frames(results, 10'000, true, &few);
    frames(results, 100'000, false, &many);
    results.addRow({u"100 changes a frame, 100k handles / 10k handles"_s, number(many), number(few), number(many / few),
                    u"≤ 2"_s, goal(many / few <= 2)});
    return 0;
}
