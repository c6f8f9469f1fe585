// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/actions.h"

#include "support/icons.h"
#include "support/text.h"

#include <QKeySequence>

namespace Linescope {

namespace {

struct ActionSpec {
    ActionId id;
    const char *text;
    const char *icon;
    const char *shortcut; // as QKeySequence reads it
    const char *toolTip;
    const char *shortText = nullptr; // on the toolbar
};

#define TEXT(text) QT_TRANSLATE_NOOP("Linescope::Actions", text)

constexpr ActionSpec specs[] = {
    {ActionId::Connect, TEXT("&Connect to Asterisk…"), "connect", "Ctrl+Shift+C",
     TEXT("Watch the lines and calls of an Asterisk server."), TEXT("Connect…")},
    {ActionId::StartSimulator, TEXT("Start the &simulator's demo"), "automatic", "",
     TEXT("Lines with traffic and applications of different habits, all inside Linescope.")},
    {ActionId::Disconnect, TEXT("&Disconnect source"), "disconnect", "",
     TEXT("Take away the source of the selected line; its lines are removed and their handles become void.")},
    {ActionId::Pause, TEXT("&Pause the view"), "pause", "Ctrl+P",
     TEXT("Freeze what is on screen. The engine goes on, and nothing is lost."), TEXT("Pause")},
    {ActionId::Quit, TEXT("&Quit"), "quit", "Ctrl+Q", TEXT("End Linescope.")},
    {ActionId::OpenLine, TEXT("&Open line…"), "open-line", "Ctrl+O",
     TEXT("Open a line device as one of the applications."), TEXT("Open line…")},
    {ActionId::CloseLine, TEXT("&Close line…"), "close-line", "Ctrl+L",
     TEXT("Close a line after a preview of what it does: every call handle on it becomes void at once."),
     TEXT("Close line…")},
    {ActionId::DeallocateIdleOfLine, TEXT("Deallocate idle handles of this &line"), "deallocate-all", "",
     TEXT("Deallocate every retained handle on the selected line.")},
    {ActionId::MakeCall, TEXT("&Make call…"), "make-call", "Ctrl+M", TEXT("Dial on a line that an application owns."),
     TEXT("Make call…")},
    {ActionId::Accept, TEXT("A&ccept"), "accept", "F6",
     TEXT("Tell the switch that the offered call is taken; it alerts."), TEXT("Accept")},
    {ActionId::Answer, TEXT("&Answer"), "answer", "F7", TEXT("Answer the offered call."), TEXT("Answer")},
    {ActionId::Hold, TEXT("&Hold"), "hold", "F8", TEXT("Put the connected call on hold."), TEXT("Hold")},
    {ActionId::Unhold, TEXT("&Unhold"), "unhold", "Shift+F8", TEXT("Take the call back from hold."), TEXT("Unhold")},
    {ActionId::Drop, TEXT("&Drop"), "drop", "F9", TEXT("Hang up. The handle stays valid until it is deallocated."),
     TEXT("Drop")},
    {ActionId::ViewInfo, TEXT("&View call information"), "view-info", "Ctrl+I",
     TEXT("Read the whole LINECALLINFO record through this handle; an idle call keeps it until its last handle goes.")},
    {ActionId::Deallocate, TEXT("D&eallocate handle"), "deallocate", "Del",
     TEXT("Give the handle back. The call itself goes on; its record is freed with the last handle."),
     TEXT("Deallocate")},
    {ActionId::DeallocateIdle, TEXT("Deallocate all &idle handles"), "deallocate-all", "Ctrl+Shift+Del",
     TEXT("Deallocate every retained handle of every application."), TEXT("Deallocate idle")},
    {ActionId::NewApp, TEXT("&New virtual application…"), "new-app", "Ctrl+N",
     TEXT("Start an application inside Linescope, with habits of your choice.")},
    {ActionId::EndApp, TEXT("&Shut down application"), "end-app", "",
     TEXT("lineShutdown: its lines close and its handles become void.")},
    {ActionId::CrashApp, TEXT("C&rash application"), "provider-dies", "",
     TEXT("The application dies without a word; the engine cleans up after it.")},
    {ActionId::DeallocateIdleOfApp, TEXT("Deallocate idle handles of this &application"), "deallocate-all", "",
     TEXT("Deallocate every retained handle of the selected application.")},
    {ActionId::NewCall, TEXT("&New incoming call…"), "new-call", "Ctrl+Shift+N",
     TEXT("Let somebody call the selected line."), TEXT("Incoming call…")},
    {ActionId::RemoteAnswer, TEXT("Remote side &answers"), "remote-answer", "Ctrl+Shift+A",
     TEXT("The called party answers the selected outgoing call.")},
    {ActionId::RemoteHangUp, TEXT("Remote side &hangs up"), "remote-hang-up", "Ctrl+Shift+H",
     TEXT("The other party ends the selected call.")},
    {ActionId::ForceClose, TEXT("Force LINE_&CLOSE"), "close-line", "Ctrl+Shift+L",
     TEXT("The provider closes the line: every application loses it and all its handles.")},
    {ActionId::InService, TEXT("Line &in service"), "in-service", "", TEXT("The device works again.")},
    {ActionId::OutOfService, TEXT("Line &out of service"), "out-of-service", "",
     TEXT("The device stops working; handles stay valid.")},
    {ActionId::AddLine, TEXT("A&dd line…"), "add-line", "",
     TEXT("The provider gets one more line device (LINE_CREATE).")},
    {ActionId::RemoveLine, TEXT("&Remove line"), "remove-line", "", TEXT("The device is gone for good (LINE_REMOVE).")},
    {ActionId::Automatic, TEXT("Au&tomatic calls"), "automatic", "", TEXT("Let calls come and go by themselves.")},
    {ActionId::ProviderDies, TEXT("&Provider dies"), "provider-dies", "",
     TEXT("The provider fails as if it had crashed; it is started again after a while.")},
    {ActionId::Find, TEXT("&Filter"), "filter", "Ctrl+F", TEXT("Go to the filter.")},
    {ActionId::ClearFilter, TEXT("C&lear filter"), "", "", TEXT("Show every handle.")},
    {ActionId::Copy, TEXT("C&opy"), "copy", "Ctrl+C", TEXT("Copy the selected rows, or all rows, as a table.")},
    {ActionId::ExportCsv, TEXT("&Export as CSV…"), "export", "Ctrl+S",
     TEXT("Write the rows as shown into a file that is safe to open with a spreadsheet.")},
    {ActionId::ExportRawCsv, TEXT("Export as &raw CSV…"), "export", "",
     TEXT("Without protection: a spreadsheet may take a caller's name for a formula.")},
    {ActionId::Help, TEXT("&Help"), "help", "F1", TEXT("What the window shows, and what the words mean.")},
    {ActionId::About, TEXT("&About Linescope"), "about", "", TEXT("Version, licence and libraries.")},
};

#undef TEXT

static_assert(std::size(specs) == size_t(ActionId::Count));

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(specs); ++i) {
        if (size_t(specs[i].id) != i)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionSpec &spec : specs) {
        auto *action = new QAction(tr(spec.text), this);
        action->setShortcut(QKeySequence(QString::fromLatin1(spec.shortcut)));
        if (spec.shortText)
            action->setIconText(tr(spec.shortText));
        action->setIcon(themedIcon(QString::fromLatin1(spec.icon)));
        m_actions[size_t(spec.id)] = action;
        updateToolTip(spec.id);
    }
    at(ActionId::Pause)->setCheckable(true);
    at(ActionId::Automatic)->setCheckable(true);
    at(ActionId::Automatic)->setChecked(true);
    connect(at(ActionId::Pause), &QAction::toggled, this, [this](bool paused) {
        at(ActionId::Pause)->setIcon(themedIcon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
        at(ActionId::Pause)->setIconText(paused ? tr("Resume") : tr("Pause"));
    });
    at(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    at(ActionId::About)->setMenuRole(QAction::AboutRole);
}

void Actions::setWhyNot(ActionId id, const QString &why)
{
    if (why == whyNot(id))
        return;
    m_whyNot[size_t(id)] = why;
    at(id)->setEnabled(why.isEmpty());
    updateToolTip(id);
}

void Actions::updateToolTip(ActionId id)
{
    const ActionSpec &spec = specs[size_t(id)];
    QString text = tr(spec.toolTip);
    if (const QKeySequence keys = at(id)->shortcut(); !keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    if (!whyNot(id).isEmpty())
        text += u'\n' + tr("Not now: %1").arg(whyNot(id));
    setPlainToolTip(at(id), text);
    at(id)->setStatusTip(visibleText(whyNot(id).isEmpty() ? tr(spec.toolTip) : whyNot(id)));
}

} // namespace Linescope
