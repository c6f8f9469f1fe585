// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What all commands of the window share: what they act on, and the question before handles die.
#pragma once

#include "mainwindow/actions.h"
#include "mainwindow/operations.h"

#include "models/liveworld.h"
#include "support/selection.h"
#include "support/settings/settings.h"

#include <functional>

namespace Linescope {

struct VoidPreview;

// All of it belongs to the window and outlives the commands.
struct CommandContext {
    Actions *actions;
    Operations *operations;
    const LiveWorld *live;
    const SharedSelection *selection;
    const Settings *settings;
    std::function<QList<HCall>()> selectedRows; // of the table of handles
};

class WindowCommands : public QObject {
    Q_OBJECT

protected:
    WindowCommands(CommandContext context, QWidget *window);

    template<class Act>
    void on(ActionId id, Act act)
    {
        connect(m_context.actions->at(id), &QAction::triggered, this, act);
    }

    Operations *operations() const { return m_context.operations; }
    const CommandContext &context() const { return m_context; }
    QWidget *window() const { return m_window; }
    const World &world() const { return m_context.live->world(); }
    Selection selection() const { return completed(m_context.selection->current(), world()); }

    // Asks before handles die, unless the user does not want to be asked. What would happen is worked out from what the
    // window shows.
    bool mayVoid(Destructive act, const QString &question, const VoidPreview &preview);

private:
    const CommandContext m_context;
    QWidget *m_window;
};

} // namespace Linescope
