// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filterkeys.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace Linescope {

namespace {

using Values = FilterKeySpec::Values;

// clang-format off
constexpr FilterKeySpec specs[] = {
    {FilterKey::State, u"state", Values::State, 0, u"state:idle,offering",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "state of the call")},
    {FilterKey::App, u"app", Values::Text, u'A', u"app:crm",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "application that holds the handle")},
    {FilterKey::Line, u"line", Values::Text, u'L', u"line:PJSIP/10?",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "line: name of its device, or L3")},
    {FilterKey::Caller, u"caller", Values::Text, 0, u"caller:+33*",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "number or name of who calls")},
    {FilterKey::Called, u"called", Values::Text, 0, u"called:200",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "number or name of who is called")},
    {FilterKey::Privilege, u"privilege", Values::Privilege, 0, u"privilege:owner",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "what the application may do with the call")},
    {FilterKey::InState, u"instate", Values::Duration, 0, u"instate>=30s",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "time since the state last changed")},
    {FilterKey::Age, u"age", Values::Duration, 0, u"age>5m",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "time since the handle was created")},
    {FilterKey::RetainedFor, u"retainedfor", Values::Duration, 0, u"retainedfor>1h",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "time that a handle has been retained")},
    {FilterKey::Bytes, u"bytes", Values::Size, 0, u"bytes>2k",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "memory of the handle and its call's record")},
    {FilterKey::Handle, u"handle", Values::Number, u'H', u"handle:H42",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "handle by its short name or its value")},
    {FilterKey::Call, u"call", Values::Number, u'C', u"call:C17",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "call by its short name")},
    {FilterKey::Device, u"device", Values::Text, u'D', u"device:D2",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "line device by its name, or D2")},
    {FilterKey::Provider, u"provider", Values::Text, u'P', u"provider:asterisk",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "source that the call comes from")},
    {FilterKey::Connected, u"connected", Values::Text, 0, u"connected:200",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "number or name of who is connected")},
    {FilterKey::Mode, u"mode", Values::Text, 0, u"mode:busy",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "mode of the state, such as ACTIVE or NORMAL")},
    {FilterKey::Media, u"media", Values::Media, 0, u"media:interactivevoice",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "media mode of the call")},
    {FilterKey::Cause, u"cause", Values::Cause, 0, u"cause:17,busy",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "why the call ended: number of the cause, or disconnect mode")},
    {FilterKey::ProviderBytes, u"providerbytes", Values::Size, 0, u"providerbytes>=1m",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "memory of the call at the provider, if it says so")},
    {FilterKey::Retained, u"retained", Values::None, 0, u"retained",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "the call is idle and the handle still valid")},
    {FilterKey::Live, u"live", Values::None, 0, u"live",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "the call is not idle")},
    {FilterKey::Unowned, u"unowned", Values::None, 0, u"unowned",
     QT_TRANSLATE_NOOP("Linescope::FilterKeys", "a live call that nobody owns")},
};
// clang-format on
static_assert(std::size(specs) == size_t(FilterKey::ProviderBytes));

// How many characters have to be changed, added, left out or swapped with their neighbour.
int distance(QStringView a, QStringView b)
{
    std::vector<int> before; // two rows ago
    std::vector<int> last(size_t(b.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        std::vector<int> row(last.size(), int(i));
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const size_t column = size_t(j);
            const bool same = a[i - 1].toCaseFolded() == b[j - 1].toCaseFolded();
            row[column] = std::min({last[column] + 1, row[column - 1] + 1, last[column - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1].toCaseFolded() == b[j - 2].toCaseFolded()
                && a[i - 2].toCaseFolded() == b[j - 1].toCaseFolded();
            if (swapped)
                row[column] = std::min(row[column], before[column - 2] + 1);
        }
        before = std::exchange(last, std::move(row));
    }
    return last.back();
}

} // namespace

QStringView textOf(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Has:
        return u":";
    case FilterOperator::Equal:
        return u"=";
    case FilterOperator::NotEqual:
        return u"!=";
    case FilterOperator::Less:
        return u"<";
    case FilterOperator::LessEqual:
        return u"<=";
    case FilterOperator::Greater:
        return u">";
    case FilterOperator::GreaterEqual:
        return u">=";
    }
    Q_UNREACHABLE();
    return {};
}

std::span<const FilterKeySpec> FilterKeys::all() { return specs; }

const FilterKeySpec *FilterKeys::find(QStringView name)
{
    const auto *const found = std::ranges::find_if(
        specs, [name](const FilterKeySpec &spec) { return spec.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == std::end(specs) ? nullptr : found;
}

const FilterKeySpec &FilterKeys::of(FilterKey key) { return *std::ranges::find(specs, key, &FilterKeySpec::key); }

QString nearest(QStringView text, const QStringList &names)
{
    QString best;
    constexpr qsizetype longest = 32; // nothing of ours is longer
    if (text.size() > longest)
        return best;
    int least = text.size() < 4 ? 2 : 3; // fewer changes than this
    for (const QString &name : names) {
        const int changes = name.startsWith(text, Qt::CaseInsensitive) ? 0 : distance(text, name);
        if (changes < least) {
            least = changes;
            best = name;
        }
    }
    return best;
}

} // namespace Linescope
