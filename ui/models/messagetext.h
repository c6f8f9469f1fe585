// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events of the message log in words: TAPI's names, our short names for handles, no more than one line.
#pragma once

#include "world/event.h"

namespace Linescope {

// "LINE_CALLSTATE", "lineDrop", "TSPI_lineOpen"; empty for events that are not part of the log.
QString whatText(const EventPayload &payload);
// "H42 CONNECTED ACTIVE OWNER"; outside text is in it as it came.
QString detailsText(const EventPayload &payload);
// The HCALL, HLINE or HLINEAPP (Id::handle) that the event is about; 0 for none.
quint32 objectOf(const EventPayload &payload);

// "H42", "L3", "A1" for a handle of any kind; empty for 0.
QString handleName(quint32 handle);

} // namespace Linescope
