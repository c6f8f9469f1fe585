// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values are equal exactly when all their members are. Every value is compared with one made anew, which shares nothing
// with it, and with all that differ from it in one member alone, however deep that lies.

#include "journal/journalreader.h"
#include "provider/contract.h"
#include "provider/contractfields.h"
#include "tapi/callinfo.h"
#include "tapi/fields.h"
#include "tapi/ids.h"
#include "tapi/linemessage.h"
#include "world/event.h"
#include "world/eventfields.h"
#include "world/request.h"
#include "world/requestfields.h"
#include "world/slottable.h"
#include "world/world.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>
#include <QTest>

#include <concepts>
#include <initializer_list>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

// ---- The members of each type --------------------------------------------------------------------------------------

template<class T>
constexpr auto namedMembers = std::apply([](const auto &...fields) { return std::tuple(fields.member...); },
                                         Fields<T>::list);

template<class T>
struct Members {
};
template<class T>
requires requires { Fields<T>::list; }
struct Members<T> {
    static constexpr auto list = namedMembers<T>;
};

// What lists of names leave out.
template<>
struct Members<Commands::ActOnCall> {
    using S = Commands::ActOnCall;
    static constexpr auto list = std::tuple_cat(namedMembers<S>, std::tuple(&S::action));
};
template<>
struct Members<Events::Message> {
    using S = Events::Message;
    static constexpr auto list = std::tuple_cat(namedMembers<S>, std::tuple(&S::message));
};
template<>
struct Members<Events::RequestMade> {
    using S = Events::RequestMade;
    static constexpr auto list = std::tuple_cat(namedMembers<S>, std::tuple(&S::request));
};
template<>
struct Members<Events::CommandSent> {
    using S = Events::CommandSent;
    static constexpr auto list = std::tuple_cat(namedMembers<S>, std::tuple(&S::command));
};
template<>
struct Members<Events::ReportReceived> {
    using S = Events::ReportReceived;
    static constexpr auto list = std::tuple_cat(namedMembers<S>, std::tuple(&S::report));
};

// What has no list of names.
template<class Tag>
struct Members<Id<Tag>> {
    static constexpr auto list = std::tuple(&Id<Tag>::value);
};
template<>
struct Members<LineMessage> {
    using S = LineMessage;
    static constexpr auto list = std::tuple(&S::id, &S::device, &S::callbackInstance, &S::param1, &S::param2,
                                            &S::param3);
};
template<>
struct Members<PendingCall> {
    using S = PendingCall;
    static constexpr auto list = std::tuple(&S::request, &S::call);
};
template<>
struct Members<PendingConference> {
    using S = PendingConference;
    static constexpr auto list = std::tuple(&S::request, &S::conference, &S::consultCall);
};
template<>
struct Members<CallTarget> {
    using S = CallTarget;
    static constexpr auto list = std::tuple(&S::call, &S::driver);
};
template<>
struct Members<Evidence> {
    using S = Evidence;
    static constexpr auto list = std::tuple(&S::event, &S::before);
};
template<>
struct Members<Health> {
    using S = Health;
    static constexpr auto list = std::tuple(&S::up, &S::text);
};
template<>
struct Members<ProviderAbilities> {
    using S = ProviderAbilities;
    static constexpr auto list = std::tuple(&S::callFeatures, &S::callFeatures2, &S::addressFeatures, &S::appSpecific,
                                            &S::mediaMode, &S::stimuli, &S::lacks);
};
template<>
struct Members<JournalHeader> {
    using S = JournalHeader;
    static constexpr auto list = std::tuple(&S::source, &S::started);
};
template<>
struct Members<JournalSummary> {
    using S = JournalSummary;
    static constexpr auto list = std::tuple(&S::calls, &S::handles, &S::retained, &S::voided, &S::findings,
                                            &S::dropped);
};
template<>
struct Members<Event> {
    using S = Event;
    static constexpr auto list = std::tuple(&S::seq, &S::time, &S::payload);
};
template<>
struct Members<Provider> {
    using S = Provider;
    static constexpr auto list = std::tuple(&S::id, &S::name, &S::up, &S::text);
};
template<>
struct Members<App> {
    using S = App;
    static constexpr auto list = std::tuple(&S::id, &S::name, &S::moduleName, &S::apiVersion, &S::pid, &S::monitor,
                                            &S::since, &S::lines, &S::handles, &S::retained);
};
template<>
struct Members<Device> {
    using S = Device;
    static constexpr auto list = std::tuple(&S::id, &S::provider, &S::driver, &S::info, &S::removed, &S::opens,
                                            &S::calls, &S::handles, &S::retained, &S::closedText);
};
template<>
struct Members<Line> {
    using S = Line;
    static constexpr auto list = std::tuple(&S::id, &S::app, &S::device, &S::apiVersion, &S::privileges, &S::mediaModes,
                                            &S::options, &S::addressId, &S::callbackInstance, &S::since, &S::handles,
                                            &S::retained, &S::firstHandle);
};
template<>
struct Members<Call> {
    using S = Call;
    static constexpr auto list = std::tuple(&S::id, &S::device, &S::driver, &S::state, &S::mode, &S::disconnectMode,
                                            &S::owners, &S::monitors, &S::firstHandle, &S::providerBytes, &S::created,
                                            &S::stateSince, &S::info);
};
template<>
struct Members<Handle> {
    using S = Handle;
    static constexpr auto list = std::tuple(&S::id, &S::line, &S::call, &S::callSlot, &S::nextOfCall,
                                            &S::previousOfCall, &S::nextOfLine, &S::previousOfLine, &S::privilege,
                                            &S::bornAt);
};
template<>
struct Members<Totals> {
    using S = Totals;
    static constexpr auto list = std::tuple(
        &S::liveCalls, &S::retainedCalls, &S::retainedHandles, &S::handlesCreated, &S::handlesVoided, &S::callsCreated,
        &S::libraryBytes, &S::retainedLibraryBytes, &S::providerBytes, &S::retainedProviderBytes, &S::findings);
};

template<class T>
concept Record = requires
{
    Members<T>::list;
};

// How many members a struct has, by how many values it can be made of: no list may leave one out.
struct Anything {
    template<class T>
    operator T() const;
};
template<class T, class... Values>
constexpr size_t memberCount()
{
    if constexpr (requires { T{Values{}..., Anything{}}; })
        return memberCount<T, Values..., Anything>();
    else
        return sizeof...(Values);
}

// ---- Values and their changes --------------------------------------------------------------------------------------

template<class T>
constexpr bool isShared = false;
template<class T>
constexpr bool isShared<std::shared_ptr<const T>> = true;

template<class T>
constexpr bool isVariant = false;
template<class... Alternatives>
constexpr bool isVariant<std::variant<Alternatives...>> = true;

// Nothing that is shared may be missing.
template<class T>
void complete(T &value)
{
    if constexpr (isShared<T>) {
        std::remove_const_t<typename T::element_type> content;
        complete(content);
        value = std::make_shared<typename T::element_type>(content);
    } else if constexpr (isVariant<T>) {
        std::visit([](auto &alternative) { complete(alternative); }, value);
    } else if constexpr (Record<T>) {
        std::apply([&](auto... members) { (complete(value.*members), ...); }, Members<T>::list);
    }
}

template<class T>
T made()
{
    T value;
    complete(value);
    return value;
}

template<class T>
concept Number = std::integral<T> || std::is_enum_v<T>; // bool too

// Every value that differs in one thing from the one that is given.
struct Changes {
    template<Number T>
    static QList<T> of(T value)
    {
        return {T(quint64(value) ^ 1)};
    }
    template<class Enum>
    static QList<QFlags<Enum>> of(QFlags<Enum> value)
    {
        return {QFlags<Enum>::fromInt(value.toInt() ^ 1)};
    }
    static QList<const char *> of(const char *value) { return {*value ? "" : "V-15"}; }
    static QList<QString> of(const QString &value) { return {value + u'x'}; }
    static QList<QByteArray> of(const QByteArray &value) { return {value + 'x'}; }
    static QList<QList<ProviderAbilities::Lack>> of(const QList<ProviderAbilities::Lack> &value)
    {
        return {value + QList<ProviderAbilities::Lack>{{CallFeature::Drop, u"why"_s}}};
    }

    template<Record T>
    static QList<T> of(const T &value)
    {
        static_assert(!std::is_aggregate_v<T> || std::tuple_size_v<decltype(Members<T>::list)> == memberCount<T>());
        QList<T> changes;
        std::apply([&](auto... members) { (addChanges(changes, value, members), ...); }, Members<T>::list);
        return changes;
    }
    static QList<CallInfo> of(const CallInfo &value)
    {
        QList<CallInfo> changes;
        for (const CallInfoField &field : callInfoFields())
            std::visit([&](auto member) { addChanges(changes, value, member); }, field.member);
        return changes;
    }
    static QList<PackedCallInfo> of(const PackedCallInfo &value)
    {
        QList<PackedCallInfo> changes;
        for (const CallInfo &changed : of(value.unpack()))
            changes.push_back(PackedCallInfo(changed));
        return changes;
    }
    template<class T>
    static QList<std::shared_ptr<const T>> of(const std::shared_ptr<const T> &value)
    {
        QList<std::shared_ptr<const T>> changes;
        for (const T &changed : of(*value))
            changes.push_back(std::make_shared<const T>(changed));
        return changes;
    }
    template<class... Alternatives>
    static QList<std::variant<Alternatives...>> of(const std::variant<Alternatives...> &value)
    {
        QList<std::variant<Alternatives...>> changes;
        const auto add = [&](const auto &alternative) {
            for (const auto &changed : of(alternative))
                changes.push_back(changed);
        };
        std::visit(add, value);
        return changes;
    }

private:
    template<class T, class Member>
    static void addChanges(QList<T> &changes, const T &value, Member T::*member)
    {
        for (const Member &changed : of(value.*member)) {
            changes.push_back(value);
            changes.back().*member = changed;
        }
    }
};

// ---- Expectations --------------------------------------------------------------------------------------------------

template<class T>
void expectEqual(const T &a, const T &b)
{
    QVERIFY2(a == b && b == a, Q_FUNC_INFO);
    QVERIFY2(!(a != b), Q_FUNC_INFO);
}

template<class T>
void expectDifferent(const T &a, const T &b)
{
    QVERIFY2(!(a == b) && !(b == a), Q_FUNC_INFO);
    QVERIFY2(a != b, Q_FUNC_INFO);
}

template<class T>
void expectEqualWhenAllMembersAre()
{
    const T value = made<T>();
    expectEqual(value, T(value));
    expectEqual(value, made<T>());
    for (const T &changed : Changes::of(value)) {
        expectEqual(changed, T(changed));
        expectDifferent(value, changed);
    }
}

// The same for every alternative, and none equals another.
template<class Variant>
void expectAlternativesEqualWhenAllMembersAre()
{
    QList<Variant> values;
    const auto expect = [&]<class Alternative>(std::type_identity<Alternative>) {
        expectEqualWhenAllMembersAre<Alternative>();
        values.push_back(made<Alternative>());
    };
    [&]<size_t... Index>(std::index_sequence<Index...>)
    {
        (expect(std::type_identity<std::variant_alternative_t<Index, Variant>>()), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>());

    for (const Variant &a : values) {
        for (const Variant &b : values)
            a.index() == b.index() ? expectEqual(a, b) : expectDifferent(a, b);
    }
}

// As many records, but not the same: the first of one table is missing in the other.
template<class T>
void expectTablesEqualWhenTheirRecordsAre()
{
    const auto tableOf = [](std::initializer_list<quint32> ids) {
        SlotTable<decltype(T::id), T> table;
        for (const quint32 id : ids) {
            T record;
            record.id = {id};
            table.insert(record);
        }
        return table;
    };
    expectEqual(tableOf({1, 2}), tableOf({2, 1}));
    expectDifferent(tableOf({1, 2}), tableOf({3, 2}));
    expectDifferent(tableOf({1, 2}), tableOf({1}));
}

// One of each object that a World holds, a second between the events.
struct Story {
    Event provider{1, 1'000'000, Events::ProviderState{{1}, true, u"simulator"_s, {}}};
    Event app{2, 2'000'000, Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>()}};
    Event device{3, 3'000'000, Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>()}};
    Event line{4, 4'000'000, Events::LineOpened{{1}, {1}, {1}, ApiVersion::V2_2, Privilege::Owner, {}, {}, 0, 0}};
    Event call{5, 5'000'000, Events::CallCreated{{1}, {1}, {1}, 0, {}}};
    Event state{6, 6'000'000, Events::CallState{{1}, CallState::Connected, CallState::Unknown, 0}};
    Event handle{7, 7'000'000, Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Owner, 0}};
    Event finding{8, 8'000'000, made<Events::FindingRaised>()};
    Event last{9, 9'000'000, Events::Message{{1}, {}}};

    World world() const
    {
        World world;
        world.apply({provider, app, device, line, call, state, handle, finding, last});
        return world;
    }
};

} // namespace

class TestEquality : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void idsAreEqualWhenTheirNumbersAre();
    void requestsAreEqualWhenAllTheirMembersAre();
    void commandsAreEqualWhenAllTheirMembersAre();
    void reportsAreEqualWhenAllTheirMembersAre();
    void eventsAreEqualWhenAllTheirMembersAre();
    void callRecordsAreEqualWhenAllTheirMembersAre();
    void otherValuesAreEqualWhenAllTheirMembersAre();
    void recordsOfAWorldAreEqualWhenAllTheirMembersAre();
    void tablesOfAWorldAreEqualWhenTheirRecordsAre();
    void worldsAreEqualWhenAllTheyHoldIs_data();
    void worldsAreEqualWhenAllTheyHoldIs();
    void whatIsSharedIsComparedByItsContents();
    void aDeviceOfWhichNothingIsKnownEqualsOnlyItsLike();
};

void TestEquality::idsAreEqualWhenTheirNumbersAre()
{
    expectEqualWhenAllMembersAre<HLineApp>();
    expectEqualWhenAllMembersAre<HLine>();
    expectEqualWhenAllMembersAre<HCall>();
    expectEqualWhenAllMembersAre<CallId>();
    expectEqualWhenAllMembersAre<DeviceId>();
    expectEqualWhenAllMembersAre<ProviderId>();
    expectEqualWhenAllMembersAre<DriverCall>();
    expectEqualWhenAllMembersAre<DriverLine>();
    expectEqualWhenAllMembersAre<RequestId>();
}

void TestEquality::requestsAreEqualWhenAllTheirMembersAre()
{
    expectAlternativesEqualWhenAllMembersAre<Request>();
    expectEqualWhenAllMembersAre<CallParams>();
    expectEqualWhenAllMembersAre<PendingCall>();
    expectEqualWhenAllMembersAre<PendingConference>();
}

void TestEquality::commandsAreEqualWhenAllTheirMembersAre()
{
    expectAlternativesEqualWhenAllMembersAre<Command>();
    expectEqualWhenAllMembersAre<CallTarget>();
    expectEqualWhenAllMembersAre<Commands::PickupSource>();
    expectEqualWhenAllMembersAre<Commands::DigitString>();
}

void TestEquality::reportsAreEqualWhenAllTheirMembersAre()
{
    expectAlternativesEqualWhenAllMembersAre<Report>();
    expectEqualWhenAllMembersAre<DeviceInfo>();
}

void TestEquality::eventsAreEqualWhenAllTheirMembersAre()
{
    expectAlternativesEqualWhenAllMembersAre<EventPayload>();
    expectEqualWhenAllMembersAre<Event>();
    expectEqualWhenAllMembersAre<Finding>();
    expectEqualWhenAllMembersAre<Evidence>();
    expectEqualWhenAllMembersAre<LineMessage>();
}

void TestEquality::callRecordsAreEqualWhenAllTheirMembersAre()
{
    QCOMPARE(callInfoFields().size(), memberCount<CallInfo>());
    expectEqualWhenAllMembersAre<CallInfo>();
    expectEqualWhenAllMembersAre<PackedCallInfo>();
}

void TestEquality::otherValuesAreEqualWhenAllTheirMembersAre()
{
    expectEqualWhenAllMembersAre<Health>();
    expectEqualWhenAllMembersAre<ProviderAbilities>();
    expectEqualWhenAllMembersAre<JournalHeader>();
    expectEqualWhenAllMembersAre<JournalSummary>();
}

void TestEquality::recordsOfAWorldAreEqualWhenAllTheirMembersAre()
{
    expectEqualWhenAllMembersAre<Provider>();
    expectEqualWhenAllMembersAre<App>();
    expectEqualWhenAllMembersAre<Device>();
    expectEqualWhenAllMembersAre<Line>();
    expectEqualWhenAllMembersAre<Call>();
    expectEqualWhenAllMembersAre<Handle>();
    expectEqualWhenAllMembersAre<Totals>();
}

void TestEquality::tablesOfAWorldAreEqualWhenTheirRecordsAre()
{
    expectTablesEqualWhenTheirRecordsAre<App>();
    expectTablesEqualWhenTheirRecordsAre<Line>();
    expectTablesEqualWhenTheirRecordsAre<Call>();
    expectTablesEqualWhenTheirRecordsAre<Handle>();
}

void TestEquality::worldsAreEqualWhenAllTheyHoldIs_data()
{
    QTest::addColumn<Story>("other");
    const auto row = [](const char *name, auto change) {
        Story story;
        change(story);
        QTest::newRow(name) << story;
    };
    row("seq", [](Story &story) { ++story.last.seq; });
    row("time", [](Story &story) { ++story.last.time; });
    row("epoch", [](Story &story) { --story.provider.time; });
    row("totals", [](Story &story) { story.finding.payload = story.last.payload; });
    row("provider", [](Story &story) { std::get<Events::ProviderState>(story.provider.payload).up = false; });
    row("device", [](Story &story) { std::get<Events::DeviceAdded>(story.device.payload).driver = {2}; });
    row("app", [](Story &story) { ++story.app.time; });
    row("line", [](Story &story) { std::get<Events::LineOpened>(story.line.payload).callbackInstance = 1; });
    row("call", [](Story &story) { std::get<Events::CallState>(story.state.payload).mode = 1; });
    row("handle", [](Story &story) { story.handle.time += 10'000; });
}

void TestEquality::worldsAreEqualWhenAllTheyHoldIs()
{
    QFETCH(const Story, other);
    const World world = Story().world();
    expectEqual(world, World(world));
    expectEqual(world, Story().world());
    expectEqual(other.world(), other.world());
    expectDifferent(world, other.world());
}

void TestEquality::whatIsSharedIsComparedByItsContents()
{
    const auto a = made<Events::AppInitialized>();
    const auto b = made<Events::AppInitialized>();
    QVERIFY(a.request != b.request);
    expectEqual(a, b);

    const QByteArray rule = "V-15";
    const QByteArray sameRule(rule.constData(), rule.size());
    QVERIFY(rule.constData() != sameRule.constData());
    expectEqual(Finding{rule.constData(), {}, {}, {}, {}}, Finding{sameRule.constData(), {}, {}, {}, {}});
}

void TestEquality::aDeviceOfWhichNothingIsKnownEqualsOnlyItsLike()
{
    using Reports::DeviceAdded;
    expectEqual(DeviceAdded(), DeviceAdded());
    expectDifferent(DeviceAdded(), made<DeviceAdded>());
    expectDifferent(DeviceAdded(), DeviceAdded{{1}, nullptr});
}

QTEST_APPLESS_MAIN(TestEquality)
#include "tst_equality.moc"
