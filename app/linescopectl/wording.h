// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Objects of a World in the words of the terminal: escaped, and masked when asked for.
#pragma once

#include "journal/masking.h"
#include "world/world.h"

#include <QCoreApplication>

namespace Linescope {

class Wording {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Wording)

public:
    explicit Wording(Masking masking = Masking::None)
        : m_masking(masking)
    {
    }

    QString outside(const QString &text) const;
    QString parties(const Call &call) const;                    // "Front desk 5550100 → 5550117"
    QString device(const World &world, DeviceId id) const;      // "Line 2", else "D2"
    QString app(const World &world, HLineApp id) const;         // "recorder", else "A3"
    QString state(CallState state, quint32 mode) const;         // "DISCONNECTED BUSY"
    QString memory(quint64 library, quint64 provider) const;    // "2.1 KiB + 4 KiB"
    QString summary(const World &world, quint64 dropped) const; // all there was, by kind

private:
    QString party(const QString &number, const QString &name) const;

    Masking m_masking;
};

} // namespace Linescope
