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

constexpr ActionSpec specs[] = {
    {ActionId::Connect, QT_TRANSLATE_NOOP("Linescope::Actions", "&Connect to Asterisk…"), "connect", "Ctrl+Shift+C",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Watch the lines and calls of an Asterisk server."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Connect…")},
    {ActionId::StartSimulator, QT_TRANSLATE_NOOP("Linescope::Actions", "Start the &simulator's demo"), "automatic", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Lines with traffic and applications of different habits, all inside Linescope.")},
    {ActionId::Disconnect, QT_TRANSLATE_NOOP("Linescope::Actions", "&Disconnect source"), "disconnect", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "Take away the source of the selected line; its lines are removed and their handles become void.")},
    {ActionId::Pause, QT_TRANSLATE_NOOP("Linescope::Actions", "&Pause the view"), "pause", "Ctrl+P",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Freeze what is on screen. The engine goes on, and nothing is lost."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Pause")},
    {ActionId::Quit, QT_TRANSLATE_NOOP("Linescope::Actions", "&Quit"), "quit", "Ctrl+Q",
     QT_TRANSLATE_NOOP("Linescope::Actions", "End Linescope.")},
    {ActionId::OpenLine, QT_TRANSLATE_NOOP("Linescope::Actions", "&Open line…"), "open-line", "Ctrl+O",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Open a line device as one of the applications."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Open line…")},
    {ActionId::CloseLine, QT_TRANSLATE_NOOP("Linescope::Actions", "&Close line…"), "close-line", "Ctrl+L",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Close a line after a preview of what it does: every call handle on it becomes void at once."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Close line…")},
    {ActionId::DeallocateIdleOfLine, QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle handles of this &line"),
     "deallocate-all", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle on the selected line.")},
    {ActionId::MakeCall, QT_TRANSLATE_NOOP("Linescope::Actions", "&Make call…"), "make-call", "Ctrl+M",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Dial on a line that an application owns."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Make call…")},
    {ActionId::Accept, QT_TRANSLATE_NOOP("Linescope::Actions", "A&ccept"), "accept", "F6",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Tell the switch that the offered call is taken; it alerts."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Accept")},
    {ActionId::Answer, QT_TRANSLATE_NOOP("Linescope::Actions", "&Answer"), "answer", "F7",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Answer the offered call."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Answer")},
    {ActionId::Hold, QT_TRANSLATE_NOOP("Linescope::Actions", "&Hold"), "hold", "F8",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Put the connected call on hold."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Hold")},
    {ActionId::Unhold, QT_TRANSLATE_NOOP("Linescope::Actions", "&Unhold"), "unhold", "Shift+F8",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Take the call back from hold."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Unhold")},
    {ActionId::Drop, QT_TRANSLATE_NOOP("Linescope::Actions", "&Drop"), "drop", "F9",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Hang up. The handle stays valid until it is deallocated."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Drop")},
    {ActionId::SwapHold, QT_TRANSLATE_NOOP("Linescope::Actions", "S&wap hold…"), "swap-hold", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineSwapHold: the call on hold and the connected one change places.")},
    {ActionId::Dial, QT_TRANSLATE_NOOP("Linescope::Actions", "D&ial…"), "dial", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineDial: dial on a call that exists already, such as a consultation call with a dial tone.")},
    {ActionId::SetupTransfer, QT_TRANSLATE_NOOP("Linescope::Actions", "&Consult for a transfer…"), "transfer", "F10",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetupTransfer: the call waits while another party is asked; the number is dialled on the "
                       "consultation call.")},
    {ActionId::CompleteTransfer, QT_TRANSLATE_NOOP("Linescope::Actions", "Complete the &transfer…"), "transfer",
     "Shift+F10",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineCompleteTransfer: the waiting call and the consultation call are joined, and both leave this line.")},
    {ActionId::CompleteAsConference, QT_TRANSLATE_NOOP("Linescope::Actions", "Complete as con&ference…"), "conference",
     "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineCompleteTransfer with LINETRANSFERMODE_CONFERENCE: the two calls and this line become a conference.")},
    {ActionId::BlindTransfer, QT_TRANSLATE_NOOP("Linescope::Actions", "&Blind transfer…"), "transfer", "Ctrl+F10",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineBlindTransfer: send the connected call to a number without asking there.")},
    {ActionId::Redirect, QT_TRANSLATE_NOOP("Linescope::Actions", "&Redirect…"), "transfer", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineRedirect: send the offered call on to a number before it is answered.")},
    {ActionId::SetupConference, QT_TRANSLATE_NOOP("Linescope::Actions", "Set &up a conference…"), "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetupConference: the connected call becomes the first party; the next one is dialled.")},
    {ActionId::AddParty, QT_TRANSLATE_NOOP("Linescope::Actions", "Add a &party…"), "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "linePrepareAddToConference: the conference waits while the next party is dialled.")},
    {ActionId::AddToConference, QT_TRANSLATE_NOOP("Linescope::Actions", "&Join the conference…"), "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineAddToConference: the consultation call joins the conference that waits.")},
    {ActionId::RemoveFromConference, QT_TRANSLATE_NOOP("Linescope::Actions", "Remove from conference"), "conference",
     "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineRemoveFromConference: the party leaves the conference, as far as the switch can do that.")},
    {ActionId::Park, QT_TRANSLATE_NOOP("Linescope::Actions", "&Park…"), "park", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "linePark: leave the call at a number of the switch, where it can be fetched from any line.")},
    {ActionId::Unpark, QT_TRANSLATE_NOOP("Linescope::Actions", "U&npark…"), "unpark", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineUnpark: fetch a parked call to the selected line.")},
    {ActionId::PickUp, QT_TRANSLATE_NOOP("Linescope::Actions", "Pick &up…"), "unpark", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "linePickup: take a call that rings elsewhere to the selected line.")},
    {ActionId::CampOn, QT_TRANSLATE_NOOP("Linescope::Actions", "Ca&mp on"), "camp-on", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineCompleteCall: the call is completed as soon as the busy party is free.")},
    {ActionId::SecureCall, QT_TRANSLATE_NOOP("Linescope::Actions", "S&ecure"), "secure", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSecureCall: keep call-waiting tones and the like away from the call.")},
    {ActionId::SendDigits, QT_TRANSLATE_NOOP("Linescope::Actions", "Send &digits…"), "dial", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineGenerateDigits: send tones (DTMF) into the call.")},
    {ActionId::MonitorDigits, QT_TRANSLATE_NOOP("Linescope::Actions", "&Monitor digits"), "monitor-digits", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineMonitorDigits: tell the application of each tone that the other party sends.")},
    {ActionId::BecomeOwner, QT_TRANSLATE_NOOP("Linescope::Actions", "Become &owner"), "owner", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineSetCallPrivilege: any holder may raise itself to OWNER; the other owners stay owners (P-18).")},
    {ActionId::BecomeMonitor, QT_TRANSLATE_NOOP("Linescope::Actions", "Become mo&nitor"), "owner", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetCallPrivilege: step back to MONITOR; the last owner of a live call cannot (P-19).")},
    {ActionId::Handoff, QT_TRANSLATE_NOOP("Linescope::Actions", "&Hand off…"), "hand-off", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineHandoff: another application gets OWNER privilege; the handle here stays until it is deallocated.")},
    {ActionId::ViewInfo, QT_TRANSLATE_NOOP("Linescope::Actions", "&View call information"), "view-info", "Ctrl+I",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "Read the whole LINECALLINFO record through this handle; an idle call keeps it until its last handle goes.")},
    {ActionId::Deallocate, QT_TRANSLATE_NOOP("Linescope::Actions", "D&eallocate handle"), "deallocate", "Del",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Give the handle back. The call itself goes on; its record is freed with the last handle."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate")},
    {ActionId::DeallocateIdle, QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate all &idle handles"),
     "deallocate-all", "Ctrl+Shift+Del",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle of every application."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle")},
    {ActionId::NewApp, QT_TRANSLATE_NOOP("Linescope::Actions", "&New virtual application…"), "new-app", "Ctrl+N",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Start an application inside Linescope, with habits of your choice.")},
    {ActionId::EndApp, QT_TRANSLATE_NOOP("Linescope::Actions", "&Shut down application"), "end-app", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineShutdown: its lines close and its handles become void.")},
    {ActionId::CrashApp, QT_TRANSLATE_NOOP("Linescope::Actions", "C&rash application"), "provider-dies", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The application dies without a word; the engine cleans up after it.")},
    {ActionId::DeallocateIdleOfApp,
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle handles of this &application"), "deallocate-all", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle of the selected application.")},
    {ActionId::NewCall, QT_TRANSLATE_NOOP("Linescope::Actions", "&New incoming call…"), "new-call", "Ctrl+Shift+N",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Let somebody call the selected line."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Incoming call…")},
    {ActionId::RemoteAnswer, QT_TRANSLATE_NOOP("Linescope::Actions", "Remote side &answers"), "remote-answer",
     "Ctrl+Shift+A", QT_TRANSLATE_NOOP("Linescope::Actions", "The called party answers the selected outgoing call.")},
    {ActionId::RemoteHangUp, QT_TRANSLATE_NOOP("Linescope::Actions", "Remote side &hangs up"), "remote-hang-up",
     "Ctrl+Shift+H", QT_TRANSLATE_NOOP("Linescope::Actions", "The other party ends the selected call.")},
    {ActionId::ForceClose, QT_TRANSLATE_NOOP("Linescope::Actions", "Force LINE_&CLOSE"), "close-line", "Ctrl+Shift+L",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "The provider closes the line: every application loses it and all its handles.")},
    {ActionId::InService, QT_TRANSLATE_NOOP("Linescope::Actions", "Line &in service"), "in-service", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The device works again.")},
    {ActionId::OutOfService, QT_TRANSLATE_NOOP("Linescope::Actions", "Line &out of service"), "out-of-service", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The device stops working; handles stay valid.")},
    {ActionId::AddLine, QT_TRANSLATE_NOOP("Linescope::Actions", "A&dd line…"), "add-line", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The provider gets one more line device (LINE_CREATE).")},
    {ActionId::RemoveLine, QT_TRANSLATE_NOOP("Linescope::Actions", "&Remove line"), "remove-line", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The device is gone for good (LINE_REMOVE).")},
    {ActionId::Automatic, QT_TRANSLATE_NOOP("Linescope::Actions", "Au&tomatic calls"), "automatic", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Let calls come and go by themselves.")},
    {ActionId::ProviderDies, QT_TRANSLATE_NOOP("Linescope::Actions", "&Provider dies"), "provider-dies", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "The provider fails as if it had crashed; it is started again after a while.")},
    {ActionId::Find, QT_TRANSLATE_NOOP("Linescope::Actions", "&Filter"), "filter", "Ctrl+F",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Go to the filter.")},
    {ActionId::ClearFilter, QT_TRANSLATE_NOOP("Linescope::Actions", "C&lear filter"), "", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Show every handle.")},
    {ActionId::Copy, QT_TRANSLATE_NOOP("Linescope::Actions", "C&opy"), "copy", "Ctrl+C",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the selected rows, or all rows, as a table.")},
    {ActionId::ExportCsv, QT_TRANSLATE_NOOP("Linescope::Actions", "&Export as CSV…"), "export", "Ctrl+S",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Write the rows as shown into a file that is safe to open with a spreadsheet.")},
    {ActionId::ExportRawCsv, QT_TRANSLATE_NOOP("Linescope::Actions", "Export as &raw CSV…"), "export", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Without protection: a spreadsheet may take a caller's name for a formula.")},
    {ActionId::Help, QT_TRANSLATE_NOOP("Linescope::Actions", "&Help"), "help", "F1",
     QT_TRANSLATE_NOOP("Linescope::Actions", "What the window shows, and what the words mean.")},
    {ActionId::About, QT_TRANSLATE_NOOP("Linescope::Actions", "&About Linescope"), "about", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Version, licence and libraries.")},
};

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
