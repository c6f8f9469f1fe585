// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A test report as one self-contained HTML file, and as PDF. Everything that came from outside is escaped; the file
// names no other file and runs nothing.
#pragma once

#include "report/testreport.h"

namespace Linescope {

QString toHtml(const TestReport &report);
// A4; empty, or a sentence that says why not.
QString writePdf(const TestReport &report, const QString &path);

} // namespace Linescope
