// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a call ended, in words: LINEDISCONNECTMODE_ and the causes of Q.850.
#pragma once

#include "tapi/constants.h"

#include <QString>

namespace Linescope {

QString disconnectWords(DisconnectMode mode); // a sentence; empty for what the family does not have
QString q850Words(quint32 cause);             // "user busy"; empty for the rare ones

} // namespace Linescope
