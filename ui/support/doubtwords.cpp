// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/doubtwords.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::DoubtWords)
};

} // namespace

const char doubtMark[] = " ?";

QStringList doubtWords(Doubts doubts)
{
    QStringList words;
    if (doubts & Doubt::FoundLater)
        words << Words::tr(
            "The call was there before its source was connected: who called whom, why, and what happened "
            "before is not known for certain.");
    if (doubts & Doubt::HoldInferred)
        words << Words::tr("Nobody said who holds the call; the state of a device let it be concluded.");
    if (doubts & Doubt::EndUnseen)
        words << Words::tr("The call ended while the connection was away: nobody saw when and why.");
    if (doubts & Doubt::EndUnclear)
        words << Words::tr("The source gave no cause that says how the call ended.");
    return words;
}

QString hungUpByWords(HungUpBy hungUpBy)
{
    switch (hungUpBy) {
    case HungUpBy::Device:
        return Words::tr("the telephone of this call");
    case HungUpBy::FarEnd:
        return Words::tr("the other side");
    case HungUpBy::Application:
        return Words::tr("an application (lineDrop)");
    }
    return {};
}

} // namespace Linescope
