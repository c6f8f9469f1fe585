// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes the numbers and names of people out of events and Worlds, for a window that others look at. The same text
// always becomes the same other text, so masking a World and applying masked events give equal Worlds, and who called
// twice is still seen to call twice. Programs, providers and the switch's own numbering of calls keep their names.
#pragma once

#include "world/world.h"

namespace Linescope {

enum class MaskingMode : quint8 {
    Off,
    Mask,   // all but the last two characters become '*'
    Invent, // numbers kept free for fiction, invented names
};

struct MaskingChoice {
    MaskingMode mode = MaskingMode::Off;
    bool names = true; // of people, too; otherwise only the numbers in them
    friend bool operator==(const MaskingChoice &, const MaskingChoice &) = default;
};

class Masker {
public:
    Masker() = default;
    // The key decides who becomes whom; a new one for every session.
    explicit Masker(const MaskingChoice &choice, quint64 key = 0)
        : m_choice(choice)
        , m_key(key)
    {
    }

    MaskingChoice choice() const { return m_choice; }
    bool isOff() const { return m_choice.mode == MaskingMode::Off; }

    EventBatch masked(const EventBatch &batch) const;
    World masked(World world) const;
    CallInfo masked(CallInfo info) const;

    QString number(const QString &text) const; // a telephone number or an address
    QString name(const QString &text) const;   // of a person
    QString text(const QString &text) const;   // anything else: only the numbers in it

private:
    class Walk;
    QString invented(const QString &digits) const;
    QString inventedName(const QString &name) const;
    quint64 hash(const QString &text) const;

    MaskingChoice m_choice;
    quint64 m_key = 0;
};

} // namespace Linescope
