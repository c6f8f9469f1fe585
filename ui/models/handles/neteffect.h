// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a batch of events comes to, computed once per frame and shared by all models: which handles came and went, which
// calls changed and in what. A handle born and voided within the batch is in neither list.
#pragma once

#include "world/world.h"

#include <QFlags>

#include <vector>

namespace Linescope {

enum class Aspect : quint8 {
    State = 0x1, // of the call, and since when
    Info = 0x2,  // the call's record: parties, bytes
    ProviderBytes = 0x4,
    Privilege = 0x8, // of one handle or more of the call
    Life = 0x10,     // the handle became void; never in NetEffect::changed
};
Q_DECLARE_FLAGS(Aspects, Aspect)
Q_DECLARE_OPERATORS_FOR_FLAGS(Aspects)

class NetEffect {
public:
    // `world` is the state before the batch. The former content goes, its memory is used again. A pass of its own over
    // the batch, because short loops wait for memory side by side, one long loop for one thing after the other.
    void compute(const World &world, const EventBatch &batch);

    struct Voided {
        HCall handle;
        VoidReason reason;
        Microseconds time;
    };

    const std::vector<HCall> &added() const { return m_added; }      // ascending
    const std::vector<Voided> &voided() const { return m_voided; }   // in the order they went
    const std::vector<CallId> &changed() const { return m_changed; } // each once; may have gone by the batch's end
    // Of a call that was there before the batch; `slot` is its slot, which it keeps as long as it lives.
    Aspects aspectsOf(CallId call, quint32 slot) const;
    bool isNew(HCall handle) const;
    bool isEmpty() const { return m_added.empty() && m_voided.empty() && m_changed.empty(); } // for handles
    bool linesOrAppsChanged() const { return m_linesOrAppsChanged; } // something the tree of lines shows as a node

private:
    void clear();
    void mark(const World &world, CallId call, Aspect aspect);
    void removeStillborn();

    std::vector<HCall> m_added;
    std::vector<Voided> m_voided;
    std::vector<CallId> m_changed;
    struct Mark {
        CallId call;
        Aspects aspects;
    };
    std::vector<Mark> m_marks;     // by the call's slot
    std::vector<quint32> m_marked; // slots
    bool m_linesOrAppsChanged = false;
};

} // namespace Linescope
