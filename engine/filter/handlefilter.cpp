// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/handlefilter.h"

#include "tapi/names.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

bool holds(QStringView text, QStringView part) { return text.contains(part, Qt::CaseInsensitive); }

// A short name without allocating: this runs for every row.
template<class Tag>
class ShortName {
public:
    explicit ShortName(Id<Tag> id)
    {
        for (quint32 rest = id.value; rest != 0; rest /= 10)
            *--m_begin = char16_t(u'0' + rest % 10);
        if (m_begin != m_text.end())
            *--m_begin = char16_t(Tag::letter);
    }
    QStringView view() const { return QStringView(m_begin, m_text.end()); }
    bool is(QStringView text) const { return view().compare(text, Qt::CaseInsensitive) == 0; }

private:
    std::array<char16_t, 11> m_text;
    char16_t *m_begin = m_text.end();
};

bool partyHolds(const PackedCallInfo &info, QString CallInfo::*number, QString CallInfo::*name, QStringView text)
{
    return holds(info.text(number), text) || holds(info.text(name), text);
}

} // namespace

struct HandleFilter::Row {
    const World &world;
    const Linescope::Call &call;
    const Linescope::Handle *handle; // none: the call alone

    bool isRetained() const { return handle && call.isIdle(); }
    bool hasState(const Term &term) const { return (term.states & quint32(call.state)) != 0; }
    bool hasPrivilege(const Term &term) const { return handle && (term.privileges & quint32(handle->privilege)) != 0; }
    const App *app() const { return handle ? world.app(world.appOf(*handle)) : nullptr; }
    QString deviceName() const
    {
        const Device *device = world.device(call.device);
        return device ? device->info.name : QString();
    }
    bool callerHolds(QStringView text) const
    {
        return partyHolds(call.info, &CallInfo::callerId, &CallInfo::callerIdName, text);
    }
    bool calledHolds(QStringView text) const
    {
        return partyHolds(call.info, &CallInfo::calledId, &CallInfo::calledIdName, text);
    }
    bool anyHolds(const Term &term) const
    {
        const QStringView text = term.text;
        const App *const program = app();
        return hasState(term) || hasPrivilege(term) || holds(ShortName(call.id).view(), text)
            || (handle && (holds(ShortName(handle->id).view(), text) || holds(ShortName(handle->line).view(), text)))
            || (program && holds(program->name, text)) || holds(deviceName(), text) || callerHolds(text)
            || calledHolds(text);
    }
};

bool HandleFilter::matches(const Term &term, const Row &row)
{
    const QStringView text = term.text;
    switch (term.key) {
    case Key::Any:
        return row.anyHolds(term);
    case Key::State:
        return row.hasState(term);
    case Key::App: {
        const App *const app = row.app();
        return app && (ShortName(app->id).is(text) || holds(app->name, text));
    }
    case Key::Line:
        return (row.handle && ShortName(row.handle->line).is(text)) || holds(row.deviceName(), text);
    case Key::Call:
        return ShortName(row.call.id).is(text);
    case Key::Handle:
        return row.handle
            && (ShortName(row.handle->id).is(text) || hexName(row.handle->id).compare(text, Qt::CaseInsensitive) == 0);
    case Key::Caller:
        return row.callerHolds(text);
    case Key::Called:
        return row.calledHolds(text);
    case Key::Privilege:
        return row.hasPrivilege(term);
    case Key::Retained:
        return row.isRetained();
    case Key::Live:
        return !row.call.isIdle();
    }
    Q_UNREACHABLE();
    return false;
}

bool HandleFilter::matches(const World &world, const Call &call, const Handle *handle) const
{
    const Row row{world, call, handle};
    return std::ranges::all_of(m_terms, [&](const Term &term) { return matches(term, row) != term.negated; });
}

bool HandleFilter::matches(const World &world, const Handle &handle) const
{
    const Call *const call = world.call(handle.call);
    return call && matches(world, *call, &handle);
}

bool HandleFilter::matches(const World &world, const Call &call) const
{
    if (isEmpty())
        return true;
    if (call.handleCount() == 0)
        return matches(world, call, nullptr);
    bool matching = false;
    world.forEachHandle(call, [&](const Handle &handle) { matching = matching || matches(world, call, &handle); });
    return matching;
}

} // namespace Linescope
