// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Masker does to events and Worlds: every member of every struct that has a list of fields is looked at, so a new
// text is masked without anybody thinking of it.
#include "journal/fieldjson.h"
#include "journal/masker.h"
#include "world/eventfields.h"

#include <type_traits>
#include <utility>

namespace Linescope {

namespace {

// apply() is the one way to change what is true. A masked World is a picture of it, and its texts may be painted over.
template<class Record>
Record &paintedOver(const Record &record)
{
    return const_cast<Record &>(record);
}

template<class Value, class = void>
inline constexpr bool hasFields = false;
template<class Value>
inline constexpr bool hasFields<Value, std::void_t<decltype(Fields<Value>::list)>> = true;

// Programs and the kinds of things: no person's.
constexpr bool isOwnName(std::string_view name)
{
    return name == "friendlyAppName" || name == "module" || name == "fileName" || name == "rule" || name == "subject";
}

template<class Member>
using Members = std::initializer_list<Member CallInfo::*>;

} // namespace

class Masker::Walk {
public:
    explicit Walk(const Masker &masker)
        : m_masker(masker)
    {
    }

    void event(Events::ProviderState &event) const { event.text = m_masker.text(event.text); } // its name is ours
    void event(Events::Message &event) const
    {
        if (event.message.id == MessageId::MonitorDigits)
            event.message.param1 = u'*';
    }
    void event(Events::RequestMade &event) const { variant(event.request); }
    void event(Events::CommandSent &event) const { visit(event.command); }
    void event(Events::ReportReceived &event) const { visit(event.report); }
    template<class Payload>
    void event(Payload &payload) const
    {
        fields(payload);
    }

    void info(CallInfo &info) const
    {
        for (const auto member : Members<QString>{&CallInfo::callerId, &CallInfo::calledId, &CallInfo::connectedId,
                                                  &CallInfo::redirectionId, &CallInfo::redirectingId,
                                                  &CallInfo::displayableAddress, &CallInfo::calledParty})
            info.*member = m_masker.number(info.*member);
        for (const auto member :
             Members<QString>{&CallInfo::callerIdName, &CallInfo::calledIdName, &CallInfo::connectedIdName,
                              &CallInfo::redirectionIdName, &CallInfo::redirectingIdName, &CallInfo::comment})
            info.*member = m_masker.name(info.*member);
        info.channel = m_masker.text(info.channel);
        for (const auto member : Members<QByteArray>{
                 &CallInfo::display, &CallInfo::userUserInfo, &CallInfo::highLevelComp, &CallInfo::lowLevelComp,
                 &CallInfo::chargingInfo, &CallInfo::terminalModes, &CallInfo::devSpecific, &CallInfo::callData})
            value("", info.*member);
    }
    PackedCallInfo packed(const PackedCallInfo &packed) const
    {
        CallInfo unpacked = packed.unpack();
        info(unpacked);
        return PackedCallInfo(unpacked);
    }

private:
    template<class Struct>
    void fields(Struct &owner) const
    {
        forEachField<Struct>([&](const auto &field) {
            auto &member = owner.*field.member;
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, quint32>)
                member = field.kind == FieldKind::Ascii && member != 0 ? u'*' : member;
            else
                value(field.name, member);
        });
    }
    template<class Variant>
    void visit(Variant &variant) const
    {
        std::visit([this](auto &one) { this->fields(one); }, variant);
    }
    void variant(std::shared_ptr<const Request> &request) const
    {
        auto changed = std::make_shared<Request>(*request);
        visit(*changed);
        request = std::move(changed);
    }

    void value(std::string_view name, QString &text) const
    {
        if (name == "comment")
            text = m_masker.name(text);
        else if (!isOwnName(name))
            text = isParty(name) ? m_masker.number(text) : m_masker.text(text);
    }
    void value(std::string_view, QByteArray &bytes) const { bytes = QByteArray(bytes.size(), '*'); }
    void value(std::string_view, PackedCallInfo &info) const { info = packed(info); }
    template<class Struct>
    void value(std::string_view, std::shared_ptr<const Struct> &shared) const
    {
        auto changed = std::make_shared<Struct>(*shared);
        fields(*changed);
        shared = std::move(changed);
    }
    template<class Value>
    void value(std::string_view, Value &value) const
    {
        if constexpr (hasFields<Value>)
            fields(value);
    }

    const Masker &m_masker;
};

EventBatch Masker::masked(const EventBatch &batch) const
{
    EventBatch result = batch;
    if (isOff())
        return result;
    const Walk walk(*this);
    for (Event &event : result)
        std::visit([&](auto &payload) { walk.event(payload); }, event.payload);
    return result;
}

CallInfo Masker::masked(CallInfo info) const
{
    if (!isOff())
        Walk(*this).info(info);
    return info;
}

World Masker::masked(World world) const
{
    if (isOff())
        return world;
    const Walk walk(*this);
    for (const Provider &provider : world.providers())
        paintedOver(provider).text = text(provider.text);
    for (const Device &device : world.devices()) {
        Device &painted = paintedOver(device);
        painted.info.name = text(device.info.name);
        painted.info.stateText = text(device.info.stateText);
        painted.closedText = text(device.closedText);
    }
    // As events, since the World counts the bytes of what its calls say.
    const Event now{world.seq(), world.time(), Events::CallInfo{}};
    std::vector<Events::CallInfo> changes;
    world.calls().forEach([&](const Call &call) { changes.push_back({call.id, {}, walk.packed(call.info)}); });
    for (const Events::CallInfo &change : changes)
        world.apply(now, change);
    return world;
}

} // namespace Linescope
