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
    const char *name; // in the settings, for ever: never translated, never changed
    const char *text;
    const char *icon;
    const char *shortcut; // as QKeySequence reads it
    const char *toolTip;
    const char *shortText = nullptr; // on the toolbar
};

constexpr ActionSpec specs[] = {
    {ActionId::Connect, "connect", QT_TRANSLATE_NOOP("Linescope::Actions", "&Connect to Asterisk…"), "connect",
     "Ctrl+Shift+C", QT_TRANSLATE_NOOP("Linescope::Actions", "Watch the lines and calls of an Asterisk server."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Connect…")},
    {ActionId::StartSimulator, "startSimulator", QT_TRANSLATE_NOOP("Linescope::Actions", "Start the &simulator's demo"),
     "automatic", "Ctrl+Shift+S",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Lines with traffic and applications of different habits, all inside Linescope.")},
    {ActionId::Disconnect, "disconnect", QT_TRANSLATE_NOOP("Linescope::Actions", "&Disconnect source"), "disconnect",
     "Ctrl+Shift+D",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "Take away the source of the selected line; its lines are removed and their handles become void.")},
    {ActionId::Pause, "pause", QT_TRANSLATE_NOOP("Linescope::Actions", "&Pause the view"), "pause", "Ctrl+P",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Freeze what is on screen. The engine goes on, and nothing is lost."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Pause")},
    {ActionId::Quit, "quit", QT_TRANSLATE_NOOP("Linescope::Actions", "&Quit"), "quit", "Ctrl+Q",
     QT_TRANSLATE_NOOP("Linescope::Actions", "End Linescope.")},
    {ActionId::OpenLine, "openLine", QT_TRANSLATE_NOOP("Linescope::Actions", "&Open line…"), "open-line", "Ctrl+O",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Open a line device as one of the applications."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Open line…")},
    {ActionId::CloseLine, "closeLine", QT_TRANSLATE_NOOP("Linescope::Actions", "&Close line…"), "close-line", "Ctrl+L",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Close a line after a preview of what it does: every call handle on it becomes void at once."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Close line…")},
    {ActionId::DeallocateIdleOfLine, "deallocateIdleOfLine",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle handles of this &line"), "deallocate-all", "Ctrl+Alt+L",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle on the selected line.")},
    {ActionId::MakeCall, "makeCall", QT_TRANSLATE_NOOP("Linescope::Actions", "&Make call…"), "make-call", "Ctrl+M",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Dial on a line that an application owns."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Make call…")},
    {ActionId::Accept, "accept", QT_TRANSLATE_NOOP("Linescope::Actions", "A&ccept"), "accept", "F6",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Tell the switch that the offered call is taken; it alerts."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Accept")},
    {ActionId::Answer, "answer", QT_TRANSLATE_NOOP("Linescope::Actions", "&Answer"), "answer", "F7",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Answer the offered call."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Answer")},
    {ActionId::Hold, "hold", QT_TRANSLATE_NOOP("Linescope::Actions", "&Hold"), "hold", "F8",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Put the connected call on hold."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Hold")},
    {ActionId::Unhold, "unhold", QT_TRANSLATE_NOOP("Linescope::Actions", "&Unhold"), "unhold", "Shift+F8",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Take the call back from hold."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Unhold")},
    {ActionId::Drop, "drop", QT_TRANSLATE_NOOP("Linescope::Actions", "&Drop"), "drop", "F9",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Hang up. The handle stays valid until it is deallocated."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Drop")},
    {ActionId::SwapHold, "swapHold", QT_TRANSLATE_NOOP("Linescope::Actions", "S&wap hold…"), "swap-hold", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineSwapHold: the call on hold and the connected one change places.")},
    {ActionId::Dial, "dial", QT_TRANSLATE_NOOP("Linescope::Actions", "D&ial…"), "dial", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineDial: dial on a call that exists already, such as a consultation call with a dial tone.")},
    {ActionId::SetupTransfer, "setupTransfer", QT_TRANSLATE_NOOP("Linescope::Actions", "&Consult for a transfer…"),
     "transfer", "F10",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetupTransfer: the call waits while another party is asked; the number is dialled on the "
                       "consultation call.")},
    {ActionId::CompleteTransfer, "completeTransfer", QT_TRANSLATE_NOOP("Linescope::Actions", "Complete the &transfer…"),
     "transfer", "Shift+F10",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineCompleteTransfer: the waiting call and the consultation call are joined, and both leave this line.")},
    {ActionId::CompleteAsConference, "completeAsConference",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Complete as con&ference…"), "conference", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineCompleteTransfer with LINETRANSFERMODE_CONFERENCE: the two calls and this line become a conference.")},
    {ActionId::BlindTransfer, "blindTransfer", QT_TRANSLATE_NOOP("Linescope::Actions", "&Blind transfer…"), "transfer",
     "Ctrl+F10",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineBlindTransfer: send the connected call to a number without asking there.")},
    {ActionId::Redirect, "redirect", QT_TRANSLATE_NOOP("Linescope::Actions", "&Redirect…"), "transfer", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineRedirect: send the offered call on to a number before it is answered.")},
    {ActionId::SetupConference, "setupConference", QT_TRANSLATE_NOOP("Linescope::Actions", "Set &up a conference…"),
     "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetupConference: the connected call becomes the first party; the next one is dialled.")},
    {ActionId::AddParty, "addParty", QT_TRANSLATE_NOOP("Linescope::Actions", "Add a &party…"), "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "linePrepareAddToConference: the conference waits while the next party is dialled.")},
    {ActionId::AddToConference, "addToConference", QT_TRANSLATE_NOOP("Linescope::Actions", "&Join the conference…"),
     "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineAddToConference: the consultation call joins the conference that waits.")},
    {ActionId::RemoveFromConference, "removeFromConference",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Remove from conference"), "conference", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineRemoveFromConference: the party leaves the conference, as far as the switch can do that.")},
    {ActionId::Park, "park", QT_TRANSLATE_NOOP("Linescope::Actions", "&Park…"), "park", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "linePark: leave the call at a number of the switch, where it can be fetched from any line.")},
    {ActionId::Unpark, "unpark", QT_TRANSLATE_NOOP("Linescope::Actions", "U&npark…"), "unpark", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineUnpark: fetch a parked call to the selected line.")},
    {ActionId::PickUp, "pickUp", QT_TRANSLATE_NOOP("Linescope::Actions", "Pick &up…"), "unpark", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "linePickup: take a call that rings elsewhere to the selected line.")},
    {ActionId::CampOn, "campOn", QT_TRANSLATE_NOOP("Linescope::Actions", "Ca&mp on"), "camp-on", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineCompleteCall: the call is completed as soon as the busy party is free.")},
    {ActionId::SecureCall, "secureCall", QT_TRANSLATE_NOOP("Linescope::Actions", "S&ecure"), "secure", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSecureCall: keep call-waiting tones and the like away from the call.")},
    {ActionId::SendDigits, "sendDigits", QT_TRANSLATE_NOOP("Linescope::Actions", "Send &digits…"), "dial", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineGenerateDigits: send tones (DTMF) into the call.")},
    {ActionId::MonitorDigits, "monitorDigits", QT_TRANSLATE_NOOP("Linescope::Actions", "&Monitor digits"),
     "monitor-digits", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineMonitorDigits: tell the application of each tone that the other party sends.")},
    {ActionId::BecomeOwner, "becomeOwner", QT_TRANSLATE_NOOP("Linescope::Actions", "Become &owner"), "owner", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineSetCallPrivilege: any holder may raise itself to OWNER; the other owners stay owners (P-18).")},
    {ActionId::BecomeMonitor, "becomeMonitor", QT_TRANSLATE_NOOP("Linescope::Actions", "Become mo&nitor"), "owner", "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "lineSetCallPrivilege: step back to MONITOR; the last owner of a live call cannot (P-19).")},
    {ActionId::Handoff, "handoff", QT_TRANSLATE_NOOP("Linescope::Actions", "&Hand off…"), "hand-off", "",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "lineHandoff: another application gets OWNER privilege; the handle here stays until it is deallocated.")},
    {ActionId::ViewInfo, "viewInfo", QT_TRANSLATE_NOOP("Linescope::Actions", "&View call information"), "view-info",
     "Ctrl+I",
     QT_TRANSLATE_NOOP(
         "Linescope::Actions",
         "Read the whole LINECALLINFO record through this handle; an idle call keeps it until its last handle goes.")},
    {ActionId::Deallocate, "deallocate", QT_TRANSLATE_NOOP("Linescope::Actions", "D&eallocate handle"), "deallocate",
     "Del",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Give the handle back. The call itself goes on; its record is freed with the last handle."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate")},
    {ActionId::DeallocateIdle, "deallocateIdle",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate all &idle handles"), "deallocate-all", "Ctrl+Shift+Del",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle of every application."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle")},
    {ActionId::NewApp, "newApp", QT_TRANSLATE_NOOP("Linescope::Actions", "&New virtual application…"), "new-app",
     "Ctrl+N",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Start an application inside Linescope, with habits of your choice.")},
    {ActionId::EndApp, "endApp", QT_TRANSLATE_NOOP("Linescope::Actions", "&Shut down application"), "end-app",
     "Ctrl+Alt+E",
     QT_TRANSLATE_NOOP("Linescope::Actions", "lineShutdown: its lines close and its handles become void.")},
    {ActionId::CrashApp, "crashApp", QT_TRANSLATE_NOOP("Linescope::Actions", "C&rash application"), "provider-dies", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The application dies without a word; the engine cleans up after it.")},
    {ActionId::DeallocateIdleOfApp, "deallocateIdleOfApp",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate idle handles of this &application"), "deallocate-all",
     "Ctrl+Alt+A",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Deallocate every retained handle of the selected application.")},
    {ActionId::NewCall, "newCall", QT_TRANSLATE_NOOP("Linescope::Actions", "&New incoming call…"), "new-call",
     "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Linescope::Actions", "Let somebody call the selected line."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Incoming call…")},
    {ActionId::RemoteAnswer, "remoteAnswer", QT_TRANSLATE_NOOP("Linescope::Actions", "Remote side &answers"),
     "remote-answer", "Ctrl+Shift+A",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The called party answers the selected outgoing call.")},
    {ActionId::RemoteHangUp, "remoteHangUp", QT_TRANSLATE_NOOP("Linescope::Actions", "Remote side &hangs up"),
     "remote-hang-up", "Ctrl+Shift+H",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The other party ends the selected call.")},
    {ActionId::ForceClose, "forceClose", QT_TRANSLATE_NOOP("Linescope::Actions", "Force LINE_&CLOSE"), "close-line",
     "Ctrl+Shift+L",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "The provider closes the line: every application loses it and all its handles.")},
    {ActionId::InService, "inService", QT_TRANSLATE_NOOP("Linescope::Actions", "Line &in service"), "in-service",
     "Ctrl+Alt+I", QT_TRANSLATE_NOOP("Linescope::Actions", "The device works again.")},
    {ActionId::OutOfService, "outOfService", QT_TRANSLATE_NOOP("Linescope::Actions", "Line &out of service"),
     "out-of-service", "Ctrl+Alt+O",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The device stops working; handles stay valid.")},
    {ActionId::AddLine, "addLine", QT_TRANSLATE_NOOP("Linescope::Actions", "A&dd line…"), "add-line", "Ctrl+Alt+N",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The provider gets one more line device (LINE_CREATE).")},
    {ActionId::RemoveLine, "removeLine", QT_TRANSLATE_NOOP("Linescope::Actions", "&Remove line"), "remove-line", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The device is gone for good (LINE_REMOVE).")},
    {ActionId::Automatic, "automatic", QT_TRANSLATE_NOOP("Linescope::Actions", "Au&tomatic calls"), "automatic",
     "Ctrl+Alt+T", QT_TRANSLATE_NOOP("Linescope::Actions", "Let calls come and go by themselves.")},
    {ActionId::ProviderDies, "providerDies", QT_TRANSLATE_NOOP("Linescope::Actions", "&Provider dies"), "provider-dies",
     "",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "The provider fails as if it had crashed; it is started again after a while.")},
    {ActionId::Find, "find", QT_TRANSLATE_NOOP("Linescope::Actions", "&Filter"), "filter", "Ctrl+F",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Go to the filter.")},
    {ActionId::ClearFilter, "clearFilter", QT_TRANSLATE_NOOP("Linescope::Actions", "C&lear filter"), "", "Ctrl+Shift+F",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Show every handle.")},
    {ActionId::Copy, "copy", QT_TRANSLATE_NOOP("Linescope::Actions", "C&opy"), "copy", "Ctrl+C",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the selected rows, or all rows, as a table.")},
    {ActionId::Export, "export", QT_TRANSLATE_NOOP("Linescope::Actions", "&Export…"), "export", "Ctrl+S",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Write the rows or the picture of this view into a file: CSV, JSON, SVG, PNG or PDF.")},
    {ActionId::Print, "print", QT_TRANSLATE_NOOP("Linescope::Actions", "P&rint…"), "print", "Ctrl+Alt+P",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Print the rows or the picture of this view.")},
    {ActionId::CopyPicture, "copyPicture", QT_TRANSLATE_NOOP("Linescope::Actions", "Copy p&icture"), "copy",
     "Ctrl+Alt+C", QT_TRANSLATE_NOOP("Linescope::Actions", "Put the picture of this view on the clipboard.")},
    {ActionId::CopyCallText, "copyCallText", QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the call as &text"), "copy",
     "Ctrl+Alt+K", QT_TRANSLATE_NOOP("Linescope::Actions", "All that the inspector shows, for a mail or a ticket."),
     QT_TRANSLATE_NOOP("Linescope::Actions", "Copy")},
    {ActionId::CopyCallJson, "copyCallJson", QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the call as &JSON"), "copy",
     "Ctrl+Alt+J", QT_TRANSLATE_NOOP("Linescope::Actions", "All that the inspector shows, for programs.")},
    {ActionId::CopyMermaid, "copyMermaid", QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the ladder as &Mermaid"),
     "copy", "", QT_TRANSLATE_NOOP("Linescope::Actions", "Text that draws the ladder in a Markdown page.")},
    {ActionId::CopyPlantUml, "copyPlantUml", QT_TRANSLATE_NOOP("Linescope::Actions", "Copy the ladder as &PlantUML"),
     "copy", "", QT_TRANSLATE_NOOP("Linescope::Actions", "Text from which PlantUML draws the ladder.")},
    {ActionId::ShowHandles, "showHandles", QT_TRANSLATE_NOOP("Linescope::Actions", "&Handles"), "handles", "Ctrl+1",
     QT_TRANSLATE_NOOP("Linescope::Actions", "A row for each application's view of each call.")},
    {ActionId::ShowCalls, "showCalls", QT_TRANSLATE_NOOP("Linescope::Actions", "&Calls"), "calls", "Ctrl+2",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The tree of lines, calls and their handles.")},
    {ActionId::ShowTimeline, "showTimeline", QT_TRANSLATE_NOOP("Linescope::Actions", "&Timeline"), "timeline", "Ctrl+3",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Calls and handles over time; a bar that goes on after its call has ended is a leak.")},
    {ActionId::ShowStateMap, "showStateMap", QT_TRANSLATE_NOOP("Linescope::Actions", "&State map"), "statemap",
     "Ctrl+4",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The sixteen call states, how many calls are in each and how they move.")},
    {ActionId::ShowLadder, "showLadder", QT_TRANSLATE_NOOP("Linescope::Actions", "&Ladder"), "ladder", "Ctrl+5",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "What applications, engine and provider said to each other about the selected call.")},
    {ActionId::ShowMemory, "showMemory", QT_TRANSLATE_NOOP("Linescope::Actions", "&Memory"), "memory", "Ctrl+6",
     QT_TRANSLATE_NOOP("Linescope::Actions", "What ended calls that are still held cost, over time.")},
    {ActionId::SaveView, "saveView", QT_TRANSLATE_NOOP("Linescope::Actions", "Sa&ve this view…"), "columns",
     "Ctrl+Alt+S", QT_TRANSLATE_NOOP("Linescope::Actions", "Keep filter, groups, order and columns under a name.")},
    {ActionId::ManageViews, "manageViews", QT_TRANSLATE_NOOP("Linescope::Actions", "&Manage saved views…"), "columns",
     "", QT_TRANSLATE_NOOP("Linescope::Actions", "Rename, order and remove saved views.")},
    {ActionId::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Linescope::Actions", "&Reset layout"), "restart", "",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Docks, columns and sizes as they were at first.")},
    {ActionId::Settings, "settings", QT_TRANSLATE_NOOP("Linescope::Actions", "S&ettings…"), "settings", "Ctrl+,",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Colours, fonts, units, alarms, privacy and language.")},
    {ActionId::Help, "help", QT_TRANSLATE_NOOP("Linescope::Actions", "&Help"), "help", "F1",
     QT_TRANSLATE_NOOP("Linescope::Actions", "What the window shows, and what the words mean.")},
    {ActionId::About, "about", QT_TRANSLATE_NOOP("Linescope::Actions", "&About Linescope"), "about", "Ctrl+F1",
     QT_TRANSLATE_NOOP("Linescope::Actions", "Version, licence and libraries.")},
    {ActionId::CommandPalette, "commandPalette", QT_TRANSLATE_NOOP("Linescope::Actions", "&Command palette…"),
     "palette", "Ctrl+Shift+P", QT_TRANSLATE_NOOP("Linescope::Actions", "Find a command by its name, and do it.")},
    {ActionId::Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Linescope::Actions", "&Shortcuts…"), "keyboard", "Ctrl+K",
     QT_TRANSLATE_NOOP("Linescope::Actions", "See which keys do what, and change them.")},
    {ActionId::Tour, "tour", QT_TRANSLATE_NOOP("Linescope::Actions", "Guided &tour"), "tour", "Shift+F1",
     QT_TRANSLATE_NOOP("Linescope::Actions", "The life of a call handle, told in three minutes.")},
    {ActionId::Presenter, "presenter", QT_TRANSLATE_NOOP("Linescope::Actions", "&Presenter mode"), "presenter", "F11",
     QT_TRANSLATE_NOOP("Linescope::Actions",
                       "Full screen, large type, and keys and clicks that can be seen. Esc leaves.")},
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

// Anything but looking.
constexpr bool changesSomething(ActionId id)
{
    return id == ActionId::Connect || id == ActionId::StartSimulator || id == ActionId::Disconnect
        || id == ActionId::Pause || id == ActionId::Settings || id == ActionId::ResetLayout
        || (id >= ActionId::OpenLine && id <= ActionId::ProviderDies);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionSpec &spec : specs) {
        auto *action = new QAction(tr(spec.text), this);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setShortcut(defaultShortcut(spec.id));
        if (spec.shortText)
            action->setIconText(tr(spec.shortText));
        action->setIcon(themedIcon(QString::fromLatin1(spec.icon)));
        m_actions[size_t(spec.id)] = action;
        updateToolTip(spec.id);
        connect(action, &QAction::changed, this, [this, id = spec.id] { followShortcut(id); });
    }
    at(ActionId::Pause)->setCheckable(true);
    at(ActionId::Automatic)->setCheckable(true);
    at(ActionId::Presenter)->setCheckable(true);
    at(ActionId::Automatic)->setChecked(true);
    connect(at(ActionId::Pause), &QAction::toggled, this, [this](bool paused) {
        at(ActionId::Pause)->setIcon(themedIcon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
        at(ActionId::Pause)->setIconText(paused ? tr("Resume") : tr("Pause"));
    });
    at(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    at(ActionId::About)->setMenuRole(QAction::AboutRole);
}

QString Actions::name(ActionId id) { return QString::fromLatin1(specs[size_t(id)].name); }

QKeySequence Actions::defaultShortcut(ActionId id)
{
    return QKeySequence(QString::fromLatin1(specs[size_t(id)].shortcut));
}

QString Actions::description(ActionId id) const { return tr(specs[size_t(id)].toolTip); }

void Actions::freeze(const QString &why)
{
    m_frozen = why;
    for (const ActionSpec &spec : specs)
        setWhyNot(spec.id, {});
}

// The tooltip names the keys; they can be changed.
void Actions::followShortcut(ActionId id)
{
    if (at(id)->shortcut() != m_shownKeys[size_t(id)])
        updateToolTip(id);
}

void Actions::setWhyNot(ActionId id, const QString &reason)
{
    const QString why = m_frozen.isEmpty() || !changesSomething(id) ? reason : m_frozen;
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
    m_shownKeys[size_t(id)] = at(id)->shortcut();
    if (const QKeySequence keys = at(id)->shortcut(); !keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    if (!whyNot(id).isEmpty())
        text += u'\n' + tr("Not now: %1").arg(whyNot(id));
    setPlainToolTip(at(id), text);
    at(id)->setStatusTip(visibleText(whyNot(id).isEmpty() ? tr(spec.toolTip) : whyNot(id)));
}

} // namespace Linescope
