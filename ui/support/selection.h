// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user has chosen: what the window's actions are about, and what every view highlights.
#pragma once

#include "world/world.h"

#include <QObject>

#include <functional>

namespace Linescope {

struct Selection { // ids of things that may have gone meanwhile
    HCall handle;
    CallId call;
    HLine line;
    DeviceId device;
    HLineApp app;
    ProviderId provider;
    bool isEmpty() const { return *this == Selection(); }
    friend bool operator==(const Selection &, const Selection &) = default;
};

// Fills in what a handle, a call, a line, a device imply; drops what is no more.
Selection completed(Selection selection, const World &world);
// What a short name means: "H42", "C17", "L3", "D1", "A1", "P1"; empty for anything else.
Selection selectionOf(const QString &shortName);

// The one selection that all views share. A view that is clicked sets it, every other view follows changed().
class SharedSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const Selection &current() const { return m_current; }
    // From then on whatever is set is completed; what has gone from that world keeps its id, for it may still be shown.
    void setWorld(std::function<const World &()> world) { m_world = std::move(world); }

public Q_SLOTS:
    void set(const Linescope::Selection &selection);

Q_SIGNALS:
    void changed(const Linescope::Selection &selection);

private:
    std::function<const World &()> m_world;
    Selection m_current;
};

} // namespace Linescope
