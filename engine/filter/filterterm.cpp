// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filterterm.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

// The start of the time that a key measures; none if it measures nothing in this row.
std::optional<Microseconds> startOf(FilterKey key, const FilterRow &row)
{
    switch (key) {
    case FilterKey::Age:
        return row.handle ? row.world.bornAt(*row.handle) : row.call.created;
    case FilterKey::InState:
        return row.call.stateSince;
    case FilterKey::RetainedFor:
        return row.isRetained() ? std::optional(row.call.stateSince) : std::nullopt;
    default:
        return {};
    }
}

} // namespace

bool FilterTerm::anyPattern(QStringView text) const
{
    return std::ranges::any_of(patterns, [text](const TextPattern &pattern) { return pattern.matches(text); });
}

bool FilterTerm::anyName(char16_t letter, quint32 number) const
{
    return std::ranges::any_of(names,
                               [=](const ShortName &name) { return name.letter == letter && name.number == number; });
}

bool FilterTerm::anyRange(qint64 number) const
{
    return std::ranges::any_of(ranges, [number](const FilterRange &range) { return range.contains(number); });
}

bool FilterTerm::appHolds(const FilterRow &row) const
{
    const App *const app = row.handle ? row.world.app(row.world.appOf(*row.handle)) : nullptr;
    return app && (anyName(Tags::App::letter, app->id.value) || anyPattern(app->name));
}

bool FilterTerm::deviceHolds(const FilterRow &row) const
{
    const Device *const device = row.world.device(row.call.device);
    return device && (anyName(Tags::Device::letter, device->id.value) || anyPattern(device->info.name));
}

bool FilterTerm::providerHolds(const FilterRow &row) const
{
    const Device *const device = row.world.device(row.call.device);
    const Provider *const provider = device ? row.world.provider(device->provider) : nullptr;
    return provider && (anyName(Tags::Provider::letter, provider->id.value) || anyPattern(provider->name));
}

bool FilterTerm::partyHolds(const FilterRow &row, QString CallInfo::*number, QString CallInfo::*name) const
{
    return anyPattern(row.call.info.text(number)) || anyPattern(row.call.info.text(name));
}

bool FilterTerm::anythingHolds(const FilterRow &row) const
{
    if ((bits & quint32(row.call.state)) != 0)
        return true;
    if (row.handle && (privileges & quint32(row.handle->privilege)) != 0)
        return true;
    if (!names.empty()
        && (anyName(Tags::Call::letter, row.call.id.value)
            || (row.handle
                && (anyName(Tags::Handle::letter, row.handle->id.value)
                    || anyName(Tags::Line::letter, row.handle->line.value)))))
        return true;
    return appHolds(row) || deviceHolds(row) || partyHolds(row, &CallInfo::callerId, &CallInfo::callerIdName)
        || partyHolds(row, &CallInfo::calledId, &CallInfo::calledIdName);
}

bool FilterTerm::holds(const FilterRow &row) const
{
    const Call &call = row.call;
    switch (key) {
    case FilterKey::Any:
        return anythingHolds(row);
    case FilterKey::Retained:
        return row.isRetained();
    case FilterKey::Live:
        return !call.isIdle();
    case FilterKey::Unowned:
        return call.isUnowned();
    case FilterKey::State:
        return (bits & quint32(call.state)) != 0;
    case FilterKey::Mode:
        return anyPattern(modeName(call.state, call.mode));
    case FilterKey::App:
        return appHolds(row);
    case FilterKey::Line:
        return (row.handle && anyName(Tags::Line::letter, row.handle->line.value)) || deviceHolds(row);
    case FilterKey::Device:
        return deviceHolds(row);
    case FilterKey::Provider:
        return providerHolds(row);
    case FilterKey::Call:
        return anyRange(call.id.value);
    case FilterKey::Handle:
        return row.handle && anyRange(row.handle->id.value);
    case FilterKey::Caller:
        return partyHolds(row, &CallInfo::callerId, &CallInfo::callerIdName);
    case FilterKey::Called:
        return partyHolds(row, &CallInfo::calledId, &CallInfo::calledIdName);
    case FilterKey::Connected:
        return partyHolds(row, &CallInfo::connectedId, &CallInfo::connectedIdName);
    case FilterKey::Privilege:
        return row.handle && (bits & quint32(row.handle->privilege)) != 0;
    case FilterKey::Media:
        return (bits & call.info.number(&CallInfo::mediaMode)) != 0;
    case FilterKey::Cause: {
        const quint32 cause = ranges.empty() ? 0 : call.info.number(&CallInfo::cause);
        return (bits & call.disconnectMode) != 0 || (cause != 0 && anyRange(cause));
    }
    case FilterKey::Age:
    case FilterKey::InState:
    case FilterKey::RetainedFor: {
        const auto start = startOf(key, row);
        return start && anyRange(row.now - *start);
    }
    case FilterKey::Bytes:
        return anyRange((row.handle ? World::bytesPerHandle() : 0) + World::bytesOf(call));
    case FilterKey::ProviderBytes:
        return call.providerBytes != 0 && anyRange(call.providerBytes);
    }
    Q_UNREACHABLE();
    return false;
}

Microseconds FilterTerm::nextChange(const FilterRow &row) const
{
    Microseconds next = FilterRange::NoEnd;
    const auto start = startOf(key, row);
    if (!start)
        return next;
    for (const FilterRange &range : ranges) {
        for (const qint64 edge : {range.from, range.to}) {
            // Nothing is younger than 0 and nothing gets as old as NoEnd.
            if (edge > 0 && edge<FilterRange::NoEnd && * start + edge> row.now)
                next = std::min(next, *start + edge);
        }
    }
    return next;
}

int FilterTerm::cost() const
{
    switch (key) {
    case FilterKey::Any:
        return 12;
    case FilterKey::Caller:
    case FilterKey::Called:
    case FilterKey::Connected:
        return 6;
    case FilterKey::Mode:
    case FilterKey::Media:
    case FilterKey::Cause:
        return 4;
    case FilterKey::App:
    case FilterKey::Line:
    case FilterKey::Device:
    case FilterKey::Provider:
        return 3;
    default:
        return 1;
    }
}

QString FilterTerm::toText() const
{
    if (key != FilterKey::Any && FilterKeys::of(key).isFlag())
        return FilterKeys::of(key).name.toString();
    QString text;
    if (key != FilterKey::Any)
        text = FilterKeys::of(key).name.toString() + Linescope::textOf(op).toString();
    for (size_t i = 0; i < values.size(); ++i) {
        const FilterValue &value = values[i];
        text += i == 0 ? QString() : QString(u',');
        text += value.quoted ? u'"' + value.text + u'"' : value.text;
    }
    return text;
}

} // namespace Linescope
