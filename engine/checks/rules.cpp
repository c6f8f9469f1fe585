// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/rules.h"

#include "checks/ruletable_p.h"

#include <algorithm>
#include <vector>

namespace Linescope {

const char *toString(CheckedBy checkedBy)
{
    static constexpr const char *names[] = {"checks", "server", "contract", "engine", "manual"};
    return names[size_t(checkedBy)];
}

QString Rule::title() const
{
    const QString text = QCoreApplication::translate("Linescope::Rule", titleText);
    return *argument == '\0' ? text : text.arg(QString::fromLatin1(argument));
}

QString Rule::explanation() const { return QCoreApplication::translate("Linescope::Rule", explanationText); }

std::span<const Rule> rules()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> result;
        for (const std::span<const Rule> part : {callRules(), lineRules(), stepRules()})
            result.insert(result.end(), part.begin(), part.end());
        return result;
    }();
    return all;
}

const Rule *findRule(QAnyStringView id)
{
    const std::span<const Rule> all = rules();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Rule &rule) { return QAnyStringView(rule.id) == id; });
    return found == all.end() ? nullptr : &*found;
}

bool ruleComesBefore(QAnyStringView a, QAnyStringView b)
{
    const Rule *const first = findRule(a);
    const Rule *const second = findRule(b);
    if (bool(first) != bool(second))
        return first;
    if (!first)
        return a.toString() < b.toString();
    return first < second;
}

} // namespace Linescope
