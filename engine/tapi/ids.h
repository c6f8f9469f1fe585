// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Strong 32-bit identifiers. `value` is a running number, 1, 2, 3 ... within its kind, never 0 and never given out
// twice (O-16): H42 is the 42nd call handle of this engine. What TAPI calls the handle (HCALL ...) is the same number
// with the kind in the top four bits, so that an HLINE can never be mistaken for an HCALL.
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Linescope {

template<class Tag>
struct Id {
    quint32 value = 0; // 0 = none

    constexpr bool isNull() const { return value == 0; }
    constexpr quint32 handle() const { return value == 0 ? 0 : value | quint32(Tag::kind) << 28; }
    // Null when the handle is of another kind.
    static constexpr Id fromHandle(quint32 handle)
    {
        return {(handle >> 28) == quint32(Tag::kind) ? handle & 0x0fffffff : 0};
    }

    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

namespace Tags {
struct App {
    static constexpr int kind = 1;
    static constexpr char letter = 'A';
};
struct Line {
    static constexpr int kind = 2;
    static constexpr char letter = 'L';
};
struct Handle {
    static constexpr int kind = 4;
    static constexpr char letter = 'H';
};
struct Call {
    static constexpr int kind = 5;
    static constexpr char letter = 'C';
};
struct Device {
    static constexpr int kind = 6;
    static constexpr char letter = 'D';
};
struct Provider {
    static constexpr int kind = 7;
    static constexpr char letter = 'P';
};
struct DriverCall {
    static constexpr int kind = 8;
    static constexpr char letter = 'd';
};
struct DriverLine {
    static constexpr int kind = 9;
    static constexpr char letter = 'l';
};
struct Request {
    static constexpr int kind = 0;
    static constexpr char letter = 'R';
};
} // namespace Tags

using HLineApp = Id<Tags::App>;    // one application's registration
using HLine = Id<Tags::Line>;      // one open of one line device by one application
using HCall = Id<Tags::Handle>;    // one application's view of one call
using CallId = Id<Tags::Call>;     // the engine's name of a call (HTAPICALL)
using DeviceId = Id<Tags::Device>; // a line device; dwDeviceID is value - 1 (O-17)
using ProviderId = Id<Tags::Provider>;
using DriverCall =
    Id<Tags::DriverCall>; // a provider's name of a call (HDRVCALL), chosen by the provider, never 0 (O-11)
using DriverLine = Id<Tags::DriverLine>; // a provider's name of a line, chosen by the provider, never 0
using RequestId = Id<Tags::Request>;     // one pending asynchronous request, also the DRV_REQUESTID (O-19)

// "H42", "L3", "C17"; empty for none.
template<class Tag>
QString shortName(Id<Tag> id)
{
    return id.isNull() ? QString() : QLatin1Char(Tag::letter) + QString::number(id.value);
}

// "0x4000002A": the handle as an application sees it.
template<class Tag>
QString hexName(Id<Tag> id)
{
    return QLatin1StringView("0x") + QString::number(id.handle(), 16).toUpper().rightJustified(8, u'0');
}

constexpr quint32 deviceNumber(DeviceId id) { return id.value - 1; } // dwDeviceID
constexpr DeviceId deviceFromNumber(quint32 number) { return {number + 1}; }

} // namespace Linescope
