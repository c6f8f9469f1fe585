// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The icons of resources/icons: drawn in one colour, the application's palette's at the moment of painting.
#pragma once

#include <QIcon>
#include <QString>

namespace Linescope {

// A null icon if there is none of that name. Drawn when it is first needed.
QIcon themedIcon(const QString &name);

} // namespace Linescope
