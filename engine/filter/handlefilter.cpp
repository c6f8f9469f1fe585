// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/handlefilter.h"

#include "filter/filtertree.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

bool HandleFilter::Node::matches(const FilterRow &row) const
{
    const auto matching = [&row](const Node &child) { return child.matches(row); };
    switch (kind) {
    case Kind::Term:
        return term.matches(row);
    case Kind::And:
        return std::ranges::all_of(children, matching);
    case Kind::Or:
        return std::ranges::any_of(children, matching);
    case Kind::Not:
        return !children.front().matches(row);
    }
    Q_UNREACHABLE();
    return false;
}

int HandleFilter::Node::cost() const
{
    int sum = kind == Kind::Term ? term.cost() : 0;
    for (const Node &child : children)
        sum += child.cost();
    return sum;
}

QString HandleFilter::Node::toText() const
{
    if (kind == Kind::Term)
        return term.toText();
    if (kind == Kind::Not)
        return u'-' + inside(children.front());
    QStringList parts;
    for (const Node &child : children)
        parts += inside(child);
    return parts.join(kind == Kind::And ? u" "_s : u" or "_s);
}

QString HandleFilter::Node::inside(const Node &child) const
{
    const bool binds = child.kind == Kind::Term || child.kind == Kind::Not
        || (kind == Kind::Or && child.kind == Kind::And);
    return binds ? child.toText() : u'(' + child.toText() + u')';
}

bool HandleFilter::dependsOnTime() const { return m_tree && !m_tree->times.empty(); }

bool HandleFilter::matches(const World &world, const Call &call, const Handle *handle, Microseconds now) const
{
    return isEmpty() || m_tree->root.matches({world, call, handle, now});
}

bool HandleFilter::matches(const World &world, const Handle &handle, Microseconds now) const
{
    return isEmpty() || matches(world, world.calls().at(handle.callSlot), &handle, now);
}

bool HandleFilter::matches(const World &world, const Call &call, Microseconds now) const
{
    if (isEmpty())
        return true;
    if (call.handleCount() == 0)
        return matches(world, call, nullptr, now);
    bool matching = false;
    world.forEachHandle(call, [&](const Handle &handle) { matching = matching || matches(world, call, &handle, now); });
    return matching;
}

Microseconds HandleFilter::nextChange(const World &world, const Handle &handle, Microseconds now) const
{
    Microseconds next = FilterRange::NoEnd;
    if (!m_tree)
        return next;
    const FilterRow row{world, world.calls().at(handle.callSlot), &handle, now};
    for (const FilterTerm &term : m_tree->times)
        next = std::min(next, term.nextChange(row));
    return next;
}

QString HandleFilter::toText() const { return m_tree ? m_tree->root.toText() : QString(); }

} // namespace Linescope
