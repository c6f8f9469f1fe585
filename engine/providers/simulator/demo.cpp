// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/demo.h"

namespace Linescope {

using namespace Qt::StringLiterals;

QList<AppHabits> demoApps()
{
    AppHabits popup; // never deallocates: its handles stay behind, retained
    popup.name = u"crm-popup"_s;

    AppHabits dialer;
    dialer.name = u"dialer"_s;
    dialer.privileges = Privilege::Owner | Privilege::Monitor;
    dialer.mediaModes = MediaMode::InteractiveVoice;
    dialer.answerAfter = 4_s;
    dialer.dropAfterDisconnect = 1_s;
    dialer.deallocateAfterIdle = 2_s;

    AppHabits recorder;
    recorder.name = u"recorder"_s;
    recorder.deallocateAfterIdle = 30_s;

    AppHabits pager;
    pager.name = u"legacy-pager"_s;
    pager.apiVersion = ApiVersion::V1_4;
    pager.deallocateAfterIdle = 10_s;

    return {popup, dialer, recorder, pager};
}

} // namespace Linescope
