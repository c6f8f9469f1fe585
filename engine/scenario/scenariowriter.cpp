// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenariowriter.h"

#include "scenario/jsonscan.h"
#include "scenario/writer/sessionwriter.h"

namespace Linescope::Scenarios {

WrittenScenario writeScenario(const EventBatch &journal, const WriteOptions &options)
{
    WrittenScenario written;
    if (journal.isEmpty())
        written.notes = {WrittenScenario::tr("Nothing has happened yet.")};
    else if (journal.constFirst().seq > 1)
        written.notes = {WrittenScenario::tr("The beginning of the session is not there any more: a scenario needs it "
                                             "to come to the same state.")};
    else
        written = SessionWriter(journal, options).write();
    if (written.isEmpty() && written.notes.isEmpty())
        written.notes = {WrittenScenario::tr("No application has called a function yet, and no provider has reported "
                                             "anything but its lines.")};
    if (written.toText().size() > JsonLimits().bytes)
        written.notes.append(WrittenScenario::tr("The scenario is larger than a scenario file may be."));
    return written;
}

} // namespace Linescope::Scenarios
