// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The live table: what a frame of changes costs on the GUI thread, against World::apply alone, against
// QStandardItemModel showing the same, and against a full repaint. Run offscreen: QT_QPA_PLATFORM=offscreen.

#include "benchmark.h"
#include "delegates/handledelegate.h"
#include "journal/eventfeed.h"
#include "models/handles/handlemodel.h"
#include "tapi/names.h"

#include <QApplication>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

#include <memory>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr CallState states[] = {CallState::Offering, CallState::Connected, CallState::OnHold, CallState::Connected,
                                CallState::Disconnected};

// Views put their layout off to a timer, and the layout asks for a repaint.
void showFrame()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void setUp(QTableView *view, QAbstractItemModel *model)
{
    view->setModel(model);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(22);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setWordWrap(false);
    view->setAlternatingRowColors(true);
    view->resize(1280, 800);
    view->show();
    showFrame();
}

// A World with as many handles as wanted, each on a call of its own, and events that happen to it.
class Scene {
public:
    explicit Scene(quint32 rows)
    {
        add(Events::ProviderState{{1}, true, u"Simulator"_s, {}});
        for (quint32 i = 1; i <= 10; ++i) {
            Requests::InitializeEx request;
            request.appName = u"app %1"_s.arg(i);
            add(Events::AppInitialized{{i}, std::make_shared<const Requests::InitializeEx>(request)});
        }
        for (quint32 i = 1; i <= 100; ++i) {
            DeviceInfo info;
            info.name = u"PJSIP/%1"_s.arg(100 + i);
            add(Events::DeviceAdded{{i}, {1}, {i}, std::make_shared<const DeviceInfo>(info)});
            opens(i);
        }
        for (quint32 i = 0; i < rows; ++i)
            starts(1 + i % 100);
    }

    const World &world() const { return m_world; }
    EventBatch takeBatch() { return std::exchange(m_batch, {}); }
    quint32 lastHandle() const { return m_lastHandle; }

    quint32 opens(quint32 device)
    {
        Events::LineOpened event;
        event.line = {++m_lastLine};
        event.app = {1 + m_lastLine % 10};
        event.device = {device};
        add(event);
        return m_lastLine;
    }
    void starts(quint32 line)
    {
        CallInfo info;
        info.callerId = u"+33 1 70 %1"_s.arg(m_random.bounded(100000));
        info.calledId = u"%1"_s.arg(100 + line);
        const quint32 id = ++m_lastHandle; // calls and handles have the same numbers here
        const Line &record = *m_world.line({line});
        add(Events::CallCreated{{id}, record.device, {id}, 0, PackedCallInfo(info)});
        add(Events::CallState{{id}, states[id % std::size(states)], CallState::Unknown, 0});
        add(Events::HandleCreated{{id}, {id}, {line}, record.app, Privilege::Owner, World::bytesPerHandle()});
    }
    void ends(HCall id)
    {
        const Handle handle = *m_world.handle(id);
        const DeviceId device = m_world.call(handle.call)->device;
        add(Events::HandleVoided{id, handle.call, handle.line, m_world.appOf(handle), VoidReason::Deallocated, false,
                                 0});
        add(Events::CallReleased{handle.call, device});
    }
    void closes(quint32 line)
    {
        std::vector<HCall> handles;
        m_world.handles().forEach([&](const Handle &handle) {
            if (handle.line.value == line)
                handles.push_back(handle.id);
        });
        for (const HCall handle : handles)
            ends(handle);
        const Line record = *m_world.line({line});
        add(Events::LineClosed{{line}, record.app, record.device, LineCloseReason::Provider, {}});
    }
    void changes(int count)
    {
        for (int i = 0; i < count; ++i) {
            const quint32 call = 1 + m_random.bounded(m_lastHandle);
            const Call *record = m_world.call({call});
            if (record)
                add(Events::CallState{{call}, states[m_random.bounded(quint32(std::size(states)))], record->state, 0});
        }
    }
    HCall any()
    {
        for (;;) {
            const Handle &handle = m_world.handles().at(m_random.bounded(m_world.handles().slotCount()));
            if (!handle.id.isNull())
                return handle.id;
        }
    }

private:
    template<class Payload>
    void add(const Payload &payload)
    {
        m_time += 10;
        const Event event{m_world.seq() + 1, m_time, payload};
        m_world.apply(event);
        m_batch.append(event);
    }

    QRandomGenerator m_random{1};
    World m_world;
    EventBatch m_batch;
    Microseconds m_time = 1'795'000'000'000'000;
    quint32 m_lastLine = 0;
    quint32 m_lastHandle = 0;
};

// Our table over a World of its own, fed like in the program.
class Table {
public:
    explicit Table(Scene *scene)
        : m_scene(scene)
    {
        push(scene->takeBatch());
        m_live.advanceNow();
        m_model = std::make_unique<HandleModel>(&m_live, SystemClock::instance());
        m_view.setItemDelegate(&m_delegate);
        setUp(&m_view, m_model.get());
        m_model->setVisibleRows(0, m_view.viewport()->height() / 22 + 1);
    }
    HandleModel &model() { return *m_model; }
    LiveWorld &live() { return m_live; }
    QTableView &view() { return m_view; }
    void push(const EventBatch &batch) { m_feed.push(batch, m_scene->world()); }
    void frame()
    {
        m_live.advanceNow();
        showFrame();
    }
    void settle() // a new filter or order of many rows takes several frames
    {
        while (m_model->isBusy())
            QCoreApplication::processEvents();
        showFrame();
    }

private:
    Scene *m_scene;
    EventFeed m_feed{1 << 22};
    LiveWorld m_live{&m_feed};
    std::unique_ptr<HandleModel> m_model;
    HandleDelegate m_delegate;
    QTableView m_view;
};

// The conventional table: an item per cell, three of which change with the state.
class StandardTable {
public:
    explicit StandardTable(const World &world)
    {
        m_model.setColumnCount(int(HandleModel::Column::Count));
        world.handles().forEach([&](const Handle &handle) {
            QList<QStandardItem *> row;
            for (int column = 0; column < int(HandleModel::Column::Count); ++column)
                row += new QStandardItem(column == 0 ? nameOf(world.call(handle.call)->state) : u"text"_s);
            m_model.appendRow(row);
        });
        setUp(&m_view, &m_model);
    }
    void apply(const EventBatch &batch)
    {
        for (const Event &event : batch) {
            const auto &e = std::get<Events::CallState>(event.payload);
            const int row = int(e.call.value) - 1;
            m_model.item(row, int(HandleModel::Column::State))->setText(nameOf(e.state));
            m_model.item(row, int(HandleModel::Column::Line))->setForeground(QColor(int(e.state) & 0xff, 0, 0));
            m_model.item(row, int(HandleModel::Column::InState))->setText(toDurationString(event.time % 1'000'000'000));
        }
        showFrame();
    }

private:
    QStandardItemModel m_model;
    QTableView m_view;
};

// The conventional way to filter: a proxy that asks the table for its texts.
class ProxyTable {
public:
    explicit ProxyTable(Table *table)
        : m_model(&table->live(), SystemClock::instance())
    {
        m_proxy.setSourceModel(&m_model);
        m_proxy.setFilterKeyColumn(-1);
        m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        setUp(&m_view, &m_proxy);
    }
    void filter(const QString &text)
    {
        m_proxy.expression = false;
        m_proxy.setFilterFixedString(text);
        showFrame();
    }
    void filterByExpression(bool on)
    {
        m_proxy.expression = on;
        m_proxy.invalidateFilter();
        showFrame();
    }

private:
    struct Proxy : QSortFilterProxyModel {
        bool expression = false;
        using QSortFilterProxyModel::invalidateFilter;
        bool filterAcceptsRow(int row, const QModelIndex &parent) const override
        {
            if (!expression)
                return QSortFilterProxyModel::filterAcceptsRow(row, parent);
            const auto text = [&](HandleModel::Column column) {
                return sourceModel()->index(row, int(column), parent).data().toString();
            };
            return text(HandleModel::Column::State) == u"CONNECTED"_s
                && (text(HandleModel::Column::Parties).contains(u"99"_s)
                    || text(HandleModel::Column::App).contains(u"app 3"_s, Qt::CaseInsensitive));
        }
    };
    HandleModel m_model;
    Proxy m_proxy;
    QTableView m_view;
};

// What a turn of the event loop takes at most, ms of CPU: so long nothing is painted and no key is heard.
class LongestTurn {
public:
    template<class Turn>
    void measure(Turn turn)
    {
        const qint64 start = threadCpuTime();
        turn();
        m_longest = std::max(m_longest, double(threadCpuTime() - start) / 1e6);
    }
    double take() { return std::exchange(m_longest, 0); }

private:
    double m_longest = 0;
};

// Starts something and goes on until the rows are there.
template<class Start>
void finish(Table &table, LongestTurn *longest, Start start)
{
    longest->measure(start);
    while (table.model().isBusy())
        longest->measure([] { QCoreApplication::processEvents(); });
    longest->measure(showFrame);
}

QString count(int number)
{
    return number % 1000 == 0 ? QString::number(number / 1000) + u'k' : QString::number(number);
}

void changesPerFrame(MarkdownTable &results, int rows, int changes)
{
    Scene scene{quint32(rows)};
    World bare = scene.world();
    Table table(&scene);
    Table byState(&scene);
    byState.model().sort(int(HandleModel::Column::State));
    byState.settle();
    StandardTable standard(scene.world());
    EventBatch batch;
    const auto prepare = [&] {
        scene.changes(changes);
        batch = scene.takeBatch();
        table.push(batch);
        byState.push(batch);
    };
    const auto figures = interleaved({{u"World::apply"_s, double(changes), [&] { bare.apply(batch); }, prepare},
                                      {u"our table"_s, double(changes), [&] { table.frame(); }, {}},
                                      {u"our table, sorted by state"_s, double(changes), [&] { byState.frame(); }, {}},
                                      {u"QStandardItemModel"_s, double(changes), [&] { standard.apply(batch); }, {}}},
                                     9);
    const double toItems = ratio(figures[3], figures[1]);
    const double toEngine = ratio(figures[1], figures[0]);
    const QString itemsGoal = rows >= 100'000 ? u"≥ 20"_s : u"≥ 5"_s;
    const QString engineGoal = changes < 100'000 && rows >= 100'000 ? u"—"_s : rows >= 100'000 ? u"≤ 4"_s : u"≤ 18"_s;
    const QString name = u"%1 rows, %2 changes per frame"_s.arg(count(rows), count(changes));
    results.addRow({name + u": QStandardItemModel / ours"_s, number(figures[3].median()), number(figures[1].median()),
                    number(toItems), itemsGoal, goal(toItems >= (rows >= 100'000 ? 20 : 5))});
    results.addRow({name + u": ours / World::apply"_s, number(figures[1].median()), number(figures[0].median()),
                    number(toEngine), engineGoal,
                    engineGoal == u"—"_s ? u"—"_s : goal(toEngine <= (rows >= 100'000 ? 4 : 18))});
    results.addRow({name + u": sorted by state / by handle"_s, number(figures[2].median()), number(figures[1].median()),
                    number(ratio(figures[2], figures[1])), u"—"_s, u"—"_s});
}

void churn(MarkdownTable &results, int rows)
{
    Scene scene{quint32(rows)};
    Table table(&scene);
    table.model().setGhostTime(0);
    table.model().sort(int(HandleModel::Column::Parties));
    table.settle();
    const auto replaceHundred = [&] {
        for (int i = 0; i < 100; ++i)
            scene.ends(scene.any());
        for (quint32 i = 1; i <= 100; ++i)
            scene.starts(i);
        table.push(scene.takeBatch());
    };
    const auto repaint = [&] {
        table.view().viewport()->update();
        showFrame();
    };
    const auto figures = interleaved({{u"full repaint"_s, 1, repaint, {}},
                                      {u"100 calls end, 100 start"_s, 1, [&] { table.frame(); }, replaceHundred}},
                                     15);
    const double value = ratio(figures[1], figures[0]);
    results.addRow({u"%1 rows sorted by parties, 100 calls end and 100 start / full repaint"_s.arg(count(rows)),
                    number(figures[1].median()), number(figures[0].median()), number(value), u"≤ 2.5"_s,
                    goal(value <= 2.5)});
}

void lineClose(MarkdownTable &results, int rows, int handles, bool ghosts)
{
    Scene scene{quint32(rows)};
    Table table(&scene);
    if (!ghosts)
        table.model().setGhostTime(0);
    table.model().sort(int(HandleModel::Column::State), Qt::DescendingOrder);
    table.model().setFilter(HandleFilter::parse(u"app:app"_s).value());
    table.settle();
    const auto prepare = [&] {
        const quint32 line = scene.opens(1);
        for (int i = 0; i < handles; ++i)
            scene.starts(line);
        table.push(scene.takeBatch());
        table.frame();
        scene.closes(line);
        table.push(scene.takeBatch());
    };
    const auto figures = interleaved({{u"close"_s, 1, [&] { table.frame(); }, prepare}}, 9);
    const double ms = figures[0].median() / 1e6;
    results.addRow({u"line with %1 handles closes, %2 rows, sorted and filtered%3, ms"_s.arg(
                        count(handles), count(rows), ghosts ? u", with ghosts"_s : QString()),
                    number(figures[0].median()), u"—"_s, number(ms), u"≤ 50 ms"_s, goal(ms <= 50)});
}

void filtering(MarkdownTable &results, int rows)
{
    Scene scene{quint32(rows)};
    Table table(&scene);
    table.model().setGhostTime(0);
    ProxyTable proxy(&table);
    LongestTurn longest;
    const auto filter = [&](const QString &text) {
        finish(table, &longest, [&] { table.model().setFilter(HandleFilter::parse(text).value()); });
    };
    const QString expression = u"state:connected (caller:99 or app:\"app 3\")"_s;
    const int rounds = rows >= 1'000'000 ? 3 : 7;
    const auto figures = interleaved({{u"ours, text"_s, 1, [&] { filter(u"99"_s); }, [&] { filter({}); }},
                                      {u"proxy, text"_s, 1, [&] { proxy.filter(u"99"_s); }, [&] { proxy.filter({}); }},
                                      {u"ours, expression"_s, 1, [&] { filter(expression); }, [&] { filter({}); }},
                                      {u"proxy, expression"_s, 1, [&] { proxy.filterByExpression(true); },
                                       [&] { proxy.filterByExpression(false); }}},
                                     rounds);
    const auto compare = [&](const QString &what, const Figure &theirs, const Figure &ours, bool hasGoal) {
        const double value = ratio(theirs, ours);
        results.addRow({u"%1 rows, %2: QSortFilterProxyModel / ours"_s.arg(count(rows), what), number(theirs.median()),
                        number(ours.median()), number(value), hasGoal ? u"≥ 4"_s : u"—"_s,
                        hasGoal ? goal(value >= 4) : u"—"_s});
    };
    compare(u"text filter"_s, figures[1], figures[0], true);
    compare(u"filter expression"_s, figures[3], figures[2], false);
    const auto addLongest = [&](const QString &what) {
        const double ms = longest.take();
        results.addRow({u"%1 rows, longest turn of the event loop while %2, ms"_s.arg(count(rows), what),
                        number(ms * 1e6), u"—"_s, number(ms), u"≤ 100 ms"_s, goal(ms <= 100)});
    };
    addLongest(u"filtering"_s);
    for (const auto column : {HandleModel::Column::State, HandleModel::Column::Parties, HandleModel::Column::App}) {
        finish(table, &longest, [&] { table.model().sort(int(column), Qt::DescendingOrder); });
        addLongest(u"sorting by "_s + HandleModel::title(column));
    }
}

void painting(MarkdownTable &results)
{
    Scene scene{10'000};
    Table ours(&scene);
    QTableView plain;
    setUp(&plain, &ours.model());
    const auto repaint = [](QTableView &view) {
        view.viewport()->update();
        showFrame();
    };
    const auto figures = interleaved(
        {{u"default delegate"_s, 1, [&] { repaint(plain); }, {}}, {u"ours"_s, 1, [&] { repaint(ours.view()); }, {}}},
        15);
    const double value = ratio(figures[0], figures[1]);
    results.addRow({u"full repaint, QStyledItemDelegate / ours"_s, number(figures[0].median()),
                    number(figures[1].median()), number(value), u"≥ 2"_s, goal(value >= 2)});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    const bool onlyFilters = QApplication::arguments().contains(u"--filters"_s);
    const QStringList figureColumns{u"figure"_s, u"ns"_s, u"baseline ns"_s, u"ratio"_s, u"goal"_s, u"reached"_s};
    if (!onlyFilters) {
        MarkdownTable results(figureColumns);
        changesPerFrame(results, 10'000, 10'000);
        changesPerFrame(results, 100'000, 10'000);
        changesPerFrame(results, 100'000, 100'000);
        churn(results, 10'000);
        churn(results, 100'000);
        lineClose(results, 20'000, 10'000, false);
        lineClose(results, 100'000, 10'000, false);
        lineClose(results, 100'000, 10'000, true);
        painting(results);
    }
    for (const int rows : {10'000, 100'000, 1'000'000}) {
        MarkdownTable filters(figureColumns); // told as soon as it is known
        filtering(filters, rows);
    }
    return 0;
}
