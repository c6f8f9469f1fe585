// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"
#include "storyteller.h"
#include "support/format.h"
#include "treedump.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using Column = HandleTree::Column;

Q_DECLARE_METATYPE(QList<Linescope::GroupLevel>)

namespace {

const QList<GroupLevel> lineTree{GroupLevel::Line, GroupLevel::Call};
const QList<GroupLevel> groupTree{GroupLevel::CallGroup, GroupLevel::Call};

// The same from nothing but the World: slow and simple.
class NaiveTree {
public:
    NaiveTree(const World &world, QList<GroupLevel> levels, HandleFilter filter, Column sort, bool descending,
              const QSet<GroupKey> &expanded)
        : m_world(world)
        , m_levels(std::move(levels))
        , m_sort(columnSpec(sort))
        , m_descending(descending)
        , m_expanded(expanded)
    {
        std::vector<HandleRow> rows;
        world.handles().forEach([&](const Handle &handle) {
            if (filter.matches(world, handle))
                rows.push_back({&world, &handle, &world.calls().at(handle.callSlot), nullptr, 0});
        });
        add(rows, 0);
    }
    QStringList rows;

    static HandleTree::Totals totalsOf(const std::vector<HandleRow> &rows)
    {
        HandleTree::Totals totals;
        QSet<CallId> calls;
        for (const HandleRow &row : rows) {
            ++totals.handles;
            totals.retained += row.call->isIdle();
            totals.owners += row.handle->privilege == Privilege::Owner;
            totals.bytes += World::bytesPerHandle();
            if (!calls.contains(row.call->id))
                totals.bytes += World::bytesOf(*row.call);
            calls.insert(row.call->id);
        }
        totals.calls = int(calls.size());
        return totals;
    }

private:
    struct Part {
        GroupKey key;
        QString name;
        std::vector<HandleRow> rows;
    };
    bool upsideDown(int depth) const { return m_descending && (depth > 0 || m_sort.column == Column::Handle); }

    void add(std::vector<HandleRow> rows, int depth)
    {
        if (depth == m_levels.size()) {
            addHandles(rows, depth);
            return;
        }
        std::vector<Part> parts;
        for (const HandleRow &row : rows) {
            const GroupKey key = groupKey(m_levels[depth], m_world, *row.handle, *row.call);
            auto it = std::find_if(parts.begin(), parts.end(), [&](const Part &part) { return part.key == key; });
            if (it == parts.end())
                it = parts.insert(parts.end(), {key, groupName(key, m_world), {}});
            it->rows.push_back(row);
        }
        std::sort(parts.begin(), parts.end(),
                  [&](const Part &a, const Part &b) { return upsideDown(depth) ? isBefore(b, a) : isBefore(a, b); });
        for (const Part &part : parts)
            addGroup(part, depth);
    }
    bool isBefore(const Part &a, const Part &b) const
    {
        const auto key = [this](const Part &part) {
            const HandleRow &row = part.rows.front();
            if (part.key.level != GroupLevel::Call)
                return std::tuple(groupSortKey(part.key, part.name),
                                  part.key.text.isEmpty() ? part.name.toCaseFolded() : part.key.text, part.key.number);
            for (const Column own : {Column::State, Column::Line, Column::Parties, Column::InState}) {
                if (m_sort.column == own)
                    return std::tuple(m_sort.key(row), m_sort.sortText ? m_sort.sortText(row) : QString(),
                                      part.key.number);
            }
            return std::tuple(part.key.number, QString(), part.key.number);
        };
        return key(a) < key(b);
    }
    void addGroup(const Part &part, int depth)
    {
        const HandleTree::Totals totals = totalsOf(part.rows);
        QStringList counts;
        if (part.key.level != GroupLevel::Call)
            counts += HandleTree::tr("%Ln call(s)", nullptr, totals.calls);
        counts += HandleTree::tr("%Ln handle(s)", nullptr, totals.handles);
        if (totals.retained > 0)
            counts += HandleTree::tr("%Ln retained", nullptr, totals.retained);
        const bool expanded = m_expanded.contains(part.key);
        rows += QString(2 * depth, u' ') + (expanded ? u"- "_s : u"+ "_s) + part.name
            + u" (%1)"_s.arg(counts.join(u" · "_s));
        if (expanded)
            add(part.rows, depth + 1);
    }
    void addHandles(std::vector<HandleRow> handles, int depth)
    {
        const auto key = [this](const HandleRow &row) {
            return std::tuple(m_sort.key(row), m_sort.sortText ? m_sort.sortText(row) : QString(), row.handle->id);
        };
        std::sort(handles.begin(), handles.end(), [&](const HandleRow &a, const HandleRow &b) {
            return m_descending ? key(b) < key(a) : key(a) < key(b);
        });
        for (const HandleRow &row : handles)
            rows += QString(2 * depth, u' ') + shortName(row.handle->id);
    }

    const World &m_world;
    const QList<GroupLevel> m_levels;
    const ColumnSpec &m_sort;
    const bool m_descending;
    const QSet<GroupKey> &m_expanded;
};

} // namespace

class TestHandleTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theRowTreeKnowsWhatIsInWhichRow();
    void showsLinesCallsAndHandles();
    void bytesOfGroupsAreToldInTheChosenUnit();
    void callsOfTwoServersAreTwoGroups();
    void relatedCallsAreOneGroup();
    void agreesWithTheWorldWhateverHappens_data();
    void agreesWithTheWorldWhateverHappens();
    void rowsKeepTheirIndexWhereverTheyMove();
    void theCurrentRowsNeighbourFollowsIt();
    void groupsSumUpWhatTheyHold();
    void voidHandlesStayAsGhostsInTheirGroup();
    void whatIsExpandedStaysSo();
    void announcesOnlyWhatIsOnScreen();
    void timeAloneMovesRows();
    void aTreeMadeWhilePausedStandsStillToo();
    void saysItsLevelToAScreenReader();
    void anInactiveTreeIsEmptyAndSilent();
    void hostileNamesAreHarmless();
};

void TestHandleTree::theRowTreeKnowsWhatIsInWhichRow()
{
    QRandomGenerator random(7);
    RowTree tree;
    std::vector<RowTree::Node> nodes;
    QHash<RowTree::Node, std::pair<RowTree::Node, quint64>> places; // parent, key
    const std::function<void(RowTree::Node, QList<RowTree::Node> *)> flatten = [&](RowTree::Node parent,
                                                                                   QList<RowTree::Node> *rows) {
        std::vector<RowTree::Node> children;
        for (const RowTree::Node node : nodes) {
            if (places[node].first == parent)
                children.push_back(node);
        }
        std::sort(children.begin(), children.end(), [&](RowTree::Node a, RowTree::Node b) {
            return std::pair(places[a].second, a) < std::pair(places[b].second, b);
        });
        for (const RowTree::Node child : children) {
            *rows += child;
            if (tree.isExpanded(child))
                flatten(child, rows);
        }
    };
    for (int step = 0; step < 800; ++step) {
        const int what = int(random.bounded(10));
        if (what < 4 || nodes.size() < 3) {
            const RowTree::Node parent = nodes.empty() || random.bounded(3) == 0
                ? RowTree::Root
                : nodes[random.bounded(quint32(nodes.size()))];
            const RowTree::Node node = tree.create(random.bounded(2) == 0);
            const quint64 key = random.bounded(20);
            tree.link(node, parent, key);
            places[node] = {parent, key};
            nodes.push_back(node);
        } else if (what < 6) {
            const RowTree::Node node = nodes[random.bounded(quint32(nodes.size()))];
            if (tree.firstChild(node) != RowTree::None)
                continue;
            tree.unlink(node);
            tree.destroy(node);
            std::erase(nodes, node);
        } else if (what < 8) {
            const RowTree::Node node = nodes[random.bounded(quint32(nodes.size()))];
            const quint64 key = random.bounded(20);
            tree.unlink(node);
            tree.link(node, places[node].first, key);
            places[node].second = key;
        } else {
            const RowTree::Node node = nodes[random.bounded(quint32(nodes.size()))];
            tree.setExpanded(node, !tree.isExpanded(node));
        }
        QList<RowTree::Node> expected;
        flatten(RowTree::Root, &expected);
        QCOMPARE(tree.rowCount(), int(expected.size()));
        for (int row = 0; row < tree.rowCount(); ++row) {
            QCOMPARE(tree.at(row), expected[row]);
            QCOMPARE(tree.rowOf(expected[row]), row);
        }
        for (const RowTree::Node node : nodes)
            QCOMPARE(tree.isVisible(node), expected.contains(node));
    }
    QCOMPARE(tree.at(-1), RowTree::None);
    QCOMPARE(tree.at(tree.rowCount()), RowTree::None);
}

void TestHandleTree::showsLinesCallsAndHandles()
{
    Storyteller story;
    story.provider(u"Simulator"_s);
    const DeviceId line = story.device(u"PJSIP/101"_s);
    const HLine crm = story.opens(story.app(u"crm"_s), line);
    const HLine recorder = story.opens(story.app(u"recorder"_s), line);
    const CallId call = story.call(line, CallState::Connected, u"101"_s, u"102"_s);
    story.handle(call, crm);
    story.handle(call, recorder, Privilege::Monitor);
    const CallId over = story.call(line, CallState::Idle);
    story.handle(over, recorder, Privilege::Monitor);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(tree),
             (QStringList{u"- PJSIP/101 (2 call(s) · 3 handle(s) · 1 retained)"_s, u"  + C1 (2 handle(s))"_s,
                          u"  + C2 (1 handle(s) · 1 retained)"_s}));
    tree.setExpanded(1, true);
    QCOMPARE(dump(tree).mid(1, 3), (QStringList{u"  - C1 (2 handle(s))"_s, u"    H1"_s, u"    H2"_s}));
    QCOMPARE(tree.index(2, int(Column::Handle)).data().toString(), u"H1  crm"_s);
    QCOMPARE(tree.index(1, int(Column::Parties)).data().toString(), u"101 → 102"_s);
    QCOMPARE(tree.index(1, int(Column::Privilege)).data().toString(), u"1 own, 1 watch"_s);
    QCOMPARE(tree.parentRow(3), 1);
    QCOMPARE(tree.parentRow(1), 0);
    QCOMPARE(tree.parentRow(0), -1);
    QCOMPARE(tree.selectionAt(1).call, call);
    QCOMPARE(tree.selectionAt(0).device, line);
    QCOMPARE(tree.rowOf(over), 4);
    tree.collapseAll();
    QCOMPARE(tree.rowCount(), 1);
    QCOMPARE(tree.rowOf(over), 0); // inside
    tree.expandAll();
    QCOMPARE(tree.rowCount(), 6);
}

void TestHandleTree::bytesOfGroupsAreToldInTheChosenUnit()
{
    Storyteller story;
    story.provider(u"Simulator"_s);
    const DeviceId line = story.device(u"Line 1"_s);
    story.handle(story.call(line, CallState::Connected, QString(2000, u'1')), story.opens(story.app(u"crm"_s), line));
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.expandAll();
    QCOMPARE(tree.rowCount(), 3); // line, call, handle
    for (const auto &[unit, suffix] : {std::pair(ByteUnit::Binary, u" KiB"_s), std::pair(ByteUnit::Decimal, u" kB"_s),
                                       std::pair(ByteUnit::Bytes, u" B"_s)}) {
        setFormats({unit, TimeStyle::Clock});
        QStringList shown;
        for (int row = 0; row < tree.rowCount(); ++row)
            shown += tree.index(row, int(Column::Bytes)).data().toString();
        setFormats({});
        for (const QString &text : shown)
            QVERIFY2(text.endsWith(suffix), qPrintable(shown.join(u'|')));
    }
}

void TestHandleTree::callsOfTwoServersAreTwoGroups()
{
    Storyteller story;
    for (const QString &server : {u"east"_s, u"west"_s}) {
        const ProviderId provider = story.provider(server);
        const DeviceId device = story.device(u"PJSIP/6001"_s, provider);
        const HLine line = story.opens(story.app(u"crm"_s), device);
        const CallId call = story.call(device);
        CallInfo info;
        info.group = u"1795335600.1"_s; // by chance the same
        story.add(Events::CallInfo{call, CallInfoState::Other, PackedCallInfo(info)});
        story.handle(call, line);
    }
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setLevels(groupTree);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(dump(tree).filter(QRegularExpression(u"^[-+]"_s)).size(), 2);
}

void TestHandleTree::relatedCallsAreOneGroup()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    const auto starts = [&](const PackedCallInfo &info) {
        const CallId call = story.call(line, CallState::Connected);
        story.add(Events::CallInfo{call, CallInfoState::Other, info});
        story.handle(call, crm);
        return call;
    };
    starts(related(u"170.1"_s));
    starts(related(u"170.1"_s));
    starts(related({}, 4711));
    starts(related({}, 4712, 4711)); // a consultation call
    const CallId alone = starts(related({}));
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setLevels(groupTree);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto headings = [&] { return dump(tree).filter(QRegularExpression(u"^[-+]"_s)); };
    QCOMPARE(headings(),
             (QStringList{u"- Call id 4711 (2 call(s) · 2 handle(s))"_s, u"- 170.1 (2 call(s) · 2 handle(s))"_s,
                          u"- C5 (1 call(s) · 1 handle(s))"_s}));
    story.add(
        Events::CallInfo{alone, CallInfoState::Other, related(u"170.1"_s)}); // Linkedid changes when channels meet
    story.tells();
    QCOMPARE(headings(),
             (QStringList{u"- Call id 4711 (2 call(s) · 2 handle(s))"_s, u"- 170.1 (3 call(s) · 3 handle(s))"_s}));
}

void TestHandleTree::agreesWithTheWorldWhateverHappens_data()
{
    QTest::addColumn<QList<GroupLevel>>("levels");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("filter");
    const auto row = [](const char *name, const QList<GroupLevel> &levels, Column column, bool descending,
                        const QString &filter) {
        QTest::addRow("%s", name) << levels << int(column) << descending << filter;
    };
    row("lines", lineTree, Column::Handle, false, {});
    row("lines by state, filtered", lineTree, Column::State, true, u"live"_s);
    row("lines by parties", lineTree, Column::Parties, true, {});
    row("groups", groupTree, Column::Handle, true, {});
    row("groups by time in state, filtered", groupTree, Column::InState, false, u"-app:app-a"_s);
    row("by application", {GroupLevel::App}, Column::State, false, {});
    row("by application and parties", {GroupLevel::App}, Column::Parties, true, u"retained"_s);
    row("by state", {GroupLevel::State}, Column::Handle, true, {});
    row("by state and time", {GroupLevel::State}, Column::InState, true, u"state:connected"_s);
    row("by line", {GroupLevel::Line}, Column::Bytes, false, {});
    row("by call group", {GroupLevel::CallGroup}, Column::Privilege, false, {});
}

void TestHandleTree::agreesWithTheWorldWhateverHappens()
{
    QFETCH(QList<GroupLevel>, levels);
    QFETCH(int, column);
    QFETCH(bool, descending);
    QFETCH(QString, filter);
    const HandleFilter parsed = HandleFilter::parse(filter).value();
    int withRows = 0;
    for (quint32 seed = 1; seed <= 2; ++seed) {
        Storyteller story(seed);
        story.beginsByChance();
        story.happensByChance(60);
        story.tells();
        HandleTree tree(&story.live, &story.clock);
        tree.setGhostTime(0);
        tree.setLevels(levels);
        const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        tree.setFilter(parsed);
        int expandedDepths = 1;
        QSet<GroupKey> toggled;
        for (int step = 0; step < 40; ++step) {
            story.happensByChance(1 + story.chance(12));
            if (story.world().calls().slotCount() > 0 && story.chance(2) == 0) {
                const Call call = story.world().calls().at(
                    quint32(story.chance(int(story.world().calls().slotCount()))));
                if (!call.id.isNull())
                    story.add(Events::CallInfo{call.id, CallInfoState::Other,
                                               related(story.chance(2) == 0 ? u"g%1"_s.arg(story.chance(4)) : QString(),
                                                       quint32(story.chance(5)), quint32(story.chance(3)))});
            }
            story.tells();
            // What is expanded: that of the level, unless toggled while the group was there.
            QSet<GroupKey> expanded;
            QSet<GroupKey> there;
            story.world().handles().forEach([&](const Handle &handle) {
                if (!parsed.matches(story.world(), handle))
                    return;
                for (int depth = 0; depth < levels.size(); ++depth) {
                    const GroupKey key = groupKey(levels[depth], story.world(), handle,
                                                  story.world().calls().at(handle.callSlot));
                    there.insert(key);
                    if ((depth < expandedDepths) != toggled.contains(key))
                        expanded.insert(key);
                }
            });
            toggled.intersect(there);
            const NaiveTree naive(story.world(), levels, parsed, Column(column), descending, expanded);
            QCOMPARE(dump(tree), naive.rows);
            if (tree.rowCount() == 0)
                continue;
            ++withRows;
            const int row = story.chance(tree.rowCount());
            if (const int what = story.chance(12); what == 0) {
                tree.expandAll();
                expandedDepths = int(levels.size());
                toggled.clear();
            } else if (what == 1) {
                tree.collapseAll();
                expandedDepths = 0;
                toggled.clear();
            } else if (what < 6 && tree.isGroup(row)) {
                const HandleTree::Totals before = tree.totalsAt(row);
                tree.setExpanded(row, !tree.isExpanded(row));
                QCOMPARE(tree.totalsAt(row), before);
                for (const GroupKey &key : std::as_const(there)) {
                    const bool isIt = key.level == levels[tree.index(row, 0).data(HandleTree::DepthRole).toInt()]
                        && groupName(key, story.world())
                            == tree.index(row, int(Column::Handle)).data().toString().section(u"  "_s, 0, 0);
                    if (isIt && !toggled.remove(key))
                        toggled.insert(key);
                }
            }
        }
        // Sorted and filtered anew it is still the same.
        tree.sort(int(Column::Handle));
        tree.expandAll();
        tree.setFilter({});
        QSet<GroupKey> all;
        story.world().handles().forEach([&](const Handle &handle) {
            for (const GroupLevel level : std::as_const(levels))
                all.insert(groupKey(level, story.world(), handle, story.world().calls().at(handle.callSlot)));
        });
        QCOMPARE(dump(tree), NaiveTree(story.world(), levels, {}, Column::Handle, false, all).rows);
    }
    QVERIFY(withRows > 10);
}

void TestHandleTree::rowsKeepTheirIndexWhereverTheyMove()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    const CallId first = story.call(line, CallState::Offering);
    const HCall handle = story.handle(first, crm);
    story.handle(story.call(line, CallState::Connected), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setLevels({GroupLevel::State});
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex index = tree.index(tree.rowOf(handle), 0);
    story.says(first, CallState::Connected); // its group goes, another has it now
    story.tells();
    QVERIFY(index.isValid());
    QCOMPARE(tree.handleAt(index.row()), handle);
    QCOMPARE(dump(tree), (QStringList{u"- CONNECTED (2 call(s) · 2 handle(s))"_s, u"  H1"_s, u"  H2"_s}));
}

void TestHandleTree::theCurrentRowsNeighbourFollowsIt()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    std::vector<HCall> handles;
    for (int i = 0; i < 5; ++i)
        handles.push_back(story.handle(story.call(line), crm));
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setGhostTime(0);
    tree.setLevels({GroupLevel::Line});
    const QPersistentModelIndex current = tree.index(tree.rowOf(handles[2]), 0);
    int removedAt = -1;
    connect(&tree, &QAbstractItemModel::rowsAboutToBeRemoved, this, [&](const QModelIndex &, int first) {
        removedAt = first;
        QCOMPARE(tree.handleAt(first - 1), handles[1]);
    });
    story.voids(handles[2]);
    story.tells();
    QCOMPARE(removedAt, 3);
    QVERIFY(!current.isValid());
}

void TestHandleTree::groupsSumUpWhatTheyHold()
{
    Storyteller story(3);
    story.beginsByChance();
    for (int i = 0; i < 100; ++i) {
        story.happensByChance(10);
        story.tells();
    }
    for (const QList<GroupLevel> &levels : {lineTree, groupTree, QList{GroupLevel::App}, QList{GroupLevel::State}}) {
        HandleTree tree(&story.live, &story.clock);
        tree.setLevels(levels);
        tree.expandAll();
        story.happensByChance(200);
        story.tells();
        QVERIFY(tree.rowCount() > 0);
        std::vector<HandleRow> below;
        for (int row = tree.rowCount() - 1; row >= 0; --row) {
            if (const Handle *handle = story.live.world().handle(tree.handleAt(row)))
                below.push_back({&story.live.world(), handle, story.live.world().call(handle->call), nullptr, 0});
            if (tree.index(row, 0).data(HandleTree::HeadingRole).toBool()) {
                QCOMPARE(tree.totalsAt(row), NaiveTree::totalsOf(below));
                below.clear();
            }
        }
    }
}

void TestHandleTree::voidHandlesStayAsGhostsInTheirGroup()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    const HCall first = story.handle(story.call(line, CallState::Connected, u"101"_s), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.expandAll();
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    story.voids(first);
    story.tells();
    QCOMPARE(dump(tree),
             (QStringList{u"- Line 1 (0 call(s) · 0 handle(s))"_s, u"  - C1 (0 handle(s))"_s, u"    H1"_s}));
    QCOMPARE(tree.index(2, int(Column::State)).data(HandleModel::LifeRole).toInt(), int(Life::Void));
    QCOMPARE(tree.index(1, int(Column::State)).data(HandleModel::LifeRole).toInt(), int(Life::Void));
    QCOMPARE(tree.index(1, int(Column::Parties)).data().toString(), u"101 → –"_s);
    story.clock.advance(HandleModel::DefaultGhostTime);
    QCOMPARE(tree.rowCount(), 0);
    // Many at once: the oldest make room.
    std::vector<HCall> handles;
    for (size_t i = 0; i < HandleModel::MaxGhosts + 10; ++i)
        handles.push_back(story.handle(story.call(line), crm));
    story.tells();
    for (const HCall handle : handles)
        story.voids(handle);
    story.tells();
    QCOMPARE(tree.handleCount(), int(HandleModel::MaxGhosts));
    tree.clearGhosts();
    QCOMPARE(tree.rowCount(), 0);
}

void TestHandleTree::whatIsExpandedStaysSo()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    const CallId call = story.call(line, CallState::Connected);
    story.handle(call, crm);
    story.handle(story.call(line, CallState::Connected), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setExpanded(1, true);
    const QStringList before = dump(tree);
    tree.setActive(false);
    tree.setActive(true);
    QCOMPARE(dump(tree), before);
    tree.sort(int(Column::State));
    story.says(call, CallState::OnHold);
    story.tells();
    QCOMPARE(dump(tree).size(), before.size());
    story.handle(story.call(line), crm); // one more is like the others, not like the one
    story.tells();
    QCOMPARE(dump(tree).size(), before.size() + 1);
}

void TestHandleTree::announcesOnlyWhatIsOnScreen()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    std::vector<CallId> calls;
    for (int i = 0; i < 50; ++i) {
        calls.push_back(story.call(line, CallState::Connected));
        story.handle(calls.back(), crm);
    }
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setVisibleRows(0, 10);
    QSignalSpy changes(&tree, &QAbstractItemModel::dataChanged);
    QSignalSpy layouts(&tree, &QAbstractItemModel::layoutChanged);
    story.says(calls[40], CallState::OnHold);
    story.tells();
    QCOMPARE(changes.count(), 0); // not even in what the line sums up
    story.says(calls[3], CallState::Idle);
    story.tells();
    QCOMPARE(changes.count(), 2); // the call, and the line that counts what is retained
    QCOMPARE(changes[0][0].toModelIndex().row(), 0);
    QCOMPARE(changes[1][0].toModelIndex().row(), 4);
    QCOMPARE(layouts.count(), 0);
    changes.clear();
    tree.refreshTimes();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes[0][1].toModelIndex().row(), 10);
}

// Rows come and go by nothing but time, and only the seconds of the clock are looked at.
void TestHandleTree::timeAloneMovesRows()
{
    Storyteller story;
    const HLine crm = story.opensOne();
    const DeviceId line{1};
    story.handle(story.call(line, CallState::Connected), crm);
    story.clock.advance(3'000'000);
    const CallId second = story.call(line, CallState::Connected);
    story.handle(second, crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    const QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.expandAll();
    const auto after = [&](Microseconds time) {
        story.clock.advance(time);
        tree.refreshTimes();
        return dump(tree);
    };
    const QStringList onlyFirst{u"- Line 1 (1 call(s) · 1 handle(s))"_s, u"  - C1 (1 handle(s))"_s, u"    H1"_s};
    const QStringList onlySecond{u"- Line 1 (1 call(s) · 1 handle(s))"_s, u"  - C2 (1 handle(s))"_s, u"    H2"_s};
    const QStringList both{u"- Line 1 (2 call(s) · 2 handle(s))"_s, u"  - C1 (1 handle(s))"_s, u"    H1"_s,
                           u"  - C2 (1 handle(s))"_s, u"    H2"_s};
    tree.setFilter(HandleFilter::parse(u"instate>=5s"_s).value());
    QCOMPARE(after(1'000'000), QStringList());
    QCOMPARE(after(1'000'000), onlyFirst);
    story.says(second, CallState::Disconnected); // begins again to count
    story.tells();
    QCOMPARE(after(4'000'000), onlyFirst);
    story.live.setPaused(true);
    QCOMPARE(after(9'000'000), onlyFirst); // frozen with the rest
    story.live.setPaused(false);
    QCOMPARE(after(1), both);

    tree.setFilter(HandleFilter::parse(u"age<20s"_s).value()); // now 18 and 15 seconds
    QCOMPARE(dump(tree), both);
    QCOMPARE(after(2'000'000), onlySecond);
    QCOMPARE(after(3'000'000), QStringList());
    QCOMPARE(tree.handleCount(), 0);
    tree.setFilter({});
    QCOMPARE(after(0), both);
}

void TestHandleTree::aTreeMadeWhilePausedStandsStillToo()
{
    Storyteller story;
    story.provider(u"Simulator"_s);
    const DeviceId line = story.device(u"Line 1"_s);
    const HCall handle = story.handle(story.call(line), story.opens(story.app(u"crm"_s), line));
    story.tells();
    story.clock.advance(61'000'000);
    story.live.setPaused(true);
    HandleTree tree(&story.live, &story.clock);
    tree.expandAll();
    story.clock.advance(60'000'000);
    QCOMPARE(tree.index(tree.rowOf(handle), int(Column::Age)).data().toString(), u"1:01"_s);
    tree.setFilter(HandleFilter::parse(u"age>2m"_s).value());
    QCOMPARE(tree.rowCount(), 0);
}

void TestHandleTree::saysItsLevelToAScreenReader()
{
    Storyteller story;
    story.provider(u"Simulator"_s);
    const DeviceId line = story.device(u"Line 1"_s);
    story.handle(story.call(line), story.opens(story.app(u"crm"_s), line));
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    const auto name = [&](int row) { return tree.index(row, int(Column::Handle)).data(Qt::AccessibleTextRole); };
    QCOMPARE(name(0).toString(), u"Line 1  D1, level 1, expanded, 1 call(s) · 1 handle(s)"_s);
    QCOMPARE(name(1).toString(), u"C1, level 2, collapsed, 1 handle(s)"_s);
    tree.setExpanded(1, true);
    QCOMPARE(name(1).toString(), u"C1, level 2, expanded, 1 handle(s)"_s);
    QCOMPARE(name(2).toString(), u"H1  crm, level 3"_s);
}

void TestHandleTree::anInactiveTreeIsEmptyAndSilent()
{
    Storyteller story(5);
    story.beginsByChance();
    story.happensByChance(50);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.setActive(false);
    QCOMPARE(tree.rowCount(), 0);
    QSignalSpy inserted(&tree, &QAbstractItemModel::rowsInserted);
    story.happensByChance(200);
    story.tells();
    tree.setFilter({});
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(tree.rowCount(), 0);
    tree.setActive(true);
    QVERIFY(tree.rowCount() > 0);
}

void TestHandleTree::hostileNamesAreHarmless()
{
    Storyteller story;
    story.provider(u"Simulator"_s);
    const DeviceId line = story.device(u"<b>x</b>\n\u202E"_s);
    const HLine crm = story.opens(story.app(u"<img src=x>\u0007"_s), line);
    story.handle(story.call(line), crm);
    story.tells();
    HandleTree tree(&story.live, &story.clock);
    tree.expandAll();
    QCOMPARE(tree.rowCount(), 3);
    int tips = 0;
    for (int row = 0; row < tree.rowCount(); ++row) {
        for (int column = 0; column < tree.columnCount(); ++column) {
            const QString text = tree.index(row, column).data().toString();
            QVERIFY2(!text.contains(u'\n') && !text.contains(u'\u202E') && !text.contains(u'\u0007'), qPrintable(text));
            const QString tip = tree.index(row, column).data(Qt::ToolTipRole).toString();
            QVERIFY2(!tip.contains(u"<b>"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
            tips += !tip.isEmpty();
        }
    }
    QVERIFY(tips > 0);
}

QTEST_MAIN(TestHandleTree)
#include "tst_handletree.moc"
