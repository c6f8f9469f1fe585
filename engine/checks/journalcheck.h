// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recorded session under today's rules. What only the server could find is taken as it was recorded; everything else
// is found anew, and what was recorded of it is left out.
#pragma once

#include "checks/conformancechecks.h"

#include <QSet>
#include <QString>

namespace Linescope {

class JournalCheck {
public:
    explicit JournalCheck(const TimeLimits &limits = {})
        : m_checks(limits)
    {
    }

    // What there is to say after this event: findings anew, or the recorded one itself.
    QList<Finding> see(const Event &event);

private:
    ConformanceChecks m_checks;
    QSet<QString> m_anew; // of rules that the server knows too
};

} // namespace Linescope
