// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A ladder as text: for reading, and as source of Mermaid and PlantUML. Names and arguments come from outside; whatever
// they contain, they stay labels.
#pragma once

#include "diagrams/ladder/ladderrows.h"

#include <QString>

namespace Linescope {

QString ladderPlainText(const LadderRows &rows);
QString ladderMermaid(const LadderRows &rows);
QString ladderPlantUml(const LadderRows &rows);

// A label in which nothing has a meaning any more: all but letters, digits and harmless marks as numbers.
QString mermaidLabel(const QString &text);
QString plantUmlLabel(const QString &text);

} // namespace Linescope
