// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/windowcommands.h"

#include "dialogs/voidwords.h"
#include "support/text.h"

namespace Linescope {

WindowCommands::WindowCommands(CommandContext context, QWidget *window)
    : QObject(window)
    , m_context(std::move(context))
    , m_window(window)
{
}

bool WindowCommands::mayVoid(Destructive act, const QString &question, const VoidPreview &preview)
{
    return preview.handles.isEmpty() || !m_context.settings->confirm(act)
        || confirm(m_window, tr("Handles become void"), question + u'\n' + voidSentence(preview), tr("Go on"));
}

} // namespace Linescope
