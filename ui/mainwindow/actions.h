// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every action of the window, one row each: text, icon, shortcut, tooltip. Menus, toolbar and context menus share them.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <array>

namespace Linescope {

enum class ActionId {
    Connect,
    ConnectStepByStep,
    StartSimulator,
    Disconnect,
    Pause,
    Quit,
    OpenLine,
    CloseLine,
    DeallocateIdleOfLine,
    MakeCall,
    Accept,
    Answer,
    Hold,
    Unhold,
    Drop,
    SwapHold,
    Dial,
    SetupTransfer,
    CompleteTransfer,
    CompleteAsConference,
    BlindTransfer,
    Redirect,
    SetupConference,
    AddParty,
    AddToConference,
    RemoveFromConference,
    Park,
    Unpark,
    PickUp,
    CampOn,
    SecureCall,
    SendDigits,
    MonitorDigits,
    BecomeOwner,
    BecomeMonitor,
    Handoff,
    ViewInfo,
    ExplainCall,
    Deallocate,
    DeallocateIdle,
    NewApp,
    EndApp,
    CrashApp,
    DeallocateIdleOfApp,
    NewCall,
    RemoteAnswer,
    RemoteHangUp,
    ForceClose,
    InService,
    OutOfService,
    AddLine,
    RemoveLine,
    Automatic,
    InjectFaults,
    ClearFaults,
    ProviderDies,
    Find,
    ClearFilter,
    Copy,
    Export,
    Print,
    CopyPicture,
    CopyCallText,
    CopyCallJson,
    CopyMermaid,
    CopyPlantUml,
    ShowHandles,
    ShowCalls,
    ShowTimeline,
    ShowStateMap,
    ShowLadder,
    ShowMemory,
    ShowFindings,
    ShowLeaks,
    LookBack,
    BackToLive,
    Record,
    OpenRecording,
    ShowConsole,
    ShowCallLog,
    CompareSources,
    TestReport,
    ShowAuditLog,
    SaveView,
    ManageViews,
    ResetLayout,
    Settings,
    Help,
    About,
    CommandPalette,
    Shortcuts,
    Tour,
    Presenter,
    Count
};

class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    QAction *at(ActionId id) const { return m_actions[size_t(id)]; }
    static QString name(ActionId id); // "closeLine": for settings
    static QKeySequence defaultShortcut(ActionId id);
    QString description(ActionId id) const; // a sentence
    // Greys the action when `why` says why it cannot be done now; the tooltip says it, too.
    void setWhyNot(ActionId id, const QString &why);
    // Greys for good whatever does more than look: for a window that plays by itself.
    void freeze(const QString &why);
    QString whyNot(ActionId id) const { return m_whyNot[size_t(id)]; }

private:
    void updateToolTip(ActionId id);
    void followShortcut(ActionId id);

    std::array<QAction *, size_t(ActionId::Count)> m_actions;
    std::array<QString, size_t(ActionId::Count)> m_whyNot;
    std::array<QKeySequence, size_t(ActionId::Count)> m_shownKeys;
    QString m_frozen;
};

} // namespace Linescope
