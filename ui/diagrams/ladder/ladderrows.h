// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of a ladder: which steps of which calls are shown, in order, and where. No drawing; positions are counted in
// rows and gaps, so that zooming changes nothing here. Appends what is new; everything else is worked out afresh.
#pragma once

#include "diagrams/ladder/ladderwords.h"
#include "models/ladder/laddermodel.h"

#include <QSet>

namespace Linescope {

struct LadderRow {
    quint64 seq = 0;
    Microseconds time = 0;
    Microseconds gap = 0; // since the row before, if that is worth a mark
    quint32 gaps = 0;     // marks up to and including this row's
    LadderKind kind = LadderKind::Message;
    bool failed = false;
    LadderEnds ends;
};

struct LadderLife { // of a handle: rows by their seq
    LadderHandle handle;
    quint64 idle = 0; // seq at which its call went IDLE, 0: it has not
    bool idleAtStart = false;
    int slot = 0;  // beside others on its lane, 0, 1, 2 ...
    int slots = 1; // of the lane
};

class LadderRows {
public:
    static constexpr Microseconds gapWorthAMark = 1'000'000;

    explicit LadderRows(const LadderModel *model);

    void setCalls(const QList<CallId> &calls);
    void setKinds(LadderKinds kinds);
    void setHiddenLanes(const QSet<quint32> &lanes);
    const QList<CallId> &calls() const { return m_calls; }
    LadderKinds kinds() const { return m_kinds; }
    const QSet<quint32> &hiddenLanes() const { return m_hidden; }
    void invalidate() { m_valid = false; }

    bool refresh(const World &world); // true if anything is not as before

    const std::vector<LadderRow> &rows() const { return m_rows; }
    size_t rowAt(quint64 seq) const;                                 // the first row that is not before it
    const std::vector<LadderLane> &lanes() const { return m_lanes; } // hidden ones too: applications, engine, providers
    std::vector<LadderLane> shownLanes() const;
    const std::vector<LadderLife> &lives() const { return m_lives; }
    quint64 missing() const { return m_missing; } // older steps that are not kept any more
    const LadderStep *step(const LadderRow &row) const { return m_model->step(row.seq); }
    Microseconds beginning() const { return m_rows.empty() ? 0 : m_rows.front().time; }

private:
    struct Seen { // how far a call has been taken in
        size_t end = 0;
        quint64 missing = 0;
        quint32 disturbed = 0;
        friend bool operator==(const Seen &, const Seen &) = default;
    };

    bool takeNew();
    void takeAll();
    void append(quint64 seq);
    bool refreshLanes(const World &world);
    void refreshLives();
    void assignSlots();

    const LadderModel *m_model;
    QList<CallId> m_calls;
    LadderKinds m_kinds = allLadderKinds;
    QSet<quint32> m_hidden;
    bool m_valid = false;
    std::vector<Seen> m_seen; // of m_calls
    quint64 m_last = 0;       // the last step that was looked at
    quint64 m_missing = 0;
    std::vector<LadderRow> m_rows;
    std::vector<LadderLane> m_lanes;
    std::vector<LadderLife> m_lives;
};

} // namespace Linescope
