// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LINEMESSAGE (M-21): what an application fetches with lineGetMessage. Handles are the numbers TAPI uses (Id::handle).
#pragma once

#include "tapi/constants.h"

namespace Linescope {

struct LineMessage {
    MessageId id = MessageId::Reply;
    quint32 device = 0;           // HLINE or HCALL, 0 where the message has none (6.1)
    quint32 callbackInstance = 0; // the value given at lineOpen (M-20)
    quint32 param1 = 0;
    quint32 param2 = 0;
    quint32 param3 = 0;

    friend bool operator==(const LineMessage &, const LineMessage &) = default;
};

} // namespace Linescope
